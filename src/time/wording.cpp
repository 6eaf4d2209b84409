#include "wording.h"

#include <fmt/format.h>

#include <array>

#include "isnad/messages.h"

namespace isnad::wording {
namespace {

std::string iso(Day day) { return edtf(window_of(day)); }

/// A message in which a weekday's name stands.
Bilingual with_weekday(std::string_view key, Weekday day, MessageArguments arguments) {
  const Bilingual name = weekday(day);
  arguments.push_back({"weekday", name.ar});
  std::string ar = message(Language::ar, key, arguments);
  arguments.back().value = name.en;
  return {std::move(ar), message(Language::en, key, arguments)};
}

}  // namespace

Bilingual weekday(Weekday weekday) { return message(fmt::format("dating.weekday.{}", static_cast<int>(weekday))); }

Bilingual published(Day day) { return with_weekday("dating.published", weekday_of(day), {{"day", iso(day)}}); }

Bilingual previous(Day day) { return message("dating.previous", {{"day", iso(day)}}); }

Bilingual distance(std::int64_t count, TimeUnit unit) {
  const std::int64_t n = count < 0 ? -count : count;
  return message(fmt::format("dating.{}.{}", count < 0 ? "before" : "after", static_cast<int>(unit)), {{"n", n}});
}

Bilingual nearest(bool future) { return message(future ? "dating.next" : "dating.last"); }

Bilingual hence(const std::string& value) { return message("dating.hence", {{"value", value}}); }

Bilingual disagreement(const Mismatch& mismatch) {
  switch (mismatch.kind) {
    case Mismatch::Kind::weekday:
    case Mismatch::Kind::deictic_weekday:
      if (mismatch.said && mismatch.actual) {
        const Bilingual said = weekday(*mismatch.said);
        const Bilingual actual = weekday(*mismatch.actual);
        return {message(Language::ar, "dating.weekday-differs", {{"said", said.ar}, {"actual", actual.ar}}),
                message(Language::en, "dating.weekday-differs", {{"said", said.en}, {"actual", actual.en}})};
      }
      break;
    case Mismatch::Kind::no_such_day:
      return message("dating.no-such-day");
    case Mismatch::Kind::calendar_pair:
      break;
  }
  return message("dating.pair-differs");
}

const Bilingual& publication_known(KnownBy how) {
  static const std::array<Bilingual, 5> told{message("dating.given"), message("dating.stated"),
                                             message("dating.in-address"), message("dating.today"),
                                             message("dating.updated-alone")};
  return told[static_cast<std::size_t>(how)];
}
Bilingual publication_inferred(Weekday day) { return with_weekday("dating.inferred", day, {}); }
Bilingual publication_updated(Day day) { return message("dating.updated", {{"day", iso(day)}}); }
Bilingual publication_anniversary(std::int32_t years) {
  return message("dating.anniversary", {{"n", std::int64_t{years}}});
}

}  // namespace isnad::wording
