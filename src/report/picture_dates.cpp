#include "report/picture_dates.h"

#include <unicode/dtitvfmt.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <cassert>

namespace isnad::picture {
namespace {

UDate udate(Day day) { return static_cast<double>(start_of(day).value) * 60000.0; }

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

std::unique_ptr<icu::GregorianCalendar> proleptic(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  calendar->setGregorianChange(-8.64e15, status);  // the first date that ICU knows
  assert(U_SUCCESS(status));
  return calendar;
}

/// One way to write a date, by CLDR skeleton: "MMMMd", "yMMMM", ...
class Format {
 public:
  Format(const icu::Locale& locale, const char* skeleton) {
    UErrorCode status = U_ZERO_ERROR;
    single_.reset(dynamic_cast<icu::SimpleDateFormat*>(
        icu::DateFormat::createInstanceForSkeleton(icu::UnicodeString(skeleton), locale, status)));
    assert(U_SUCCESS(status) && single_);
    single_->adoptCalendar(proleptic(locale).release());
    range_.reset(icu::DateIntervalFormat::createInstance(icu::UnicodeString(skeleton), locale, status));
    assert(U_SUCCESS(status) && range_);
    range_->setTimeZone(*icu::TimeZone::getGMT());
  }
  [[nodiscard]] std::string operator()(Day day) const {
    icu::UnicodeString out;
    return utf8(single_->format(udate(day), out));
  }
  [[nodiscard]] std::string operator()(Day first, Day last) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    icu::FieldPosition ignored(icu::FieldPosition::DONT_CARE);
    const icu::DateInterval interval(udate(first), udate(last));
    range_->format(&interval, out, ignored, status);
    return U_SUCCESS(status) ? utf8(out) : (*this)(first) + "\u2013" + (*this)(last);
  }

 private:
  std::unique_ptr<icu::SimpleDateFormat> single_;
  std::unique_ptr<icu::DateIntervalFormat> range_;
};

std::string clock(Instant t) {
  const std::int64_t minute = (t - start_of(day_of(t))).value;
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minute / 60) + ":" + two(minute % 60);
}

const char* part_key(DayPart part) {
  switch (part) {
    case DayPart::first_hours:
      return "picture.part.first_hours";
    case DayPart::dawn:
      return "picture.part.dawn";
    case DayPart::morning:
      return "picture.part.morning";
    case DayPart::noon:
      return "picture.part.noon";
    case DayPart::afternoon:
      return "picture.part.afternoon";
    case DayPart::evening:
      return "picture.part.evening";
    case DayPart::night:
      return "picture.part.night";
    case DayPart::midnight:
      break;
  }
  return "picture.part.midnight";
}

bool begins_month(Day day) { return civil_from_day(day).day == 1; }
bool ends_month(Day day) { return begins_month(day + 1); }

}  // namespace

struct DateWords::Formats {
  explicit Formats(const icu::Locale& locale)
      : day(locale, "MMMMd"),
        short_day(locale, "MMMd"),
        full_day(locale, "yMMMMd"),
        weekday(locale, "EEEE"),
        month(locale, "LLLL"),
        full_month(locale, "yMMMM"),
        year(locale, "y") {}
  Format day, short_day, full_day, weekday, month, full_month, year;
};

DateWords::DateWords(Language language, std::optional<std::int32_t> year)
    : language_(language),
      year_(year),
      formats_(std::make_unique<Formats>(icu::Locale(language == Language::ar ? "ar@numbers=latn" : "en_GB"))) {}
DateWords::~DateWords() = default;

bool DateWords::year_is_said(Day day) const { return !year_ || civil_from_day(day).year != *year_; }

std::string DateWords::day(Day day) const { return formats_->day(day); }
std::string DateWords::short_day(Day day) const { return formats_->short_day(day); }
std::string DateWords::day_and_year(Day day) const { return formats_->full_day(day); }
std::string DateWords::weekday(Day day) const { return formats_->weekday(day); }
std::string DateWords::month(Day day) const { return formats_->month(day); }
std::string DateWords::month_and_year(Day day) const { return formats_->full_month(day); }
std::string DateWords::year(Day day) const { return formats_->year(day); }

std::string DateWords::bounded(Instant earliest, Instant latest, std::optional<DayPart> part) const {
  const Day first = day_of(earliest);
  const Day last = day_of(latest);
  const bool with_year = year_is_said(first) || year_is_said(last);
  const auto& day_format = with_year ? formats_->full_day : formats_->day;
  const bool whole_days = earliest == start_of(first) && latest == end_of(last);
  if (part && last - first <= 1 && !whole_days) {
    return message(language_, part_key(*part), {{"day", day_format(first)}});
  }
  if (whole_days) {
    if (first == last) return day_format(first);
    if (begins_month(first) && ends_month(last)) {
      const CivilDate a = civil_from_day(first);
      const CivilDate b = civil_from_day(last);
      if (a.month == 1 && b.month == 12) {
        return a.year == b.year ? formats_->year(first) : formats_->year(first) + "\u2013" + formats_->year(last);
      }
      const auto& month_format = with_year ? formats_->full_month : formats_->month;
      return a.year == b.year && a.month == b.month ? month_format(first) : month_format(first, last);
    }
    return day_format(first, last);
  }
  if (earliest == latest) return day_format(first) + " " + clock(earliest);
  const Instant behind = latest + Minutes{1};  // "until 06:59" is read as until 07:00
  const std::string end = behind == start_of(last + 1) ? "24:00" : clock(behind);
  const std::string begin = clock(earliest);
  if (first == last) return day_format(first) + " " + begin + "\u2013" + end;
  return day_format(first) + " " + begin + " \u2013 " + day_format(last) + " " + end;
}

std::string DateWords::moment(Instant t, bool whole_day, std::optional<DayPart> part) const {
  const Day day = day_of(t);
  const std::string date = year_is_said(day) ? formats_->full_day(day) : formats_->day(day);
  if (part) return message(language_, part_key(*part), {{"day", date}});
  return whole_day ? date : date + " " + clock(t);
}

std::string DateWords::window(const Window& window, std::optional<DayPart> part) const {
  if (window.bounded()) return bounded(*window.earliest, *window.latest, part);
  if (window.latest) {
    const bool whole = *window.latest == end_of(day_of(*window.latest));
    const Instant end = whole ? *window.latest : *window.latest + Minutes{1};
    return message(language_, "picture.until", {{"date", moment(end, whole, part)}});
  }
  if (window.earliest) {
    const bool whole = *window.earliest == start_of(day_of(*window.earliest));
    return message(language_, "picture.since", {{"date", moment(*window.earliest, whole, part)}});
  }
  return {};
}

}  // namespace isnad::picture
