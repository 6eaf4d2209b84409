#include "claims/time_of_noun.h"

namespace isnad::claims {
namespace {

/// The class's word ends right before the token.
bool ends_before(const Reading& reading, std::uint32_t token, std::uint32_t limit, std::string_view name) {
  constexpr std::uint32_t longest = 5;
  for (std::uint32_t t = token; t > limit && token - t < longest; --t)
    if (reading.class_end(t - 1, name) == token) return true;
  return false;
}

/// "Compared with March 2017", "less than it was in the seventies": the words right before the time, or its
/// preposition.
bool is_compared(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  if (ends_before(reading, timex.first, limit, "comparison")) return true;
  return timex.first > limit && reading.is(timex.first - 1, Word::preposition) &&
         ends_before(reading, timex.first - 1, limit, "comparison");
}

/// "2026", "of 2018" written with its word; not "in the year 1966", which dates what was done there.
bool is_bare_year(const Reading& reading, const Timex& timex) {
  const Meaning& m = timex.meaning;
  const bool year = m.kind == Meaning::Kind::calendar && m.fields.year && !m.fields.month && !m.fields.day;
  return year && (!reading.is_word(timex.first) || !reading.glued_preposition(timex.first).empty());
}

}  // namespace

bool belongs_to_noun(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  if (is_compared(reading, timex, limit)) return true;
  if (is_bare_year(reading, timex) && ends_before(reading, timex.first, limit, "edition")) return true;
  return lasting_since(reading, timex, limit).has_value();
}

std::optional<std::uint32_t> lasting_since(const Reading& reading, const Timex& timex, std::uint32_t limit) {
  const bool since = timex.first > limit + 1 && reading.value(timex.first - 1, Word::bound) == "since";
  if (!since || !ends_before(reading, timex.first - 1, limit, "lasting")) return std::nullopt;
  return timex.first - 2;
}

}  // namespace isnad::claims
