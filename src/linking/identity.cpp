#include "linking/identity.h"

#include <algorithm>

namespace isnad::linking {

std::vector<std::string_view> words_of(std::string_view head) {
  std::vector<std::string_view> words;
  while (!head.empty()) {
    const std::size_t space = head.find(' ');
    if (space != 0) words.push_back(head.substr(0, space));
    if (space == std::string_view::npos) break;
    head.remove_prefix(space + 1);
  }
  return words;
}

namespace {

/// The state of an id: "SY" of "SY.damascus"; empty for an id that is no place.
std::string_view state_of(std::string_view entity) {
  const std::string_view state = entity.substr(0, entity.find('.'));
  return state.size() == 2 ? state : std::string_view{};
}

bool is_place_role(std::string_view role) { return role == "place" || role == "origin" || role == "destination"; }

std::size_t shared_words(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](auto w) { return std::find(b.begin(), b.end(), w) != b.end(); }));
}

/// Is one written in Latin letters without marks, the other not?
bool in_two_scripts(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view head) {
    return std::all_of(head.begin(), head.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
  };
  return plain(a) != plain(b);
}

}  // namespace

bool is_place(const Participant& p) { return !state_of(p.entity).empty(); }

NameWords name_words(const Participant& p, const std::vector<std::string>& collective) {
  NameWords words;
  for (const auto word : words_of(p.head))
    (std::binary_search(collective.begin(), collective.end(), word) ? words.many : words.naming).push_back(word);
  return words;
}

std::vector<NameWords> names_of(const Claim& claim, const std::vector<std::string>& collective) {
  std::vector<NameWords> names;
  for (const Participant& p : claim.participants) names.push_back(name_words(p, collective));
  return names;
}

Identity compare(const Participant& a, const NameWords& x, const Participant& b, const NameWords& y) {
  if (!a.entity.empty() && !b.entity.empty()) {
    if (a.entity == b.entity) return Identity::same;
    const bool state_and_town = state_of(a.entity) == state_of(b.entity) && !state_of(a.entity).empty() &&
                                (a.entity.size() == 2 || b.entity.size() == 2);
    if (state_and_town) return Identity::unknown;
    if (!state_of(a.entity).empty() && !state_of(b.entity).empty()) return Identity::different;
  }
  if (in_two_scripts(a.head, b.head)) return Identity::unknown;
  // A known place and one that is not known: a hotel and the city in which it stands.
  const bool known_and_unknown = state_of(a.entity).empty() != state_of(b.entity).empty() &&
                                 (a.entity.empty() || b.entity.empty()) && is_place_role(a.role) && a.role == b.role;
  const auto &left = x.naming, &right = y.naming;
  const bool same_kind = shared_words(x.many, y.many) > 0;
  if (left.empty() || right.empty()) return Identity::unknown;
  const std::size_t shared = shared_words(left, right), fewer = std::min(left.size(), right.size());
  if (shared == fewer) return Identity::same;
  if (fewer >= 3 && shared * 3 >= fewer * 2) return Identity::unknown;  // another spelling, or the second round
  return same_kind || known_and_unknown ? Identity::unknown : Identity::different;
}

Identity compare(const Participant& a, const Participant& b, const std::vector<std::string>& collective) {
  return compare(a, name_words(a, collective), b, name_words(b, collective));
}

std::size_t shared_names(const NameWords& a, const NameWords& b) { return shared_words(a.naming, b.naming); }

}  // namespace isnad::linking
