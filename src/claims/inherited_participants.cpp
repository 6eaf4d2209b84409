#include "claims/inherited_participants.h"

#include <algorithm>

#include "claims/name.h"
#include "claims/noun_phrase.h"

namespace isnad::claims {
namespace {

/// The noun phrase right before a relative.
Participant antecedent(const Reading& reading, std::uint32_t relative) {
  std::uint32_t limit = relative > 14 ? relative - 14 : 0;
  for (std::uint32_t t = relative; t > limit; --t)
    if (reading.is(t - 1, Word::preposition) || reading.is_verb(t - 1)) limit = t;
  const TokenRange phrase = noun_phrase_before(reading, relative, limit);
  Participant p;
  if (phrase.empty()) return p;
  const auto parts = coordinated(reading, phrase);
  const TokenRange last = parts.back().size() > 1 && reading.is(parts.back().first, Word::event)
                              ? TokenRange{parts.back().first + 1, parts.back().last}
                              : parts.back();
  p.span = reading.trimmed(last);
  p.name = std::string(slice(reading.document.text, p.span));
  p.head = head_of(reading, last);
  p.entity = entity_of(reading, last);
  return p;
}

}  // namespace

void inherit_participants(const Reading& reading, const EventMention& mention, const Clause& clause,
                          const Participant& agent, Claim& claim) {
  const auto has = [&](std::string_view role) {
    return std::any_of(claim.participants.begin(), claim.participants.end(),
                       [&](const Participant& p) { return p.role == role; });
  };
  const auto wants = [&](std::string_view role) {
    return std::any_of(mention.frame->arguments.begin(), mention.frame->arguments.end(),
                       [&](const FrameArgument& a) { return a.role == role; });
  };
  const auto inherit = [&](const Participant& from, std::string_view role) {
    if (from.name.empty() || has(role) || !wants(role)) return;
    Participant p = from;
    p.role = std::string(role);
    p.inherited = true;
    claim.participants.push_back(std::move(p));
  };
  if (clause.tie == ClauseTie::relative && clause.tokens.first > 0) {
    const Participant head = antecedent(reading, clause.tokens.first);
    if (mention.object_pronoun)
      inherit(head, "patient");
    else if (mention.verb)
      inherit(head, wants("agent") ? "agent" : "patient");
    return;
  }
  if (mention.object_pronoun) inherit(agent, "patient");
  if (mention.possessive) inherit(agent, wants("agent") ? "agent" : "patient");
  if (mention.verb && !mention.object_pronoun && clause.tie == ClauseTie::coordinated && !agent.name.empty())
    inherit(agent, "agent");
}

}  // namespace isnad::claims
