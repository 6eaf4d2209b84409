// What happens once to one person happens in one town.
#include <algorithm>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// A town, by its id: "SY.aleppo"; nothing where the claim names none or several.
const Participant* town_of(const Claim& claim) {
  const Participant* town = nullptr;
  for (const Participant& p : claim.participants) {
    if (p.role != "place" || p.inherited || p.entity.find('.') != 2) continue;
    if (town && town->entity != p.entity) return nullptr;
    town = &p;
  }
  return town;
}

/// To whom it happens, by at least two words of a name.
bool has_named_patient(const Claim& claim) {
  return std::any_of(claim.participants.begin(), claim.participants.end(), [](const Participant& p) {
    return p.role == "patient" && !p.inherited && p.head.find(' ') != std::string::npos;
  });
}

bool tells_place(const Context& context, ClaimRef r) {
  const Claim& claim = context.claim(r);
  const Frame* frame = context.frame(r);
  return frame && frame->once && claim.polarity == Polarity::asserted && claim.modality == Modality::actual &&
         has_named_patient(claim) && town_of(claim);
}

}  // namespace

std::vector<Finding> place_conflicts(const Context& context) {
  std::vector<Finding> findings;
  for (std::uint32_t e = 0; e < context.linking.events.size(); ++e) {
    std::vector<ClaimRef> placed;
    for (const ClaimRef r : context.linking.events[e].claims)
      if (tells_place(context, r)) placed.push_back(r);
    for (std::size_t i = 1; i < placed.size(); ++i) {
      const Participant &a = *town_of(context.claim(placed[0])), &b = *town_of(context.claim(placed[i]));
      if (a.entity == b.entity) continue;
      Finding finding;
      finding.rule = FindingRule::value_conflict;
      finding.event = e;
      const auto text = [&](Language l) {
        return message(l, "finding.value-place",
                       {{"event", in(context.linking.events[e].label, l)},
                        {"a", a.name},
                        {"b", b.name},
                        {"doc_a", context.name(placed[0].document)},
                        {"doc_b", context.name(placed[i].document)}});
      };
      finding.message = {text(Language::ar), text(Language::en)};
      for (const ClaimRef r : {placed[0], placed[i]}) {
        const std::string& word = town_of(context.claim(r))->name;
        finding.evidence.push_back(context.evidence(r, message("finding.evidence.place", {{"place", word}})));
      }
      findings.push_back(std::move(finding));
      break;
    }
  }
  return findings;
}

}  // namespace isnad::audit_rules
