#include <algorithm>
#include <utility>

#include "isnad/text.h"
#include "text/cue_index.h"
#include "text/lines.h"
#include "text/page_layout.h"
#include "text/sentence_boundaries.h"
#include "text/tokenise.h"

namespace isnad {

std::string_view to_string(Credibility credibility) {
  static constexpr std::string_view names[] = {"low", "normal", "high"};
  return names[static_cast<std::size_t>(credibility)];
}
namespace {

using text::CueIndex;
using text::Line;
using text::Region;
using text::TokenLine;
using text::TokenView;

/// Of a word and the space behind it, at least, in most texts.
constexpr std::size_t bytes_per_token = 8;

/// Tokenises every line; lines without a token are left out.
std::vector<TokenLine> tokenise_lines(Document& document, const std::vector<Line>& lines) {
  std::vector<TokenLine> result;
  result.reserve(lines.size());
  document.keys.reserve(document.text.size() + text::spare_key_bytes);
  document.tokens.reserve(document.text.size() / bytes_per_token);
  for (std::uint32_t number = 0; number < lines.size(); ++number) {
    const auto first = static_cast<std::uint32_t>(document.tokens.size());
    text::tokenise(document.text, lines[number].begin, lines[number].end, document.tokens, document.keys);
    const auto last = static_cast<std::uint32_t>(document.tokens.size());
    if (last > first) result.push_back({first, last, number});
  }
  return result;
}

}  // namespace

PageCueIndex::PageCueIndex(const std::vector<PageCues>& cues) : index_(std::make_shared<const CueIndex>(cues)) {}

Document read_document(DocumentIndex index, DocumentSource source, std::string text,
                       const std::vector<PageCues>& cues) {
  return read_document(index, std::move(source), std::move(text), PageCueIndex(cues));
}

Document read_document(DocumentIndex index, DocumentSource source, std::string text, const PageCueIndex& cues) {
  Document document;
  document.index = index;
  document.source = std::move(source);
  document.text = std::move(text);
  document.language = language_of(document.text);
  const std::vector<Line> lines = text::split_lines(document.text);
  document.lines.reserve(lines.size());
  for (const Line& l : lines) document.lines.push_back({l.begin});

  const std::vector<TokenLine> token_lines = tokenise_lines(document, lines);
  const CueIndex& cue_index = *cues.index_;
  const TokenView view{document.text, document.tokens, document.keys};
  std::vector<Region> regions = text::lay_out(view, cue_index, token_lines, document.source.title);
  document.blocks.reserve(regions.size());
  for (Region& r : regions) {
    const auto number = static_cast<std::uint32_t>(document.blocks.size());
    document.blocks.push_back({view[r.first].begin, view[r.last - 1].end, r.role, r.line});
    document.tokens[r.first].glued = false;
    std::uint32_t first = r.first;
    if (r.sentence_ends.empty()) r.sentence_ends = text::sentence_ends(view, cue_index, r.first, r.last);
    for (const std::uint32_t last : r.sentence_ends) {
      document.sentences.push_back({first, last, number});
      first = last;
    }
  }
  return document;
}

std::uint32_t Document::first_token_from(ByteOffset at) const {
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), at, [](const Token& t, ByteOffset b) { return t.begin < b; });
  return static_cast<std::uint32_t>(first - tokens.begin());
}

std::uint32_t Document::token_at(ByteOffset at) const {
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [at](const Token& t) { return t.end <= at; });
  return static_cast<std::uint32_t>(first - tokens.begin());
}

}  // namespace isnad
