#include "claims/name.h"

#include <algorithm>
#include <map>
#include <set>

namespace isnad::claims {

TokenRange person_name(const Reading& reading, TokenRange phrase) {
  if (phrase.empty() || !reading.is(phrase.first, Word::title)) return {phrase.last, phrase.last};
  // A title may stand in a chain ("deputy minister of foreign affairs"); what follows with the article still describes.
  // The name begins at the last run of words that ends the phrase and begins without article.
  std::uint32_t begin = phrase.last;
  for (std::uint32_t t = reading.after(phrase.first, Word::title); t < phrase.last; ++t) {
    if (!reading.is_word(t)) continue;
    if (reading.is_any(t, {Word::title, Word::office, Word::place_name, Word::place_kind, Word::preposition,
                           Word::general_adjective, Word::document, Word::medium, Word::force, Word::regime})) {
      const std::uint32_t next =
          std::max({reading.after(t, Word::title), reading.after(t, Word::office), reading.after(t, Word::place_name)});
      begin = phrase.last;
      t = next - 1;
      continue;
    }
    if (reading.is_definite(t)) continue;  // an adjective, or the family name of a name that has begun
    if (begin == phrase.last) begin = t;
  }
  return {begin, phrase.last};
}

std::string head_of(const Reading& reading, TokenRange phrase) {
  const TokenRange name = person_name(reading, phrase);
  const TokenRange from = name.empty() ? phrase : name;
  std::string head;
  std::size_t words = 0;
  for (std::uint32_t t = from.first; t < from.last && words < 6; ++t) {
    if (!reading.is_word(t)) continue;
    if (name.empty() && words > 0 && reading.is(t, Word::preposition)) break;
    if (name.empty() &&
        reading.is_any(t,
                       {Word::title, Word::general_adjective, Word::preposition, Word::relative, Word::place_kind}) &&
        from.size() > 1)
      continue;
    const std::string_view stem = reading.stem(t);
    if (stem.size() < 3) continue;
    if (!head.empty()) head += ' ';
    head += stem;
    ++words;
  }
  return head;
}

std::string kind_of(const Reading& reading, TokenRange phrase) {
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
    if (reading.is(t, Word::place_kind)) return std::string(reading.stem(t));
  return {};
}

std::string entity_of(const Reading& reading, TokenRange phrase) {
  for (std::uint32_t t = phrase.first; t < phrase.last; ++t)
    for (const Word word : {Word::place_name, Word::office, Word::agency, Word::outlet}) {
      const Item* found = reading.item(t, word);
      if (!found || found->last > phrase.last) continue;
      // of institutions only those that are one of a kind, the seats of governments and the like: they name their state
      if (word == Word::office && (t != phrase.first || !found->value.has("state"))) continue;
      if (const auto value = found->value.text("value")) return std::string(*value);
    }
  return {};
}

void expand_names(std::vector<Claim>& claims) {
  // Each word of a full name, and the full names that hold it.
  std::map<std::string, std::set<std::string>, std::less<>> full_names;
  for (const Claim& claim : claims)
    for (const Participant& p : claim.participants) {
      const auto words = std::count(p.head.begin(), p.head.end(), ' ') + 1;
      if (words < 2 || words > 3 || !p.entity.empty()) continue;
      full_names[p.head.substr(0, p.head.find(' '))].insert(p.head);
      full_names[p.head.substr(p.head.rfind(' ') + 1)].insert(p.head);
    }
  for (Claim& claim : claims)
    for (Participant& p : claim.participants) {
      const auto it = full_names.find(p.head);
      if (it != full_names.end() && it->second.size() == 1) p.head = *it->second.begin();
    }
}

}  // namespace isnad::claims
