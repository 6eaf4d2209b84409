// Code points of UTF-8 text and the classes that the tokeniser tells apart. Broken bytes read as U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::text {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  ///< bytes, at least 1
};

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point behind a lead byte of 0x80 or more. Ill-formed input gives U+FFFD for each maximal subpart of a
/// sequence (Unicode 15, table 3-7 and section 3.9).
[[nodiscard]] CodePoint multibyte_at(std::string_view utf8, std::size_t at);

/// The code point that begins at byte `at`. Precondition: at < utf8.size().
inline CodePoint code_point_at(std::string_view utf8, std::size_t at) {
  const auto first = static_cast<unsigned char>(utf8[at]);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && at + 1 < utf8.size()) {
    const auto second = static_cast<unsigned char>(utf8[at + 1]);
    if ((second & 0xC0U) == 0x80U) return {((first & 0x1FU) << 6U) | (second & 0x3FU), 2};
  }
  return multibyte_at(utf8, at);
}

/// The code point of a text of one; 0 for any other text.
inline char32_t only_code_point(std::string_view utf8) {
  if (utf8.empty() || utf8.size() > 4) return 0;
  const CodePoint c = code_point_at(utf8, 0);
  return c.size == utf8.size() ? c.value : 0;
}

/// Appends one code point as UTF-8. Precondition: a Unicode scalar value.
inline void append_code_point(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

/// What is asked of characters often is kept in tables: for U+0000..U+07FF, in which newspapers of our languages write,
/// and for general punctuation, U+2000..U+20FF. Other characters are looked up each time.
inline constexpr std::size_t tabled_characters = 0x900;
/// The place of a character in such a table; tabled_characters where it has none.
constexpr std::size_t table_index(char32_t c) {
  if (c < 0x800) return c;
  return c >= 0x2000 && c < 0x2100 ? c - 0x2000 + 0x800 : tabled_characters;
}
/// The character at a place of such a table.
constexpr char32_t tabled_character(std::size_t index) {
  return static_cast<char32_t>(index < 0x800 ? index : index - 0x800 + 0x2000);
}

enum class CharClass : std::uint8_t {
  space,      ///< white space of any kind, control characters
  ignorable,  ///< format characters: bidi controls, zero-width characters, byte order marks
  letter,
  combining,  ///< marks that belong to the letter before them
  tatweel,    ///< U+0640: lengthens a word; alone it serves as a dash
  digit,      ///< decimal digit of any script
  mark        ///< everything else
};

[[nodiscard]] CharClass classify(char32_t c);

/// May a plain Arabic letter begin with this byte?
constexpr bool may_be_plain_arabic(char lead) { return (static_cast<unsigned char>(lead) & 0xFEU) == 0xD8; }

/// Is there a plain Arabic letter, of two bytes, at byte `at`? U+0621..U+063F and U+0641..U+064A: nearly all text is
/// made of them, and they need no look at Unicode's properties.
inline bool plain_arabic_at(std::string_view utf8, std::size_t at) {
  if (at + 2 > utf8.size()) return false;
  const auto lead = static_cast<unsigned char>(utf8[at]);
  const auto trail = static_cast<unsigned char>(utf8[at + 1]);
  return (lead == 0xD8 && trail >= 0xA1 && trail <= 0xBF) || (lead == 0xD9 && trail >= 0x81 && trail <= 0x8A);
}

/// Ends a line: LF, CR, U+2028, U+2029 (CR LF is one end).
constexpr bool ends_line(char32_t c) { return c == U'\n' || c == U'\r' || c == U'\u2028' || c == U'\u2029'; }

}  // namespace isnad::text
