#include "claims/time_told_again.h"

#include "claims/claim_time.h"

namespace isnad::claims {
namespace {

/// "The day", "the year", with "the same" behind it, that ends with the relative word at the token.
const Item* unit_before(const Reading& reading, std::uint32_t relative, std::uint32_t limit) {
  constexpr std::uint32_t longest = 2;  // ahead of the relative word
  for (std::uint32_t back = 1; back <= longest && relative >= limit + back; ++back)
    if (const Item* item = reading.item(relative - back, "time-told-again"); item && item->last == relative + 1)
      return item;
  return nullptr;
}

bool is_of_unit(const Meaning& m, std::string_view unit) {
  const CalendarFields& f = m.fields;
  if (m.kind == Meaning::Kind::range) return false;
  if (unit == "year") return !f.month && (f.year || m.quantity.unit == TimeUnit::year);
  if (unit == "month") return !f.day && (f.month || m.quantity.unit == TimeUnit::month);
  const bool calendar = m.kind == Meaning::Kind::calendar;
  if (unit == "week") return !calendar && !f.weekday && m.quantity.unit == TimeUnit::week;
  if (unit != "day" && !unit.empty()) return false;  // nothing said: the night
  return f.day || f.weekday || (!calendar && m.quantity.unit == TimeUnit::day);
}

}  // namespace

std::optional<std::uint32_t> time_told_again(const Reading& reading, TokenRange relative, std::uint32_t limit) {
  constexpr std::uint32_t farthest = 12;
  const Item* unit = unit_before(reading, relative.first, limit);
  if (unit == nullptr) return std::nullopt;
  bool in_it = false;
  for (std::uint32_t t = relative.first; t < relative.last; ++t) {
    if (const auto x = reading.timex(t); x && dates_events(reading.timexes[*x])) return std::nullopt;
    in_it = in_it || reading.is_class(t, "in-it");
  }
  if (!in_it) return std::nullopt;
  for (std::uint32_t t = unit->first; t > limit && unit->first - t < farthest; --t) {
    const auto x = reading.timex(t - 1);
    if (!x) continue;
    const Timex& time = reading.timexes[*x];
    const bool dates = dates_events(time) && is_of_unit(time.meaning, unit->value.text("unit").value_or(""));
    return dates ? x : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace isnad::claims
