#include "claims/dated_claim.h"

#include <algorithm>

#include "claims/claim_time.h"
#include "claims/meanwhile.h"

namespace isnad::claims {
namespace {

/// "The council resumes its talks on Monday": of the nouns of a clause the first is what its verb is about.
bool is_first_noun(const EventMention& mention, const std::vector<EventMention>& mentions) {
  return !mention.verb && std::none_of(mentions.begin(), mentions.end(),
                                       [&](const EventMention& m) { return !m.verb && m.trigger < mention.trigger; });
}

/// "Agreed on a truce that takes effect on Sunday": of a verb in the present, behind another one, the part of the
/// clause that it opens; else the whole.
Clause own_part(const Reading& reading, const Clause& clause, const EventMention& mention) {
  Clause part = clause;
  if (!mention.verb || !mention.imperfect || mention.trigger < clause.tokens.first + 2) return part;
  for (const std::uint32_t t : {mention.trigger - 1, mention.trigger - 2})
    if (reading.is_any(t, {Word::auxiliary, Word::negation, Word::past_like_present})) return part;
  part.tokens.first = mention.trigger;
  return part;
}

/// "The trial began": the verb before the noun says no more than that, in the perfect.
bool has_happened(const Reading& reading, const EventMention& mention) {
  if (mention.verb || mention.trigger == 0 || !reading.is_definite(mention.trigger)) return false;
  const auto verbs = reading.items(mention.trigger - 1, Word::light);
  return !verbs.empty() && std::all_of(verbs.begin(), verbs.end(),
                                       [](const Item* verb) { return verb->value.text("tense") == "perfect"; });
}

bool is_year(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && (f.year || f.decade || f.century) && !f.month && !f.day && !f.season &&
         !f.quarter && !f.half;
}

std::optional<std::uint32_t> now_in(const Reading& reading, const Clause& clause) {
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t)
    if (const auto x = reading.timex(t))
      if (const Meaning& m = reading.timexes[*x].meaning;
          m.kind == Meaning::Kind::reference && m.direction != Direction::past && m.direction != Direction::future)
        return x;
  return std::nullopt;
}

}  // namespace

bool is_state(std::string_view type) {
  return type == "presence" || type == "alert" || type == "contact" || type == "talks";
}

void plan_what_comes(const Reading& reading, const Clause& clause, Claim& claim) {
  if (!claim.time.timex || claim.modality != Modality::actual || claim.polarity != Polarity::asserted) return;
  const bool comes = !claim.headline && tells_what_comes(reading, clause, *claim.time.timex);
  if (comes || is_put_off_to(reading, *claim.time.timex, clause.tokens.first)) claim.modality = Modality::planned;
}

void date_claim(const DatingContext& context, const EventMention& mention, Claim& claim,
                std::optional<std::uint32_t>& last_timex, Outlooks& outlooks) {
  const auto& [reading, clause, mentions, scopes, meanwhile] = context;
  auto own = timex_of(reading, clause, mention, mentions, scopes);
  // "said on Saturday, asked about what is done if the killing is proved": the time ahead is not that of the condition
  if (own && claim.modality == Modality::conditional && !mention.verb && reading.timexes[*own].last <= mention.trigger)
    own.reset();
  if (own) {
    claim.time.timex = own;
    claim.time.relation = relation_before(reading, *own, clause.tokens.first);
    if (reading.timexes[*own].meaning.kind == Meaning::Kind::span) claim.time.relation = TimeRelation::during;
    // "has not received it since 17 days"
    if (claim.time.relation == TimeRelation::at && claim.polarity == Polarity::denied &&
        reading.value(reading.timexes[*own].first, Word::bound) == "since")
      claim.time.relation = TimeRelation::since;
    claim.time.inherited = clause.rest_inherited && clause.rest.contains(reading.timexes[*own].first);
    last_timex = own;
    if (counts_since(reading, claim, clause)) outlooks.emplace_back(*own, Outlook::until_now);
    const bool past = (mention.perfect || has_happened(reading, mention)) && !mention.frame->prospective;
    if (has_gone_by(reading, claim, clause, past, mention.trigger)) outlooks.emplace_back(*own, Outlook::gone_by);
    if (claim.modality == Modality::actual && !mention.perfect) {
      if (begins_on_coming_day(reading, *own, clause.tokens.first) || looks_ahead(reading.timexes[*own].meaning) ||
          is_put_off_to(reading, *own, clause.tokens.first))
        claim.modality = Modality::planned;
      else if (mention.imperfect || is_first_noun(mention, mentions))
        plan_what_comes(reading, own_part(reading, clause, mention), claim);
    }
    // "Approved its foundation on 7 April": of the approval as well as of the foundation.
    if (const auto outlook = outlook_of(reading, claim, clause, scopes);
        outlook && (!mention.governed || is_put_off_to(reading, *own, clause.tokens.first)))
      outlooks.emplace_back(*own, *outlook);
    return;
  }
  if (mention.imperfect && !mention.future)
    if (const auto now = now_in(reading, clause)) {  // "are talking at present"
      claim.time.timex = now;
      return;
    }
  if (const auto shared = shared_timex(reading, clause, mention, mentions, scopes);
      shared && !is_aimed_at(reading, reading.timexes[*shared], mention)) {
    claim.time.timex = shared;
    claim.time.relation = relation_before(reading, *shared, clause.tokens.first);
    claim.time.inherited = true;
    return;
  }
  if (meanwhile != nullptr && claim.modality == Modality::actual && (mention.perfect || !mention.verb))
    if (const auto time = time_meanwhile(*meanwhile)) {
      claim.time = *time;
      return;
    }
  for (const Scope& s : scopes)  // what is still to come lies behind its announcement
    if (s.timex && s.content.contains(mention.trigger) && claim.modality == Modality::actual) {
      claim.time.timex = s.timex;
      claim.time.of_statement = true;
      const bool present = mention.imperfect || (!mention.verb && is_state(claim.type));
      claim.time.relation = present ? TimeRelation::at : TimeRelation::by;
      return;
    }
  // "was born in 1930, studied and won": a year holds for its verb alone
  const bool year_alone = last_timex && is_year(reading.timexes[*last_timex].meaning);
  if (last_timex && !year_alone && clause.tie == ClauseTie::coordinated && (mention.verb || mention.light) &&
      mention.perfect && !is_aimed_at(reading, reading.timexes[*last_timex], mention)) {
    claim.time.timex = last_timex;
    claim.time.inherited = true;
  }
}

}  // namespace isnad::claims
