// Who is credited: carriers of an unnamed source across articles, headlines that promote one to an institution, and
// what goes back to one origin.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// An unnamed source of a named body ("a source in the Kremlin"): the words that describe it, without the noun for
/// source.
std::vector<std::string> description(const Context& context, const DocumentAnalysis& analysis, const Speaker& source) {
  std::vector<std::string> words = content_words(analysis.document, context.grammar, source.span);
  const std::vector<std::string> nouns = context.grammar.forms(analysis.document.language, "anonymous");
  std::erase_if(words, [&](const std::string& w) { return std::find(nouns.begin(), nouns.end(), w) != nouns.end(); });
  return words;
}

bool names_a_body(const Context& context, const DocumentAnalysis& analysis, const std::vector<std::string>& words) {
  const std::vector<std::string> offices = context.grammar.forms(analysis.document.language, "institution");
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) {
    return std::find(offices.begin(), offices.end(), w) != offices.end();
  });
}

std::vector<std::string> agency_names(const Context& context, const DocumentAnalysis& analysis) {
  std::vector<std::string> names = context.grammar.forms(analysis.document.language, "agency");
  for (std::string& n : context.grammar.forms(analysis.document.language, "outlet")) names.push_back(std::move(n));
  std::sort(names.begin(), names.end());
  return names;
}

/// What an article says of one unnamed source: who carried its words, and which claims rest on it.
struct SourceUse {
  DocumentIndex document{};
  std::vector<std::string> words;  ///< its description
  std::string name;
  std::map<std::string, ClaimRef> carriers;  ///< named agencies, by matching form; the claim that names them
  std::map<std::string, std::string> carrier_names;
  std::vector<ClaimRef> claims;
};

std::vector<SourceUse> sources_of(const Context& context, const DocumentAnalysis& analysis) {
  std::vector<SourceUse> uses;
  const std::vector<std::string> agencies = agency_names(context, analysis);
  for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
    const AttributionChain& chain = analysis.claims[c].attribution;
    if (chain.empty() || chain.back().kind != SpeakerKind::anonymous) continue;
    const std::vector<std::string> words = description(context, analysis, chain.back());
    if (!names_a_body(context, analysis, words)) continue;
    auto use = std::find_if(uses.begin(), uses.end(), [&](const SourceUse& u) { return u.words == words; });
    if (use == uses.end()) {
      uses.push_back({analysis.document.index, words, chain.back().name, {}, {}, {}});
      use = std::prev(uses.end());
    }
    const ClaimRef ref{analysis.document.index, c};
    use->claims.push_back(ref);
    for (std::size_t i = 0; i + 1 < chain.size(); ++i)
      for (const std::string& word : content_words(analysis.document, context.grammar, chain[i].span))
        if (std::binary_search(agencies.begin(), agencies.end(), word)) {
          use->carriers.emplace(word, ref);
          use->carrier_names.emplace(word, chain[i].name);
        }
  }
  return uses;
}

std::string carriers_text(const SourceUse& use) {
  std::string text;
  for (const auto& [key, name] : use.carrier_names) text += (text.empty() ? "" : " / ") + name;
  return text;
}

bool share_event(const Context& context, const SourceUse& a, const SourceUse& b) {
  std::set<std::uint32_t> events;
  for (const ClaimRef r : a.claims) events.insert(context.event_of[index(r.document)][r.claim]);
  return std::any_of(b.claims.begin(), b.claims.end(),
                     [&](ClaimRef r) { return events.contains(context.event_of[index(r.document)][r.claim]); });
}

/// "A government source" belongs to "the government": words that differ in their last letter only.
bool of_one_stem(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto stem = [](std::string_view word) {
    std::size_t end = word.size() - 1;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
    return word.substr(0, end);
  };
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& y) { return stem(x) == stem(y); });
  });
}

}  // namespace

std::vector<Finding> attribution_conflicts(const Context& context) {
  constexpr std::int64_t near_days = 3;
  std::vector<Finding> findings;
  std::map<std::vector<std::string>, std::vector<SourceUse>> by_source;
  for (const DocumentAnalysis& analysis : context.corpus)
    for (SourceUse& use : sources_of(context, analysis))
      if (!use.carriers.empty()) by_source[use.words].push_back(std::move(use));
  for (const auto& [words, uses] : by_source)
    for (std::size_t i = 0; i < uses.size(); ++i)
      for (std::size_t j = i + 1; j < std::min(uses.size(), i + 16); ++j) {
        const SourceUse &a = uses[i], &b = uses[j];
        const bool common = std::any_of(a.carriers.begin(), a.carriers.end(),
                                        [&](const auto& c) { return b.carriers.contains(c.first); });
        if (common || !share_event(context, a, b)) continue;
        if (!context.published_near(a.document, b.document, near_days)) continue;
        Finding finding;
        finding.rule = FindingRule::attribution_conflict;
        finding.message = message("finding.attribution-conflict", {{"source", a.name},
                                                                   {"a", context.name(a.document)},
                                                                   {"b", context.name(b.document)},
                                                                   {"carriers_a", carriers_text(a)},
                                                                   {"carriers_b", carriers_text(b)}});
        // each side: where the source first speaks, and where its carrier is named
        for (const SourceUse* use : {&a, &b}) {
          std::vector<ClaimRef> refs{use->claims.front()};
          for (const auto& [key, ref] : use->carriers)
            if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
          for (const ClaimRef r : refs) finding.evidence.push_back(context.credit(r));
        }
        finding.reasoning.push_back(message("finding.reason.carriers"));
        findings.push_back(std::move(finding));
      }
  return findings;
}

std::vector<Finding> attribution_upgrades(const Context& context) {
  std::vector<Finding> findings;
  constexpr std::size_t least_shared = 4, least_whole = 3;
  for (const DocumentAnalysis& analysis : context.corpus) {
    const Document& document = analysis.document;
    std::set<SourceSpan> reported;
    std::map<std::uint32_t, std::vector<std::string>> told_in;  // by sentence
    for (std::uint32_t h = 0; h < analysis.claims.size(); ++h) {
      const Claim& headline = analysis.claims[h];
      if (!headline.headline || headline.attribution.empty()) continue;
      const Speaker& named = headline.attribution.back();
      if (!named.is_named() || named.kind == SpeakerKind::person || named.kind == SpeakerKind::document) continue;
      const std::vector<std::string> name = content_words(document, context.grammar, named.span);
      const SourceSpan sentence = document.span(document.sentences[headline.sentence]);
      const std::vector<std::string> said = content_words(document, context.grammar, sentence);
      const std::vector<std::string> claimed = content_words(document, context.grammar, headline.span);
      std::map<std::uint32_t, std::size_t> alike_in;  // by sentence
      std::optional<std::uint32_t> unnamed;
      std::size_t best = 0;
      bool supported = false;
      for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
        const Claim& body = analysis.claims[c];
        if (body.headline || body.attribution.empty()) continue;
        const auto [sentence_told, unread] = told_in.try_emplace(body.sentence);
        if (unread)
          sentence_told->second =
              content_words(document, context.grammar, document.span(document.sentences[body.sentence]));
        const std::vector<std::string>& told = sentence_told->second;
        const std::size_t shared = shared_words(said, told);
        const bool half = shared >= least_shared && 2 * shared >= said.size();
        const bool whole = claimed.size() >= least_whole && shared_words(claimed, told) == claimed.size();
        const auto [alike_told, uncounted] = alike_in.try_emplace(body.sentence);
        if (uncounted) alike_told->second = alike_words(claimed, told);
        const std::size_t alike = alike_told->second;
        const bool in_other_forms = alike >= least_whole && 2 * alike >= claimed.size();
        if (!half && !whole && !in_other_forms) continue;
        const Speaker& speaker = body.attribution.back();
        if (speaker.kind != SpeakerKind::anonymous) {
          supported = supported || shared_words(name, content_words(document, context.grammar, speaker.span)) > 0;
          continue;
        }
        bool through = of_one_stem(name, content_words(document, context.grammar, speaker.span));
        for (std::size_t i = 0; i + 1 < body.attribution.size(); ++i)
          through =
              through || shared_words(name, content_words(document, context.grammar, body.attribution[i].span)) > 0;
        if (through && std::max(shared, alike) > best) {
          best = std::max(shared, alike);
          unnamed = c;
        }
      }
      if (!unnamed || supported || !reported.insert(sentence).second) continue;
      const Claim& body = analysis.claims[*unnamed];
      Finding finding;
      finding.rule = FindingRule::attribution_upgrade;
      finding.message =
          message("finding.attribution-upgrade", {{"named", named.name}, {"source", body.attribution.back().name}});
      Evidence head;
      head.span = sentence;
      head.claim = ClaimRef{document.index, h};
      head.label = message("finding.evidence.headline");
      head.attribution = chain_text(headline.attribution);
      finding.evidence.push_back(std::move(head));
      Evidence from = context.evidence({document.index, *unnamed}, message("finding.evidence.body"));
      from.span = document.span(document.sentences[body.sentence]);
      finding.evidence.push_back(std::move(from));
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

std::vector<Origins> origins_of(const Context& context) {
  std::vector<Origins> all;
  for (const Event& event : context.linking.events) {
    std::map<std::string, std::string> origins;  // key, name
    for (const ClaimRef r : event.claims) {
      const AttributionChain& chain = context.claim(r).attribution;
      if (chain.empty()) {
        origins.emplace("document " + context.document(r.document).document.source.id, context.name(r.document));
        continue;
      }
      std::string key;
      for (const std::string& w :
           content_words(context.document(r.document).document, context.grammar, chain.back().span))
        key += w + ' ';
      origins.emplace(std::move(key), chain.back().name);
    }
    Origins o;
    o.count = static_cast<std::uint32_t>(origins.size());
    for (auto& [key, name] : origins) o.names.push_back(name);
    all.push_back(std::move(o));
  }
  return all;
}

}  // namespace isnad::audit_rules
