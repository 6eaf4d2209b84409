#include "cli/acceptance.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>

#include "cli/standard_streams.h"
#include "isnad/calendar.h"
#include "report/escape.h"

namespace isnad::cli {
namespace {

/// The day it is, UTC.
Day today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return Day{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }

void say(const Session& session, const std::string& text) {
  if (!session.options.quiet) write_error(printable(text) + "\n");
}

std::string name_of(const Suppression& entry) {
  std::string out;
  for (const std::string* part : {&entry.finding, &entry.rule, &entry.path}) {
    if (!part->empty()) out += (out.empty() ? "" : " ") + *part;
  }
  return out;
}

void report_entries(const Session& session, const Suppressions& suppressions, const std::vector<std::size_t>& entries,
                    std::string_view key) {
  for (const std::size_t e : entries) {
    const Suppression& entry = suppressions.entries[e];
    say(session,
        fmt::format("{}:{}:{}: {}", suppressions.path, entry.place.line, entry.place.column,
                    session.text(key, {{"entry", name_of(entry)},
                                       {"until", entry.until ? edtf(window_of(*entry.until)) : std::string()}})));
  }
}

}  // namespace

std::string from_settings(const Settings& settings, const std::string& path) {
  return (std::filesystem::path(settings.path).parent_path() / path).lexically_normal().string();
}

std::optional<Acceptance> load_acceptance(Session& session, const Settings& settings, const std::string& suppressions,
                                          const std::string& baseline) {
  Acceptance out;
  std::string path = suppressions;
  if (path.empty() && !settings.suppressions.empty()) path = from_settings(settings, settings.suppressions);
  if (!path.empty()) {
    const Result<std::string> json = read_file(path);
    const Result<Suppressions> read = json ? parse_suppressions(*json, path) : Result<Suppressions>(json.error());
    if (!read) {
      session.fail(read.error());
      return std::nullopt;
    }
    out.suppressions = *read;
  }
  if (!baseline.empty()) {
    const Result<Baseline> read = read_baseline(baseline);
    if (!read) {
      session.fail(read.error());
      return std::nullopt;
    }
    out.baseline = *read;
  }
  return out;
}

std::vector<std::size_t> left_after(Session& session, const Acceptance& acceptance, const Timeline& timeline,
                                    const std::vector<std::size_t>& selected, bool whole) {
  const SuppressionOutcome suppressed = suppress(acceptance.suppressions, timeline, selected, today());
  report_entries(session, acceptance.suppressions, suppressed.expired, "suppression_expired");
  if (whole) report_entries(session, acceptance.suppressions, suppressed.unused, "suppression_unused");
  if (suppressed.suppressed > 0) say(session, session.text("suppressed", {{"n", number(suppressed.suppressed)}}));
  if (!acceptance.baseline) return suppressed.kept;
  const BaselineOutcome accepted = compare(*acceptance.baseline, timeline, selected);
  if (accepted.accepted > 0) say(session, session.text("baseline_accepted", {{"n", number(accepted.accepted)}}));
  if (whole) {
    for (const std::size_t e : accepted.stale) {
      const BaselineEntry& entry = acceptance.baseline->entries[e];
      say(session,
          acceptance.baseline->path + ": " + session.text("baseline_stale", {{"id", entry.id}, {"path", entry.path}}));
    }
    if (!accepted.stale.empty()) say(session, "  " + session.text("baseline_stale.remedy"));
  }
  std::vector<std::size_t> left;
  std::set_intersection(suppressed.kept.begin(), suppressed.kept.end(), accepted.kept.begin(), accepted.kept.end(),
                        std::back_inserter(left));
  return left;
}

}  // namespace isnad::cli
