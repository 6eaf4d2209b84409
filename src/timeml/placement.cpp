// TIMEX3 values on the calendar. Being unsure, it lets them float.
#include <algorithm>
#include <array>

#include "isnad/calendar.h"
#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> choices) {
  return std::find(choices.begin(), choices.end(), text) != choices.end();
}

std::optional<std::int32_t> number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  std::int32_t out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  return out;
}

Window widened(Window window, std::int64_t minutes) {
  return {*window.earliest - Minutes{minutes}, *window.latest + Minutes{minutes}};
}

/// First to last year; nothing where the calendar has them not.
std::optional<Window> years(std::int32_t first, std::int32_t last) {
  const auto begin = day_from_civil({first, 1, 1});
  const auto end = day_from_civil({last, 12, 31});
  if (!begin || !end) return std::nullopt;
  return Window{start_of(*begin), end_of(*end)};
}

/// "2024-W49", "2024-W49-5", "2024-W49-WE". ISO weeks begin on Monday; the Sunday before is allowed, because not every
/// annotator's do.
std::optional<Window> week(std::string_view date) {
  if (date.size() < 8 || date.substr(4, 2) != "-W" || (date.size() > 8 && date[8] != '-')) return std::nullopt;
  const auto year = number(date.substr(0, 4));
  const auto count = number(date.substr(6, 2));
  if (!year || !count || *count < 1 || *count > 53) return std::nullopt;
  const auto fourth = day_from_civil({*year, 1, 4});  // is in the first week
  if (!fourth) return std::nullopt;
  const Day monday = *fourth - (static_cast<std::int32_t>(weekday_of(*fourth)) - 1) + (*count - 1) * 7;
  return Window{start_of(monday - 1), end_of(monday + 6)};
}

/// A time of day: "TMO", "T08", "T08:30", "T08:30:15.5", and with a zone. Lies within; the hour of a clock time may be
/// that of any place where it is told with a zone, since the other times of the document stand on an unknown one.
std::optional<Placement> time_of_day(std::string_view date, std::string_view time) {
  const auto day = parse_edtf(date);
  if (date.size() != 10 || !day || day->windows.size() != 1) return std::nullopt;
  const Window whole = day->windows.front();
  if (time == "NI") return Placement{{*whole.earliest, *whole.latest + Minutes{minutes_per_day / 2}}, false};
  if (is_one_of(time, {"MO", "MI", "AF", "EV", "DT"}) || time.starts_with("X")) return Placement{whole, false};
  constexpr std::int64_t between_zones = std::int64_t{26} * 60;  // from UTC-12 to UTC+14
  const std::size_t zone = time.find_first_of("Z+-");
  const std::string_view clock = time.substr(0, zone).substr(0, 5);
  if (clock.starts_with("24")) return std::nullopt;
  const auto at = parse_edtf(std::string(date) + "T" + std::string(clock));
  if (!at || at->windows.size() != 1) return std::nullopt;
  return Placement{zone == std::string_view::npos ? at->windows.front() : widened(at->windows.front(), between_zones),
                   false};
}

std::optional<Placement> of_value(std::string_view value) {
  if (const std::size_t t = value.find('T'); t != std::string_view::npos) {
    return time_of_day(value.substr(0, t), value.substr(t + 1));
  }
  bool whole = true;
  while (value.ends_with("-XX")) {  // some day of a month, some month of a year
    value.remove_suffix(3);
    whole = false;
  }
  if (const auto found = week(value)) return Placement{*found, false};
  if (const auto part = number(value); part && value.size() < 4) {  // a decade, a century
    const std::int32_t length = value.size() == 3 ? 10 : 100;
    if (value.size() < 2) return std::nullopt;
    const auto found = years(*part * length, *part * length + length - 1);
    return found ? std::optional(Placement{*found, false}) : std::nullopt;
  }
  if (value.find_first_not_of("0123456789-") != std::string_view::npos) return std::nullopt;
  const auto domain = parse_edtf(value);
  if (!domain || domain->windows.size() != 1 || !domain->windows.front().bounded()) return std::nullopt;
  return Placement{domain->windows.front(), whole};
}

}  // namespace

std::optional<Placement> placement(const Interval& interval) {
  if (interval.kind != IntervalKind::timex || is_one_of(interval.type, {"DURATION", "SET"})) return std::nullopt;
  const std::string_view mod = interval.mod;
  const bool part = is_one_of(mod, {"START", "MID", "END"});
  if (!mod.empty() && mod != "NONE" && !part) return std::nullopt;  // BEFORE, APPROX and the like
  auto found = of_value(interval.value);
  // A document is written at some moment of the day that it names.
  if (found && (part || (!interval.function.empty() && interval.function != "NONE"))) found->fills = false;
  return found;
}

}  // namespace isnad::tml
