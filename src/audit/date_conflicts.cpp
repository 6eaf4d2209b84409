// One event, windows that cannot both be true. The solver has named the claims that give way at the least cost; each of
// them is one finding, with every claim that it cannot be reconciled with as counter-evidence.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "audit/alike.h"
#include "audit/annotated.h"
#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

Bilingual list_names(const Context& context, const std::vector<ClaimRef>& refs) {
  std::vector<std::string> names;
  for (const ClaimRef r : refs)
    if (std::find(names.begin(), names.end(), context.name(r.document)) == names.end())
      names.push_back(context.name(r.document));
  const auto join = [&](Language language) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i > 0) text += message(language, i + 1 == names.size() ? "finding.and" : "finding.comma");
      text += names[i];
    }
    return message(language, "finding.others", {{"n", static_cast<std::int64_t>(names.size())}, {"names", text}});
  };
  return {join(Language::ar), join(Language::en)};
}

/// What may happen day after day, on another day happens again.
bool is_daily(const Context& context, ClaimRef r) {
  const Frame* frame = context.frame(r);
  return frame != nullptr && frame->daily;
}

/// Told by a verb as having happened, on a day that is named.
bool tells_its_day(const Context& context, ClaimRef r) {
  const Claim& claim = context.claim(r);
  return claim.past && claim.time.relation == TimeRelation::at && one_day(context.dated(r).domain);
}

/// Have two names a word in common?
bool share_a_word(std::string_view a, std::string_view b) {
  const std::string words = fmt::format(" {} ", b);
  while (!a.empty()) {
    const std::size_t end = std::min(a.find(' '), a.size());
    if (end > 0 && words.find(fmt::format(" {} ", a.substr(0, end))) != std::string::npos) return true;
    a.remove_prefix(std::min(end + 1, a.size()));
  }
  return false;
}

/// Do both tell the same of two parts: who and where, or who and whom? One host receives many.
bool same_in_two_parts(const Context& context, ClaimRef a, ClaimRef b) {
  std::set<std::string> parts;
  for (const Participant& p : context.claim(a).participants)
    for (const Participant& q : context.claim(b).participants)
      if (p.role == q.role && ((!p.entity.empty() && p.entity == q.entity) || share_a_word(p.head, q.head)))
        parts.insert(p.role);
  return parts.size() >= 2;
}

/// "Published a picture", "met": done again within days by the same people. On another day it is the same only where
/// the one tells nothing that the other does not.
bool done_again(const Context& context, ClaimRef a, ClaimRef b) {
  const auto repeatable = context.find_class("repeatable");
  const auto told = [&](ClaimRef r) {
    const DocumentAnalysis& d = context.document(r.document);
    std::vector<std::string> words = content_words(d.document, context.grammar, context.claim(r).span);
    for (const Timex& timex : d.timexes)
      if (timex.span.overlaps(context.claim(r).span))
        for (const std::string& word : content_words(d.document, context.grammar, timex.span)) std::erase(words, word);
    return words;
  };
  const auto is_repeatable = [&](ClaimRef r) {
    const Annotated text(context, r.document);
    return text.item(text.document.token_at(context.claim(r).trigger.begin), repeatable) != nullptr;
  };
  if (!is_repeatable(a) && !is_repeatable(b)) return false;
  const std::vector<std::string> x = told(a), y = told(b);
  return alike_words(x, y) < std::min(x.size(), y.size());
}

}  // namespace

bool clearly_apart(const Context& context, ClaimRef a, ClaimRef b) {
  const TimeDomain &x = *context.dated(a).domain, &y = *context.dated(b).domain;
  if (!disjoint(x, y)) return false;
  const Window p = x.hull(), q = y.hull();
  const auto slack = [&](ClaimRef r, const Window& w) {
    const Meaning& meaning = context.document(r.document).timexes[*context.claim(r).time.timex].meaning;
    const bool vague =
        meaning.period != PeriodPart::whole || meaning.quantity.approximate || meaning.kind == Meaning::Kind::span;
    const bool days = w.bounded() && w.latest->value - w.earliest->value > minutes_per_day;
    return vague && days ? (w.latest->value - w.earliest->value) / 2 : 0;
  };
  const std::int64_t least = std::max(slack(a, p), slack(b, q));
  const auto gap = [](const Window& first, const Window& second) {
    return first.latest && second.earliest ? second.earliest->value - first.latest->value : 0;
  };
  return std::max(gap(p, q), gap(q, p)) >= least;
}

Finding date_conflict_of(const Context& context, ClaimRef odd, const std::vector<ClaimRef>& others) {
  Finding finding;
  finding.rule = FindingRule::date_conflict;
  finding.event = context.event_of[index(odd.document)][odd.claim];
  const Bilingual odd_date = date_text(*context.dated(odd).domain),
                  other_date = date_text(*context.dated(others.front()).domain);
  const Bilingual names = list_names(context, others);
  const Bilingual& label = context.event(odd).label;
  const auto text = [&](Language l) {
    return message(l, "finding.date-conflict",
                   {{"event", in(label, l)},
                    {"odd_doc", context.name(odd.document)},
                    {"odd_date", in(odd_date, l)},
                    {"others", in(names, l)},
                    {"other_date", in(other_date, l)}});
  };
  finding.message = {text(Language::ar), text(Language::en)};
  finding.evidence.push_back(context.date_of(odd));
  for (const ClaimRef r : others) finding.evidence.push_back(context.date_of(r));
  finding.reasoning.push_back({message(Language::ar, "finding.reason.same-event", {{"event", label.ar}}),
                               message(Language::en, "finding.reason.same-event", {{"event", label.en}})});
  finding.reasoning.push_back(
      {message(Language::ar, "finding.reason.disjoint", {{"a", odd_date.ar}, {"b", other_date.ar}}),
       message(Language::en, "finding.reason.disjoint", {{"a", odd_date.en}, {"b", other_date.en}})});
  Repair repair;
  repair.drop = {odd};
  repair.instead = edtf(context.graph.event_windows[*finding.event]);
  finding.repair = std::move(repair);
  return finding;
}

std::vector<Finding> date_conflicts(const Context& context) {
  std::vector<Finding> findings;
  std::set<ClaimRef> given_up;  // they are no evidence against one another
  for (const solver::ClaimId dropped : context.graph.solution.repair.drop) {
    const NetworkClaim& meaning = context.graph.meaning[solver::index(dropped)];
    if (meaning.kind == NetworkClaim::Kind::date && meaning.claim) given_up.insert(*meaning.claim);
  }
  for (const solver::ClaimId dropped : context.graph.solution.repair.drop) {
    const NetworkClaim& meaning = context.graph.meaning[solver::index(dropped)];
    // Where the cheaper way out is that a claim tells of something else, it must tell of what happens only once, or
    // both must tell plainly that it happened, and on which day.
    const bool other_event = meaning.kind == NetworkClaim::Kind::link;
    if ((meaning.kind != NetworkClaim::Kind::date && !other_event) || !meaning.claim) continue;
    const ClaimRef odd = *meaning.claim;
    const bool told_plainly = other_event && !context.happens_once(odd);
    if (told_plainly && !tells_its_day(context, odd)) continue;
    if (is_daily(context, odd) || !dates_itself(context, odd) || !context.dated(odd).domain) continue;
    // Weekday and date that do not belong together are told as such: which of them was meant is open.
    if (context.document(odd.document).timexes[*context.claim(odd).time.timex].mismatch) continue;
    std::vector<ClaimRef> others;
    for (const ClaimRef r : context.event(odd).claims) {
      if (r == odd || is_daily(context, r) || given_up.contains(r) || !dates_itself(context, r) ||
          !context.dated(r).domain)
        continue;
      if (told_plainly && (!tells_its_day(context, r) || context.claim(r).type != context.claim(odd).type ||
                           !same_in_two_parts(context, odd, r)))
        continue;
      if (clearly_apart(context, odd, r) && !done_again(context, odd, r) && surely_one(context, odd, r))
        others.push_back(r);
    }
    if (others.empty()) continue;  // the clash lies elsewhere; without a plain pair of dates it convinces no one
    findings.push_back(date_conflict_of(context, odd, others));
  }
  return findings;
}

}  // namespace isnad::audit_rules
