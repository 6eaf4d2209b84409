#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <map>

#include "audit/context.h"
#include "audit/dated_clauses.h"
#include "audit/told_words.h"

namespace isnad {
namespace {

/// Stable across runs, edits elsewhere and new names of files: the rule and the words of the evidence, not their
/// places.
std::string finding_id(const std::vector<DocumentAnalysis>& corpus, const Finding& finding) {
  std::vector<std::string> words;
  for (const Evidence& e : finding.evidence) {
    const DocumentAnalysis& d = corpus[index(e.span.document)];
    words.push_back(matching_form(slice(d.document.text, e.span)));
  }
  std::sort(words.begin() + 1, words.end());  // the odd one out leads; the others are a set
  std::string text(to_string(finding.rule));
  for (const std::string& w : words) (text += '\n') += w;
  return fmt::format("{}-{:016x}", to_string(finding.rule), XXH3_64bits(text.data(), text.size()));
}

}  // namespace

Audit audit(const std::vector<DocumentAnalysis>& corpus, const Linking& linking, const TemporalGraph& graph,
            const Grammar& grammar) {
  using namespace audit_rules;
  const Context context(corpus, linking, graph, grammar);
  const ToldWords words(context);
  const std::vector<DatedClause> clauses = dated_clauses(context, words);
  Audit result;
  result.origins = origins_of(context);
  const auto take = [&](std::vector<Finding> findings) {
    for (Finding& f : findings) result.findings.push_back(std::move(f));
  };
  take(date_conflicts(context));
  take(retold_date_conflicts(context, words, clauses, result.findings));
  take(order_conflicts(context));
  take(told_offset_conflicts(context, words, clauses, result.findings));
  take(told_order_conflicts(context, words, clauses, result.findings));
  take(calendar_mismatches(context));
  take(reports_before_events(context));
  take(polarity_conflicts(context, words));
  take(attribution_conflicts(context));
  take(attribution_upgrades(context));
  take(headline_upgrades(context, words));
  take(later_upgrades(context));
  take(sole_source_conflicts(context));
  take(first_teller_conflicts(context, words));
  take(same_words_conflicts(context, words));
  take(unsupported_headlines(context));
  take(headline_additions(context, words));
  take(value_conflicts(context));
  take(count_conflicts(context, words));
  take(sole_actor_conflicts(context, words));
  take(place_conflicts(context));
  take(circular_attributions(context, words, result.origins));
  for (Finding& f : result.findings) {
    f.level = level_of(f.rule);
    f.id = finding_id(corpus, f);
  }
  std::stable_sort(result.findings.begin(), result.findings.end(), [](const Finding& a, const Finding& b) {
    return std::tuple(-static_cast<int>(a.level), a.evidence.front().span, a.id) <
           std::tuple(-static_cast<int>(b.level), b.evidence.front().span, b.id);
  });
  result.findings.erase(std::unique(result.findings.begin(), result.findings.end(),
                                    [](const Finding& a, const Finding& b) {
                                      return a.id == b.id &&
                                             a.evidence.front().span.document == b.evidence.front().span.document;
                                    }),
                        result.findings.end());
  // The same words in several articles are a finding in each.
  std::map<std::string, int> times;
  for (Finding& f : result.findings) {
    if (const int n = ++times[f.id]; n > 1) f.id += fmt::format("-{}", n);
  }
  return result;
}

Timeline assemble(std::vector<DocumentAnalysis> documents, const Grammar& grammar) {
  Timeline timeline;
  timeline.documents = std::move(documents);
  find_publication_days(timeline.documents, grammar);
  timeline.linking = link(timeline.documents, grammar);
  timeline.graph = build_graph(timeline.documents, timeline.linking);
  timeline.audit = audit(timeline.documents, timeline.linking, timeline.graph, grammar);
  return timeline;
}

}  // namespace isnad
