// A day or month without its year that news announces.
#include "comes_soon.h"

#include "dated_fields.h"
#include "isnad/time.h"
#include "nearest_date.h"
#include "periods.h"

namespace isnad {
namespace {

constexpr std::int32_t soon = 95;  // days

bool lacks_year_and_side(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && m.anchor == Anchor::publication && m.direction == Direction::unsaid &&
         !m.ahead && f.calendar == Calendar::gregorian && f.month && !f.year && !f.weekday;
}

}  // namespace

bool is_next_month(const Meaning& m, Day publication) {
  return lacks_year_and_side(m) && !m.fields.day && *m.fields.month == civil_from_day(publication).month % 12 + 1;
}

bool month_comes_soon(const Meaning& m, Day publication) {
  constexpr std::int32_t months = 3;
  if (!lacks_year_and_side(m) || m.fields.day) return false;
  const std::int32_t ahead = (*m.fields.month - civil_from_day(publication).month + 12) % 12;
  return ahead > 0 && ahead <= months;
}

bool comes_soon(const Meaning& meaning, Day publication) {
  if (meaning.kind == Meaning::Kind::range && !meaning.parts.empty())  // "on 1 and 2 February"
    return !meaning.parts.front().fields.year && comes_soon(meaning.parts.back(), publication);
  if (!lacks_year_and_side(meaning) || !meaning.fields.day) return false;
  const auto coming = nearest_date(meaning.fields, meaning.period, Direction::unsaid, publication, true);
  const auto days = coming ? days_of(*coming) : std::nullopt;
  return days && first_day(*days) > publication && first_day(*days) - publication <= soon;
}

}  // namespace isnad
