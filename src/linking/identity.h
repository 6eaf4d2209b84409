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

/// Compares canonical ids first (a state and a town in it cannot be told apart as actors), then names: a short name is
/// the same as a longer one that holds all its words; two full names that share only the family name are different
/// persons. Names in two scripts cannot be told apart. `collective`: words that name no one in particular ("the
/// forces"), which never tell two apart.
[[nodiscard]] Identity compare(const Participant& a, const Participant& b, const std::vector<std::string>& collective);

/// Is it a state, or a place in one?
[[nodiscard]] bool is_place(const Participant& p);

/// Words that both names have and that name someone: not the collective ones.
[[nodiscard]] std::size_t shared_names(const Participant& a, const Participant& b,
                                       const std::vector<std::string>& collective);

}  // namespace isnad::linking
