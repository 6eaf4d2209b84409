#include "text/dateline.h"

#include <algorithm>

#include "text/date_phrase.h"

namespace isnad::text {
namespace {

bool parts_segments(std::string_view key) {
  return is_dash(key) || key == "|" || key == "/" || key == "," || key == "\u060C" || key == "\u2022" ||
         key == "\u00B7" || key == ">" || key == "\u203A";
}

constexpr Cue label_cues = Cue::section | Cue::byline | Cue::agency | Cue::furniture | Cue::date_particle;

/// What a line consists of.
struct Contents {
  std::uint32_t dates = 0;        ///< printed dates that stand for themselves between separators
  std::uint32_t dated_years = 0;  ///< those of them with a year
  std::uint32_t labels = 0;       ///< words of section and byline labels
  std::uint32_t sections = 0;     ///< of these, section words
  std::uint32_t others = 0;       ///< other words and numbers
  std::uint32_t figures = 0;      ///< numbers among them
  bool opens = false;             ///< begins with "published on" or the like
  bool signed_by_agency = false;  ///< its last part is an agency's name
};

Contents contents_of(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  Contents c;
  bool at_part = true;     // a part of the line begins here
  bool separated = false;  // a separator has been seen
  for (std::uint32_t i = line.content; i < line.last;) {
    if (view.is_mark(i)) {
      if (parts_segments(view.key(i))) at_part = separated = true;
      ++i;
      continue;
    }
    if (const std::uint32_t n = cues.match(view, i, line.last, Cue::dateline_open); n > 0 && at_part) {
      c.opens = c.opens || i == line.content;
      i += n;
      if (i < line.last && view.key(i) == ":") ++c.labels;
      continue;
    }
    const DatePhrase date = at_part ? date_phrase(view, cues, i, line.last) : DatePhrase{};
    const bool part_ends = date.last == line.last || view.is_mark(date.last) ||
                           cues.match(view, date.last, line.last, label_cues | Cue::dateline_open) > 0;
    if (at_part && !date.empty() && part_ends && (date.names_day() || (date.day && (date.year || separated)))) {
      ++c.dates;
      c.dated_years += date.year ? 1U : 0U;
      i = date.last;
      continue;
    }
    if (const std::uint32_t n = cues.match(view, i, line.last, label_cues); n > 0) {
      c.labels += n;
      c.sections += cues.match(view, i, i + n, Cue::section) == n ? n : 0U;
      if (cues.match(view, i, i + n, Cue::agency) == n && separated && at_part) {
        const bool closes = i + n == line.last || (i + n + 1 == line.last && view.is_mark(line.last - 1));
        c.signed_by_agency = c.signed_by_agency || closes;
      }
      i += n;
      continue;
    }
    ++c.others;
    c.figures += view.is_word(i) ? 0U : 1U;
    at_part = false;
    ++i;
  }
  return c;
}

/// "Home > World > Region": short parts between arrows.
bool is_breadcrumb(const TokenView& view, const PageLine& line) {
  if (line.words > 15 || line.stop) return false;
  std::uint32_t arrows = 0, part = 0, longest = 0;
  for (std::uint32_t i = line.content; i < line.last; ++i) {
    const std::string_view key = view.key(i);
    if (key == "\u00AB") return false;  // what follows is a quotation
    const bool spaced = !view[i].glued && (i + 1 == line.last || !view[i + 1].glued);
    const bool arrow = key == ">" || ((key == "\u00BB" || key == "\u203A" || key == "\\") && spaced);
    if (arrow) {
      ++arrows;
      part = 0;
    } else if (!view.is_mark(i)) {
      longest = std::max(longest, ++part);
    }
  }
  return arrows > 0 && longest <= 4;
}

std::uint32_t words_between(const TokenView& view, std::uint32_t first, std::uint32_t last, std::uint32_t enough) {
  std::uint32_t words = 0;
  for (std::uint32_t i = first; i < last && words < enough; ++i) words += view.is_mark(i) ? 0U : 1U;
  return words;
}

}  // namespace

bool is_dateline(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  if (line.words > 40 || (line.full_stop && line.words > 12)) return false;
  if (is_breadcrumb(view, line)) return true;
  const Contents c = contents_of(view, cues, line);
  if (c.opens && (c.dates > 0 || ((c.labels > 0 || c.figures > 0) && c.others <= 6))) return true;
  if (c.dated_years > 0) return c.others <= 6;
  if (c.dates > 0) return c.others <= 3;
  if (c.labels > 0 && c.others == 0) return true;
  return (c.signed_by_agency && c.others <= 3) ||
         (c.sections > 0 && c.sections >= c.others && line.words <= 5 && !line.stop);
}

bool is_byline(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  if (line.stop || line.words > 8) return false;
  const std::uint32_t n = cues.match(view, line.content, line.last, Cue::byline);
  if (n == 0) return false;
  const bool colon = line.content + n < line.last && view.key(line.content + n) == ":";
  return colon || line.words <= 5;
}

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
    const bool prepositional = cues_.match(view_, at_, last_, Cue::date_particle) > 0;
    if (date.names_day() && !prepositional && !dated_) {
      dated_ = true;
      at_ = date.last;
    } else if (const std::uint32_t n = cues_.match(view_, at_, last_, Cue::agency | Cue::byline); n > 0) {
      // An agency's name amid words is what the paragraph speaks of; in a dateline it stands behind a separator or
      // date.
      if (!separated_ && !dated_ && at_ != first_) return;
      is_signed_ = true;
      at_ += n;
    } else if (view_.is_word(at_) && !dated_ && !is_signed_ && !bracketed_ && !dashed_ && places_ < longest_place) {
      ++places_;
      ++at_;
    }
    separated_ = false;
  }

  std::uint32_t mark() {
    const std::string_view key = view_.key(at_);
    if (key == "(" || key == "[") return bracket();
    if (is_dash(key)) return dash();
    if (key == "/" && (is_signed_ || signature_behind(at_ + 1))) return dash();
    if (key == "," || key == "\u060C" || key == "/" || (key == "." && dated_ && view_[at_].glued)) {
      separated_ = true;
      ++at_;
    } else if ((key == "." || key == ":") && is_signed_ && dashed_) {
      return finish(at_ + 1);
    }
    return first_;
  }

  /// "(Agency)" or "(Country)".
  std::uint32_t bracket() {
    constexpr std::uint32_t longest_bracket = 8;
    for (std::uint32_t i = at_ + 1; i < std::min(last_, at_ + longest_bracket); ++i) {
      if (cues_.match(view_, i, last_, Cue::agency) > 0) is_signed_ = true;
      const std::string_view key = view_.key(i);
      if (key == ")" || key == "]") {
        if (dated_) bracketed_ = true;
        at_ = i + 1;
        return first_;
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
  bool is_signed_ = false;  ///< an agency or byline
  bool bracketed_ = false;  ///< a bracket behind the date: the agency, though we may not know it
  bool dashed_ = false;
  bool separated_ = false;
};

}  // namespace

std::uint32_t leading_dateline_end(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  return LeadingDateline(view, cues, line).end();
}

namespace {

/// A full stop that ends a sentence: not part of an ellipsis, not behind a single letter.
bool has_plain_stop(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
    if (view.key(i) != "." || view.key(i - 1) == "." || view.key(i + 1) == ".") continue;
    if (view.is_word(i - 1) && view[i - 1].end - view[i - 1].begin > 2 && !view[i + 1].glued) return true;
  }
  return false;
}

}  // namespace

RunTogetherHeader run_together_header(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  constexpr std::uint32_t longest_header = 120;  // tokens
  constexpr std::uint32_t shortest_text = 8;     // words
  constexpr std::uint32_t shortest_headline = 3;
  const RunTogetherHeader none{line.first, line.first, line.first};
  const std::uint32_t limit = std::min(line.last, line.first + longest_header);
  for (std::uint32_t cue = line.first; cue < limit; ++cue) {
    const std::uint32_t n = cues.match(view, cue, line.last, Cue::dateline_open);
    if (n == 0) continue;
    std::uint32_t at = cue + n;
    while (at < line.last && view.is_mark(at) && (view.key(at) == ":" || is_dash(view.key(at)))) ++at;
    const DatePhrase date = date_phrase(view, cues, at, line.last);
    if (!date.names_day() || !date.year) continue;
    if (words_between(view, date.last, line.last, shortest_text) < shortest_text) return none;
    if (has_plain_stop(view, line.first, cue)) return none;

    RunTogetherHeader header{line.first, cue, date.last};
    // Back over the labels of section and author; forward over what still belongs to the date line.
    while (header.headline > line.first) {
      const std::uint32_t i = header.headline - 1;
      const std::string_view key = view.key(i);
      const bool label = cues.match(view, i, i + 1, Cue::section | Cue::byline | Cue::agency) == 1;
      const bool separator = view.is_mark(i) && (parts_segments(key) || key == "_" || key == ":");
      if (!label && !separator) break;
      --header.headline;
    }
    while (header.dateline < line.last && view.is_mark(header.dateline) &&
           (parts_segments(view.key(header.dateline)) || view.key(header.dateline) == ":")) {
      ++header.dateline;
    }
    // A caption that ends in its own date stands before the headline.
    for (std::uint32_t i = line.first; i < header.headline;) {
      const DatePhrase taken = date_phrase(view, cues, i, header.headline);
      if (taken.names_day() && taken.year &&
          words_between(view, taken.last, header.headline, shortest_headline) >= shortest_headline) {
        header.caption = taken.last;
        break;
      }
      i = std::max(i + 1, taken.last);
    }
    return header;
  }
  return none;
}

}  // namespace isnad::text
