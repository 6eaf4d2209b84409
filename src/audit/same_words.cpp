// The same words in two articles, credited to two speakers of whom one is not named: one of them did not say so.
#include <algorithm>
#include <map>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// The statement that a stretch of words is part of: the claim in whose sentence it stands, with the one who says it.
std::optional<ClaimRef> credited(const Context& context, const SourceSpan& words) {
  const DocumentAnalysis& analysis = context.document(words.document);
  for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
    const Claim& claim = analysis.claims[c];
    const SourceSpan sentence = analysis.document.span(analysis.document.sentences[claim.sentence]);
    if (sentence.overlaps(words) && !claim.attribution.empty() && sentence.overlaps(claim.attribution.back().span))
      return ClaimRef{words.document, c};
  }
  return std::nullopt;
}

/// Do the words stand in quotation marks, as they were spoken? At most two of them may stand before the marks.
bool is_quoted(const Context& context, const SourceSpan& words) {
  const Document& document = context.document(words.document).document;
  constexpr std::string_view marks[] = {"\"", "\u00ab", "\u201c", "\u201e"};
  const auto first = document.tokens.begin() + document.first_token_from(words.begin);
  const auto is_mark = [&](const Token& t) {
    return std::find(std::begin(marks), std::end(marks), document.surface(t)) != std::end(marks);
  };
  constexpr std::ptrdiff_t before = 2;
  const auto from = first - std::min(before, first - document.tokens.begin());
  return std::any_of(from, std::min(first + before + 1, document.tokens.end()), is_mark);
}

/// Is a speaker of the one chain a speaker of the other? Then one carries on what the other said.
bool share_speaker(const Context& context, ClaimRef a, ClaimRef b) {
  for (const Speaker& x : context.claim(a).attribution)
    for (const Speaker& y : context.claim(b).attribution)
      if (x.span.empty() || y.span.empty() || shared_words(name_words(context, x), name_words(context, y)) > 0)
        return true;
  return false;
}

/// Someone who says it, not a paper that prints it.
bool is_voice(const Speaker& speaker) {
  return speaker.kind == SpeakerKind::person || speaker.kind == SpeakerKind::office ||
         speaker.kind == SpeakerKind::anonymous;
}

Finding finding_of(const Context& context, const Parallel& p, ClaimRef a, ClaimRef b) {
  Finding finding = credited_to_two(context, "finding.same-words", a, b);
  const auto words =
      static_cast<std::int64_t>(content_words(context.document(p.a.document).document, context.grammar, p.a).size());
  finding.reasoning.push_back(message("finding.reason.parallel", {{"n", words}}));
  return finding;
}

}  // namespace

std::vector<Finding> same_words_conflicts(const Context& context) {
  constexpr std::int64_t near_days = 7;
  std::vector<Finding> findings;
  for (const Parallel& p : context.linking.parallels) {
    if (!context.published_near(p.a.document, p.b.document, near_days)) continue;
    if (!is_quoted(context, p.a) || !is_quoted(context, p.b)) continue;
    const auto a = credited(context, p.a), b = credited(context, p.b);
    if (!a || !b || share_speaker(context, *a, *b)) continue;
    const Speaker &x = context.claim(*a).attribution.back(), &y = context.claim(*b).attribution.back();
    // Two names may be those of one person, by office and by family; a source without a name is someone else.
    if (!is_voice(x) || !is_voice(y) || (x.is_named() && y.is_named())) continue;
    findings.push_back(finding_of(context, p, *a, *b));
  }
  return findings;
}

}  // namespace isnad::audit_rules
