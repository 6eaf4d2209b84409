// Chains put together: of the scopes that cover a word, and around what stands before.
#include <algorithm>

#include "claims/attribution.h"

namespace isnad::claims {

bool is_detached_tail(const Reading& reading, const Sentence& sentence, const std::vector<Scope>& scopes) {
  if (scopes.size() != 1 || !scopes[0].outer) return false;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (!scopes[0].cue.contains(t) && !reading.is_mark(t)) return false;
  return true;
}

void enclose(const AttributionChain& outer, AttributionChain& chain) {
  AttributionChain whole = outer;
  for (Speaker& s : chain)
    if (std::none_of(outer.begin(), outer.end(), [&](const Speaker& o) { return o.name == s.name; }))
      whole.push_back(std::move(s));
  chain = std::move(whole);
}

AttributionChain chain_at(const std::vector<Scope>& scopes, std::uint32_t token) {
  AttributionChain chain;
  const auto append = [&chain](const AttributionChain& more) {
    for (const Speaker& s : more)
      if (std::none_of(chain.begin(), chain.end(), [&](const Speaker& c) { return c.name == s.name; }))
        chain.push_back(s);
  };
  for (const Scope& s : scopes)
    if (s.outer && s.content.contains(token)) append(s.chain);
  // "said Fulan ..., according to remarks that the agency published": the remarks are his
  const bool remarks =
      !chain.empty() && chain.back().kind == SpeakerKind::document && chain.back().name.find(' ') == std::string::npos;
  const bool someone =
      std::any_of(scopes.begin(), scopes.end(), [&](const Scope& s) { return !s.outer && s.content.contains(token); });
  if (remarks && someone) chain.pop_back();
  for (const Scope& s : scopes)
    if (!s.outer && s.content.contains(token)) append(s.chain);
  return chain;
}

}  // namespace isnad::claims
