# cmake -DROOT=rules -DLIST=FILE -DOUT=embedded_rules.cpp -P EmbedRules.cmake
#
# Writes the rule files that LIST names (one path relative to ROOT a line, in order) into a C++ source as raw string
# literals. They go in byte for byte, so that messages about an embedded rule give its line and column in the file.
file(STRINGS ${LIST} paths)
set(source "// Generated from rules/ by cmake/EmbedRules.cmake.\n#include \"isnad/rules.h\"\n\nnamespace isnad {\n\n")
string(APPEND source "const std::vector<RuleFile>& embedded_rules() {\n  static const std::vector<RuleFile> files{\n")
foreach(path IN LISTS paths)
  file(READ ${ROOT}/${path} content)
  # A literal may be 65535 bytes long everywhere; longer files become several, which the compiler joins. They are cut at
  # the end of a line: some compilers refuse a literal that ends amid a character.
  string(LENGTH "${content}" length)
  set(at 0)
  set(literals "")
  while(at LESS length)
    string(SUBSTRING "${content}" ${at} 32000 part)
    string(LENGTH "${part}" size)
    string(FIND "${part}" "\n" line_end REVERSE)
    if(size EQUAL 32000 AND line_end GREATER 0)
      math(EXPR size "${line_end} + 1")
      string(SUBSTRING "${part}" 0 ${size} part)
    endif()
    string(APPEND literals "R\"isnad(${part})isnad\"\n")
    math(EXPR at "${at} + ${size}")
  endwhile()
  if(literals STREQUAL "")
    set(literals "\"\"")
  endif()
  string(APPEND source "      {\"${path}\",\n${literals}},\n")
endforeach()
string(APPEND source "  };\n  return files;\n}\n\n}  // namespace isnad\n")
file(WRITE ${OUT} "${source}")
