#include "claims/event_time.h"

namespace isnad::claims {
namespace {

/// Half a week for weeks, and a tenth of ten days and more.
Minutes breadth(TimeUnit unit, Minutes said) {
  if (unit == TimeUnit::week) return {3 * minutes_per_day};
  return {unit == TimeUnit::day ? said.value / (10 * minutes_per_day) * minutes_per_day : 0};
}

/// Nothing for months and years: "a month after" is no day.
std::optional<EventDistance> distance_of(const Quantity& q, bool at_most) {
  const auto unit = [](TimeUnit u) -> std::int64_t {
    switch (u) {
      case TimeUnit::minute:
        return 1;
      case TimeUnit::hour:
        return 60;
      case TimeUnit::day:
        return minutes_per_day;
      case TimeUnit::week:
        return 7 * minutes_per_day;
      default:
        return 0;
    }
  }(q.unit);
  if (unit == 0) return std::nullopt;
  EventDistance distance;
  distance.in_days = unit >= minutes_per_day;
  if (!q.count) {  // "hours after": within a day; "minutes after": within an hour
    if (!distance.in_days) distance.most = Minutes{unit == 1 ? 60 : minutes_per_day};
    return distance;
  }
  distance.most = Minutes{*q.count * unit};
  if (at_most) return distance;
  distance.least = *distance.most;
  distance.breadth = breadth(q.unit, *distance.most);
  if (q.approximate) {
    distance.least = Minutes{(*q.count - 1) * unit};
    distance.most = Minutes{(*q.count + 1) * unit};
  }
  return distance;
}

/// The amount of time that an expression at the token tells.
const Timex* length_at(const Reading& reading, std::uint32_t token) {
  const auto x = reading.timex(token);
  if (!x) return nullptr;
  const Meaning& m = reading.timexes[*x].meaning;
  return m.kind == Meaning::Kind::duration || m.anchor == Anchor::event ? &reading.timexes[*x] : nullptr;
}

/// "The next day to the publication of the report": what the day is next to stands behind it.
std::optional<EventTime> next_day_of(const Reading& reading, std::uint32_t x, std::uint32_t token,
                                     std::uint32_t limit) {
  const Timex& day = reading.timexes[x];
  const Meaning& m = day.meaning;
  const bool next = m.kind == Meaning::Kind::current && m.quantity.unit == TimeUnit::day &&
                    m.anchor == Anchor::previous && m.direction == Direction::future && !m.fields.part;
  if (!next || token != day.first || day.last >= limit || reading.timex(day.last) ||
      !reading.has_contracting_preposition(day.last))
    return std::nullopt;
  if (!reading.is(day.last, Word::event) && !reading.is_definite(day.last)) return std::nullopt;
  EventTime time;
  time.tie = ClauseTie::after;
  time.event = day.last;
  time.distance = distance_of({1, TimeUnit::day}, false);
  time.by_day = true;
  return time;
}

}  // namespace

ClauseTie tie_of(std::string_view relation) {
  if (relation == "after") return ClauseTie::after;
  if (relation == "before") return ClauseTie::before;
  if (relation == "since") return ClauseTie::since;
  if (relation == "meanwhile") return ClauseTie::meanwhile;
  return ClauseTie::subordinate;
}

std::optional<EventDistance> distance_at(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  const Item* word = reading.item(token, Word::same_time);
  if (!word) return std::nullopt;
  if (const auto days = word->value.integer("days"))
    return distance_of({static_cast<std::int32_t>(*days), TimeUnit::day}, false);
  const Timex* length = token > 0 ? length_at(reading, token - 1) : nullptr;
  if (!length && word->last < limit) length = length_at(reading, word->last);
  return length ? distance_of(length->meaning.quantity, reading.is(length->first, Word::at_most)) : std::nullopt;
}

std::optional<EventTime> event_time_at(const Reading& reading, std::uint32_t token, std::uint32_t limit) {
  if (const auto x = reading.timex(token)) return next_day_of(reading, *x, token, limit);
  const Item* word = reading.item(token, Word::same_time);
  const Item* clause = reading.item(token, Word::subordinator);
  const Timex* ahead = token > 0 ? length_at(reading, token - 1) : nullptr;  // "three days after"
  EventTime result;
  const ClauseTie tie = clause ? tie_of(clause->value.text("value").value_or("")) : ClauseTie::subordinate;
  if (tie != ClauseTie::subordinate && tie != ClauseTie::meanwhile && (!word || !reading.is(word->last, Word::event))) {
    result.tie = tie;
    result.event = clause->last;
    if (ahead) result.distance = distance_of(ahead->meaning.quantity, reading.is(ahead->first, Word::at_most));
    if (result.event >= limit || reading.timex(result.event)) return std::nullopt;
    return result;
  }
  if (!word) return std::nullopt;
  result.tie = tie_of(word->value.text("value").value_or(""));
  result.event = word->last;
  if (result.event >= limit) return std::nullopt;
  if (const auto days = word->value.integer("days"))
    result.distance = distance_of({static_cast<std::int32_t>(*days), TimeUnit::day}, false);
  if (ahead) result.distance = distance_of(ahead->meaning.quantity, reading.is(ahead->first, Word::at_most));
  if (reading.timex(result.event)) {
    const Timex* timex = length_at(reading, result.event);
    if (timex == nullptr || timex->last >= limit || !reading.is(timex->last, Word::from_event)) return std::nullopt;
    result.distance = distance_of(timex->meaning.quantity, reading.is(timex->first, Word::at_most));
    result.event = reading.after(timex->last, Word::from_event);
    if (result.event >= limit || reading.timex(result.event)) return std::nullopt;
    return result;
  }
  const bool of_day = word->value.has("days") && reading.is_definite(result.event);  // "the day after the crowning"
  if (!reading.is(result.event, Word::event) && !of_day) return std::nullopt;
  return result;
}

}  // namespace isnad::claims
