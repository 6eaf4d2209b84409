#include "claims/notions.h"

#include <algorithm>

#include "claims/noun_phrase.h"

namespace isnad::claims {
namespace {

/// Where a clause begins, with the noun that it is said of where it is a relative one ("the match, which ...").
std::uint32_t begin_of(const Reading& reading, std::uint32_t first, std::uint32_t limit) {
  std::uint32_t relative = first;
  if (relative > limit && !reading.is(relative, Word::relative)) --relative;
  if (!reading.is(relative, Word::relative)) return first;
  const bool comma = relative > limit && reading.is_comma(relative - 1);
  const TokenRange noun = noun_phrase_before(reading, comma ? relative - 1 : relative, limit);
  return noun.empty() ? first : noun.first;
}

}  // namespace

std::vector<std::string> notions_of(const Reading& reading, const SourceSpan& span, std::uint32_t sentence) {
  std::vector<std::string> notions;
  const auto& tokens = reading.document.tokens;
  const std::uint32_t first = reading.document.token_at(span.begin);
  for (std::uint32_t t = begin_of(reading, first, reading.document.sentences[sentence].first);
       t < tokens.size() && tokens[t].begin < span.end; ++t) {
    if (reading.timex(t)) continue;
    for (const Item* item : reading.items(t, Word::event))
      if (const auto type = item->value.text("type")) notions.push_back("event:" + std::string(*type));
    if (const Item* item = reading.item(t, Word::place_name))
      for (const std::string_view field : {"value", "state"})
        if (const auto place = item->value.text(field)) notions.push_back("place:" + std::string(*place));
    constexpr std::int64_t telling = 3;  // one and two are told of anything
    for (const std::string_view counts : {"number", "count"})
      if (const Item* item = reading.item(t, counts))
        if (const auto number = item->value.integer("value"); number && *number >= telling)
          notions.push_back("number:" + std::to_string(*number));
  }
  std::sort(notions.begin(), notions.end());
  notions.erase(std::unique(notions.begin(), notions.end()), notions.end());
  return notions;
}

}  // namespace isnad::claims
