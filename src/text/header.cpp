#include "text/header.h"

#include <algorithm>
#include <set>

#include "text/dateline.h"
#include "text/leading_dateline.h"
#include "text/link_list.h"
#include "text/signature.h"
#include "text/tokenise.h"

namespace isnad::text {
namespace {

constexpr std::size_t longest_header = 60;  // lines
/// More headlines than this above a text are a ticker of other articles'.
constexpr std::size_t most_headlines = 4;

/// A list's introduction at least this long is text, not a headline.
constexpr std::uint32_t long_introduction = 8;  // words

/// The words of the known headline, for comparing with lines. Most lines are told by its first one.
class Title {
 public:
  explicit Title(std::string_view title) : text_(title) {
    while (words_.empty() && read_ < text_.size()) read_to(text_.find(' ', read_ + 1));
  }

  /// The line is the headline, or the headline but for the outlet's name that pages append to their titles.
  [[nodiscard]] bool is(const TokenView& view, const PageLine& line) {
    if (words_.empty() || !begins(view, line)) return false;
    read_to(text_.size());
    if (line.words > words_.size() || line.words * 2 < words_.size()) return false;
    if (line.words < words_.size() && line.words < 3) return false;
    std::size_t word = 0;
    for (std::uint32_t i = line.content; i < line.last; ++i) {
      if (view.is_mark(i)) continue;
      if (view.key(i) != key(word++)) return false;
    }
    return true;
  }

  /// The line shares most of its words with the headline: another wording of it.
  [[nodiscard]] bool resembles(const TokenView& view, const PageLine& line) {
    read_to(text_.size());
    std::set<std::string_view> known;
    for (std::size_t word = 0; word < words_.size(); ++word) known.insert(key(word));
    std::uint32_t shared = 0;
    for (std::uint32_t i = line.content; i < line.last; ++i) {
      if (!view.is_mark(i)) shared += static_cast<std::uint32_t>(known.erase(view.key(i)));
    }
    return shared >= 3 && shared * 5 >= line.words * 3;
  }

  [[nodiscard]] bool is_known() const { return !words_.empty(); }

 private:
  /// Tokenises up to this byte, behind which stands a space.
  void read_to(std::size_t end) {
    end = std::min(end, text_.size());
    auto token = static_cast<std::uint32_t>(tokens_.size());
    tokenise(text_, static_cast<std::uint32_t>(read_), static_cast<std::uint32_t>(end), tokens_, keys_);
    read_ = end;
    for (; token < tokens_.size(); ++token) {
      if (tokens_[token].kind != TokenKind::mark) words_.push_back(token);
    }
  }
  [[nodiscard]] std::string_view key(std::size_t word) const {
    const Token& token = tokens_[words_[word]];
    return std::string_view(keys_).substr(token.key_begin, token.key_size);
  }
  [[nodiscard]] bool begins(const TokenView& view, const PageLine& line) const {
    std::uint32_t i = line.content;
    while (i < line.last && view.is_mark(i)) ++i;
    return i < line.last && view.key(i) == key(0);
  }

  std::string_view text_;
  std::size_t read_ = 0;  ///< bytes
  std::vector<Token> tokens_;
  std::string keys_;
  std::vector<std::uint32_t> words_;  ///< tokens
};

bool ends_in_agency(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  if (line.last - line.first < 5 || view.key(line.last - 1) != ")") return false;
  for (std::uint32_t i = line.last - 2; i > line.first && i + 6 > line.last; --i) {
    if (view.key(i) == "(") return cues.match(view, i + 1, line.last - 1, Cue::agency) == line.last - 2 - i;
  }
  return false;
}

bool has_caption_word(const TokenView& view, const CueIndex& cues, const PageLine& line) {
  for (std::uint32_t i = line.content; i < line.last; ++i) {
    if (cues.match(view, i, line.last, Cue::caption) > 0) return true;
  }
  return false;
}

class HeaderReader {
 public:
  HeaderReader(const TokenView& view, const CueIndex& cues, const std::vector<PageLine>& lines, std::string_view title)
      : view_(view), cues_(cues), lines_(lines), title_(title) {}

  std::vector<Role> read() {
    classify_lines();
    choose_headline();
    return std::move(roles_);
  }

 private:
  [[nodiscard]] bool begins_text(const PageLine& line) {
    constexpr std::uint32_t long_line = 30;
    if (title_.is(view_, line)) return false;
    // Headlines end without a full stop: behind one, a short sentence is text as well.
    constexpr std::uint32_t short_sentence = 4;
    if (seen_headline_ && line.full_stop && !line.bullet() && line.words >= short_sentence) return true;
    if (line.full_sentence() || line.words >= long_line) return true;
    if (line.words >= long_introduction && view_.key(line.last - 1) == ":") return true;
    return leading_dateline_end(view_, cues_, line) != line.first;
  }

  /// Roles by the lines' own shape; headline stands for what may be one.
  void classify_lines() {
    bool in_list = false;
    bool text_found = false;
    const std::size_t end = std::min(lines_.size(), longest_header);
    for (std::size_t i = 0; i < end; ++i) {
      const PageLine& line = lines_[i];
      const Opener opener = opener_of(view_, cues_, line);
      if (is_dateline(view_, cues_, line)) {
        roles_.push_back(Role::dateline);
      } else if (opener != Opener::none || is_furniture(view_, cues_, line) || (in_list && line.bullet())) {
        in_list = opener != Opener::none;
        roles_.push_back(Role::related);
        continue;
      } else if (begins_text(line)) {
        text_found = true;
        break;
      } else if (has_caption_word(view_, cues_, line) || ends_in_agency(view_, cues_, line)) {
        roles_.push_back(Role::caption);
      } else if (seen_headline_ &&
                 (is_byline(view_, cues_, line) || is_place_and_day(view_, cues_, line.content, line.last))) {
        roles_.push_back(Role::dateline);
      } else {
        roles_.push_back(Role::headline);
        seen_headline_ = true;
      }
      in_list = false;
    }
    if (!text_found) keep_first_headline();
  }

  /// Nothing looks like text: then all behind the first headline is text; a single line is text as well.
  void keep_first_headline() {
    const auto first = std::find(roles_.begin(), roles_.end(), Role::headline);
    if (first == roles_.end()) return;
    const auto at = static_cast<std::size_t>(first - roles_.begin());
    const bool last = at + 1 == lines_.size();
    roles_.resize(last && !title_.is(view_, lines_[at]) ? at : at + 1);
  }

  void choose_headline() {
    std::set<std::uint64_t> forms;
    std::vector<std::size_t> candidates;
    std::size_t known = lines_.size();
    for (std::size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i] != Role::headline) continue;
      if (!forms.insert(lines_[i].form).second) {
        roles_[i] = Role::duplicate;
        continue;
      }
      candidates.push_back(i);
      if (known == lines_.size() && title_.is(view_, lines_[i])) known = i;
    }
    if (known == lines_.size() && title_.is_known()) known = most_alike(candidates);
    if (known == lines_.size() && title_.is_known() && !candidates.empty()) {
      // The page does not repeat its headline: what looked like one begins the text.
      roles_.resize(candidates.front());
    } else if (known != lines_.size()) {
      // What stands above the known headline is the page's, not the article's.
      for (const std::size_t i : candidates) {
        if (i < known) roles_[i] = Role::related;
      }
    } else if (candidates.size() > most_headlines) {
      candidates.pop_back();
      for (const std::size_t i : candidates) roles_[i] = Role::related;
    }
  }

  /// The first candidate that rewords the known headline; lines_.size() when none does.
  [[nodiscard]] std::size_t most_alike(const std::vector<std::size_t>& candidates) {
    for (const std::size_t i : candidates) {
      if (title_.resembles(view_, lines_[i])) return i;
    }
    return lines_.size();
  }

  const TokenView& view_;
  const CueIndex& cues_;
  const std::vector<PageLine>& lines_;
  Title title_;
  std::vector<Role> roles_;
  bool seen_headline_ = false;
};

}  // namespace

std::vector<Role> header_roles(const TokenView& view, const CueIndex& cues, const std::vector<PageLine>& lines,
                               std::string_view title) {
  return HeaderReader(view, cues, lines, title).read();
}

}  // namespace isnad::text
