#include "text/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace isnad {
namespace text {
namespace {

CharClass classify_by_property(char32_t c) {
  const auto cp = static_cast<UChar32>(c);
  if (c == U'\u0640') return CharClass::tatweel;
  if (u_isUWhiteSpace(cp)) return CharClass::space;
  const std::uint32_t category = U_GET_GC_MASK(cp);
  if (category & U_GC_CC_MASK) return CharClass::space;
  if (category & U_GC_CF_MASK) return CharClass::ignorable;
  if (category & U_GC_L_MASK) return CharClass::letter;
  if (category & U_GC_M_MASK) return CharClass::combining;
  if (category & U_GC_ND_MASK) return CharClass::digit;
  return CharClass::mark;
}

std::array<CharClass, tabled_characters> make_table() {
  std::array<CharClass, tabled_characters> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = classify_by_property(tabled_character(i));
  return table;
}

}  // namespace

CodePoint multibyte_at(std::string_view utf8, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(utf8[i]); };
  const std::uint32_t lead = byte(at);
  std::uint32_t trail = 0;  // bytes to come
  std::uint32_t low = 0x80, high = 0xBF;
  char32_t value = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    trail = 1;
    value = lead & 0x1FU;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    trail = 2;
    value = lead & 0x0FU;
    if (lead == 0xE0) low = 0xA0;   // no longer form than needed
    if (lead == 0xED) high = 0x9F;  // no surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    trail = 3;
    value = lead & 0x07U;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;  // U+10FFFF is the last
  } else {
    return {replacement_character, 1};
  }
  std::uint32_t size = 1;
  for (; size <= trail; ++size) {
    if (at + size >= utf8.size() || byte(at + size) < low || byte(at + size) > high) {
      return {replacement_character, size};
    }
    value = (value << 6U) | (byte(at + size) & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {value, size};
}

CharClass classify(char32_t c) {
  static const std::array<CharClass, tabled_characters> table = make_table();
  const std::size_t index = table_index(c);
  return index < table.size() ? table[index] : classify_by_property(c);
}

}  // namespace text

std::size_t letters_of(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace isnad
