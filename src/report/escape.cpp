#include "report/escape.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cassert>

namespace isnad {
namespace {

constexpr UChar32 replacement = 0xFFFD;

// ICU's macros convert between char, uint8_t and UChar32 without casts.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

/// The next code point of `text`, or U+FFFD for bytes that are none. Precondition: at < text.size().
UChar32 next(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  auto i = static_cast<std::int64_t>(at);
  const auto size = static_cast<std::int64_t>(text.size());
  U8_NEXT(text.data(), i, size, c);
  at = static_cast<std::size_t>(i);
  return c < 0 ? replacement : c;
}

void append(std::string& to, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  to.append(bytes, static_cast<std::size_t>(size));
}

#pragma GCC diagnostic pop

bool is_noncharacter(UChar32 c) { return U_IS_UNICODE_NONCHAR(c) != 0; }

enum class Fate : std::uint8_t { keep, space, drop };

Fate fate(UChar32 c) {
  constexpr UChar32 zero_width_non_joiner = 0x200C;
  constexpr UChar32 zero_width_joiner = 0x200D;
  if (c == zero_width_non_joiner || c == zero_width_joiner) return Fate::keep;
  switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SPACE_SEPARATOR:
      return Fate::space;
    case U_FORMAT_CHAR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
      return Fate::drop;
    default:
      break;
  }
  if (is_noncharacter(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return Fate::drop;
  return Fate::keep;
}

bool continues_a_letter(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK || c == 0x200C ||
         c == 0x200D;
}

/// Where an entity that Graphviz would decode seems to begin: "&lt;", "&#1610;".
bool looks_like_entity(std::string_view rest) {
  constexpr std::size_t longest = 12;
  for (std::size_t i = 1; i < rest.size() && i < longest; ++i) {
    const auto c = static_cast<unsigned char>(rest[i]);
    if (c == ';') return i > 1;
    const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
    if (!part) return false;
  }
  return false;
}

}  // namespace

std::string printable(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  bool space = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 c = next(utf8, at);
    const Fate f = fate(c);
    if (f == Fate::drop) continue;
    if (f == Fate::space) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    append(out, c);
  }
  return out;
}

std::string shortened(std::string_view utf8, std::size_t limit) {
  assert(limit >= 2);
  std::size_t count = 0;
  std::size_t cut = 0;        // behind the last whole letter that leaves room for the ellipsis
  std::size_t cut_count = 0;  // code points before it
  std::size_t word = 0;       // the same, at the end of a word
  std::size_t word_count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t before = at;
    const UChar32 c = next(utf8, at);
    if (count < limit && !continues_a_letter(c)) {
      cut = before;
      cut_count = count;
      if (c == ' ') {
        word = before;
        word_count = count;
      }
    }
    ++count;
  }
  if (count <= limit) return std::string(utf8);
  const std::size_t end = 4 * word_count >= 3 * cut_count ? word : cut;
  return std::string(utf8.substr(0, end)) + "\u2026";
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) out += static_cast<char32_t>(next(utf8, at));
  return out;
}

std::size_t code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size(); ++count) next(utf8, at);
  return count;
}

std::string isolated(std::string_view text, Language language) {
  std::string out = language == Language::ar ? "\u2067" : "\u2066";
  out += text;
  out += "\u2069";
  return out;
}

std::string isolated(std::string_view text) {
  std::string out = "\u2068";
  out += text;
  out += "\u2069";
  return out;
}

std::string with_isolated_runs(std::string_view printable) {
  constexpr std::string_view joins = "-_./:+~[]#,";
  const auto letter = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto opens = [](std::string_view run) { return run[0] == '[' || run.substr(0, 3) == "../"; };
  const auto closes = [](std::string_view run) {
    return run.back() == ']' || (run.size() > 2 && run.substr(run.size() - 3) == "/..");
  };
  std::string out;
  for (std::size_t at = 0; at < printable.size();) {
    std::size_t end = at;
    while (end < printable.size() && (letter(printable[end]) || joins.find(printable[end]) != std::string_view::npos)) {
      ++end;
    }
    if (end == at) {
      out += printable[at++];
      continue;
    }
    std::size_t begin = at;
    std::size_t last = end;
    while (begin < last && !letter(printable[begin]) && !opens(printable.substr(begin, last - begin))) ++begin;
    while (begin < last && !letter(printable[last - 1]) && !closes(printable.substr(begin, last - begin))) --last;
    const std::string_view run = printable.substr(begin, last - begin);
    out += printable.substr(at, begin - at);
    const bool mixed = run.find_first_of(joins) != std::string_view::npos;
    out += mixed ? isolated(run, Language::en) : std::string(run);
    out += printable.substr(last, end - last);
    at = end;
  }
  return out;
}

std::string xml_escaped(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size() + utf8.size() / 8);
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 c = next(utf8, at);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        const bool forbidden = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || is_noncharacter(c);
        append(out, forbidden ? replacement : c);
    }
  }
  return out;
}

std::string dot_escaped(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size() + utf8.size() / 8);
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (utf8[i] == '\\') {
      out += "\\\\";
    } else if (utf8[i] == '&') {
      out += "&amp;";
      // Graphviz's SVG writer takes "&lt;" in a text for an entity, even though it stood for itself.
      if (looks_like_entity(utf8.substr(i))) out += "\u2060";
    } else {
      out += utf8[i];
    }
  }
  return out;
}

}  // namespace isnad
