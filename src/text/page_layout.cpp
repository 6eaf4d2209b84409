// The layout of a page, in three steps: the header above the text, what belongs to other articles, and within what is
// left the repetitions and the datelines that share a line with the text.
#include "text/page_layout.h"

#include <algorithm>
#include <unordered_set>

#include "text/dateline.h"
#include "text/header.h"
#include "text/leading_dateline.h"
#include "text/link_list.h"
#include "text/page_line.h"
#include "text/run_together_header.h"
#include "text/sentence_boundaries.h"
#include "text/signature.h"

namespace isnad::text {
namespace {

/// Shorter paragraphs may repeat by chance ("Yes.").
constexpr std::uint32_t shortest_repetition = 5;  // words

class Layout {
 public:
  Layout(const TokenView& view, const CueIndex& cues, const std::vector<TokenLine>& lines, std::string_view title)
      : view_(view), cues_(cues) {
    lines_.reserve(lines.size());
    for (const TokenLine& l : lines) lines_.push_back(describe_line(view, cues, l));
    header_ = header_roles(view, cues, lines_, title);
  }

  std::vector<Region> read() {
    regions_.reserve(lines_.size() + 1);
    for (std::size_t i = 0; i < header_.size(); ++i) {
      whole(lines_[i], header_[i]);
      seen_.insert(lines_[i].form);
    }
    const std::vector<bool> related = find_related(view_, cues_, lines_, header_.size());
    std::size_t last_prose = header_.size();
    for (std::size_t i = header_.size(); i < lines_.size(); ++i) {
      if (lines_[i].full_sentence() && !related[i - header_.size()]) last_prose = i;
    }
    for (std::size_t i = header_.size(); i < lines_.size(); ++i) {
      const PageLine& line = lines_[i];
      const std::vector<Told> sentences = told_in(line);
      if (is_repetition(line, sentences)) {
        whole(line, Role::duplicate);
      } else if (related[i - header_.size()]) {
        whole(line, Role::related);
      } else {
        remember(line, sentences);
        // Behind a colon stands what the text goes on with: "Sunday 26 February" over the matches of that day.
        const bool introduced = i > 0 && view_.key(lines_[i - 1].last - 1) == ":";
        text_line(line, i > last_prose && !introduced);
      }
    }
    return std::move(regions_);
  }

 private:
  /// A sentence, for knowing it again.
  struct Told {
    std::uint64_t form = 0;
    std::uint32_t words = 0;  ///< counted up to shortest_repetition
  };

  void add(std::uint32_t first, std::uint32_t last, const PageLine& line, Role role) {
    if (first >= last) return;
    const bool split = first == told_first_ && last == told_last_;
    regions_.push_back({first, last, line.line, role, split ? told_ends_ : std::vector<std::uint32_t>()});
  }
  void whole(const PageLine& line, Role role) { add(line.first, line.last, line, role); }

  /// The line, or every sentence of it, has been told before.
  [[nodiscard]] bool is_repetition(const PageLine& line, const std::vector<Told>& sentences) const {
    if (line.words < shortest_repetition) return false;
    if (seen_.contains(line.form)) return true;
    return std::all_of(sentences.begin(), sentences.end(), [&](const Told& s) {
      return s.words == 0 || (s.words >= shortest_repetition && seen_.contains(s.form));
    });
  }

  std::vector<Told> told_in(const PageLine& line) {
    std::vector<Told> sentences;
    std::uint32_t first = line.content;
    told_first_ = line.content;
    told_last_ = line.last;
    told_ends_ = sentence_ends(view_, cues_, line.content, line.last);
    for (const std::uint32_t last : told_ends_) {
      sentences.push_back({form_of(view_, first, last), words_between(view_, first, last, shortest_repetition)});
      first = last;
    }
    return sentences;
  }

  void remember(const PageLine& line, const std::vector<Told>& sentences) {
    seen_.insert(line.form);
    for (const Told& sentence : sentences) seen_.insert(sentence.form);
  }

  /// `below_prose`: no paragraph of prose follows.
  void text_line(const PageLine& line, bool below_prose) {
    constexpr std::uint32_t first_paragraphs = 3;
    ++paragraphs_;
    // Amid the text a date alone heads a part of it (a chronicle), and is no day of publication.
    const bool edge = below_prose || paragraphs_ == 1;
    if (edge && (is_dateline(view_, cues_, line) || (is_byline(view_, cues_, line) && line.words <= 5) ||
                 (below_prose && is_place_and_day(view_, cues_, line.content, line.last)))) {
      whole(line, Role::dateline);
      return;
    }
    std::uint32_t begin = line.first;
    if (paragraphs_ <= first_paragraphs) {
      begin = run_together(line);
      if (begin == line.first) begin = leading_dateline_end(view_, cues_, line);
      if (begin != line.first && (regions_.empty() || regions_.back().line != line.line)) {
        add(line.first, begin, line, Role::dateline);
      }
    }
    add(begin, line.links.first, line, Role::body);
    add(line.links.first, line.links.last, line, Role::related);
    add(line.links.last, line.last, line, Role::body);
  }

  /// Adds the header that was run together with the line's text, if any; returns where the text begins.
  std::uint32_t run_together(const PageLine& line) {
    const RunTogetherHeader header = run_together_header(view_, cues_, line);
    if (!header.found(line)) return line.first;
    add(line.first, header.caption, line, Role::caption);
    add(header.caption, header.headline, line, Role::headline);
    add(header.headline, header.dateline, line, Role::dateline);
    return header.dateline;
  }

  const TokenView& view_;
  const CueIndex& cues_;
  std::vector<PageLine> lines_;
  std::vector<Role> header_;
  std::vector<Region> regions_;
  std::unordered_set<std::uint64_t> seen_;  ///< forms of lines and sentences; only asked, never listed
  std::uint32_t paragraphs_ = 0;
  std::uint32_t told_first_ = 0, told_last_ = 0;  ///< the stretch that was split last
  std::vector<std::uint32_t> told_ends_;          ///< into these sentences
};

}  // namespace

std::vector<Region> lay_out(const TokenView& view, const CueIndex& cues, const std::vector<TokenLine>& lines,
                            std::string_view title) {
  return Layout(view, cues, lines, title).read();
}

}  // namespace isnad::text
