# Writes SOURCE and HEADER with the bytes of FILES as isnad::assets::SYMBOL: string literals of hexadecimal escapes, so
# that no byte of a file can end its literal.
get_filename_component(header_name ${HEADER} NAME)
file(WRITE ${HEADER} "#pragma once
#include <string_view>
namespace isnad::assets {
#ifndef ISNAD_EMBEDDED_FILE
#define ISNAD_EMBEDDED_FILE
struct EmbeddedFile {
  std::string_view name;
  std::string_view content;
};
#endif
extern const EmbeddedFile* const ${SYMBOL}_begin;
extern const EmbeddedFile* const ${SYMBOL}_end;
}  // namespace isnad::assets
")

string(REPEAT "." 256 line)
set(rows "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  string(REGEX REPLACE "(${line})" "\\1\"\n    \"" bytes "${bytes}")
  string(APPEND rows "    {\"${name}\", {\"${bytes}\", ${size}}},\n")
endforeach()
file(WRITE ${SOURCE} "#include \"${header_name}\"
#pragma GCC diagnostic ignored \"-Woverlength-strings\"
namespace isnad::assets {
namespace {
constexpr EmbeddedFile files[] = {
${rows}    {\"\", {}},
};
}  // namespace
const EmbeddedFile* const ${SYMBOL}_begin = files;
const EmbeddedFile* const ${SYMBOL}_end = files + sizeof(files) / sizeof(files[0]) - 1;
}  // namespace isnad::assets
")
