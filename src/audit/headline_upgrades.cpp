// "The central bank: 40,000 cards stopped", where the text has it from a source in the bank that is not named. For
// headlines of which no claim is made: the name before the colon and the words behind it are compared as they stand.
#include <algorithm>

#include "audit/alike.h"
#include "audit/told_words.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t longest_name = 4;  ///< content words before the colon
constexpr std::size_t least_common = 2;  ///< words that the source's sentence has of the headline

using Words = std::vector<std::string>;

/// Is each word of the name, in some form, among the others?
bool holds(const Words& words, const Words& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](const std::string& n) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return alike(w, n); });
  });
}

std::optional<std::uint32_t> colon_of(const Document& document, const Sentence& headline) {
  for (std::uint32_t t = headline.first; t < headline.last; ++t)
    if (document.key(document.tokens[t]) == ":") return t;
  return std::nullopt;
}

Finding finding_of(const Context& context, const DocumentAnalysis& analysis, const SourceSpan& headline,
                   const SourceSpan& name, std::uint32_t source) {
  Finding finding;
  finding.rule = FindingRule::attribution_upgrade;
  const std::string named(slice(analysis.document.text, name));
  finding.message = message("finding.attribution-upgrade",
                            {{"named", named}, {"source", analysis.claims[source].attribution.back().name}});
  Evidence head;
  head.span = headline;
  head.label = message("finding.evidence.headline");
  head.attribution = named;
  finding.evidence = {std::move(head), context.credit_in_sentence({analysis.document.index, source})};
  return finding;
}

std::optional<Finding> upgrade_of(const Context& context, const ToldWords& words, const DocumentAnalysis& analysis,
                                  const Sentence& headline) {
  const Document& document = analysis.document;
  const auto colon = colon_of(document, headline);
  if (!colon || *colon == headline.first) return std::nullopt;
  const SourceSpan name_span = document.span(headline.first, *colon);
  const Words name = content_words(document, context.grammar, name_span);
  if (name.empty() || name.size() > longest_name) return std::nullopt;
  const Words told = words.stems(analysis, *colon + 1, headline.last);
  std::optional<std::uint32_t> source;
  for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
    const Claim& claim = analysis.claims[c];
    if (claim.attribution.empty()) continue;
    if (claim.headline) return std::nullopt;  // a claim is made of it: attribution_upgrades() compares it
    const Speaker& speaker = claim.attribution.back();
    if (speaker.span.empty() || !holds(content_words(document, context.grammar, speaker.span), name)) continue;
    if (speaker.is_named()) return std::nullopt;  // the body itself speaks too
    const Sentence& sentence = document.sentences[claim.sentence];
    if (!source && shared_words(told, words.stems(analysis, sentence.first, sentence.last)) >= least_common) source = c;
  }
  if (!source) return std::nullopt;
  return finding_of(context, analysis, document.span(headline), name_span, *source);
}

}  // namespace

std::vector<Finding> headline_upgrades(const Context& context, const ToldWords& words) {
  std::vector<Finding> findings;
  for (const DocumentAnalysis& analysis : context.corpus)
    for (const Sentence& sentence : analysis.document.sentences) {
      if (analysis.document.role(sentence) != Role::headline) continue;
      if (auto found = upgrade_of(context, words, analysis, sentence)) findings.push_back(std::move(*found));
    }
  return findings;
}

}  // namespace isnad::audit_rules
