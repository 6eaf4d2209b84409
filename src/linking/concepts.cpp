#include "isnad/concepts.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::size_t fewest_letters = 3;

/// The word without what it ends or begins in; empty where too little is left.
std::string_view without_end(std::string_view word, std::string_view end) {
  if (!word.ends_with(end)) return {};
  word.remove_suffix(end.size());
  return letters_of(word) >= fewest_letters ? word : std::string_view{};
}
std::string_view without_begin(std::string_view word, std::string_view begin) {
  if (!word.starts_with(begin)) return {};
  word.remove_prefix(begin.size());
  return letters_of(word) >= fewest_letters ? word : std::string_view{};
}

}  // namespace

Concepts::Concepts(const Grammar& grammar, std::string_view language)
    : words_(grammar.concept_words(language)),
      articles_(grammar.article_prefixes(language)),
      before_(grammar.forms(language, "stem-before")),
      behind_(grammar.forms(language, "stem-behind")),
      persons_(grammar.forms(language, "stem-person")),
      hamzas_(grammar.forms(language, "stem-hamza")) {}

Concepts::Known Concepts::find_person(std::string_view word) const {
  if (const Known found = find(word)) return found;
  for (const std::string& person : persons_) {
    if (!word.starts_with(person) || letters_of(word) <= fewest_letters) continue;
    std::string changed;
    for (const std::string& other : persons_) {
      if (other == person) continue;
      changed.assign(other).append(word.substr(person.size()));
      if (const Known found = find(changed)) return found;
    }
  }
  return std::nullopt;
}

Concepts::Known Concepts::find_behind(std::string_view word, int cuts) const {
  if (cuts == 0) return find_person(word);
  for (const std::string& end : behind_)
    if (const std::string_view rest = without_end(word, end); !rest.empty()) {
      if (const Known found = find_behind(rest, cuts - 1)) return found;
      if (const Known found = cuts == 1 ? find_hamza(rest) : std::nullopt) return found;
    }
  return std::nullopt;
}

Concepts::Known Concepts::find_hamza(std::string_view word) const {
  for (const std::string& hamza : hamzas_) {
    if (!word.ends_with(hamza)) continue;
    const std::string_view rest = word.substr(0, word.size() - hamza.size());
    for (const std::string& other : hamzas_)
      if (const Known found = other == hamza ? std::nullopt : find_person(std::string(rest) + other)) return found;
  }
  return std::nullopt;
}

Concepts::Known Concepts::look_up(std::string_view key) const {
  if (const Known found = find(key)) return found;  // as most are: nothing need be cut
  constexpr int most_ends = 2, most_begins = 2;
  std::vector<std::string_view> begins{key};  // the word with less and less before it
  for (const std::string& article : articles_)
    if (const std::string_view rest = without_begin(key, article); !rest.empty()) begins.push_back(rest);
  std::size_t first = 0;
  for (int cut = 0; cut < most_begins; ++cut) {
    const std::size_t last = begins.size();
    for (std::size_t i = first; i < last; ++i)
      for (const std::string& begin : before_)
        if (const std::string_view rest = without_begin(begins[i], begin); !rest.empty()) begins.push_back(rest);
    first = last;
  }
  std::stable_sort(begins.begin(), begins.end(), [](auto a, auto b) { return a.size() > b.size(); });
  for (int ends = 0; ends <= most_ends; ++ends)
    for (const std::string_view word : begins)
      if (const Known found = find_behind(word, ends)) return found;
  return std::nullopt;
}

std::string_view Concepts::marked(const Known& found) const {
  if (!found || found->empty()) return {};
  const auto [known, fresh] = marked_.try_emplace(std::string(*found));
  if (fresh) known->second = "=" + std::string(*found);
  return known->second;
}

std::string_view Concepts::of(std::string_view key) const { return marked(look_up(key)); }

bool Concepts::begins_phrase(std::string_view key) const {
  return words_.begins_phrase(key) || words_.begins_phrase(without_article(key, articles_, 1));
}

std::string_view Concepts::of_two(std::string_view first, std::string_view second) const {
  const auto with = [&](std::string_view word) -> Known {
    if (!words_.begins_phrase(word)) return std::nullopt;
    const std::string begin = std::string(word) + " ";
    if (const Known found = find(begin + std::string(second))) return found;
    return find(begin + std::string(without_article(second, articles_, 1)));
  };
  if (const Known found = with(first)) return marked(found);
  const std::string_view bare = without_article(first, articles_, 1);
  return bare == first ? std::string_view{} : marked(with(bare));
}

}  // namespace isnad
