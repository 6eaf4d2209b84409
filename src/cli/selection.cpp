#include "cli/selection.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace isnad::cli {
namespace {

std::optional<Level> level_of(std::string_view name) {
  for (const Level level : {Level::note, Level::warning, Level::error}) {
    if (to_string(level) == name) return level;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> all_findings(const Timeline& timeline) {
  std::vector<std::size_t> out(timeline.audit.findings.size());
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

bool judge(Session& session, const Timeline& timeline, const std::vector<std::size_t>& selected,
           const std::string& fail_on) {
  const std::optional<Level> least = level_of(fail_on);  // nothing: never
  if (!least) return false;
  const bool failed = std::any_of(selected.begin(), selected.end(),
                                  [&](std::size_t i) { return timeline.audit.findings[i].level >= *least; });
  if (failed) session.raise(Exit::findings);
  return failed;
}

}  // namespace isnad::cli
