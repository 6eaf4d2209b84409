#include "text/leading_dateline.h"

#include <algorithm>

#include "text/date_phrase.h"
#include "text/signature.h"

namespace isnad::text {
namespace {

/// Reads "CITY, COUNTRY 19 July (Agency) -" from the begin of a paragraph.
class LeadingDateline {
 public:
  LeadingDateline(const TokenView& view, const CueIndex& cues, const PageLine& line)
      : view_(view),
        cues_(cues),
        first_(line.first),
        last_(std::min(line.last, line.first + longest)),
        end_(line.last) {}

  std::uint32_t end() {
    if (cues_.match(view_, first_, last_, Cue::date_particle | Cue::continues) > 0) return first_;
    at_ = first_;
    while (at_ < last_) {
      const std::uint32_t before = at_;
      if (view_.is_mark(at_)) {
        if (const std::uint32_t end = mark(); end != first_) return end;
      } else {
        part();
      }
      if (at_ == before) return first_;
    }
    return first_;
  }

 private:
  static constexpr std::uint32_t longest = 30;       // tokens
  static constexpr std::uint32_t longest_place = 6;  // words
  static constexpr std::uint32_t shortest_rest = 4;  // words of the paragraph proper

  /// A place's word, the date, an agency or byline; stands still at anything else.
  void part() {
    const DatePhrase date = date_phrase(view_, cues_, at_, last_);
    if (date.names_day() && !dated_ && (!is_particle() || (places_ > 0 && places_ <= longest_city))) {
      dated_ = true;
      apart_ = separated_;
      at_ = date.last;
    } else if (const std::uint32_t n = cues_.match(view_, at_, last_, Cue::agency | Cue::byline); n > 0) {
      // An agency's name amid words is what the paragraph speaks of; in a dateline it stands behind a separator or
      // date.
      if (!separated_ && !dated_ && at_ != first_) return;
      is_signed_ = true;
      at_ += n;
    } else if (const std::uint32_t behind = initials(); behind > at_) {
      is_signed_ = true;
      at_ = behind;
    } else if (view_.is_word(at_) && !is_particle() && !dated_ && !is_signed_ && !bracketed_ && !dashed_ &&
               places_ < longest_place) {
      ++places_;
      ++at_;
    }
    separated_ = false;
  }

  /// "In": ahead of the day in "CITY in 8 August /Agency/", but in no place.
  [[nodiscard]] bool is_particle() const { return cues_.match(view_, at_, last_, Cue::date_particle) > 0; }

  /// "W.A-": an agency's initials behind the date, before a dash; the token itself where there are none.
  [[nodiscard]] std::uint32_t initials() const {
    constexpr std::size_t letter = 2;  // bytes
    if (!dated_) return at_;
    std::uint32_t i = at_, letters = 0;
    while (i < last_ && view_.is_word(i) && view_.key(i).size() <= letter) {
      ++letters;
      ++i;
      if (i < last_ && view_.key(i) == ".") ++i;
    }
    return letters >= 2 && i < last_ && view_.is_mark(i) && is_dash(view_.key(i)) ? i : at_;
  }

  std::uint32_t mark() {
    const std::string_view key = view_.key(at_);
    if (opens_bracket(key)) return bracket();
    if (is_dash(key)) return dash();
    if (key == "/" && (is_signed_ || bracketed_ || signature_behind(at_ + 1))) return dash();
    if (key == "/" && dated_) {
      if (const std::uint32_t end = signature_end(view_, cues_, at_, last_); end > at_) return finish(end);
    }
    if (key == "," || key == "\u060C" || key == "/" || (key == "." && dated_ && view_[at_].glued)) {
      separated_ = true;
      ++at_;
    } else if ((key == "." || key == ":") && is_signed_ && dashed_) {
      return finish(at_ + 1);
    } else if (key == ":" && dated_ && apart_ && places_ > 0 && places_ <= longest_city) {
      return finish(at_ + 1);  // "City, 19 July: text"
    }
    return first_;
  }

  /// "(Agency)" or "(Country)".
  std::uint32_t bracket() {
    constexpr std::uint32_t longest_bracket = 12;  // initials with a full stop behind each
    for (std::uint32_t i = at_ + 1; i < std::min(last_, at_ + longest_bracket); ++i) {
      if (cues_.match(view_, i, last_, Cue::agency) > 0) is_signed_ = true;
      const std::string_view key = view_.key(i);
      if (closes_bracket(key)) {
        if (dated_) bracketed_ = true;
        at_ = i + 1;
        // "CITY, 24 August 2023 (Agency) text"
        const bool text_follows = dated_ && is_signed_ && places_ > 0 && at_ < end_ && view_.is_word(at_);
        return text_follows ? finish(at_) : first_;
      }
    }
    return first_;
  }

  /// An agency or byline at `i` that ends with a separator: "CITY - AGENCY - text", "CITY - special. Text".
  [[nodiscard]] bool signature_behind(std::uint32_t i) const {
    const std::uint32_t n = cues_.match(view_, i, last_, Cue::agency | Cue::byline);
    if (n == 0 || i + n >= last_ || !view_.is_mark(i + n)) return false;
    const std::string_view key = view_.key(i + n);
    return is_dash(key) || key == "." || key == ":" || key == "/";
  }

  std::uint32_t dash() {
    std::uint32_t behind = at_ + 1;
    while (behind < last_ && view_.is_mark(behind) && is_dash(view_.key(behind))) ++behind;
    if (!dated_ && places_ > 0 && day_and_month(behind)) {
      dated_ = dashed_ = true;
      at_ = behind + 3;
      return first_;
    }
    const bool more = signature_behind(behind) || (!dated_ && date_phrase(view_, cues_, behind, last_).names_day());
    if (more) {
      dashed_ = separated_ = true;
      at_ = behind;
      return first_;
    }
    if (is_signed_ || bracketed_) return finish(behind);
    if (dated_ && places_ > 0 && places_ <= 3 && !second_dash(behind)) return finish(behind);
    if (places_ > 0 && is_in_capitals(view_.surface(first_))) return finish(behind);
    return first_;
  }

  /// "CITY - 5 - 9 (Agency) --": the day and the month in figures, before a bracket.
  [[nodiscard]] bool day_and_month(std::uint32_t i) const {
    return i + 3 < last_ && view_[i].kind == TokenKind::integer && is_dash(view_.key(i + 1)) &&
           view_[i + 2].kind == TokenKind::integer && view_.key(i + 3) == "(";
  }

  /// A second dash soon behind makes the two a parenthesis.
  [[nodiscard]] bool second_dash(std::uint32_t from) const {
    constexpr std::uint32_t near = 15;
    for (std::uint32_t i = from; i < std::min(end_, from + near); ++i) {
      if (is_dash(view_.key(i)) && !view_[i].glued) return true;
    }
    return false;
  }

  /// A city as English datelines print it; acronyms are shorter.
  static bool is_in_capitals(std::string_view surface) {
    return surface.size() >= 5 &&
           std::all_of(surface.begin(), surface.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  [[nodiscard]] std::uint32_t finish(std::uint32_t end) const {
    return words_between(view_, end, end_, shortest_rest) >= shortest_rest ? end : first_;
  }

  const TokenView& view_;
  const CueIndex& cues_;
  std::uint32_t first_, last_, end_;
  std::uint32_t at_ = 0;
  std::uint32_t places_ = 0;
  bool dated_ = false;      ///< a day has been read
  bool apart_ = false;      ///< it stood behind a separator
  bool is_signed_ = false;  ///< an agency or byline
  bool bracketed_ = false;  ///< a bracket behind the date: the agency, though we may not know it
  bool dashed_ = false;
  bool separated_ = false;
};

}  // namespace

std::uint32_t leading_dateline_end(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  return LeadingDateline(view, cues, line).end();
}

}  // namespace isnad::text
