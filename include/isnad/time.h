// isnad/time.h - temporal expressions: found, understood, dated; and when an article was published.
//
//   Annotation --tag--> Timex[] (meaning, no date yet) --resolve--> dates, given the publication day
//
// A meaning is kept apart from its resolution, because the publication day may be unknown: the constraint network then
// uses relaxation(meaning), and resolve() is asked again when the day is known.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/calendar.h"
#include "isnad/core.h"
#include "isnad/rules.h"
#include "isnad/text.h"

namespace isnad {

enum class TimexType : std::uint8_t { date, time, duration, set };
enum class TimeUnit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  month,
  season,
  quarter,
  half_year,
  year,
  decade,
  century,
  millennium
};
/// Parts of a day with the hours that news means by them; TIMEX3 codes TDW TMO TMD(noon) TAF TEV TNI. Night runs into
/// the next day.
enum class DayPart : std::uint8_t { first_hours, dawn, morning, noon, afternoon, evening, night, midnight };
/// From what an expression counts.
enum class Anchor : std::uint8_t { none, absolute, publication, previous, event };
/// Where a direction is said ("last", "next", "this"), or not.
enum class Direction : std::uint8_t { unsaid, past, present, future };
/// Weekend: of a week, whichever days it has there.
enum class PeriodPart : std::uint8_t { whole, begin, middle, end, weekend };
enum class Calendar : std::uint8_t { gregorian, hijri };

/// A point or period told by calendar fields, as far as they are told.
struct CalendarFields {
  Calendar calendar = Calendar::gregorian;
  /// millennium: 3 for 2000..2999; century: 19 for 1801..1900's popular sense 1800..1899; decade: 198 for 1980..1989;
  /// season: 1 spring .. 4 winter; quarter and half are those of a century where it is told; week: of the month that is
  /// told, 1..5, or 6 the last.
  std::optional<std::int32_t> millennium, century, decade, year, month, week, day, quarter, half, season, hour, minute;
  std::optional<Weekday> weekday;
  std::optional<DayPart> part;
  std::optional<std::int32_t> zone;  ///< of a clock time: minutes ahead of UTC, where the article says it
  std::string place;                 ///< of a clock time: the IANA name of the zone that the article names, or ""
  bool before_christ = false;        ///< of a year or century: a value without a domain
  bool twelve_hour = false;          ///< the hour may be before or after noon
  bool nth = false;                  ///< where the weekday is not that of the day: the day-th such weekday of the month
  bool operator==(const CalendarFields&) const = default;
};

/// A number of units; the number is missing in "some days". With a smaller unit behind it in "three years and a half".
struct Quantity {
  std::optional<std::int32_t> count;
  TimeUnit unit = TimeUnit::day;
  std::int32_t rest = 0;  ///< so many `rest_unit`s more; 0 where there is no such part
  TimeUnit rest_unit = TimeUnit::day;
  bool approximate = false;  ///< also of a year told with "about", without a count
  bool operator==(const Quantity&) const = default;
};

/// What a temporal expression means, before the publication day is known.
struct Meaning {
  enum class Kind : std::uint8_t {
    calendar,  ///< fields; missing larger ones are found by direction, else the nearest past one is meant.
               ///< `parts` may hold one more calendar meaning: the same day told in another calendar
    offset,    ///< `quantity` before/after the anchor ("yesterday", "two days ago", "the next day")
    current,   ///< the unit that holds the anchor ("this year", "today": day); with direction past or future the
               ///< unit before or after it ("last week"). `fields` then say which part of it ("the 15th of this month")
    range,     ///< from the first to the second of `parts`
    alternatives,  ///< one of `parts`
    span,          ///< the last/next `quantity` of time, as a stretch ("during the last two weeks")
    duration,      ///< a length, not a date
    set,           ///< repeated
    reference      ///< now, earlier, later: too vague for a date
  };
  Kind kind = Kind::calendar;
  Anchor anchor = Anchor::publication;
  Direction direction = Direction::unsaid;
  bool pointing = false;  ///< "two days after that": of a mention before, never of the publication day
  bool ahead = false;  ///< words before it speak of what is to come: unsaid, the nearer date is meant, not the past one
  PeriodPart period = PeriodPart::whole;  ///< "late November"
  CalendarFields fields;                  ///< calendar; or what is said beside an offset ("dawn yesterday, Sunday")
  Quantity quantity;                      ///< offset, span, duration, set
  std::vector<Meaning> parts;             ///< range, alternatives
  bool operator==(const Meaning&) const = default;
};

/// What an expression says against itself, or against the calendar. The meaning keeps both sides; the domain follows
/// the explicit date.
struct Mismatch {
  enum class Kind : std::uint8_t {
    weekday,          ///< "Saturday 8 December 2024", which was a Sunday
    no_such_day,      ///< "31 November"; the domain is then the month
    deictic_weekday,  ///< "yesterday, Thursday" against the publication day
    calendar_pair     ///< a Hijri and a Gregorian date more than a day apart
  };
  Kind kind{};
  std::optional<Weekday> said, actual;  ///< weekday, deictic_weekday
  std::vector<Day> instead;  ///< dates that fit when one field is changed: nearest day, then month, then year
  bool operator==(const Mismatch&) const = default;
};

/// What the words directly before a date say of it.
enum class DateCue : std::uint8_t { none, published, updated };

/// What an article commemorates on a day: something so many years before, on a day of the year where its name tells it
/// ("the first anniversary of 25 January").
struct Anniversary {
  std::int32_t years = 0;
  std::optional<std::int32_t> month, day;
};

/// A temporal expression of a document.
struct Timex {
  SourceSpan span;
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  TimexType type{};
  Meaning meaning;
  std::string rule;  ///< the rule that found it
  DateCue cue = DateCue::none;
  std::optional<Anniversary> anniversary;  ///< of "today", where the sentence calls it one
  // Filled by resolve_all():
  std::string value;                 ///< TIMEX3 value; XXXX-XX-XX where it depends on an unknown day
  std::string mod;                   ///< TIMEX3 mod: START MID END APPROX ...; may be empty
  std::optional<TimeDomain> domain;  ///< when; nothing for durations, sets, references and where it is not known
  std::optional<Mismatch> mismatch;
  std::vector<Bilingual> derivation;  ///< steps from the words to the date, one short phrase each
};

/// The EDTF of the date of a resolved expression; empty without one. Of what counts weeks or more ("a week ago", "about
/// two months ago") the day or month that it counts to, as approximate ("2024-09-20~"), though its domain allows for
/// more; of a midnight the day that it ends. O(windows).
[[nodiscard]] std::string edtf(const Timex& timex);

/// All temporal expressions of a document, in order, none overlapping. Includes those in datelines, captions and
/// boilerplate blocks (callers look at the role). O(tokens).
[[nodiscard]] std::vector<Timex> tag(const Document& document, const Grammar& grammar, const Annotation& annotation);
/// The same by the rules, for who needs their items for nothing else.
[[nodiscard]] std::vector<Timex> tag(const Document& document, const Grammar& grammar);

/// What an expression counts from.
struct Reference {
  std::optional<Day> publication;      ///< the publication day, where known
  std::optional<TimeDomain> previous;  ///< what the previous mention meant, where there is one
  bool future = false;                 ///< the sentence speaks of what is to come: bare weekdays and dates lie ahead
  bool derive = true;                  ///< tell the steps; they cost more than the date
};

/// A meaning, dated. `domain` is missing where the reference does not suffice. Where the words disagree (31 November, a
/// Sunday that is a Monday) it is what the explicit date says, and `mismatch` is the finding's raw material.
struct Resolution {
  std::optional<TimeDomain> domain;
  std::string value;
  std::string mod;
  std::optional<Mismatch> mismatch;
  std::vector<Bilingual> derivation;
};
[[nodiscard]] Resolution resolve(const Meaning& meaning, const Reference& reference);

/// A day of the year told without its year and without a word on its side, which comes in the next three months and was
/// there last more than nine months ago: news tells such a day so when it is announced (34 of 45 in the Arabic BBC and
/// CNN and Jawhara FM; most of the others are of a year further back).
[[nodiscard]] bool comes_soon(const Meaning& meaning, Day publication);

/// A month told so, which is one of the next three.
[[nodiscard]] bool month_comes_soon(const Meaning& meaning, Day publication);

/// Bounds lo <= t - anchor <= hi in minutes; a missing side is open.
struct OffsetBounds {
  std::optional<Minutes> lo, hi;
  bool operator==(const OffsetBounds&) const = default;
};

/// A sound relaxation of a meaning for an unknown publication day, whose midnight is p: what is dated lies at t, the
/// previous mention at q. Each t that resolve() allows for some p satisfies it, except where the words disagree.
struct Relaxation {
  std::optional<TimeDomain> domain;              ///< of t alone ("a Sunday", "27 November of some year")
  std::optional<OffsetBounds> from_publication;  ///< t - p
  std::optional<OffsetBounds> from_previous;     ///< t - q
  std::optional<TimeDomain> publication;         ///< of p alone ("today, Monday")
};
[[nodiscard]] Relaxation relaxation(const Meaning& meaning, bool future);

/// How the publication day of an article is known.
enum class PublicationOrigin : std::uint8_t { given, stated, inferred, unknown };
struct Publication {
  PublicationOrigin origin = PublicationOrigin::unknown;
  std::optional<Day> day;              ///< given or stated: the day
  std::optional<TimeDomain> domain;    ///< what a date line says of the day without fixing it ("8 December")
  std::optional<SourceSpan> evidence;  ///< the words that state it
  std::vector<Bilingual> derivation;
};

/// given (source.published) > stated (date line, byline, "published on", "today <full date>" in the body, date in the
/// URL's path or at the end of the file's name) > inferred (a date line without a year, with the weekday that is
/// "today" and a day told in full near it; such a line, or that weekday, shortly before "last updated"; "today" as the
/// anniversary of a day that is told). Captions, copyright years and "last updated" alone do not count.
[[nodiscard]] Publication find_publication(const Document& document, const std::vector<Timex>& timexes);

/// Fills value, mod, domain and derivation of each, in order, so that each knows the mention before it. With an unknown
/// day, what depends on it stays without domain. `future[i]`: the clause of timex i speaks of what is to come (may be
/// empty: none does). Without `derive` the derivations stay empty.
void resolve_all(std::vector<Timex>& timexes, const Document& document, std::optional<Day> publication,
                 const std::vector<bool>& future, bool derive = true);

}  // namespace isnad
