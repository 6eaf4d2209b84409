// The steps of a derivation, in both languages of the interface (src/messages/catalogue/dating.json).
#pragma once

#include "isnad/time.h"

namespace isnad::wording {

[[nodiscard]] Bilingual weekday(Weekday weekday);
/// "published Monday 2024-12-09"
[[nodiscard]] Bilingual published(Day day);
/// "counted from the mention before it, 2024-12-07"
[[nodiscard]] Bilingual previous(Day day);
/// "2 days before"; `count` may be negative, for before
[[nodiscard]] Bilingual distance(std::int64_t count, TimeUnit unit);
/// "the last/next such time seen from there"
[[nodiscard]] Bilingual nearest(bool future);
/// "hence 2024-12-08"; `value` is EDTF or TIMEX3
[[nodiscard]] Bilingual hence(const std::string& value);
/// "the words disagree: said Saturday, that day is a Sunday"
[[nodiscard]] Bilingual disagreement(const Mismatch& mismatch);
/// How the publication day is known: where nothing else is to be named, ...
enum class KnownBy : std::uint8_t { source, statement, address, today, update_alone };
[[nodiscard]] const Bilingual& publication_known(KnownBy how);
/// ... and with what tells it.
[[nodiscard]] Bilingual publication_inferred(Weekday weekday);
[[nodiscard]] Bilingual publication_updated(Day day);
[[nodiscard]] Bilingual publication_anniversary(std::int32_t years);

}  // namespace isnad::wording
