#include "compose.h"

#include <array>
#include <charconv>
#include <string_view>

#include "dated_fields.h"

namespace isnad {
namespace {

template <class E, std::size_t N>
using Names = std::array<std::pair<std::string_view, E>, N>;

constexpr Names<Meaning::Kind, 9> kinds{{{"calendar", Meaning::Kind::calendar},
                                         {"offset", Meaning::Kind::offset},
                                         {"current", Meaning::Kind::current},
                                         {"range", Meaning::Kind::range},
                                         {"alternatives", Meaning::Kind::alternatives},
                                         {"span", Meaning::Kind::span},
                                         {"duration", Meaning::Kind::duration},
                                         {"set", Meaning::Kind::set},
                                         {"reference", Meaning::Kind::reference}}};
constexpr Names<Direction, 3> directions{
    {{"past", Direction::past}, {"present", Direction::present}, {"future", Direction::future}}};
constexpr Names<Anchor, 4> anchors{{{"none", Anchor::none},
                                    {"publication", Anchor::publication},
                                    {"previous", Anchor::previous},
                                    {"event", Anchor::event}}};
constexpr Names<PeriodPart, 4> periods{{{"begin", PeriodPart::begin},
                                        {"middle", PeriodPart::middle},
                                        {"end", PeriodPart::end},
                                        {"weekend", PeriodPart::weekend}}};
constexpr Names<TimeUnit, 13> units{{{"second", TimeUnit::second},
                                     {"minute", TimeUnit::minute},
                                     {"hour", TimeUnit::hour},
                                     {"day", TimeUnit::day},
                                     {"week", TimeUnit::week},
                                     {"month", TimeUnit::month},
                                     {"season", TimeUnit::season},
                                     {"quarter", TimeUnit::quarter},
                                     {"half_year", TimeUnit::half_year},
                                     {"year", TimeUnit::year},
                                     {"decade", TimeUnit::decade},
                                     {"century", TimeUnit::century},
                                     {"millennium", TimeUnit::millennium}}};
constexpr Names<DayPart, 8> day_parts{{{"first_hours", DayPart::first_hours},
                                       {"dawn", DayPart::dawn},
                                       {"morning", DayPart::morning},
                                       {"noon", DayPart::noon},
                                       {"afternoon", DayPart::afternoon},
                                       {"evening", DayPart::evening},
                                       {"night", DayPart::night},
                                       {"midnight", DayPart::midnight}}};

/// Reads fields of one record, remembering whether any was malformed.
class Fields {
 public:
  explicit Fields(const Record& record) : record_(record) {
    for (const auto& field : record.fields()) seen_ |= trace(field.first);
  }

  template <class E, std::size_t N>
  std::optional<E> name(std::string_view field, const Names<E, N>& names) {
    if (!may_have(field)) return std::nullopt;
    const auto text = record_.text(field);
    if (!text) {
      ok_ = ok_ && !record_.has(field);
      return std::nullopt;
    }
    for (const auto& [known, value] : names) {
      if (known == *text) return value;
    }
    ok_ = false;
    return std::nullopt;
  }

  std::optional<std::int32_t> number(std::string_view field, std::int64_t lo, std::int64_t hi) {
    return may_have(field) ? read_number(field, lo, hi) : std::nullopt;
  }

  std::string text(std::string_view field) {
    return may_have(field) ? std::string(record_.text(field).value_or("")) : std::string();
  }
  bool flag(std::string_view field) { return number(field, 0, 1).value_or(0) == 1; }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  /// Apart from number(), which is asked for each of the many fields that there may be.
  [[gnu::noinline]] std::optional<std::int32_t> read_number(std::string_view field, std::int64_t lo, std::int64_t hi) {
    const auto value = record_.integer(field);
    if (!value) {
      ok_ = ok_ && !record_.has(field);
      return std::nullopt;
    }
    if (*value < lo || *value > hi) {
      ok_ = false;
      return std::nullopt;
    }
    return static_cast<std::int32_t>(*value);
  }

  /// A bit of the 64 by a name's length and begin.
  [[nodiscard]] static constexpr std::uint64_t trace(std::string_view name) {
    return name.empty() ? 0 : std::uint64_t{1} << ((name.size() * 5 + static_cast<unsigned char>(name.front())) % 64);
  }
  /// Of the many fields that there may be a record has a handful: nearly all others are told so.
  [[nodiscard]] bool may_have(std::string_view field) const { return (seen_ & trace(field)) != 0; }

  const Record& record_;
  std::uint64_t seen_ = 0;
  bool ok_ = true;
};

/// The hour on the 24-hour clock, where the part of the day tells which half is meant.
void settle_hour(CalendarFields& f) {
  if (!f.hour || !f.part) return;
  const std::int32_t hour = *f.hour;
  const DayPart part = *f.part;
  const bool after_noon = part == DayPart::afternoon || part == DayPart::evening ||
                          (part == DayPart::noon && hour <= 4) || (part == DayPart::night && hour >= 6);
  if (after_noon && hour < 12) f.hour = hour + 12;
  if (hour == 12 && (part == DayPart::night || part == DayPart::midnight || part == DayPart::first_hours)) f.hour = 0;
  // "Twelve in the evening" is said of midnight; with minutes it is what a clock calls p.m.
  if (hour == 12 && part == DayPart::evening) f.hour = f.minute.value_or(0) == 0 ? 24 : 12;
  f.twelve_hour = false;
}

/// "16.30", which is a decimal to the tokeniser.
void clock(std::string_view text, CalendarFields& f) {
  const std::size_t point = text.find_first_of(".,");
  if (point == std::string_view::npos || text.size() != point + 3) return;
  std::int32_t hour = 0;
  std::int32_t minute = 0;
  const char* const end = text.data() + text.size();
  if (std::from_chars(text.data(), end, hour).ptr != text.data() + point) return;
  if (std::from_chars(text.data() + point + 1, end, minute).ptr != end) return;
  if (hour > 24 || minute > 59) return;
  f.hour = hour;
  f.minute = minute;
}

/// "0329", "1100": hours and minutes in one figure.
void clock_figure(std::optional<std::int32_t> figure, CalendarFields& f) {
  if (!figure || *figure % 100 > 59) return;
  f.hour = *figure / 100;
  f.minute = *figure % 100;
}

CalendarFields calendar_fields(Fields& in) {
  CalendarFields f;
  f.calendar = in.flag("hijri") ? Calendar::hijri : Calendar::gregorian;
  f.millennium = in.number("millennium", 1, 9);
  f.century = in.number("century", 1, 30);
  f.decade = in.number("decade", 100, 300);
  if (const auto year = in.number("decade_of", 1000, 3000)) f.decade = *year / 10;
  f.year = in.number("year", 1, 9999);
  f.month = in.number("month", 1, 12);
  f.week = in.number("week", 1, 6);
  f.day = in.number("day", 1, 31);
  f.quarter = in.number("quarter", 1, 4);
  f.half = in.number("half", 1, 2);
  f.season = in.number("season", 1, 4);
  // What no clock shows ("25:70") is kept, and told of when it is dated.
  f.hour = in.number("hour", 0, 99);
  f.minute = in.number("minute", 0, 99);
  f.zone = in.number("zone", -14 * 60, 14 * 60);
  f.place = in.text("place");
  f.before_christ = in.flag("bc");
  clock(in.text("clock"), f);
  clock_figure(in.number("clock_figure", 0, 2400), f);
  f.twelve_hour = in.flag("twelve_hour");
  f.nth = in.flag("nth");
  if (const auto weekday = in.number("weekday", 1, 7)) f.weekday = static_cast<Weekday>(*weekday);
  f.part = in.name("part", day_parts);
  settle_hour(f);
  return f;
}

constexpr int deepest = 3;  // a range of dates, each with a pair

std::optional<Meaning> compose_within(const Record& record, int depth) {
  Fields in(record);
  Meaning m;
  m.kind = in.name("kind", kinds).value_or(Meaning::Kind::calendar);
  m.direction = in.name("direction", directions).value_or(Direction::unsaid);
  m.period = in.name("period", periods).value_or(PeriodPart::whole);
  m.fields = calendar_fields(in);
  m.pointing = in.flag("pointing");
  m.quantity.count = in.number("count", 0, 100000);
  m.quantity.unit = in.name("unit", units).value_or(TimeUnit::day);
  m.quantity.rest = in.number("rest", 0, 100000).value_or(0);
  m.quantity.rest_unit = in.name("rest_unit", units).value_or(TimeUnit::day);
  m.quantity.approximate = in.flag("approximate");
  const bool absolute = m.kind == Meaning::Kind::calendar && tells_own_years(m.fields);
  m.anchor = in.name("anchor", anchors).value_or(absolute ? Anchor::absolute : Anchor::publication);
  if (m.kind == Meaning::Kind::duration || m.kind == Meaning::Kind::set) m.anchor = Anchor::none;
  if (!in.ok() || depth > deepest) return std::nullopt;

  if (m.kind == Meaning::Kind::range || m.kind == Meaning::Kind::alternatives) {
    for (const char* prefix : {"from.", "to.", "third."}) {
      const Record part = record.part(prefix);
      if (part.fields().empty()) continue;
      auto meaning = compose_within(part, depth + 1);
      if (!meaning) return std::nullopt;
      m.parts.push_back(std::move(*meaning));
    }
    if (m.parts.size() < 2) return std::nullopt;
  } else if (const Record pair = record.part("pair."); !pair.fields().empty()) {
    auto meaning = compose_within(pair, depth + 1);
    if (!meaning) return std::nullopt;
    m.parts.push_back(std::move(*meaning));
  }
  return m;
}

}  // namespace

std::optional<Meaning> compose(const Record& record) { return compose_within(record, 0); }

TimexType type_of(const Meaning& m) {
  switch (m.kind) {
    case Meaning::Kind::duration:
    case Meaning::Kind::span:
      return TimexType::duration;
    case Meaning::Kind::set:
      return TimexType::set;
    case Meaning::Kind::range:
    case Meaning::Kind::alternatives:
      return type_of(m.parts.back());
    case Meaning::Kind::offset:
      if (m.anchor == Anchor::event) return TimexType::duration;
      if (m.quantity.unit <= TimeUnit::hour) return TimexType::time;
      break;
    default:
      break;
  }
  return m.fields.hour || m.fields.part ? TimexType::time : TimexType::date;
}

}  // namespace isnad
