#include "wording.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace isnad::wording {
namespace {

// Monday .. Sunday
constexpr std::array<std::string_view, 7> weekdays_ar{"\u0627\u0644\u0627\u062b\u0646\u064a\u0646",
                                                      "\u0627\u0644\u062b\u0644\u0627\u062b\u0627\u0621",
                                                      "\u0627\u0644\u0623\u0631\u0628\u0639\u0627\u0621",
                                                      "\u0627\u0644\u062e\u0645\u064a\u0633",
                                                      "\u0627\u0644\u062c\u0645\u0639\u0629",
                                                      "\u0627\u0644\u0633\u0628\u062a",
                                                      "\u0627\u0644\u0623\u062d\u062f"};
constexpr std::array<std::string_view, 7> weekdays_en{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
// minute hour day week month season quarter half-year year decade century
constexpr std::array<std::string_view, 11> units_ar{"\u062f\u0642\u064a\u0642\u0629",
                                                    "\u0633\u0627\u0639\u0629",
                                                    "\u064a\u0648\u0645",
                                                    "\u0623\u0633\u0628\u0648\u0639",
                                                    "\u0634\u0647\u0631",
                                                    "\u0641\u0635\u0644",
                                                    "\u0631\u0628\u0639 \u0633\u0646\u0629",
                                                    "\u0646\u0635\u0641 \u0633\u0646\u0629",
                                                    "\u0633\u0646\u0629",
                                                    "\u0639\u0642\u062f",
                                                    "\u0642\u0631\u0646"};
constexpr std::array<std::string_view, 11> units_en{"minute",  "hour",      "day",  "week",   "month",  "season",
                                                    "quarter", "half-year", "year", "decade", "century"};

std::string iso(Day day) { return edtf(window_of(day)); }

}  // namespace

Bilingual weekday(Weekday weekday) {
  const std::size_t at = static_cast<std::size_t>(weekday) - 1;
  return {std::string(weekdays_ar[at]), std::string(weekdays_en[at])};
}

Bilingual published(Day day) {
  const Bilingual name = weekday(weekday_of(day));
  return {fmt::format("\u0646\u064f\u0634\u0631 \u064a\u0648\u0645 {} {}", name.ar, iso(day)),
          fmt::format("published on {} {}", name.en, iso(day))};
}

Bilingual previous(Day day) {
  return {fmt::format("\u0645\u062d\u0633\u0648\u0628 \u0645\u0646 \u0627\u0644\u062a\u0627\u0631\u064a\u062e "
                      "\u0627\u0644\u0645\u0630\u0643\u0648\u0631 \u0642\u0628\u0644\u0647\u060c {}",
                      iso(day)),
          fmt::format("counted from the mention before it, {}", iso(day))};
}

Bilingual distance(std::int64_t count, TimeUnit unit) {
  const std::size_t at = static_cast<std::size_t>(unit);
  const std::int64_t n = count < 0 ? -count : count;
  return {fmt::format("{} \u0628\u0645\u0642\u062f\u0627\u0631 {} {}",
                      count < 0 ? "\u0642\u0628\u0644\u0647" : "\u0628\u0639\u062f\u0647", n, units_ar[at]),
          fmt::format("{} {}{} {}", n, units_en[at], n == 1 ? "" : "s", count < 0 ? "before" : "after")};
}

Bilingual nearest(bool future) {
  if (future)
    return {"\u0623\u0642\u0631\u0628 \u0645\u0648\u0639\u062f \u0643\u0647\u0630\u0627 \u0628\u0639\u062f\u0647",
            "the next such time"};
  return {
      "\u0622\u062e\u0631 \u0645\u0648\u0639\u062f \u0643\u0647\u0630\u0627 \u0642\u0628\u0644\u0647 \u0623\u0648 "
      "\u0641\u064a\u0647",
      "the last such time"};
}

Bilingual hence(const std::string& value) { return {"\u0641\u0647\u0648 " + value, "hence " + value}; }

Bilingual disagreement(const Mismatch& mismatch) {
  switch (mismatch.kind) {
    case Mismatch::Kind::weekday:
    case Mismatch::Kind::deictic_weekday:
      if (mismatch.said && mismatch.actual) {
        const Bilingual said = weekday(*mismatch.said);
        const Bilingual actual = weekday(*mismatch.actual);
        return {fmt::format("\u0642\u064a\u0644 {} \u0648\u0647\u0648 {}", said.ar, actual.ar),
                fmt::format("said to be a {}, but that day is a {}", said.en, actual.en)};
      }
      break;
    case Mismatch::Kind::no_such_day:
      return {"\u0644\u0627 \u0648\u062c\u0648\u062f \u0644\u0647\u0630\u0627 \u0627\u0644\u064a\u0648\u0645",
              "there is no such day"};
    case Mismatch::Kind::calendar_pair:
      break;
  }
  return {
      "\u0627\u0644\u062a\u0627\u0631\u064a\u062e\u0627\u0646 \u0644\u064a\u0633\u0627 \u064a\u0648\u0645\u0627\u064b "
      "\u0648\u0627\u062d\u062f\u0627\u064b",
      "the two dates are not the same day"};
}

}  // namespace isnad::wording
