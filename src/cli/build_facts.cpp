#include "cli/build_facts.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <zlib.h>

#include <array>

#include "isnad/report.h"
#include "isnad/rules.h"

namespace isnad::cli {
namespace {

std::string icu_version() {
  UVersionInfo found;
  u_getVersion(found);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(found, text.data());
  return text.data();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> build_facts() {
#if defined(__clang__)
  const std::string compiler = "clang " __clang_version__;
#else
  const std::string compiler = "g++ " __VERSION__;
#endif
  return {{"schema", std::to_string(json_schema_version)},
          {"rules", fmt::format("{} files", embedded_rules().size())},
          {"build", fmt::format("{}, {}", compiler, ISNAD_BUILD_TYPE)},
          {"icu", icu_version()},
          {"sqlite", sqlite3_libversion()},
          {"zlib", zlibVersion()}};
}

}  // namespace isnad::cli
