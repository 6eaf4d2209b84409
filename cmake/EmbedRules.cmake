# cmake -DROOT=rules -DLIST=FILE -DOUT=embedded_rules.cpp -P EmbedRules.cmake
#
# Writes the rule files that LIST names (one path relative to ROOT a line, in order) into a C++ source as raw string
# literals. They go in byte for byte, so that messages about an embedded rule give its line and column in the file.
file(STRINGS ${LIST} paths)
set(source "// Generated from rules/ by cmake/EmbedRules.cmake.\n#include \"isnad/rules.h\"\n\nnamespace isnad {\n\n")
string(APPEND source "const std::vector<RuleFile>& embedded_rules() {\n  static const std::vector<RuleFile> files{\n")
foreach(path IN LISTS paths)
  file(READ ${ROOT}/${path} content)
  # A literal may be 65535 bytes long everywhere; longer files become several, which the compiler joins.
  string(LENGTH "${content}" length)
  set(at 0)
  set(literals "")
  while(at LESS length)
    string(SUBSTRING "${content}" ${at} 16000 part)
    string(APPEND literals "R\"isnad(${part})isnad\"\n")
    math(EXPR at "${at} + 16000")
  endwhile()
  if(literals STREQUAL "")
    set(literals "\"\"")
  endif()
  string(APPEND source "      {\"${path}\",\n${literals}},\n")
endforeach()
string(APPEND source "  };\n  return files;\n}\n\n}  // namespace isnad\n")
file(WRITE ${OUT} "${source}")
