#include "text/cue_index.h"

#include <algorithm>

#include "text/tokenise.h"

namespace isnad::text {

CueIndex::CueIndex(const std::vector<PageCues>& cues) {
  for (const PageCues& c : cues) {
    add(c.related_opens, Cue::related_open);
    add(c.tail_opens, Cue::tail_open);
    add(c.furniture, Cue::furniture);
    add(c.dateline_opens, Cue::dateline_open);
    add(c.date_words, Cue::date_word);
    add(c.date_particles, Cue::date_particle);
    add(c.section_words, Cue::section);
    add(c.byline_words, Cue::byline);
    add(c.agencies, Cue::agency);
    add(c.caption_words, Cue::caption);
    add(c.continues, Cue::continues);
    add(c.sentence_ends, Cue::sentence_end);
    add(c.abbreviations, Cue::abbreviation);
  }
}

void CueIndex::add(const std::vector<std::string>& forms, Cue kind) {
  std::vector<Token> tokens;
  std::string keys;
  for (const std::string& form : forms) {
    tokens.clear();
    keys.clear();
    tokenise(form, 0, static_cast<std::uint32_t>(form.size()), tokens, keys);
    if (tokens.empty()) continue;
    const TokenView view{form, tokens, keys};
    Sequence s;
    s.kinds = kind;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) s.tokens.emplace_back(view.key(i));
    Cue& kinds = kinds_by_first_[tokens.front().key_hash % first_words];
    kinds = kinds | kind;
    std::vector<Sequence>& sequences = by_first_[tokens.front().key_hash];
    const auto same = std::find_if(sequences.begin(), sequences.end(),
                                   [&](const Sequence& other) { return other.tokens == s.tokens; });
    if (same == sequences.end()) {
      sequences.push_back(std::move(s));
    } else {
      same->kinds = same->kinds | kind;
    }
  }
}

std::uint32_t CueIndex::longest(const TokenView& view, std::uint32_t at, std::uint32_t last, Cue kinds) const {
  const auto found = by_first_.find(view[at].key_hash);
  if (found == by_first_.end()) return 0;
  std::uint32_t longest = 0;
  for (const Sequence& s : found->second) {
    const auto size = static_cast<std::uint32_t>(s.tokens.size());
    if (size <= longest || !has(s.kinds, kinds) || size > last - at) continue;
    bool equal = true;
    for (std::uint32_t i = 0; i < size && equal; ++i) equal = view.key(at + i) == s.tokens[i];
    if (equal) longest = size;
  }
  return longest;
}

}  // namespace isnad::text
