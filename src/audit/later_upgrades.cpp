// What an unnamed source in a body has said, a later sentence of the article makes the word of the body itself.
#include <algorithm>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

bool holds(const std::vector<std::string>& words, const std::vector<std::string>& part) {
  return !part.empty() && std::includes(words.begin(), words.end(), part.begin(), part.end());
}

class LaterUpgrades {
 public:
  LaterUpgrades(const Context& context, const DocumentAnalysis& analysis)
      : context_(context), analysis_(analysis), told_(analysis.claims.size()) {}

  std::vector<Finding> findings() {
    std::vector<Finding> found;
    for (std::uint32_t c = 0; c < analysis_.claims.size(); ++c) {
      const auto source = credited_before(c);
      if (source && std::none_of(found.begin(), found.end(), [&](const Finding& f) {
            return f.evidence.back().span.overlaps(sentence_of(*source));
          }))
        found.push_back(finding_of(*source, c));
    }
    return found;
  }

 private:
  [[nodiscard]] const Claim& claim(std::uint32_t c) const { return analysis_.claims[c]; }
  [[nodiscard]] SourceSpan sentence_of(std::uint32_t c) const {
    return analysis_.document.span(analysis_.document.sentences[claim(c).sentence]);
  }
  [[nodiscard]] std::vector<std::string> words(const SourceSpan& span) const {
    return content_words(analysis_.document, context_.grammar, span);
  }
  /// The words of a claim, read when they are first asked for.
  const std::vector<std::string>& told(std::uint32_t c) {
    if (!told_[c]) told_[c] = words(claim(c).span);
    return *told_[c];
  }
  /// The one who says it is named in the same sentence, not carried on from one before.
  [[nodiscard]] bool names_speaker(std::uint32_t c) const {
    return !claim(c).headline && !claim(c).attribution.empty() &&
           sentence_of(c).overlaps(claim(c).attribution.back().span);
  }

  /// The earlier claim that tells the same on the word of an unnamed source in the body that this one is credited to.
  [[nodiscard]] std::optional<std::uint32_t> credited_before(std::uint32_t later) {
    constexpr std::size_t least_words = 3;
    if (!names_speaker(later)) return std::nullopt;
    const Speaker& body = claim(later).attribution.back();
    if (!body.is_named() || body.kind != SpeakerKind::office) return std::nullopt;
    if (told(later).size() < least_words) return std::nullopt;
    const auto name = words(body.span);
    std::optional<std::uint32_t> source;
    for (std::uint32_t c = 0; c < later; ++c) {
      if (claim(c).sentence >= claim(later).sentence || !names_speaker(c) || !holds(told(c), told(later))) continue;
      const Speaker& speaker = claim(c).attribution.back();
      if (speaker.is_named()) return std::nullopt;  // someone with a name has said so too
      if (holds(words(speaker.span), name)) source = c;
    }
    return source;
  }

  [[nodiscard]] Finding finding_of(std::uint32_t source, std::uint32_t later) const {
    Finding finding;
    finding.rule = FindingRule::attribution_upgrade;
    finding.message = message("finding.later-upgrade", {{"named", claim(later).attribution.back().name},
                                                        {"source", claim(source).attribution.back().name}});
    for (const std::uint32_t c : {later, source})
      finding.evidence.push_back(context_.credit_in_sentence({analysis_.document.index, c}));
    return finding;
  }

  const Context& context_;
  const DocumentAnalysis& analysis_;
  std::vector<std::optional<std::vector<std::string>>> told_;  ///< by claim
};

}  // namespace

std::vector<Finding> later_upgrades(const Context& context) {
  std::vector<Finding> all;
  for (const DocumentAnalysis& analysis : context.corpus)
    for (Finding& finding : LaterUpgrades(context, analysis).findings()) all.push_back(std::move(finding));
  return all;
}

}  // namespace isnad::audit_rules
