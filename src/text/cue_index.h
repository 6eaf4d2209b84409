// The page cues of all languages, for looking up at a token.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "isnad/text.h"

namespace isnad::text {

/// The tokens of a document under way.
struct TokenView {
  TokenView(std::string_view all_text, const std::vector<Token>& all_tokens, const std::string& all_keys)
      : text(all_text), tokens(all_tokens), keys(all_keys) {
    marks.reserve(tokens.size() / 8);
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (is_mark(i)) marks.push_back(i);
    }
  }

  std::string_view text;
  const std::vector<Token>& tokens;
  const std::string& keys;
  std::vector<std::uint32_t> marks;  ///< those that are marks

  [[nodiscard]] const Token& operator[](std::uint32_t i) const { return tokens[i]; }
  [[nodiscard]] std::string_view key(std::uint32_t i) const {
    return std::string_view(keys).substr(tokens[i].key_begin, tokens[i].key_size);
  }
  [[nodiscard]] std::string_view surface(std::uint32_t i) const {
    return text.substr(tokens[i].begin.value, tokens[i].end - tokens[i].begin);
  }
  [[nodiscard]] bool is_mark(std::uint32_t i) const { return tokens[i].kind == TokenKind::mark; }
  [[nodiscard]] bool is_word(std::uint32_t i) const { return tokens[i].kind == TokenKind::word; }
  /// The marks among the tokens [first, last). O(log marks).
  [[nodiscard]] std::span<const std::uint32_t> marks_in(std::uint32_t first, std::uint32_t last) const {
    const auto begin = std::lower_bound(marks.begin(), marks.end(), first);
    return {begin, std::lower_bound(begin, marks.end(), last)};
  }
};

/// What a cue marks: one bit each, so that several kinds can be asked for at once.
enum class Cue : std::uint16_t {
  none = 0,
  related_open = 1U << 0U,
  tail_open = 1U << 1U,
  furniture = 1U << 2U,
  dateline_open = 1U << 3U,
  date_word = 1U << 4U,
  date_particle = 1U << 5U,
  section = 1U << 6U,
  byline = 1U << 7U,
  agency = 1U << 8U,
  caption = 1U << 9U,
  continues = 1U << 10U,
  sentence_end = 1U << 11U,
  abbreviation = 1U << 12U
};
constexpr Cue operator|(Cue a, Cue b) { return static_cast<Cue>(static_cast<unsigned>(a) | static_cast<unsigned>(b)); }
constexpr bool has(Cue set, Cue any) { return (static_cast<unsigned>(set) & static_cast<unsigned>(any)) != 0; }

class CueIndex {
 public:
  explicit CueIndex(const std::vector<PageCues>& cues);

  /// Length in tokens of the longest cue of one of `kinds` that begins at token `at` and ends by `last`; 0 when none.
  [[nodiscard]] std::uint32_t match(const TokenView& view, std::uint32_t at, std::uint32_t last, Cue kinds) const {
    return at < last && has(kinds_by_first_[view[at].key_hash % first_words], kinds) ? longest(view, at, last, kinds)
                                                                                     : 0;
  }

 private:
  static constexpr std::size_t first_words = std::size_t{1} << 13U;
  struct Sequence {
    std::vector<std::string> tokens;
    Cue kinds{};
  };
  void add(const std::vector<std::string>& forms, Cue kind);
  [[nodiscard]] std::uint32_t longest(const TokenView& view, std::uint32_t at, std::uint32_t last, Cue kinds) const;

  std::unordered_map<std::uint32_t, std::vector<Sequence>> by_first_;  ///< by the hash of the first token
  /// By the lowest bits of that hash: most words begin no cue of the kinds asked for, and are told so by it.
  std::vector<Cue> kinds_by_first_ = std::vector<Cue>(first_words, Cue::none);
};

}  // namespace isnad::text
