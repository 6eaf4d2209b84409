// EDTF (ISO 8601-2:2019) level 1, and one-of sets of level 2, written and read.
#include <fmt/format.h>

#include <algorithm>

#include "digits.h"
#include "isnad/calendar.h"

namespace isnad {
namespace {

std::string write_day(Day day) {
  const CivilDate d = civil_from_day(day);
  return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
}

/// The days [first, last] as years or months, where these are exactly those days; empty where not.
std::string whole_periods(Day first, Day last, std::string_view between) {
  const CivilDate a = civil_from_day(first);
  const CivilDate b = civil_from_day(last);
  if (a.day != 1 || b.day != days_in_month(b.year, b.month)) return {};
  const bool years = a.month == 1 && b.month == 12;
  const auto write = [&](const CivilDate& d) {
    return years ? fmt::format("{:04}", d.year) : fmt::format("{:04}-{:02}", d.year, d.month);
  };
  return write(a) == write(b) ? write(a) : write(a) + std::string(between) + write(b);
}

/// `between`: "/" in an interval, ".." inside a set.
std::string write_window(const Window& w, std::string_view between) {
  if (w.bounded()) {
    const Day first = day_of(*w.earliest);
    const Day last = day_of(*w.latest);
    if (first == last) return write_day(first);
    if (std::string periods = whole_periods(first, last, between); !periods.empty()) return periods;
    return write_day(first) + std::string(between) + write_day(last);
  }
  const std::string open = between == "/" ? ".." : "";
  return (w.earliest ? write_day(day_of(*w.earliest)) : open) + std::string(between) +
         (w.latest ? write_day(day_of(*w.latest)) : open);
}

/// "2024", "2024-12", "2024-12-08", "2024-12-08T04", "2024-12-08T04:17". As the end of an interval an hour is the
/// moment at which it strikes, so that T03/T07 ends at 06:59 and T24 is the end of its day.
std::optional<Window> read_date(std::string_view text, bool ends_interval) {
  std::string_view time;
  if (const std::size_t t = text.find('T'); t != std::string_view::npos) {
    time = text.substr(t + 1);
    text = text.substr(0, t);
    if (text.size() != 10) return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  if (!year || text.size() < 4) return std::nullopt;
  const bool has_month = text.size() >= 7 && text[4] == '-';
  const bool has_day = text.size() == 10 && has_month && text[7] == '-';
  if (text.size() != (has_day ? 10U : has_month ? 7U : 4U)) return std::nullopt;
  const auto month = has_month ? digits(text.substr(5, 2)) : std::optional<std::int32_t>(1);
  const auto day = has_day ? digits(text.substr(8, 2)) : std::optional<std::int32_t>(1);
  if (!month || !day) return std::nullopt;
  const auto first = day_from_civil({*year, *month, *day});
  if (!first) return std::nullopt;
  if (!has_day) {
    const std::int32_t last_month = has_month ? *month : 12;
    return Window{start_of(*first), end_of(*day_from_civil({*year, last_month, days_in_month(*year, last_month)}))};
  }
  if (time.empty()) return window_of(*first);

  const bool has_minute = time.size() == 5 && time[2] == ':';
  if (time.size() != (has_minute ? 5U : 2U)) return std::nullopt;
  const auto hour = digits(time.substr(0, 2));
  const auto minute = has_minute ? digits(time.substr(3, 2)) : std::optional<std::int32_t>(0);
  if (!hour || !minute || *hour > 24 || *minute > 59 || (*hour == 24 && *minute != 0)) return std::nullopt;
  const Instant at = start_of(*first) + Minutes{*hour * 60 + *minute};
  if (*hour == 24) return Window{at - Minutes{1}, at - Minutes{1}};
  if (has_minute) return Window{at, at};
  return ends_interval ? Window{at - Minutes{1}, at - Minutes{1}} : Window{at, at + Minutes{59}};
}

std::optional<Window> read_window(std::string_view text, std::string_view between) {
  // An open side of an interval is itself "..": look for the separator from the right place.
  const std::size_t at = between == "/" ? text.find('/') : text.find("..");
  if (at == std::string_view::npos) return read_date(text, false);
  const std::string_view from = text.substr(0, at);
  const std::string_view to = text.substr(at + between.size());
  const std::string_view open = between == "/" ? ".." : "";
  Window w;
  if (from != open) {
    const auto lower = read_date(from, false);
    if (!lower) return std::nullopt;
    w.earliest = lower->earliest;
  }
  if (to != open) {
    const auto upper = read_date(to, true);
    if (!upper) return std::nullopt;
    w.latest = upper->latest;
  }
  if (w.bounded() && *w.latest < *w.earliest) return std::nullopt;
  return w;
}

}  // namespace

std::string edtf(const Window& window) { return write_window(window, "/"); }

std::string edtf(const TimeDomain& domain) {
  if (domain.period.value > 0 || domain.empty()) return {};
  std::vector<std::string> members;  // nine in the morning or in the evening: one day all the same
  for (const Window& w : domain.windows) {
    std::string member = write_window(w, "..");
    if (members.empty() || members.back() != member) members.push_back(std::move(member));
  }
  if (members.size() == 1) return edtf(domain.windows.front());
  return fmt::format("[{}]", fmt::join(members, ","));
}

std::optional<TimeDomain> parse_edtf(std::string_view text) {
  std::vector<Window> windows;
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    text = text.substr(1, text.size() - 2);
    for (;;) {
      const std::size_t comma = text.find(',');
      const auto window = read_window(text.substr(0, comma), "..");
      if (!window) return std::nullopt;
      windows.push_back(*window);
      if (comma == std::string_view::npos) break;
      text.remove_prefix(comma + 1);
    }
  } else {
    const auto window = read_window(text, "/");
    if (!window) return std::nullopt;
    windows.push_back(*window);
  }
  return TimeDomain::of(std::move(windows));
}

}  // namespace isnad
