#include "text/date_phrase.h"

#include <algorithm>

namespace isnad::text {
namespace {

constexpr std::uint32_t longest_phrase = 40;
constexpr std::size_t one_letter = 2;  // bytes of an Arabic one: "2023 m" is a year of the Gregorian calendar

bool joins_figures(std::string_view key) { return key == "/" || key == "-" || key == "." || key == ":"; }

bool joins_parts(std::string_view key) {
  return key == "/" || key == "-" || key == "\u2013" || key == "\u2014" || key == "," || key == "\u060C" ||
         key == "." || key == "|" || key == "(" || key == ")" || key == ":" || key == "\u2022" || key == "\u00B7";
}

class Reader {
 public:
  Reader(const TokenView& view, const CueIndex& cues, std::uint32_t at, std::uint32_t last)
      : view_(view), cues_(cues), at_(at), last_(std::min(last, at + longest_phrase)) {
    phrase_.first = phrase_.last = at;
  }

  DatePhrase read() {
    while (at_ < last_ && step()) {
    }
    return phrase_;
  }

 private:
  void accept(std::uint32_t size) {
    at_ += size;
    phrase_.last = at_;
    separated_ = false;
  }

  bool step() {
    switch (view_[at_].kind) {
      case TokenKind::word:
        return word();
      case TokenKind::integer:
        return integer();
      case TokenKind::decimal:
        return clock_decimal();
      case TokenKind::mark:
        return mark();
    }
    return false;
  }

  bool word() {
    if (const std::uint32_t n = cues_.match(view_, at_, last_, Cue::date_word); n > 0) {
      // Behind the year another date needs something between: "9 December 2024 Monday's meeting" has ended.
      if (year_read_ && phrase_.day) {
        if (!separated_) return false;
        year_read_ = false;
      }
      phrase_.day = true;
      accept(n);
      return true;
    }
    const std::uint32_t n = cues_.match(view_, at_, last_, Cue::date_particle);
    if (n == 0) return false;
    if (view_[at_].glued || clock_) {
      if (phrase_.empty()) return false;
      accept(n);
      return true;
    }
    const bool era = year_read_ && !separated_ && view_.key(at_).size() == one_letter;
    if (era) {
      accept(n);
      return true;
    }
    // A preposition belongs to the date only when it goes on behind it.
    std::uint32_t next = at_ + n;
    while (next < last_ && view_.is_mark(next) && joins_parts(view_.key(next))) ++next;
    if (!phrase_.empty()) next += cues_.match(view_, next, last_, Cue::date_particle);  // "AH, corresponding to"
    if (next >= last_) return false;
    const bool date_goes_on = cues_.match(view_, next, last_, Cue::date_word) > 0 || is_number(next) ||
                              (cues_.match(view_, next, last_, Cue::date_particle) > 0 && phrase_.empty());
    if (!date_goes_on) return false;
    at_ += n;
    separated_ = true;
    return true;
  }

  [[nodiscard]] bool is_number(std::uint32_t i) const {
    return view_[i].kind == TokenKind::integer || view_[i].kind == TokenKind::decimal;
  }

  /// Figures joined without space from token i: 8/12/2024, 2024-12-08, 21:58. Tokens, 1 when nothing is joined.
  [[nodiscard]] std::uint32_t joined_figures(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    while (end + 1 < last_ && view_[end].glued && view_[end + 1].glued && view_.is_mark(end) &&
           view_[end + 1].kind == TokenKind::integer && joins_figures(view_.key(end))) {
      end += 2;
    }
    return end - i;
  }

  bool integer() {
    const std::uint32_t figures = joined_figures(at_);
    const bool clock = figures > 1 && view_.key(at_ + 1) == ":";
    if (figures == 5 && !clock) {
      if (year_read_ && !separated_) return false;
      phrase_.year = year_read_ = phrase_.day = phrase_.figure = true;
      accept(figures);
      return true;
    }
    if (clock) {
      if (phrase_.empty()) return false;
      phrase_.figure = clock_ = true;
      accept(figures);
      return true;
    }
    const std::size_t digits = view_.key(at_).size();
    if (digits == 4) return year();
    if (digits > 2) return false;
    if (year_read_) {
      // The day of a second date.
      if (!separated_ || cues_.match(view_, at_ + 1, last_, Cue::date_word) == 0) return false;
      year_read_ = false;
    }
    phrase_.figure = true;
    accept(1);
    return true;
  }

  bool year() {
    if (year_read_) return false;
    // A year may also come first, before a month.
    if (phrase_.empty() && cues_.match(view_, at_ + 1, last_, Cue::date_word) == 0) return false;
    phrase_.year = year_read_ = true;
    accept(1);
    return true;
  }

  /// A clock time with a point: 14.30, behind the date.
  bool clock_decimal() {
    if (phrase_.empty() || !separated_ || view_.key(at_).size() > 5) return false;
    clock_ = phrase_.figure = true;
    accept(1);
    return true;
  }

  bool mark() {
    if (phrase_.empty() || !joins_parts(view_.key(at_))) return false;
    if (view_.key(at_) == ")") {
      phrase_.last = at_ + 1;
    }
    ++at_;
    separated_ = true;
    return true;
  }

  const TokenView& view_;
  const CueIndex& cues_;
  std::uint32_t at_;
  std::uint32_t last_;
  DatePhrase phrase_;
  bool separated_ = false;  ///< a mark or preposition since the last part
  bool clock_ = false;      ///< a clock time has been read
  bool year_read_ = false;  ///< the present date has its year
};

}  // namespace

DatePhrase date_phrase(const TokenView& view, const CueIndex& cues, std::uint32_t at, std::uint32_t last) {
  if (at >= last || view.is_mark(at) || view[at].kind == TokenKind::decimal) return {at, at, false, false, false};
  return Reader(view, cues, at, last).read();
}

}  // namespace isnad::text
