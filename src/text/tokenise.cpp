// Words, numbers and marks.
//
// A word runs over its diacritics, tatweel and whatever invisible characters stand inside it; those at its edges
// belong to no token. Letters and digits never share a token: "1439h" is a number and a word glued to it, and so is
// a conjunction glued to a number. Underscores are marks, so a #tag_of_words falls into its words.
#include "text/tokenise.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "text/key_hash.h"
#include "text/token_keys.h"
#include "text/unicode.h"

namespace isnad {

std::uint32_t hash_of_key(std::string_view key) {
  if (key.size() > text::short_key_bytes) return static_cast<std::uint32_t>(XXH3_64bits(key.data(), key.size()));
  std::array<char, text::short_key_bytes> bytes{};
  std::copy(key.begin(), key.end(), bytes.begin());
  return text::hash_of_short_key(bytes.data(), key.size());
}

namespace text {
namespace {

constexpr std::uint32_t longest_key = 200;  // code points

bool is_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

bool separates_digits(char32_t c) { return c == U'.' || c == U',' || c == 0x066B || c == 0x066C; }

class Tokeniser {
 public:
  Tokeniser(std::string_view text, std::uint32_t end, std::vector<Token>& tokens, std::string& keys)
      : text_(text.substr(0, end)), end_(end), tokens_(tokens), keys_(keys) {}

  void run(std::uint32_t at) {
    bool glued = false;
    while (at < end_) {
      if (may_be_plain_arabic(text_[at])) {
        const std::uint32_t end = plain_word(at, glued);
        if (end != at) {
          glued = end < end_ && text_[end] != ' ';
          at = glued ? end : end + 1;
          continue;
        }
      }
      const CodePoint c = code_point_at(text_, at);
      if (c.value == U' ') {
        glued = false;
        ++at;
        continue;
      }
      switch (classify(c.value)) {
        case CharClass::space:
          glued = false;
          at += c.size;
          break;
        case CharClass::ignorable:
          at += c.size;
          break;
        case CharClass::digit:
          at = number(at, glued);
          glued = true;
          break;
        case CharClass::letter:
        case CharClass::combining:
          at = word(at, glued);
          glued = true;
          break;
        case CharClass::tatweel:
          at = begins_word(at) ? word(at, glued) : mark(at, glued);
          glued = true;
          break;
        case CharClass::mark:
          at = mark(at, glued);
          glued = true;
          break;
      }
    }
  }

 private:
  [[nodiscard]] CodePoint peek(std::uint32_t at) const {
    return at < end_ ? code_point_at(text_, at) : CodePoint{0, 0};
  }
  [[nodiscard]] CharClass class_at(std::uint32_t at) const {
    return at < end_ ? classify(code_point_at(text_, at).value) : CharClass::space;
  }

  /// The first byte behind a run of characters of class `cls`.
  [[nodiscard]] std::uint32_t skip(std::uint32_t at, CharClass cls) const {
    while (at < end_) {
      const CodePoint c = code_point_at(text_, at);
      if (classify(c.value) != cls) break;
      at += c.size;
    }
    return at;
  }

  [[nodiscard]] bool begins_word(std::uint32_t at) const {
    const CharClass next = class_at(skip(at, CharClass::tatweel));
    return next == CharClass::letter || next == CharClass::combining;
  }

  /// A token, unless nothing of it is read (a diacritic that stands alone): tokens have a matching form.
  void emit(std::uint32_t begin, std::uint32_t end, TokenKind kind, bool glued, std::string_view otherwise = {}) {
    std::uint32_t cut = end;
    if (end - begin > longest_key) {
      cut = begin;
      for (std::uint32_t n = 0; n < longest_key && cut < end; ++n) cut += code_point_at(text_, cut).size;
    }
    const std::size_t key = keys_.size();
    keys_.append_form_of(text_.substr(begin, cut - begin));
    if (keys_.size() == key) keys_.append(otherwise);
    add(begin, end, kind, glued, key);
  }

  /// The token whose matching form is what the keys hold from `key` on.
  [[gnu::always_inline]] void add(std::uint32_t begin, std::uint32_t end, TokenKind kind, bool glued, std::size_t key) {
    const std::size_t size = keys_.size() - key;
    if (size == 0) return;
    const std::uint32_t hash = keys_.hash_from(key);
    // Written where it stays: a token made elsewhere, field by field, has to wait for its fields to be copied at once.
    Token& t = tokens_.emplace_back();
    t.begin = {begin};
    t.end = {end};
    t.key_begin = static_cast<std::uint32_t>(key);
    t.key_hash = hash;
    t.key_size = static_cast<std::uint16_t>(size);
    t.kind = kind;
    t.glued = glued;
  }

  /// Reads a word of nothing but plain Arabic letters, at which most words end here; returns its end, or `begin` where
  /// it is another.
  std::uint32_t plain_word(std::uint32_t begin, bool glued) {
    const std::size_t key = keys_.size();
    const auto end = static_cast<std::uint32_t>(keys_.append_plain_letters(text_, begin));
    if (end - begin > 2 * longest_key || goes_on(end)) {
      keys_.cut(key);
      return begin;
    }
    add(begin, end, TokenKind::word, glued, key);
    return end;
  }

  /// Whether what stands at `at` may belong to the word before it.
  [[nodiscard]] bool goes_on(std::uint32_t at) const {
    if (at < end_ && text_[at] == ' ') return false;
    switch (class_at(at)) {
      case CharClass::letter:
      case CharClass::combining:
      case CharClass::ignorable:
      case CharClass::tatweel:
        return true;
      case CharClass::space:
      case CharClass::digit:
      case CharClass::mark:
        return false;
    }
    return true;
  }

  std::uint32_t word(std::uint32_t begin, bool glued) {
    std::uint32_t at = begin;
    std::uint32_t last = begin;  // behind the last character that belongs to the word
    bool letters = false;
    bool latin = false;  // the last letter is
    while (at < end_) {
      if (plain_arabic_at(text_, at)) {
        do {
          at += 2;
        } while (plain_arabic_at(text_, at));
        letters = true;
        latin = false;
        last = at;
        continue;
      }
      const CodePoint c = code_point_at(text_, at);
      const CharClass cls = classify(c.value);
      if (cls == CharClass::letter) {
        letters = true;
        latin = is_latin(c.value);
      } else if (is_apostrophe(c.value) && latin && last == at) {
        const CodePoint next = peek(at + c.size);
        if (!is_latin(next.value)) break;
        const bool possessive = next.value == U's' || next.value == U'S';
        if (possessive && class_at(at + c.size + next.size) != CharClass::letter) {
          emit(begin, at, TokenKind::word, glued);
          emit(at, at + c.size + next.size, TokenKind::word, true);
          return at + c.size + next.size;
        }
      } else if (cls == CharClass::ignorable) {
        at += c.size;
        continue;
      } else if (cls != CharClass::combining && cls != CharClass::tatweel) {
        break;
      }
      at += c.size;
      last = at;
    }
    emit(begin, last, letters ? TokenKind::word : TokenKind::mark, glued);
    return last;
  }

  /// One mark with what combines with it; a run of tatweel that lengthens no word is one dash.
  std::uint32_t mark(std::uint32_t begin, bool glued) {
    const CodePoint c = code_point_at(text_, begin);
    std::uint32_t at = begin + c.size;
    if (classify(c.value) == CharClass::tatweel) at = skip(at, CharClass::tatweel);
    at = skip(at, CharClass::combining);
    // A tatweel has no matching form of its own; as a dash it takes that of a hyphen.
    emit(begin, at, TokenKind::mark, glued, classify(c.value) == CharClass::tatweel ? "-" : "");
    return at;
  }

  struct Digits {
    std::uint32_t begin, end, count;
    char32_t separator;  ///< before it; 0 for the first
  };

  [[nodiscard]] Digits digits(std::uint32_t begin, char32_t separator) const {
    Digits d{begin, begin, 0, separator};
    while (d.end < end_) {
      if (text_[d.end] >= '0' && text_[d.end] <= '9') {
        ++d.end;
        ++d.count;
        continue;
      }
      const CodePoint c = code_point_at(text_, d.end);
      if (classify(c.value) != CharClass::digit) break;
      d.end += c.size;
      ++d.count;
    }
    return d;
  }

  /// One number, or several with their separators where the whole is none ("28.01.2025", "1,2,3").
  std::uint32_t number(std::uint32_t begin, bool glued) {
    parts_.clear();
    parts_.push_back(digits(begin, 0));
    for (;;) {
      const std::uint32_t at = parts_.back().end;
      const CodePoint separator = peek(at);
      if (!separates_digits(separator.value) || class_at(at + separator.size) != CharClass::digit) break;
      parts_.push_back(digits(at + separator.size, separator.value));
    }
    const std::uint32_t end = parts_.back().end;
    if (parts_.size() == 1) {
      emit(begin, end, TokenKind::integer, glued);
    } else if (parts_.size() == 2 || is_grouped()) {
      emit(begin, end, TokenKind::decimal, glued);
    } else {
      for (const Digits& d : parts_) {
        if (d.separator) emit(d.begin - code_point_size(d.separator), d.begin, TokenKind::mark, true);
        emit(d.begin, d.end, TokenKind::integer, d.separator ? true : glued);
      }
    }
    return end;
  }

  static std::uint32_t code_point_size(char32_t separator) { return separator < 0x80 ? 1 : 2; }

  /// Thousands in groups of three by one separator, perhaps with a fraction behind another.
  [[nodiscard]] bool is_grouped() const {
    const char32_t separator = parts_[1].separator;
    if (parts_.front().count > 3) return false;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const bool fraction = i > 1 && i + 1 == parts_.size() && parts_[i].separator != separator;
      if (!fraction && (parts_[i].separator != separator || parts_[i].count != 3)) return false;
    }
    return true;
  }

  std::string_view text_;
  std::uint32_t end_;
  std::vector<Token>& tokens_;
  Keys keys_;
  std::vector<Digits> parts_;
};

}  // namespace

void tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end, std::vector<Token>& tokens,
              std::string& keys) {
  Tokeniser(text, end, tokens, keys).run(begin);
}

}  // namespace text
}  // namespace isnad
