#include "audit/denied_days.h"

#include <algorithm>

#include "audit/alike.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {

std::optional<Window> told_day(const Context& context, ClaimRef r) {
  const ClaimTime& time = context.claim(r).time;
  const auto& domain = context.dated(r).domain;
  if (!time.has_own_timex() || time.of_statement || !domain) return std::nullopt;
  const bool begun = time.relation == TimeRelation::since && context.claim(r).polarity == Polarity::asserted;
  if (begun && context.claim(r).past) {  // "was stopped as of today"
    const Window since = domain->hull();
    const auto& told = context.document(r.document).timexes[*time.timex].domain;
    return since.earliest && told ? one_day(told) : std::nullopt;
  }
  if (time.relation == TimeRelation::at) return one_day(domain);
  constexpr std::int64_t since_lately = 2 * minutes_per_day;
  const auto& until = context.graph.publication_windows[index(r.document)].latest;
  const auto& from = domain->hull().earliest;
  const bool lately = time.relation == TimeRelation::since && context.claim(r).polarity == Polarity::denied && from &&
                      until && until->value - from->value <= since_lately && *from <= *until;
  return lately ? std::optional(Window{*from, *until}) : std::nullopt;
}

bool of_one_day(const Context& context, ClaimRef a, ClaimRef b) {
  const auto x = told_day(context, a), y = told_day(context, b);
  return x && y && intersect(*x, *y);
}

bool within_denied_time(const Context& context, ClaimRef asserted, ClaimRef denied) {
  constexpr std::int64_t longest = 32 * minutes_per_day;
  if (of_one_day(context, asserted, denied)) return true;
  const auto told = [&](ClaimRef r) -> std::optional<Window> {
    const ClaimTime& time = context.claim(r).time;
    const auto& domain = context.dated(r).domain;
    if (!time.has_own_timex() || time.of_statement || !domain ||
        (time.relation != TimeRelation::at && time.relation != TimeRelation::during))
      return std::nullopt;
    if (!stand_beside(context.document(r.document).timexes[*time.timex].span, context.claim(r).trigger))
      return std::nullopt;
    const Window when = domain->hull();
    const bool some_days = when.bounded() && when.latest->value - when.earliest->value < longest;
    return some_days ? std::optional(when) : std::nullopt;
  };
  const auto x = told(asserted), y = told(denied);
  return x && y && *y->earliest <= *x->earliest && *x->latest <= *y->latest;
}

bool within_some_days(const Context& context, ClaimRef denied) {
  constexpr std::int64_t longest = 11 * minutes_per_day;
  const auto& domain = context.dated(denied).domain;
  const Window when = domain ? domain->hull() : Window{};
  return when.bounded() && when.latest->value - when.earliest->value <= longest;
}

std::vector<std::string> words_of(const Context& context, const ToldWords& words, ClaimRef r) {
  const DocumentAnalysis& d = context.document(r.document);
  const SourceSpan& span = context.claim(r).span;
  return words.stems(d, d.document.token_at(span.begin), d.document.first_token_from(span.end));
}

std::vector<std::string> words_of_denial(const Context& context, const ToldWords& words, ClaimRef denied) {
  std::vector<std::string> told = words_of(context, words, denied);
  const AttributionChain& chain = context.claim(denied).attribution;
  if (chain.empty()) return told;
  const DocumentAnalysis& d = context.document(denied.document);
  const SourceSpan& denier = chain.back().span;
  for (std::string& stem : words.stems(d, d.document.token_at(denier.begin), d.document.first_token_from(denier.end)))
    told.push_back(std::move(stem));
  std::sort(told.begin(), told.end());
  told.erase(std::unique(told.begin(), told.end()), told.end());
  return told;
}

std::multimap<Day, ClaimRef> facts_by_day(const Context& context) {
  std::multimap<Day, ClaimRef> facts;
  for (const DocumentAnalysis& d : context.corpus)
    for (std::uint32_t c = 0; c < d.claims.size(); ++c) {
      const ClaimRef r{d.document.index, c};
      if (d.claims[c].polarity != Polarity::asserted || !d.claims[c].past) continue;
      if (const auto day = told_day(context, r)) facts.emplace(day_of(*day->earliest), r);
    }
  return facts;
}

bool tells_what_is_denied(const Context& context, const ToldWords& words, ClaimRef asserted, ClaimRef denied) {
  constexpr std::size_t least = 3;
  constexpr double weight = 1.5;
  const std::vector<std::string> told = words_of_denial(context, words, denied);
  const std::vector<std::string> other = words_of(context, words, asserted);
  return of_one_day(context, asserted, denied) && alike_words(told, other) >= least &&
         words.rare_common(told, other) >= weight && words.tell_one_story(asserted.document, denied.document);
}

}  // namespace isnad::audit_rules
