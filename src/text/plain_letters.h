// The plain Arabic letters (see unicode.h) of a text, eight at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace isnad::text {

/// A plain letter and its matching form, where that is another one.
struct PlainFold {
  char32_t from, to;
};
inline constexpr std::array<PlainFold, 5> plain_folds = {{
    {U'\u0622', U'\u0627'},  // alef with madda, hamza above, hamza below
    {U'\u0623', U'\u0627'},
    {U'\u0625', U'\u0627'},
    {U'\u0649', U'\u064A'},  // alef maqsura
    {U'\u0629', U'\u0647'},  // ta marbuta
}};

/// How many characters of two bytes are looked at together, and their bytes.
inline constexpr std::size_t group_letters = 8;
inline constexpr std::size_t group_bytes = 2 * group_letters;

namespace detail {

using Group = std::uint16_t __attribute__((vector_size(group_bytes)));
using GroupOfBytes = std::uint8_t __attribute__((vector_size(group_letters)));

/// Both bytes of a character, the lead in the upper half.
constexpr std::uint16_t bytes_of(char32_t c) {
  return static_cast<std::uint16_t>(((0xC0U | (c >> 6U)) << 8U) | 0x80U | (c & 0x3FU));
}
constexpr Group all(std::uint16_t value) { return value - Group{}; }
constexpr Group within(Group group, char32_t least, char32_t most) {
  return group - all(bytes_of(least)) <= all(static_cast<std::uint16_t>(bytes_of(most) - bytes_of(least)));
}
/// From how a machine reads two bytes to bytes_of(), and back.
constexpr Group turned(Group group) {
  return std::endian::native == std::endian::little ? (group << 8U) | (group >> 8U) : group;
}
/// The characters that begin at byte `at`; zeros behind the end of the text.
inline Group group_at(std::string_view utf8, std::size_t at) {
  Group group;
  if (at + group_bytes <= utf8.size()) {
    std::memcpy(&group, utf8.data() + at, group_bytes);
    return group;
  }
  std::array<char, group_bytes> last{};
  std::copy(utf8.begin() + static_cast<std::ptrdiff_t>(at), utf8.end(), last.begin());
  std::memcpy(&group, last.data(), group_bytes);
  return group;
}
/// All letters as in their matching forms.
template <std::size_t... fold>
constexpr Group folded(Group letters, std::index_sequence<fold...> /*all*/) {
  constexpr auto change = [](const PlainFold& f) { return bytes_of(f.from) ^ bytes_of(f.to); };
  Group changes{};
  ((changes |= (letters == all(bytes_of(plain_folds[fold].from))) & all(change(plain_folds[fold]))), ...);
  return letters ^ changes;
}

}  // namespace detail

/// Writes the matching forms of the plain letters that begin at byte `at`, up to eight, each by itself. Returns how
/// many there are. `out` has room for group_bytes, of which those behind the forms hold nothing of meaning.
inline std::size_t fold_plain_group(std::string_view utf8, std::size_t at, char* out) {
  using namespace detail;
  const Group letters = turned(group_at(utf8, at));
  const Group plain = within(letters, U'\u0621', U'\u063F') | within(letters, U'\u0641', U'\u064A');
  const Group forms = turned(folded(letters, std::make_index_sequence<plain_folds.size()>()));
  std::memcpy(out, &forms, group_bytes);
  const auto found = std::bit_cast<std::uint64_t>(__builtin_convertvector(plain, GroupOfBytes));
  const int others = std::endian::native == std::endian::little ? std::countr_one(found) : std::countl_one(found);
  return static_cast<std::size_t>(others) / 8;
}

}  // namespace isnad::text
