#include "claims/notions.h"

#include <algorithm>

namespace isnad::claims {

std::vector<std::string> notions_of(const Reading& reading, const SourceSpan& span) {
  std::vector<std::string> notions;
  const auto& tokens = reading.document.tokens;
  for (std::uint32_t t = reading.document.first_token_from(span.begin); t < tokens.size() && tokens[t].begin < span.end;
       ++t) {
    if (reading.timex(t)) continue;
    for (const Item* item : reading.items(t, Word::event))
      if (const auto type = item->value.text("type")) notions.push_back("event:" + std::string(*type));
    for (const Item* item : reading.items(t, Word::thing))
      if (const auto thing = item->value.text("value")) notions.push_back("thing:" + std::string(*thing));
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
