// One piece of news, and two who are each said to have told it first, or one who alone is said to be its source while
// another article has it from someone else.
#include <algorithm>
#include <map>
#include <set>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// By document: the sentences in which a speaker is called the first or only one to tell the news.
std::vector<std::set<std::uint32_t>> sole_sentences(const Context& context) {
  std::map<std::string, std::vector<std::string>> forms;
  std::vector<std::set<std::uint32_t>> all(context.corpus.size());
  for (const DocumentAnalysis& d : context.corpus) {
    auto [cues, fresh] = forms.try_emplace(d.document.language);
    if (fresh) cues->second = context.grammar.forms(d.document.language, "sole-source");
    if (cues->second.empty()) continue;
    for (const Claim& c : d.claims) {
      if (c.attribution.empty()) continue;
      const std::string text = words_text(d.document, d.document.sentences[c.sentence]);
      if (std::any_of(cues->second.begin(), cues->second.end(),
                      [&](const std::string& cue) { return text.find(' ' + cue + ' ') != std::string::npos; }))
        all[index(d.document.index)].insert(c.sentence);
    }
  }
  return all;
}

/// Both name who told it, and not the same one.
bool told_by_others(const Context& context, ClaimRef a, ClaimRef b) {
  const AttributionChain &x = context.claim(a).attribution, &y = context.claim(b).attribution;
  if (x.empty() || y.empty()) return false;
  const auto p = name_words(context, x.back()), q = name_words(context, y.back());
  return !p.empty() && !q.empty() && shared_words(p, q) == 0;
}

}  // namespace

std::vector<Finding> sole_source_conflicts(const Context& context) {
  std::vector<Finding> findings;
  const auto sole = sole_sentences(context);
  const auto is_sole = [&](ClaimRef r) { return sole[index(r.document)].contains(context.claim(r).sentence); };
  for (const Event& event : context.linking.events) {
    const auto& claims = event.claims;
    for (const ClaimRef a : claims) {
      if (!is_sole(a)) continue;
      const auto b = std::find_if(claims.begin(), claims.end(), [&](ClaimRef r) {
        return r.document != a.document && is_sole(r) && told_by_others(context, a, r);
      });
      if (b == claims.end()) continue;
      findings.push_back(credited_to_two(context, "finding.sole-source", a, *b));
      break;
    }
  }
  return findings;
}

}  // namespace isnad::audit_rules
