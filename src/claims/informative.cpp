#include "claims/informative.h"

#include <algorithm>

#include "claims/dated_claim.h"

namespace isnad::claims {
namespace {

/// An argument of the class that its frame asks for.
bool has_singled_out(const Claim& claim, const EventMention& mention) {
  return std::any_of(mention.frame->arguments.begin(), mention.frame->arguments.end(), [&](const FrameArgument& a) {
    return a.required && !a.word_class.empty() &&
           std::any_of(claim.participants.begin(), claim.participants.end(),
                       [&](const Participant& p) { return p.role == a.role && !p.inherited; });
  });
}

}  // namespace

bool is_informative(const Claim& claim, const EventMention& mention) {
  if (claim.time.timex && !claim.time.of_statement && !claim.time.inherited) return true;
  if (is_state(claim.type) && !claim.attribution.empty()) return true;
  // "which killed three", "killed a policeman in an attack on Sunday"
  if (claim.time.inherited && (!claim.quantities.empty() || has_singled_out(claim, mention))) return true;
  return std::any_of(claim.participants.begin(), claim.participants.end(), [&](const Participant& p) {
    return std::any_of(mention.frame->arguments.begin(), mention.frame->arguments.end(),
                       [&](const FrameArgument& a) { return a.key && a.role == p.role; });
  });
}

bool goes_back(const Reading& reading, const EventMention& mention, const Clause& clause, const Claim& claim) {
  if (!mention.verb || !mention.perfect || claim.background || clause.tie != ClauseTie::begins) return false;
  const std::uint32_t behind = mention.trigger_last;
  return behind < clause.tokens.last && reading.is_class(behind, "incident");
}

bool is_in_name(const EventMention& mention, const std::vector<Scope>& scopes) {
  return mention.verb && std::any_of(scopes.begin(), scopes.end(), [&](const Scope& s) {
           return std::any_of(s.chain.begin(), s.chain.end(),
                              [&](const Speaker& p) { return p.span.contains(mention.word); });
         });
}

}  // namespace isnad::claims
