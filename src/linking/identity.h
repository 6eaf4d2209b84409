// When two participants are the same one, another one, or cannot be told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/claims.h"

namespace isnad::linking {

enum class Identity : std::uint8_t { same, different, unknown };

/// Splits a head into its words.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view head);

/// The words of a participant's name: those that name, and those that fit many, which name no one in particular ("the
/// forces").
struct NameWords {
  std::vector<std::string_view> naming, many;
};

/// `collective`: the words that fit many. The participant must outlive what comes back.
[[nodiscard]] NameWords name_words(const Participant& p, const std::vector<std::string>& collective);

/// Those of each participant of a claim, which must outlive them.
[[nodiscard]] std::vector<NameWords> names_of(const Claim& claim, const std::vector<std::string>& collective);

/// Compares canonical ids first (a state and a town in it cannot be told apart as actors), then names: a short name is
/// the same as a longer one that holds all its words; two full names that share only the family name are different
/// persons. Names in two scripts cannot be told apart, and words that fit many never tell two apart. `x`, `y`: the
/// words of their names.
[[nodiscard]] Identity compare(const Participant& a, const NameWords& x, const Participant& b, const NameWords& y);
[[nodiscard]] Identity compare(const Participant& a, const Participant& b, const std::vector<std::string>& collective);

/// Is it a state, or a place in one?
[[nodiscard]] bool is_place(const Participant& p);

/// Words that both names have and that name someone: not the collective ones.
[[nodiscard]] std::size_t shared_names(const NameWords& a, const NameWords& b);

}  // namespace isnad::linking
