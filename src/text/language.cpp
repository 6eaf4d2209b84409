// Language by script and letters. An n-gram model would tell more languages; this tells what matters here: whether
// the rules of Arabic or English may be applied at all. Applying Arabic rules to Persian gives wrong dates (the
// Persian month Azar is written like the Levantine March), so doubt counts against Arabic's neighbours' letters only
// where they are frequent: Arabic pages carry stray Persian letters in names.
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <numeric>

#include "isnad/text.h"
#include "text/unicode.h"

namespace isnad {
namespace {

using text::CodePoint;

/// Enough for any article; keeps detection cheap for a huge one.
constexpr std::size_t examined_bytes = std::size_t{1} << 18;

struct Letters {
  std::size_t all = 0, arabic_script = 0, latin = 0;
  std::size_t persian = 0;     ///< peh, tcheh, jeh, gaf: in Persian and Urdu, in Arabic only in foreign names
  std::size_t persian_ya = 0;  ///< Persian ya or kaf, which an Arabic keyboard does not have
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

/// Bytes that are looked at together; what is said of each is all of its bits or none.
using Bytes = std::uint8_t __attribute__((vector_size(16)));

/// What bytes and those behind them show where all text is ASCII and the block U+0600..U+067F.
struct Glance {
  Bytes ascii{};    ///< an ASCII letter
  Bytes arabic{};   ///< a plain Arabic letter
  Bytes strange{};  ///< the begin of anything else that may be a letter
};

Glance glance(Bytes byte, Bytes behind) {
  const auto all = [](std::uint8_t value) -> Bytes { return value - Bytes{}; };
  const auto is = [&](Bytes bytes, std::uint8_t value) -> Bytes { return bytes == all(value); };
  const auto in = [&](Bytes bytes, std::uint8_t least, std::uint8_t most) -> Bytes {
    return bytes - all(least) <= all(static_cast<std::uint8_t>(most - least));
  };
  Glance g;
  g.ascii = in(byte | all(0x20), 'a', 'z');
  const Bytes d8 = is(byte, 0xD8), d9 = is(byte, 0xD9);
  g.arabic = (d8 & in(behind, 0xA1, 0xBF)) | (d9 & in(behind, 0x81, 0x8A));
  // No letters: tatweel, marks and digits of the block, general punctuation (U+2000..U+203F), what begins with C2.
  const Bytes none = (d8 & in(behind, 0x80, 0x9F)) | (d9 & (is(behind, 0x80) | in(behind, 0x8B, 0xAD))) |
                     (is(byte, 0xE2) & is(behind, 0x80));
  g.strange = in(byte, 0xC3, 0xF4) & ~(g.arabic | none);
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

/// Letters of stretches that hold nothing strange, counted byte by byte of a vector.
class PlainCounts {
 public:
  static constexpr std::size_t stretch = 64;

  /// Counts a stretch, behind which one more byte can be read; says whether it held nothing strange.
  bool take(const char* stretch_begin) {
    Bytes ascii{}, arabic{}, strange{};
    for (std::size_t at = 0; at < stretch; at += sizeof(Bytes)) {
      Bytes byte, behind;
      std::memcpy(&byte, stretch_begin + at, sizeof(Bytes));
      std::memcpy(&behind, stretch_begin + at + 1, sizeof(Bytes));
      const Glance g = glance(byte, behind);
      ascii -= g.ascii;
      arabic -= g.arabic;
      strange |= g.strange;
    }
    if (std::bit_cast<Halves>(strange) != Halves{}) return false;
    ascii_ += ascii;
    arabic_ += arabic;
    if (++taken_ == most) flush();
    return true;
  }
  /// Adds what was counted.
  void add_to(Letters& n) {
    flush();
    n.latin += latin_sum_;
    n.arabic_script += arabic_sum_;
    n.all += latin_sum_ + arabic_sum_;
  }

 private:
  using Halves = std::array<std::uint64_t, 2>;
  static constexpr std::size_t most = 255 / (stretch / sizeof(Bytes));  // that a byte can count

  static std::size_t sum(Bytes counts) {
    const auto each = std::bit_cast<std::array<std::uint8_t, sizeof(Bytes)>>(counts);
    return std::accumulate(each.begin(), each.end(), std::size_t{0});
  }
  void flush() {
    latin_sum_ += sum(ascii_);
    arabic_sum_ += sum(arabic_);
    ascii_ = arabic_ = Bytes{};
    taken_ = 0;
  }

  Bytes ascii_{}, arabic_{};
  std::size_t taken_ = 0, latin_sum_ = 0, arabic_sum_ = 0;
};

Letters count_letters(std::string_view utf8) {
  Letters n;
  PlainCounts plain;
  constexpr std::size_t stretch = PlainCounts::stretch;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = std::min(at + stretch, utf8.size());
    std::array<char, stretch + 1> last{};
    const char* bytes = utf8.data() + at;
    if (at + stretch >= utf8.size()) {
      std::copy(utf8.begin() + static_cast<std::ptrdiff_t>(at), utf8.end(), last.begin());
      bytes = last.data();
    }
    if (plain.take(bytes)) {
      at = end;
    } else {
      while (at < end) at = count_one(utf8, at, n);
    }
  }
  plain.add_to(n);
  return n;
}

/// Letters that Arabic has and Persian has not: ta marbuta, Arabic ya and kaf, hamza under alef.
std::size_t count_arabic_only(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = text::code_point_at(utf8, at);
    count += c.value == 0x0629 || c.value == 0x064A || c.value == 0x0643 || c.value == 0x0625 ? 1U : 0U;
    at += c.size;
  }
  return count;
}

std::string language_in_arabic_script(std::string_view utf8, const Letters& n) {
  const auto percent = [&](std::size_t k) {
    return 100.0 * static_cast<double>(k) / static_cast<double>(n.arabic_script);
  };
  // Shares in running text: Urdu letters 15 %, Kurdish 12 %, Pashto 6 %, Persian ya and kaf 10 %; in Arabic all near 0.
  if (percent(n.kurdish) >= 4) return "ckb";
  if (percent(n.pashto) >= 2) return "ps";
  if (percent(n.urdu) >= 4) return "ur";
  if (percent(n.persian + n.persian_ya) >= 4 && n.persian_ya > count_arabic_only(utf8) / 2) return "fa";
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
  if (n.arabic_script * 2 >= n.all) return language_in_arabic_script(utf8, n);
  if (n.latin * 2 > n.all) return language_in_latin_script(utf8);
  return "und";
}

}  // namespace isnad
