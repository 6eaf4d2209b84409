#include "text/inline_links.h"

#include "text/sentence_boundaries.h"

namespace isnad::text {
namespace {

bool ends_sentence(std::string_view key) { return key == "." || key == "!" || key == "?" || key == "\u061F"; }

}  // namespace

InlineLinks inline_links(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last) {
  for (const std::uint32_t mark : view.marks_in(first, last)) {
    const std::uint32_t i = mark + 1;
    if (i == last || !ends_sentence(view.key(mark))) continue;
    const std::uint32_t n = cues.match(view, i, last, Cue::related_open | Cue::tail_open);
    if (n == 0 || i + n >= last || view.key(i + n) != ":") continue;
    std::uint32_t end = i + n;
    while (end < last && !(view.key(end) == "." && (end + 1 == last || !view[end + 1].glued))) ++end;
    if (end < last) ++end;
    if (!ends_in_full_stop(view, end, last)) end = last;
    return {i, end};
  }
  return {last, last};
}

}  // namespace isnad::text
