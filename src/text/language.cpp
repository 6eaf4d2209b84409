// Language by script and letters. An n-gram model would tell more languages; this tells what matters here: whether
// the rules of Arabic or English may be applied at all. Applying Arabic rules to Persian gives wrong dates (the
// Persian month Azar is written like the Levantine March), so doubt counts against Arabic's neighbours' letters only
// where they are frequent: Arabic pages carry stray Persian letters in names.
#include <algorithm>
#include <array>
#include <cstddef>

#include "isnad/text.h"
#include "text/unicode.h"

namespace isnad {
namespace {

using text::CodePoint;

/// Enough for any article; keeps detection cheap for a huge one.
constexpr std::size_t examined_bytes = std::size_t{1} << 18;

struct Letters {
  std::size_t all = 0, arabic_script = 0, latin = 0;
  std::size_t persian = 0;      ///< peh, tcheh, jeh, gaf: in Persian and Urdu, in Arabic only in foreign names
  std::size_t persian_ya = 0;   ///< Persian ya or kaf, which an Arabic keyboard does not have
  std::size_t arabic_only = 0;  ///< ta marbuta, Arabic ya and kaf, hamza under alef
  std::size_t urdu = 0, pashto = 0, kurdish = 0;
};

bool in_arabic_script(char32_t c) {
  return (c >= 0x0620 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0xFB50 && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

void count_arabic_script(char32_t c, Letters& n) {
  switch (c) {
    case 0x067E:
    case 0x0686:
    case 0x0698:
    case 0x06AF:
      ++n.persian;
      break;
    case 0x06CC:
    case 0x06A9:
      ++n.persian_ya;
      break;
    case 0x0629:
    case 0x064A:
    case 0x0643:
    case 0x0625:
      ++n.arabic_only;
      break;
    case 0x0679:  // tteh, ddal, rreh, noon ghunna, barree ya, goal heh, two-eyed heh
    case 0x0688:
    case 0x0691:
    case 0x06BA:
    case 0x06D2:
    case 0x06C1:
    case 0x06BE:
      ++n.urdu;
      break;
    case 0x067C:
    case 0x0681:
    case 0x0685:
    case 0x0689:
    case 0x0693:
    case 0x0696:
    case 0x069A:
    case 0x06BC:
    case 0x06CD:
    case 0x06D0:
      ++n.pashto;
      break;
    case 0x06C6:
    case 0x06CE:
    case 0x06D5:
    case 0x0695:
    case 0x06B5:
      ++n.kurdish;
      break;
    default:
      break;
  }
}

/// What a byte and the one behind it show where all text is ASCII and the block U+0600..U+067F.
struct Glance {
  std::uint8_t ascii = 0;        ///< an ASCII letter
  std::uint8_t arabic = 0;       ///< a plain Arabic letter
  std::uint8_t arabic_only = 0;  ///< of those: see Letters
  std::uint8_t strange = 0;      ///< the begin of anything else that may be a letter
};

/// Without branches, so that many bytes are looked at together.
constexpr Glance glance(std::uint8_t byte, std::uint8_t behind) {
  const auto in = [](std::uint8_t value, std::uint8_t least, std::uint8_t most) {
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(value - least) <= most - least);
  };
  const auto is = [](std::uint8_t value, std::uint8_t other) { return static_cast<std::uint8_t>(value == other); };
  Glance g;
  g.ascii = in(static_cast<std::uint8_t>(byte | 0x20U), 'a', 'z');
  const std::uint8_t d8 = is(byte, 0xD8), d9 = is(byte, 0xD9);
  g.arabic = static_cast<std::uint8_t>((d8 & in(behind, 0xA1, 0xBF)) | (d9 & in(behind, 0x81, 0x8A)));
  // U+0625, U+0629; U+0643, U+064A
  g.arabic_only = static_cast<std::uint8_t>((d8 & (is(behind, 0xA5) | is(behind, 0xA9))) |
                                            (d9 & (is(behind, 0x83) | is(behind, 0x8A))));
  // No letters: tatweel, marks and digits of the block, general punctuation (U+2000..U+203F), what begins with C2.
  const auto none =
      static_cast<std::uint8_t>((d8 & in(behind, 0x80, 0x9F)) | (d9 & (is(behind, 0x80) | in(behind, 0x8B, 0xAD))) |
                                (is(byte, 0xE2) & is(behind, 0x80)));
  g.strange = static_cast<std::uint8_t>(in(byte, 0xC3, 0xF4) & (g.arabic ^ 1U) & (none ^ 1U));
  return g;
}

/// Counts what stands at `at`, which is not plain Arabic; returns the place behind it.
std::size_t count_one(std::string_view utf8, std::size_t at, Letters& n) {
  const CodePoint c = text::code_point_at(utf8, at);
  if (text::classify(c.value) == text::CharClass::letter) {
    ++n.all;
    if (in_arabic_script(c.value)) {
      ++n.arabic_script;
      count_arabic_script(c.value, n);
    } else if (c.value < 0x250) {
      ++n.latin;
    }
  }
  return at + c.size;
}

Letters count_letters(std::string_view utf8) {
  Letters n;
  constexpr std::size_t stride = 64;
  std::size_t at = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  while (at < utf8.size()) {
    if (at + stride < utf8.size()) {
      std::uint8_t ascii = 0, arabic = 0, arabic_only = 0, strange = 0;
      for (std::size_t i = 0; i < stride; ++i) {
        const Glance g = glance(bytes[at + i], bytes[at + i + 1]);
        ascii = static_cast<std::uint8_t>(ascii + g.ascii);
        arabic = static_cast<std::uint8_t>(arabic + g.arabic);
        arabic_only = static_cast<std::uint8_t>(arabic_only + g.arabic_only);
        strange = static_cast<std::uint8_t>(strange | g.strange);
      }
      if (strange == 0) {
        n.latin += ascii;
        n.arabic_script += arabic;
        n.all += static_cast<std::size_t>(ascii) + arabic;
        n.arabic_only += arabic_only;
        at += stride;
        continue;
      }
    }
    for (const std::size_t end = std::min(at + stride, utf8.size()); at < end;) at = count_one(utf8, at, n);
  }
  return n;
}

std::string language_in_arabic_script(const Letters& n) {
  const auto percent = [&](std::size_t k) {
    return 100.0 * static_cast<double>(k) / static_cast<double>(n.arabic_script);
  };
  // Shares in running text: Urdu letters 15 %, Kurdish 12 %, Pashto 6 %, Persian ya and kaf 10 %; in Arabic all near 0.
  if (percent(n.kurdish) >= 4) return "ckb";
  if (percent(n.pashto) >= 2) return "ps";
  if (percent(n.urdu) >= 4) return "ur";
  if (percent(n.persian + n.persian_ya) >= 4 && n.persian_ya > n.arabic_only / 2) return "fa";
  return "ar";
}

constexpr std::array<std::string_view, 24> english_words = {"the",  "of",   "and", "to",   "in", "for", "on", "said",
                                                            "with", "that", "was", "is",   "by", "at",  "it", "from",
                                                            "has",  "have", "had", "were", "be", "as",  "an", "after"};
constexpr std::array<std::string_view, 40> other_words = {
    "le",  "la",  "les", "des", "et",  "du",    "un",  "une", "est", "dans", "que", "qui", "pour", "el",
    "los", "las", "del", "y",   "en",  "por",   "una", "der", "die", "das",  "und", "den", "ist",  "von",
    "mit", "il",  "di",  "che", "per", "della", "bir", "ve",  "bu",  "da",   "ile", "o"};

std::string language_in_latin_script(std::string_view utf8) {
  std::size_t words = 0, english = 0, other = 0;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++words;
    english += std::find(english_words.begin(), english_words.end(), word) != english_words.end() ? 1U : 0U;
    other += std::find(other_words.begin(), other_words.end(), word) != other_words.end() ? 1U : 0U;
    word.clear();
  };
  for (const char byte : utf8) {
    const auto b = static_cast<unsigned char>(byte);
    const bool upper = b >= 'A' && b <= 'Z';
    if (upper || (b >= 'a' && b <= 'z') || b >= 0x80) {
      word.push_back(upper ? static_cast<char>(b - 'A' + 'a') : byte);
    } else {
      end_word();
    }
  }
  end_word();
  return english > other && english * 12 >= words ? "en" : "und";
}

}  // namespace

std::string language_of(std::string_view utf8) {
  utf8 = utf8.substr(0, examined_bytes);
  const Letters n = count_letters(utf8);
  if (n.all == 0) return "und";
  if (n.arabic_script * 2 >= n.all) return language_in_arabic_script(n);
  if (n.latin * 2 > n.all) return language_in_latin_script(utf8);
  return "und";
}

}  // namespace isnad
