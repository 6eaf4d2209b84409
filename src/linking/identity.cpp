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

bool is_collective(const std::vector<std::string_view>& words, const std::vector<std::string>& collective) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return std::find(collective.begin(), collective.end(), w) != collective.end();
  });
}

}  // namespace

Identity compare(const Participant& a, const Participant& b, const std::vector<std::string>& collective) {
  if (!a.entity.empty() && !b.entity.empty()) {
    if (a.entity == b.entity) return Identity::same;
    const bool state_and_town = state_of(a.entity) == state_of(b.entity) && !state_of(a.entity).empty() &&
                                (a.entity.size() == 2 || b.entity.size() == 2);
    if (state_and_town) return Identity::unknown;
    if (!state_of(a.entity).empty() && !state_of(b.entity).empty()) return Identity::different;
  }
  const auto left = words_of(a.head), right = words_of(b.head);
  if (left.empty() || right.empty()) return Identity::unknown;
  std::size_t shared = 0;
  for (const auto w : left) shared += static_cast<std::size_t>(std::find(right.begin(), right.end(), w) != right.end());
  const std::size_t fewer = std::min(left.size(), right.size());
  if (shared == fewer || (fewer >= 3 && shared * 3 >= fewer * 2)) return Identity::same;
  if (is_collective(left, collective) || is_collective(right, collective)) return Identity::unknown;
  return Identity::different;
}

}  // namespace isnad::linking
