// Dates that cannot hold beside what must come before what, or beside how far one event is told to lie from another:
// the solver's minimal conflicts in which such a relation takes part.
#include <algorithm>
#include <set>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

using Kind = NetworkClaim::Kind;

/// The news behind a minimal conflict: one relation, the dates that clash with it. Nothing where the conflict rests on
/// anything less sure: what we inferred of publication days and links, or dates that are no plain facts.
struct Clash {
  const NetworkClaim* relation = nullptr;
  std::vector<ClaimRef> dates;
};

std::optional<Clash> clash_of(const Context& context, const solver::Conflict& conflict) {
  Clash clash;
  for (const solver::ClaimId id : conflict.claims) {
    const NetworkClaim& meaning = context.graph.meaning[solver::index(id)];
    switch (meaning.kind) {
      case Kind::script:
      case Kind::relation:
        if (clash.relation) return std::nullopt;
        clash.relation = &meaning;
        break;
      case Kind::date:
        if (!dates_fact(context.claim(*meaning.claim)) || !context.dated(*meaning.claim).domain) return std::nullopt;
        clash.dates.push_back(*meaning.claim);
        break;
      case Kind::link:
        break;
      case Kind::publication:
      case Kind::reported_past:
        return std::nullopt;
    }
  }
  return clash.relation && !clash.dates.empty() ? std::optional(clash) : std::nullopt;
}

/// Of the dates those that the repair gives up go first.
void odd_ones_first(const Context& context, std::vector<ClaimRef>& dates) {
  std::set<ClaimRef> given_up;
  for (const solver::ClaimId id : context.graph.solution.repair.drop) {
    const NetworkClaim& meaning = context.graph.meaning[solver::index(id)];
    if (meaning.kind == Kind::date && meaning.claim) given_up.insert(*meaning.claim);
  }
  std::stable_partition(dates.begin(), dates.end(), [&](ClaimRef r) { return given_up.contains(r); });
}

std::optional<Finding> of_script(const Context& context, const EventOrder& order, const std::vector<ClaimRef>& dates) {
  const auto of = [&](std::uint32_t event) {
    return std::find_if(dates.begin(), dates.end(),
                        [&](ClaimRef r) { return context.event_of[index(r.document)][r.claim] == event; });
  };
  const auto first = of(order.first), then = of(order.then);
  if (first == dates.end() || then == dates.end() || !same_names(context, *first, *then)) return std::nullopt;
  Finding finding;
  finding.event = order.then;
  const auto label = [&](std::uint32_t event, Language l) { return in(context.linking.events[event].label, l); };
  const auto text = [&](Language l) {
    return message(l, "finding.order-conflict",
                   {{"first", label(order.first, l)},
                    {"then", label(order.then, l)},
                    {"first_doc", context.name(first->document)},
                    {"then_doc", context.name(then->document)}});
  };
  const auto reason = [&](Language l) {
    return message(l, "finding.reason.script", {{"first", label(order.first, l)}, {"then", label(order.then, l)}});
  };
  finding.message = {text(Language::ar), text(Language::en)};
  finding.reasoning.push_back({reason(Language::ar), reason(Language::en)});
  return finding;
}

/// "After the fall" may hang on the wrong clause: only a length of time that is told is held against the dates. What it
/// counts from, where another sentence tells it, must be of the same one: "two days after his death".
bool is_exact(const Context& context, ClaimRef related) {
  const Claim& claim = context.claim(related);
  if (!claim.time.is_counted()) return false;
  const ClaimRef other{related.document, *claim.time.other};
  return context.claim(other).sentence == claim.sentence || same_names(context, related, other);
}

/// A distance in days is held against days only, and against those of other articles where they name the same.
bool are_its_days(const Context& context, ClaimRef related, const std::vector<ClaimRef>& dates) {
  const ClaimRef other{related.document, *context.claim(related).time.other};
  return std::all_of(dates.begin(), dates.end(), [&](ClaimRef r) {
    return one_day(context.dated(r).domain) &&
           (r.document == related.document || same_names(context, r, related) || same_names(context, r, other));
  });
}

}  // namespace

Finding offset_conflict_of(const Context& context, ClaimRef related) {
  const Claim& claim = context.claim(related);
  const ClaimRef other{related.document, *claim.time.other};
  Finding finding;
  finding.rule = FindingRule::order_conflict;
  finding.event = context.event_of[index(related.document)][related.claim];
  const auto text = [&](Language l) {
    return message(l, "finding.offset-conflict",
                   {{"event", in(context.event(related).label, l)},
                    {"other", in(context.event(other).label, l)},
                    {"doc", context.name(related.document)}});
  };
  finding.message = {text(Language::ar), text(Language::en)};
  finding.evidence.push_back(context.evidence(related, message("finding.evidence.relates")));
  return finding;
}

std::vector<Finding> order_conflicts(const Context& context) {
  std::vector<Finding> findings;
  std::set<std::pair<std::optional<ClaimRef>, std::optional<EventOrder>>> told;  // one cause, one finding
  for (const solver::Conflict& conflict : context.graph.solution.conflicts) {
    auto clash = clash_of(context, conflict);
    if (!clash) continue;
    const NetworkClaim& relation = *clash->relation;
    if (told.contains({relation.claim, relation.order})) continue;
    odd_ones_first(context, clash->dates);
    std::optional<Finding> finding;
    if (relation.order)
      finding = of_script(context, *relation.order, clash->dates);
    else if (is_exact(context, *relation.claim) && are_its_days(context, *relation.claim, clash->dates))
      finding = offset_conflict_of(context, *relation.claim);
    if (!finding) continue;
    told.insert({relation.claim, relation.order});
    finding->rule = FindingRule::order_conflict;
    for (const ClaimRef r : clash->dates) finding->evidence.push_back(context.date_of(r));
    findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace isnad::audit_rules
