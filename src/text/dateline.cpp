#include "text/dateline.h"

#include <algorithm>

#include "text/date_phrase.h"
#include "text/signature.h"

namespace isnad::text {
namespace {

constexpr Cue label_cues = Cue::section | Cue::byline | Cue::agency | Cue::furniture | Cue::date_particle;

constexpr std::uint32_t widest_space = 2;          // bytes between two words of one column are fewer
constexpr std::uint32_t two_calendars_tokens = 7;  // day, month and year twice

/// What a line consists of.
struct Contents {
  std::uint32_t dates = 0;        ///< printed dates that stand for themselves between separators
  std::uint32_t dated_years = 0;  ///< those of them with a year
  std::uint32_t labels = 0;       ///< words of section and byline labels
  std::uint32_t sections = 0;     ///< of these, section words
  std::uint32_t others = 0;       ///< other words and numbers
  std::uint32_t figures = 0;      ///< numbers among them
  bool opens = false;             ///< begins with "published on" or the like
  bool published = false;         ///< a part of it does
  bool signed_by_agency = false;  ///< its last part is an agency's name
};

/// A date all in figures begins at token i.
bool in_figures(const TokenView& view, std::uint32_t i, std::uint32_t last) {
  return i + 2 < last && view[i].kind == TokenKind::integer && view.is_mark(i + 1) && view[i + 1].glued &&
         view[i + 2].kind == TokenKind::integer;
}

Contents contents_of(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  Contents c;
  const bool sectioned = cues.match(view, line.content, line.last, Cue::section) > 0;
  bool at_part = true;     // a part of the line begins here
  bool separated = false;  // a separator has been seen
  bool named = false;      // a label with a colon, of which a name follows
  bool bracketed = false;  // a bracket has just closed, with a label in it or figures behind
  std::uint32_t labels_outside = 0;
  for (std::uint32_t i = line.content; i < line.last;) {
    if (view.is_mark(i)) {
      // "Written by Fulan: Sunday 15 February 2026"
      const bool names = view.key(i) == ":" && c.labels > 0;
      named = named || names;
      if (parts_segments(view.key(i)) || names) at_part = separated = true;
      if (opens_bracket(view.key(i))) labels_outside = c.labels;
      const bool closes = closes_bracket(view.key(i));
      bracketed = closes && (c.labels > labels_outside || in_figures(view, i + 1, line.last));
      ++i;
      continue;
    }
    if (const std::uint32_t n = cues.match(view, i, line.last, Cue::dateline_open); n > 0 && at_part) {
      c.opens = c.opens || i == line.content;
      c.published = true;
      i += n;
      if (i < line.last && view.key(i) == ":") ++c.labels;
      continue;
    }
    // "Riyadh 12 Rabi I 1446 AH / 15 September 2024 (Agency)": the city needs no separator before two calendars.
    const bool behind_city = !separated && c.others > 0 && c.others <= longest_city;
    // "Written by: Fulan Friday 11-10-2024 12:40": behind such a name, or a gap, a whole date may end the line.
    const bool behind_gap = i > line.content && view[i].begin - view[i - 1].end >= widest_space;
    const bool behind_name = named || behind_gap || bracketed || (c.opens && c.sections > 0 && c.figures > 0);
    // "Text of the bulletin of Wednesday 26 July 2023, 6 a.m."
    const bool of_section = sectioned && view.is_word(i);
    const bool may_begin = at_part || behind_city || behind_name || of_section;
    const DatePhrase date = may_begin ? date_phrase(view, cues, i, line.last) : DatePhrase{};
    const bool part_ends = date.last == line.last || view.is_mark(date.last) ||
                           cues.match(view, date.last, line.last, label_cues | Cue::dateline_open) > 0;
    const bool two_calendars = date.year && date.last - date.first >= two_calendars_tokens;
    const bool ends_line = behind_name && date.last == line.last && date.names_day() && date.year;
    const bool stands_here = at_part || two_calendars || ends_line || (of_section && date.names_day());
    if (stands_here && !date.empty() && part_ends && (date.names_day() || (date.day && (date.year || separated)))) {
      ++c.dates;
      c.dated_years += date.year ? 1U : 0U;
      i = date.last;
      bracketed = false;
      continue;
    }
    bracketed = false;
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

}  // namespace

bool is_dateline(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  if (line.words > 40 || (line.full_stop && line.words > 12)) return false;
  if (is_breadcrumb(view, line)) return true;
  if (!line.stop && is_signed_line(view, cues, line.content, line.last)) return true;
  const Contents c = contents_of(view, cues, line);
  if (c.opens && (c.dates > 0 || ((c.labels > 0 || c.figures > 0) && c.others <= 4))) return true;
  if (c.dated_years > 0) return c.others <= (c.published ? 10U : 6U);
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

}  // namespace isnad::text
