// Full stops end a sentence unless they belong to a number, an abbreviation, initials, an address, or a quotation that
// goes on. Newspapers forget the space behind a full stop, so a glued Arabic word begins a sentence as well.
#include "text/sentence_boundaries.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/quotations.h"
#include "text/unicode.h"

namespace isnad::text {
namespace {

constexpr char32_t ellipsis = 0x2026;
constexpr char32_t arabic_question = 0x061F, urdu_stop = 0x06D4, arabic_comma = 0x060C, arabic_semicolon = 0x061B;

bool is_stop(char32_t mark) { return mark == U'.' || mark == urdu_stop; }
bool is_emphatic(char32_t mark) { return mark == U'!' || mark == U'?' || mark == arabic_question; }

bool goes_on(char32_t mark) { return mark == U',' || mark == U';' || mark == arabic_comma || mark == arabic_semicolon; }

bool begins_in_lower_case(std::string_view surface) {
  return !surface.empty() && u_islower(static_cast<UChar32>(code_point_at(surface, 0).value));
}

bool is_latin_word(std::string_view key) {
  if (key.empty()) return false;
  const char32_t c = code_point_at(key, 0).value;
  return c < 0x250 && classify(c) == CharClass::letter;
}

bool is_one_letter(std::string_view key) { return !key.empty() && key.size() == code_point_at(key, 0).size; }

class Scanner {
 public:
  Scanner(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last)
      : view_(view), cues_(cues), first_(first), last_(last), quoted_(quotations(view, first, last)) {}

  std::vector<std::uint32_t> run() {
    begin_ = first_;
    ends_.reserve(few);
    std::uint32_t behind = first_;  // the last end
    for (const std::uint32_t mark : view_.marks_in(first_, last_)) {
      if (mark < behind) continue;
      reach(mark);
      const std::uint32_t end = end_at(mark);
      if (end > mark) {
        cut(end);
        behind = end;
        continue;
      }
      last_mark_ = mark;
      reach(mark + 1);
    }
    reach(last_);
    if (begin_ < last_) cut(last_);
    return std::move(ends_);
  }

 private:
  static constexpr std::size_t few = 4;  // sentences

  /// No end was found before token i: cuts what grew too long.
  void reach(std::uint32_t i) {
    while (i - begin_ >= max_sentence_tokens) {
      cut(last_mark_ > begin_ + max_sentence_tokens / 2 ? last_mark_ + 1 : begin_ + max_sentence_tokens);
    }
  }

  void cut(std::uint32_t end) {
    while (end - begin_ > max_sentence_tokens) {  // a run of end marks
      begin_ += max_sentence_tokens;
      ends_.push_back(begin_);
    }
    ends_.push_back(end);
    begin_ = end;
  }

  /// The mark at token i; 0 where it is none, or more than one character.
  [[nodiscard]] char32_t mark(std::uint32_t i) const { return only_code_point(view_.key(i)); }

  [[nodiscard]] bool glued(std::uint32_t i) const { return i < last_ && view_[i].glued; }

  /// The quotation that holds token i, if any. Called with growing i.
  const Quotation* quotation_around(std::uint32_t i) {
    while (next_quotation_ < quoted_.size() && quoted_[next_quotation_].close < i) ++next_quotation_;
    if (next_quotation_ == quoted_.size() || quoted_[next_quotation_].open > i) return nullptr;
    return &quoted_[next_quotation_];
  }

  /// Behind the end mark at i and all that belongs to it, where a sentence ends with it; otherwise i.
  std::uint32_t end_at(std::uint32_t i) {
    if (!view_.is_mark(i)) return i;
    const char32_t sign = mark(i);
    const bool stop = is_stop(sign);
    if (!stop && !is_emphatic(sign) && sign != ellipsis && cues_.match(view_, i, i + 1, Cue::sentence_end) == 0)
      return i;

    std::uint32_t end = i + 1;
    while (end < last_ && view_.is_mark(end) && continues_end_mark(mark(end), end)) ++end;
    const bool single_stop = stop && end == i + 1;

    if (const Quotation* q = quotation_around(i)) {
      // Only a full stop that ends the quotation may end the sentence around it, too.
      if (!single_stop || q->close != end) return i;
    }
    if (single_stop && is_part_of_word(i)) return i;
    if (sign == ellipsis && i > first_ && mark(i - 1) == U'(') return i;

    while (end < last_ && view_.is_mark(end) && glued(end) && is_closing_mark(view_.key(end)) && !opens_at(end)) ++end;
    if (end < last_ && !starts_sentence(end)) return i;
    return end;
  }

  [[nodiscard]] bool continues_end_mark(char32_t sign, std::uint32_t i) const {
    return (is_stop(sign) && glued(i)) || is_emphatic(sign) || (sign == ellipsis && glued(i));
  }

  [[nodiscard]] bool opens_at(std::uint32_t i) const {
    const auto q = std::lower_bound(quoted_.begin(), quoted_.end(), i,
                                    [](const Quotation& a, std::uint32_t at) { return a.open < at; });
    return q != quoted_.end() && q->open == i;
  }

  /// The full stop at i stands inside a word: initials, an abbreviation, an address, a list number, a date.
  [[nodiscard]] bool is_part_of_word(std::uint32_t i) const {
    if (i == first_ || !view_[i].glued) return false;
    const std::uint32_t before = i - 1;
    const Token& previous = view_[before];
    const std::string_view key = view_.key(before);
    if (previous.kind == TokenKind::word) {
      if (is_one_letter(key) || is_joined_initial(before) || cues_.match(view_, before, i, Cue::abbreviation) == 1)
        return true;
    }
    if (previous.kind == TokenKind::integer && before == begin_) return true;
    if (!glued(i + 1)) return false;
    const Token& next = view_[i + 1];
    if (next.kind == TokenKind::mark) return false;
    if (next.kind != TokenKind::word) return true;
    return is_one_letter(view_.key(i + 1)) || is_latin_word(view_.key(i + 1));
  }

  /// "Kh. M. and-A. S.": two letters right behind an initial are a conjunction and the next one.
  [[nodiscard]] bool is_joined_initial(std::uint32_t word) const {
    if (word < first_ + 2 || !view_.is_mark(word - 1) || !is_stop(mark(word - 1)) || !view_[word - 1].glued)
      return false;
    const std::string_view key = view_.key(word);
    const std::size_t letter = code_point_at(key, 0).size;
    return letter < key.size() && letter + code_point_at(key, letter).size == key.size() &&
           view_[word - 2].kind == TokenKind::word && is_one_letter(view_.key(word - 2));
  }

  /// Whether a sentence may begin with token i: no mark that goes on, no Latin word in lower case.
  [[nodiscard]] bool starts_sentence(std::uint32_t i) const {
    if (view_.is_mark(i)) {
      return !goes_on(mark(i)) && !(view_[i].glued && is_closing_mark(view_.key(i)) && !opens_at(i));
    }
    return !begins_in_lower_case(view_.surface(i));
  }

  const TokenView& view_;
  const CueIndex& cues_;
  std::uint32_t first_, last_;
  std::vector<Quotation> quoted_;
  std::size_t next_quotation_ = 0;
  std::vector<std::uint32_t> ends_;
  std::uint32_t begin_ = 0;
  std::uint32_t last_mark_ = 0;
};

}  // namespace

std::vector<std::uint32_t> sentence_ends(const TokenView& view, const CueIndex& cues, std::uint32_t first,
                                         std::uint32_t last) {
  return Scanner(view, cues, first, last).run();
}

namespace {

std::uint32_t before_closing_marks(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  while (last > first && view.is_mark(last - 1) && is_closing_mark(view.key(last - 1))) --last;
  return last;
}

bool ends_in_ellipsis(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  last = before_closing_marks(view, first, last);
  if (last == first) return false;
  const auto mark = [&](std::uint32_t i) { return only_code_point(view.key(i)); };
  if (mark(last - 1) == ellipsis) return true;
  return last - first > 1 && is_stop(mark(last - 1)) && is_stop(mark(last - 2));
}

}  // namespace

bool ends_in_stop(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last) {
  last = before_closing_marks(view, first, last);
  if (last == first || !view.is_mark(last - 1)) return false;
  return is_emphatic(only_code_point(view.key(last - 1))) || cues.match(view, last - 1, last, Cue::sentence_end) == 1 ||
         ends_in_full_stop(view, first, last);
}

bool ends_in_full_stop(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  last = before_closing_marks(view, first, last);
  return last > first && is_stop(only_code_point(view.key(last - 1))) && !ends_in_ellipsis(view, first, last);
}

}  // namespace isnad::text
