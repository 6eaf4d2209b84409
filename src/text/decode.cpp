// From bytes to UTF-8. The order of the tests matters: a byte order mark decides; then valid UTF-8 is UTF-8; only what
// is neither may be something else. A file that is UTF-8 but for a few broken bytes is refused rather than read as
// Windows-1256: in that encoding it would be text, too, and all of it wrong.
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <memory>

#include "isnad/text.h"
#include "text/unicode.h"

namespace isnad {
namespace {

using text::CodePoint;

constexpr const char* remedy = "save the file as UTF-8";

/// How the bytes fare when read as UTF-8.
struct Utf8Check {
  std::size_t first_bad = std::string_view::npos;
  std::size_t bad = 0;        ///< broken sequences
  std::size_t multibyte = 0;  ///< well-formed sequences of several bytes
  std::size_t controls = 0;   ///< control characters that no text has
};

bool is_stray_control(char32_t c) { return c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r' && c != U'\f'; }

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80) {
      check.controls += is_stray_control(lead) ? 1U : 0U;
      ++at;
      continue;
    }
    const CodePoint c = text::multibyte_at(bytes, at);
    // U+FFFD itself is well-formed: three bytes that begin with EF, whose broken form is shorter.
    if (c.value == text::replacement_character && !(c.size == 3 && lead == 0xEF)) {
      if (check.bad++ == 0) check.first_bad = at;
    } else {
      ++check.multibyte;
    }
    at += c.size;
  }
  return check;
}

/// Where byte `at` stands, for the error message; columns in code points.
LineColumn place_of(std::string_view bytes, std::size_t at) {
  LineColumn p;
  for (std::size_t i = 0; i < at;) {
    const CodePoint c = text::code_point_at(bytes, i);
    if (c.value == U'\n') {
      ++p.line;
      p.column = 1;
    } else {
      ++p.column;
    }
    i += c.size;
  }
  return p;
}

Error broken_utf8(std::string_view bytes, std::size_t at) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(bytes[at]);
  std::string message = "invalid UTF-8: first bad byte 0x";
  message += hex[byte >> 4U];
  message += hex[byte & 15U];
  message += " at offset " + std::to_string(at);
  return {ErrorCode::bad_encoding, message, {}, place_of(bytes, at), remedy, {}};
}

Error not_text(std::string why) { return {ErrorCode::bad_encoding, std::move(why), {}, {0, 0}, remedy, {}}; }

Result<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return not_text("UTF-16 with an odd number of bytes");
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const char32_t a = static_cast<unsigned char>(bytes[i]);
    const char32_t b = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? (a << 8U) | b : (b << 8U) | a;
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const char32_t unit = unit_at(i);
    if (unit < 0xD800 || unit > 0xDFFF) {
      text::append_code_point(out, unit);
      continue;
    }
    const char32_t low = i + 2 < bytes.size() ? unit_at(i + 2) : 0;
    if (unit >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) {
      return not_text("invalid UTF-16: unpaired surrogate at offset " + std::to_string(i));
    }
    text::append_code_point(out, 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00));
    i += 2;
  }
  return out;
}

/// Letters and marks that articles of our languages are made of; nearly all of a text, hardly any of what another
/// encoding or a binary file looks like.
bool is_plausible(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || c == U'\n' || c == U'\r' || c == U'\t' || (c >= 0xA0 && c < 0x180) ||
         (c >= 0x0600 && c <= 0x06FF) || (c >= 0x2000 && c <= 0x206F) || (c >= 0xFB50 && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFF);
}

bool is_plausible_text(std::string_view utf8) {
  std::size_t all = 0, plausible = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = text::code_point_at(utf8, at);
    plausible += is_plausible(c.value) ? 1U : 0U;
    ++all;
    at += c.size;
  }
  return all > 0 && plausible * 20 >= all * 19;
}

/// UTF-16 without a byte order mark, in the byte order in which it reads as text, if any.
Result<std::string> from_unmarked_utf16(std::string_view bytes) {
  for (const bool big_endian : {false, true}) {
    Result<std::string> decoded = from_utf16(bytes, big_endian);
    if (decoded && is_plausible_text(*decoded)) return decoded;
  }
  return not_text("binary data, no text");
}

/// Whether ICU's detector takes the bytes for Windows-1256 at all.
bool is_detected_windows_1256(std::string_view bytes) {
  constexpr std::size_t sample = std::size_t{1} << 16;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  const std::string_view head = bytes.substr(0, sample);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < found; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    if (U_SUCCESS(status) && std::string_view(name) == "windows-1256") return true;
  }
  return false;
}

/// Arabic as it is written: most letters beyond ASCII are Arabic, and the article "al-" is as frequent as it always is.
/// Other single-byte encodings of Arabic (ISO 8859-6) read as this one have hardly any.
bool is_plausible_arabic(std::string_view utf8) {
  std::size_t foreign = 0, arabic = 0, articles = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = text::code_point_at(utf8, at);
    if (c.value >= 0x0621 && c.value <= 0x064A) {
      ++arabic;
      articles += before == 0x0627 && c.value == 0x0644 ? 1U : 0U;
    } else if (c.value >= 0x80 && !(c.value >= 0x0600 && c.value <= 0x06FF) &&
               !(c.value >= 0x2000 && c.value <= 0x206F) && c.value != 0xA0 && c.value != 0xAB && c.value != 0xBB) {
      ++foreign;
    }
    before = c.value;
    at += c.size;
  }
  return arabic > 0 && foreign * 10 <= arabic && articles * 60 >= arabic;
}

std::string from_windows_1256(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-1256", &status), &ucnv_close);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  std::string out;
  if (U_SUCCESS(status)) text.toUTF8String(out);
  return out;
}

}  // namespace

Result<std::string> decode(std::string_view bytes) {
  if (bytes.size() > max_document_bytes) {
    return Error{
        ErrorCode::too_large,
        "document of " + std::to_string(bytes.size()) + " bytes; the limit is " + std::to_string(max_document_bytes),
        {},
        {0, 0},
        "split it into articles",
        {}};
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return from_utf16(bytes.substr(2), bytes.front() == '\xFE');
  }
  const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const Utf8Check check = check_utf8(bytes);
  // UTF-16 is full of control characters when read bytewise; a text may hold a few by accident.
  const bool full_of_controls = check.controls * 20 > bytes.size();
  if (check.bad == 0 && !full_of_controls) return std::string(bytes.substr(mark));
  if (full_of_controls) return from_unmarked_utf16(bytes);
  if (mark == 0 && check.bad > check.multibyte && is_detected_windows_1256(bytes)) {
    std::string text = from_windows_1256(bytes);
    if (is_plausible_arabic(text)) return text;
  }
  return broken_utf8(bytes, check.first_bad);
}

}  // namespace isnad
