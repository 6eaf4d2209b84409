#include "linking/statement_links.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "linking/claim_window.h"

namespace isnad::linking {
namespace {

/// The speakers of one article, each with all its names.
class Speakers {
 public:
  explicit Speakers(const DocumentAnalysis& analysis) : document_(analysis.document) {
    for (const Claim& claim : analysis.claims)
      if (const auto words = words_of_speaker(claim); !words.empty() && !number_.contains(words))
        number_.emplace(words, static_cast<std::uint32_t>(number_.size()));
    same_.resize(number_.size());
    std::iota(same_.begin(), same_.end(), 0U);
    for (const auto& [a, i] : number_)
      for (const auto& [b, j] : number_)
        if (std::includes(a.begin(), a.end(), b.begin(), b.end())) same_[find(j)] = find(i);
  }

  std::optional<std::uint32_t> of(const Claim& claim) {
    const auto known = number_.find(words_of_speaker(claim));
    if (known == number_.end()) return std::nullopt;
    return find(known->second);
  }

 private:
  using Words = std::set<std::string>;

  /// Without titles' commas and the like: the words of the name where it stands.
  Words words_of_speaker(const Claim& claim) const {
    if (claim.attribution.empty()) return {};
    const Speaker& speaker = claim.attribution.back();
    if (!speaker.is_named()) return {};
    Words words;
    for (auto t = document_.tokens.begin() + document_.token_at(speaker.span.begin);
         t != document_.tokens.end() && t->begin < speaker.span.end; ++t)
      if (t->kind == TokenKind::word) words.emplace(document_.key(*t));
    return words;
  }

  std::uint32_t find(std::uint32_t i) {
    while (same_[i] != i) i = same_[i] = same_[same_[i]];
    return i;
  }

  const Document& document_;
  std::map<Words, std::uint32_t> number_;
  std::vector<std::uint32_t> same_;
};

}  // namespace

std::vector<Link> statement_links(const std::vector<DocumentAnalysis>& corpus) {
  std::vector<Link> links;
  for (const DocumentAnalysis& analysis : corpus) {
    Speakers speakers(analysis);
    std::map<std::uint32_t, std::uint32_t> last;  // statement of each speaker
    for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
      if (analysis.claims[c].type != "statement") continue;
      const auto speaker = speakers.of(analysis.claims[c]);
      if (!speaker) continue;
      const auto [before, fresh] = last.try_emplace(*speaker, c);
      if (fresh) continue;
      const auto a = window_of_telling(analysis, analysis.claims[before->second]);
      const auto b = window_of_telling(analysis, analysis.claims[c]);
      if (!a || !b || intersect(*a, *b))
        links.push_back({{analysis.document.index, before->second}, {analysis.document.index, c}, 0.7, {"speaker"}});
      before->second = c;
    }
  }
  return links;
}

}  // namespace isnad::linking
