#include "text/link_list.h"

#include <algorithm>

namespace isnad::text {
namespace {

bool announces(std::string_view key) { return key == ":" || key == "|"; }

bool has_words(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (!view.is_mark(i)) return true;
  }
  return false;
}

/// Only separators, single letters or a bracketed placeholder: nothing that tells anything.
bool is_lost_fragment(const TokenView& view, const PageLine& line) {
  const std::string_view open = view.key(line.first);
  const std::string_view close = view.key(line.last - 1);
  if (open == "[" && close == "]" && line.words <= 6) return true;
  if (line.words > 3) return false;
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    if (view.is_mark(i)) continue;
    // Two bytes are one Arabic letter; a lone figure tells nothing either, but may be a score's line.
    if (!view.is_word(i) || view[i].key_size > 2) return false;
  }
  return true;
}

/// "Share | Print | Send": three short labels or more between bars.
bool is_row_of_labels(const TokenView& view, const PageLine& line) {
  if (line.stop || line.words > 25) return false;
  std::uint32_t bars = 0, label = 0, longest = 0;
  for (std::uint32_t i = line.content; i < line.last; ++i) {
    if (view.key(i) == "|") {
      ++bars;
      label = 0;
    } else if (!view.is_mark(i)) {
      longest = std::max(longest, ++label);
    }
  }
  return bars >= 2 && longest <= 4;
}

}  // namespace

Opener opener_of(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  std::uint32_t at = line.content;
  while (at < line.last && view.is_mark(at)) ++at;
  const std::uint32_t n = cues.match(view, at, line.last, Cue::related_open | Cue::tail_open);
  if (n == 0) return Opener::none;
  const bool tail = cues.match(view, at, at + n, Cue::tail_open) == n;
  const std::uint32_t behind = at + n;
  if (!has_words(view, behind, line.last)) return tail ? Opener::tail : Opener::inline_list;
  if (announces(view.key(behind)) && !line.bullet()) return Opener::this_line;
  // "Read also on our site": a cue of several words, few more, no sentence.
  constexpr std::uint32_t few = 4;
  if (n >= 2 && line.words <= n + few && !line.stop) return Opener::this_line;
  return Opener::none;
}

bool is_furniture(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  constexpr std::uint32_t longest = 30;
  if (is_lost_fragment(view, line) || is_row_of_labels(view, line)) return true;
  if (line.words > longest) return false;
  // A sentence that merely mentions such a word is none; a label begins with it, or is short and no sentence.
  std::uint32_t at = line.content;
  while (at < line.last && view.is_mark(at)) ++at;
  if (const std::uint32_t n = cues.match(view, at, line.last, Cue::furniture); n > 0) {
    if (n >= 3 || !line.full_stop || line.words <= 8) return true;
  }
  if (line.stop || line.words > 14) return false;
  for (std::uint32_t i = at; i < line.last; ++i) {
    if (cues.match(view, i, line.last, Cue::furniture) > 0) return true;
  }
  return false;
}

namespace {

class RelatedFinder {
 public:
  RelatedFinder(const TokenView& view, const CueIndex& cues, const std::vector<PageLine>& lines, std::size_t from)
      : view_(view), cues_(cues), lines_(lines), from_(from), related_(lines.size() - from, false) {}

  std::vector<bool> find() {
    for (std::size_t i = from_; i < lines_.size(); ++i) related_[i - from_] = take(i);
    mark_trailing_headlines();
    return std::move(related_);
  }

 private:
  bool take(std::size_t i) {
    const PageLine& line = lines_[i];
    const Opener opener = opener_of(view_, cues_, line);
    if (opener == Opener::inline_list || opener == Opener::tail) {
      begin(opener == Opener::tail);
      return true;
    }
    if (opener == Opener::this_line || is_furniture(view_, cues_, line)) return true;
    if (!inside_) {
      // A headline printed twice in a row, behind the article's own header, is a teaser's.
      if (is_doubled(i)) begin(true);
      if (inside_) ++headlines_;
      return inside_;
    }
    if (line.full_sentence() && comes_back(i)) {
      inside_ = false;
      return false;
    }
    if (line.bullet()) {
      ++bullets_;
    } else {
      ++headlines_;
    }
    return true;
  }

  void begin(bool tail) {
    inside_ = true;
    tail_ = tail;
    bullets_ = headlines_ = 0;
  }

  [[nodiscard]] bool is_link(const PageLine& line) const {
    return !line.stop && !line.bullet() && line.words >= 3 && line.words <= 25;
  }

  [[nodiscard]] bool is_doubled(std::size_t i) const {
    return i + 1 < lines_.size() && is_link(lines_[i]) && lines_[i].form == lines_[i + 1].form;
  }

  /// Whether the article's own prose comes back with line i.
  [[nodiscard]] bool comes_back(std::size_t i) const {
    const bool prose_follows =
        i + 1 < lines_.size() && lines_[i + 1].full_sentence() && lines_[i + 1].form != lines_[i].form;
    const bool continues = cues_.match(view_, lines_[i].first, lines_[i].last, Cue::continues) > 0;
    if (headlines_ == 0 && bullets_ > 0) return !tail_ || prose_follows || continues;
    if (headlines_ == 0) return !tail_;  // an empty list: its links were lost
    const bool under_doubled = i >= from_ + 2 && lines_[i - 1].form == lines_[i - 2].form;
    if (tail_ || under_doubled) return prose_follows && continues;
    return prose_follows || continues;
  }

  /// Three lines or more without any stop at the end of an article whose paragraphs have theirs: links to others.
  void mark_trailing_headlines() {
    std::size_t paragraphs = 0;
    for (std::size_t i = from_; i < lines_.size(); ++i)
      paragraphs += !related_[i - from_] && lines_[i].full_sentence() ? 1U : 0U;
    if (paragraphs < 2) return;
    std::size_t end = lines_.size();
    while (end > from_ && related_[end - 1 - from_]) --end;
    std::size_t begin = end;
    while (begin > from_ && !related_[begin - 1 - from_] && is_link(lines_[begin - 1]) && lines_[begin - 1].words >= 4)
      --begin;
    if (end - begin < 3) return;
    for (std::size_t i = begin; i < end; ++i) related_[i - from_] = true;
  }

  const TokenView& view_;
  const CueIndex& cues_;
  const std::vector<PageLine>& lines_;
  std::size_t from_;
  std::vector<bool> related_;
  bool inside_ = false;
  bool tail_ = false;
  std::size_t bullets_ = 0, headlines_ = 0;  ///< in the present list
};

}  // namespace

std::vector<bool> find_related(const TokenView& view, const CueIndex& cues, const std::vector<PageLine>& lines,
                               std::size_t from) {
  return RelatedFinder(view, cues, lines, from).find();
}

}  // namespace isnad::text
