// One word replaced in a sentence that is otherwise the same.
#include <algorithm>

#include "audit/alike.h"
#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// A word of these classes, when replaced, changes who speaks or how, not what is told.
constexpr std::string_view not_content[] = {
    "speech",           "title",    "preposition",       "complementizer", "relative", "subordinator",
    "negation",         "plan",     "general-adjective", "medium",         "agency",   "auxiliary",
    "perfect-particle", "document", "weekday",           "month"};

bool is_content(const Context& context, const Document& document, const SourceSpan& word) {
  const std::vector<std::string> stems = content_words(document, context.grammar, word);
  if (stems.size() != 1 || stems.front().size() < 8) return false;  // four letters of two bytes
  for (const std::string_view cls : not_content) {
    const auto forms = context.grammar.forms(document.language, cls);
    if (std::binary_search(forms.begin(), forms.end(), stems.front())) return false;
  }
  return std::none_of(stems.front().begin(), stems.front().end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool holds_time(const DocumentAnalysis& analysis, const SourceSpan& span) {
  return std::any_of(analysis.timexes.begin(), analysis.timexes.end(),
                     [&](const Timex& t) { return t.span.overlaps(span); });
}

}  // namespace

std::vector<Finding> value_conflicts(const Context& context) {
  constexpr std::int64_t near_days = 3;
  std::vector<Finding> findings;
  for (const Parallel& p : context.linking.parallels) {
    if (p.differs_a.empty() || p.differs_b.empty()) continue;
    const DocumentAnalysis &x = context.document(p.a.document), &y = context.document(p.b.document);
    if (!is_content(context, x.document, p.differs_a) || !is_content(context, y.document, p.differs_b)) continue;
    // A house repeats its own sentences with other names; between houses one is a copy of the other.
    if (!x.document.source.publisher.empty() && x.document.source.publisher == y.document.source.publisher) continue;
    if (alike(slice(x.document.text, p.differs_a), slice(y.document.text, p.differs_b))) continue;
    if (holds_time(x, p.differs_a) || holds_time(y, p.differs_b)) continue;
    if (!context.published_near(p.a.document, p.b.document, near_days)) continue;
    Finding finding;
    finding.rule = FindingRule::value_conflict;
    const std::string a(slice(x.document.text, p.differs_a)), b(slice(y.document.text, p.differs_b));
    finding.message = message("finding.value-conflict", {{"a", a}, {"b", b}});
    const auto side = [&](const SourceSpan& span, const std::string& word, bool has, ClaimRef claim) {
      Evidence e;
      e.span = span;
      e.label = message("finding.evidence.wording", {{"word", word}});
      if (has) {
        e.claim = claim;
        if (context.claim(claim).span.overlaps(span)) e.attribution = chain_text(context.claim(claim).attribution);
      }
      return e;
    };
    finding.evidence.push_back(side(p.a, a, p.has_claim_a, p.claim_a));
    finding.evidence.push_back(side(p.b, b, p.has_claim_b, p.claim_b));
    const auto words = static_cast<std::int64_t>(content_words(x.document, context.grammar, p.a).size());
    finding.reasoning.push_back(message("finding.reason.parallel", {{"n", words}}));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace isnad::audit_rules
