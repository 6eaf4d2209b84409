// One piece of news, and two who are each said to have told it first, or one who alone is said to be its source while
// another article has it from someone else.
#include <algorithm>
#include <map>
#include <set>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// Does one of the phrases stand in a text of whole words, as words_text() gives it?
bool has_phrase(std::string_view text, const std::vector<std::string>& phrases) {
  for (std::size_t at = text.find(' '); at + 1 < text.size(); at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    const bool begins = std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
      return rest.size() > phrase.size() && rest[phrase.size()] == ' ' && rest.starts_with(phrase);
    });
    if (begins) return true;
  }
  return false;
}

/// By document: the sentences in which a speaker is called the first or only one to tell the news.
std::vector<std::set<std::uint32_t>> sole_sentences(const Context& context) {
  std::map<std::string, std::vector<std::string>> forms;
  std::vector<std::set<std::uint32_t>> all(context.corpus.size());
  for (const DocumentAnalysis& d : context.corpus) {
    auto [cues, fresh] = forms.try_emplace(d.document.language);
    if (fresh) cues->second = context.grammar.forms(d.document.language, "sole-source");
    if (cues->second.empty()) continue;
    std::map<std::uint32_t, bool> known;  // by sentence
    for (const Claim& c : d.claims) {
      if (c.attribution.empty()) continue;
      const auto [sole, unread] = known.try_emplace(c.sentence, false);
      if (unread) sole->second = has_phrase(words_text(d.document, d.document.sentences[c.sentence]), cues->second);
      if (sole->second) all[index(d.document.index)].insert(c.sentence);
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
