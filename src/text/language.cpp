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

/// Letters of which nearly all text is made, by lead and second byte.
enum class Common : std::uint8_t { none, arabic, arabic_only };

/// For 0xD8 and 0xD9, by the last bit of the lead and the second byte.
constexpr std::array<Common, 512> make_common() {
  std::array<Common, 512> table{};
  for (std::size_t trail = 0xA1; trail <= 0xBF; ++trail) table[trail] = Common::arabic;
  for (std::size_t trail = 0x81; trail <= 0x8A; ++trail) table[0x100 + trail] = Common::arabic;
  for (const std::size_t only : {0x0A5U, 0x0A9U, 0x183U, 0x18AU}) table[only] = Common::arabic_only;  // see arabic_only
  return table;
}
constexpr std::array<Common, 512> common = make_common();

Letters count_letters(std::string_view utf8) {
  Letters n;
  std::size_t ascii = 0, arabic = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < 0x80) {
      const unsigned lower = lead | 0x20U;
      ascii += lower >= 'a' && lower <= 'z' ? 1U : 0U;
      ++at;
      continue;
    }
    if ((lead & 0xFEU) == 0xD8 && at + 1 < utf8.size()) {
      const Common kind = common[((lead & 1U) << 8U) | static_cast<unsigned char>(utf8[at + 1])];
      if (kind != Common::none) {
        ++arabic;
        n.arabic_only += kind == Common::arabic_only ? 1U : 0U;
        at += 2;
        continue;
      }
    }
    const CodePoint c = text::code_point_at(utf8, at);
    at += c.size;
    if (text::classify(c.value) != text::CharClass::letter) continue;
    ++n.all;
    if (in_arabic_script(c.value)) {
      ++n.arabic_script;
      count_arabic_script(c.value, n);
    } else if (c.value < 0x250) {
      ++n.latin;
    }
  }
  n.all += ascii + arabic;
  n.latin += ascii;
  n.arabic_script += arabic;
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
