// The matching form: NFC, then one-to-one folding, per cluster of a base and its marks.
//
// Idempotence is what makes this more than a table. Whatever is dropped must go before composition, because dropping
// something from between two characters lets them compose the next time; presentation forms are taken apart before
// that. Hamza and madda above are composed first and dropped only where they found no letter, so a cluster is folded
// again until nothing changes. Clusters are cut at 32 marks (UAX #15 calls 30 enough for any language), for canonical
// ordering is quadratic in their length.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cassert>

#include "isnad/text.h"
#include "text/fold.h"
#include "text/plain_letters.h"
#include "text/unicode.h"

namespace isnad {
namespace text {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* n = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));  // fails only where ICU has no data at all
  return *n;
}

const icu::Normalizer2& nfkc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* n = icu::Normalizer2::getNFKCInstance(status);
  assert(U_SUCCESS(status));
  return *n;
}

bool is_presentation_form(char32_t c) { return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC); }

/// Hamza and madda as marks of their own: part of a letter where one composes with them.
bool is_letter_forming_mark(char32_t c) { return c >= 0x0653 && c <= 0x0655; }

bool is_arabic_diacritic(char32_t c) {
  if (is_letter_forming_mark(c)) return false;
  return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06DC) ||
         (c >= 0x06DF && c <= 0x06E4) || c == 0x06E7 || c == 0x06E8 || (c >= 0x06EA && c <= 0x06ED) ||
         (c >= 0x08D3 && c <= 0x08FF && c != 0x08E2);
}

bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || c == 0x034F;
}

bool is_dropped(char32_t c) {
  switch (classify(c)) {
    case CharClass::ignorable:
    case CharClass::tatweel:
      return true;
    case CharClass::combining:
      return is_arabic_diacritic(c) || is_variation_selector(c);
    default:
      return false;
  }
}

char32_t fold(char32_t c) {
  for (const PlainFold& plain : plain_folds) {
    if (c == plain.from) return plain.to;
  }
  switch (c) {
    case 0x0671:  // alef with wasla, and the Quranic wavy hamzas
    case 0x0672:
    case 0x0673:
      return 0x0627;
    case 0x06CC:  // Persian ya
      return 0x064A;
    case 0x06A9:  // Persian kaf
      return 0x0643;
    case 0x066B:
      return U'.';
    case 0x066C:
      return U',';
    case 0x2019:
      return U'\'';
    default:
      break;
  }
  if (classify(c) == CharClass::digit) return U'0' + static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(c)));
  if (u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR) return U' ';
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

/// What there is to know of one code point, once and for all.
struct Entry {
  char32_t folded = 0;
  bool dropped = false;
  bool starts_cluster = false;
  bool expands = false;  ///< a presentation form
  bool simple = false;   ///< alone in its cluster it folds to `folded`
};

Entry describe(char32_t c) {
  Entry e;
  e.dropped = is_dropped(c);
  e.expands = is_presentation_form(c);
  e.folded = fold(c);
  const auto cp = static_cast<UChar32>(c);
  e.starts_cluster = nfc().hasBoundaryBefore(cp) != 0;
  const bool composed = u_getIntPropertyValue(cp, UCHAR_NFC_QUICK_CHECK) != UNORM_NO;
  e.simple = e.starts_cluster && composed && !e.expands && fold(e.folded) == e.folded &&
             nfc().hasBoundaryBefore(static_cast<UChar32>(e.folded));
  return e;
}

std::array<Entry, tabled_characters> make_table() {
  std::array<Entry, tabled_characters> table;
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = describe(tabled_character(i));
  return table;
}

Entry entry_of(char32_t c) {
  static const std::array<Entry, tabled_characters> table = make_table();
  const std::size_t index = table_index(c);
  return index < table.size() ? table[index] : describe(c);
}

/// A cluster folded until it no longer changes.
icu::UnicodeString fold_cluster(icu::UnicodeString cluster) {
  for (int round = 0; round < 8; ++round) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed = nfc().normalize(cluster, status);
    icu::UnicodeString folded;
    for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
      const auto c = static_cast<char32_t>(composed.char32At(i));
      if (!is_dropped(c) && !is_letter_forming_mark(c)) folded.append(static_cast<UChar32>(fold(c)));
    }
    if (folded == cluster) break;
    cluster = folded;
  }
  return cluster;
}

class Folder {
 public:
  Folder(std::string& out, std::vector<std::uint32_t>* offsets) : out_(out), offsets_(offsets) {}

  void take(char32_t c, std::uint32_t offset) {
    const Entry e = entry_of(c);
    if (e.expands) {
      expand(c, offset);
    } else if (!e.dropped) {
      add(c, e, offset);
    }
  }

  void flush() {
    if (size_ == 0) return;
    if (size_ == 1 && first_is_simple_) {
      append_code_point(out_, first_folded_);
    } else {
      if (size_ == 1) cluster_.setTo(static_cast<UChar32>(first_));
      fold_cluster(cluster_).toUTF8String(out_);
    }
    size_ = 0;
    if (offsets_) offsets_->resize(out_.size() - base_, offset_);
  }

 private:
  void expand(char32_t c, std::uint32_t offset) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts = nfkc().normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const auto part = static_cast<char32_t>(parts.char32At(i));
      // A form without a decomposition (an ornament) stands for itself.
      if (part == c) {
        flush();
        append_code_point(out_, c);
        if (offsets_) offsets_->resize(out_.size() - base_, offset);
      } else if (!is_dropped(part)) {
        add(part, entry_of(part), offset);
      }
    }
  }

  void add(char32_t c, const Entry& e, std::uint32_t offset) {
    if (e.starts_cluster) flush();
    if (size_ > max_marks) return;
    if (size_ == 0) {
      first_ = c;
      first_folded_ = e.folded;
      first_is_simple_ = e.simple;
      offset_ = offset;
    } else {
      if (size_ == 1) cluster_.setTo(static_cast<UChar32>(first_));
      cluster_.append(static_cast<UChar32>(c));
    }
    ++size_;
  }

  static constexpr std::uint32_t max_marks = 32;

  std::string& out_;
  std::vector<std::uint32_t>* offsets_;
  std::size_t base_ = out_.size();
  icu::UnicodeString cluster_;
  char32_t first_ = 0;
  char32_t first_folded_ = 0;
  bool first_is_simple_ = false;
  std::uint32_t offset_ = 0;
  std::uint32_t size_ = 0;
};

/// Appends the matching forms of the ASCII characters that `utf8` begins with, each by itself; returns the first byte
/// behind them. The last before another character is left to it, which may combine with it.
std::size_t append_ascii(std::string_view utf8, std::string& out) {
  const auto is_ascii = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]) < 0x80; };
  std::size_t at = 0;
  for (; at < utf8.size() && is_ascii(at) && (at + 1 == utf8.size() || is_ascii(at + 1)); ++at) {
    const Entry& e = entry_of(static_cast<unsigned char>(utf8[at]));
    if (!e.simple || e.dropped) break;
    append_code_point(out, e.folded);
  }
  return at;
}

/// Appends the matching forms of the plain letters from byte `at` on, each by itself; returns the first byte behind
/// them. What follows may still combine with the last of them.
std::size_t append_plain_letters(std::string_view utf8, std::size_t at, std::string& out) {
  std::array<char, group_bytes> forms{};
  for (std::size_t letters = group_letters; letters == group_letters;) {
    letters = fold_plain_group(utf8, at, forms.data());
    out.append(forms.data(), 2 * letters);
    at += 2 * letters;
  }
  return at;
}

}  // namespace

char32_t folded_alone(char32_t c) {
  if (table_index(c) == tabled_characters) return 0;
  const Entry& e = entry_of(c);
  return e.simple && !e.dropped ? e.folded : 0;
}

void append_matching_form(std::string_view utf8, std::string& out, std::vector<std::uint32_t>* offsets) {
  std::size_t at = offsets == nullptr ? append_ascii(utf8, out) : 0;
  if (at == utf8.size()) return;
  Folder folder(out, offsets);
  while (at < utf8.size()) {
    if (offsets == nullptr && plain_arabic_at(utf8, at)) {
      folder.flush();
      at = append_plain_letters(utf8, at, out);
      if (at >= utf8.size()) break;
      if (static_cast<unsigned char>(utf8[at]) >= 0x80) {
        // What stands there may combine with the last letter.
        at -= 2;
        out.resize(out.size() - 2);
      }
    }
    const CodePoint c = code_point_at(utf8, at);
    folder.take(c.value, static_cast<std::uint32_t>(at));
    at += c.size;
  }
  folder.flush();
}

}  // namespace text

Normalised normalise(std::string_view utf8) {
  Normalised n;
  n.text.reserve(utf8.size());
  n.offsets.reserve(utf8.size() + 1);
  text::append_matching_form(utf8, n.text, &n.offsets);
  n.offsets.push_back(static_cast<std::uint32_t>(utf8.size()));
  return n;
}

std::string matching_form(std::string_view utf8) {
  std::string form;
  text::append_matching_form(utf8, form);
  return form;
}

}  // namespace isnad
