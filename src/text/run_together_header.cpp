#include "text/run_together_header.h"

#include <algorithm>

#include "text/date_phrase.h"

namespace isnad::text {
namespace {

/// A full stop that ends a sentence: not part of an ellipsis, not behind a single letter.
bool has_plain_stop(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
    if (view.key(i) != "." || view.key(i - 1) == "." || view.key(i + 1) == ".") continue;
    if (view.is_word(i - 1) && view[i - 1].end - view[i - 1].begin > 2 && !view[i + 1].glued) return true;
  }
  return false;
}

/// A cue and its date amid a line are the page's where a separator parts them from the words before, or a colon or
/// clock time stands in them; "the report that was published on 12 March 2019" is text.
bool is_printed(const TokenView& view, std::uint32_t labels, std::uint32_t cue, std::uint32_t last) {
  for (std::uint32_t i = labels; i < cue; ++i) {
    if (view.is_mark(i) && view.key(i) != "," && view.key(i) != "\u060C") return true;
  }
  for (std::uint32_t i = cue; i < last; ++i) {
    if (view.key(i) == ":") return true;
  }
  return false;
}

}  // namespace

RunTogetherHeader run_together_header(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  constexpr std::uint32_t longest_header = 60;  // tokens: a caption and a headline; more is text that tells a date
  constexpr std::uint32_t shortest_text = 8;    // words
  constexpr std::uint32_t shortest_headline = 3;
  const RunTogetherHeader none{line.first, line.first, line.first};
  const std::uint32_t limit = std::min(line.last, line.first + longest_header);
  for (std::uint32_t cue = line.first; cue < limit; ++cue) {
    const std::uint32_t n = cues.match(view, cue, line.last, Cue::dateline_open);
    if (n == 0) continue;
    std::uint32_t at = cue + n;
    while (at < line.last && view.is_mark(at) && (view.key(at) == ":" || is_dash(view.key(at)))) ++at;
    const DatePhrase date = date_phrase(view, cues, at, line.last);
    if (!date.names_day() || !date.year || (date.last < line.last && view.key(date.last) == ".")) continue;
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
    if (cue > line.first && !is_printed(view, header.headline, cue, date.last)) continue;
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
