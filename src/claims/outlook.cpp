#include "claims/outlook.h"

#include <algorithm>

#include "claims/claim_time.h"
#include "claims/time_of_noun.h"

namespace isnad {
namespace claims {

bool is_weekday(const Meaning& m) {
  return m.kind == Meaning::Kind::calendar && m.fields.weekday && !m.fields.day && !m.fields.month;
}

bool looks_ahead(const Meaning& m) {
  if (m.kind == Meaning::Kind::range) return !m.parts.empty() && looks_ahead(m.parts.back());
  return m.anchor == Anchor::publication && m.direction == Direction::future;
}

bool is_put_off(const Reading& reading, TokenRange tokens) {
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
    for (const Item* item : reading.items(t, Word::event))
      if (const auto type = item->value.text("type"); type == "postpone" || type == "adjourn") return true;
  return false;
}

namespace {

constexpr std::uint32_t verb_reach = 5;  ///< tokens that may stand before the verb of a clause: its subject, a time

/// "During the night", without a day.
bool is_night(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && f.part == DayPart::night && !f.hour && !f.weekday && !f.day && !f.month;
}

/// A weekday or a date without a year and without "last" or "next".
bool is_bare(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && m.anchor == Anchor::publication && m.direction == Direction::unsaid &&
         !f.year && !f.decade && !f.century && (f.weekday || f.day || f.month);
}

/// "Will be held", "it is planned that": a word says that it lies ahead; what is allowed, asked for or told in the
/// present may have gone by.
bool says_it_comes(const Reading& reading, TokenRange before) {
  for (std::uint32_t t = before.first; t < before.last; ++t) {
    if (reading.value(t, Word::plan) == "planned" || reading.is_class(t, "ahead")) return true;
    for (const Word word : {Word::event, Word::light, Word::speech})
      for (const Item* item : reading.items(t, word))
        if (reading.has_future(*item)) return true;
  }
  return false;
}

bool in_one_sentence(const Reading& reading, std::uint32_t a, std::uint32_t b) {
  const auto& sentences = reading.document.sentences;
  return std::none_of(sentences.begin(), sentences.end(),
                      [&](const Sentence& s) { return a < s.first && s.first <= b; });
}

/// "Put off the signing, | which had been due yesterday, to tomorrow": of a relative clause, the begin of its sentence.
std::uint32_t around_relative(const Reading& reading, std::uint32_t limit) {
  if (!reading.is(limit, Word::relative)) return limit;
  for (const Sentence& s : reading.document.sentences)
    if (s.first <= limit && limit < s.last) return s.first;
  return limit;
}

}  // namespace

bool begins_on(const Reading& reading, std::uint32_t time, std::uint32_t limit) {
  for (std::uint32_t t = time; t > limit && time - t < 2; --t)
    if (const Item* bound = reading.item(t - 1, Word::bound); bound && bound->value.has("begins")) return true;
  return false;
}

bool begins_on_coming_day(const Reading& reading, std::uint32_t timex, std::uint32_t limit) {
  const Timex& time = reading.timexes[timex];
  return is_weekday(time.meaning) && time.meaning.direction == Direction::unsaid &&
         begins_on(reading, time.first, limit);
}

bool is_put_off_to(const Reading& reading, std::uint32_t timex, std::uint32_t limit) {
  const std::uint32_t first = reading.timexes[timex].first;
  for (std::uint32_t back = 1; back <= 2 && first >= limit + back; ++back)
    if (const auto value = reading.value(first - back, Word::bound); value == "to" || value == "by")
      return is_put_off(reading, {around_relative(reading, limit), first - back});
  return false;
}

bool tells_what_comes(const Reading& reading, const Clause& clause, std::uint32_t timex) {
  if (!is_bare(reading.timexes[timex].meaning)) return false;
  if (clause.tie != ClauseTie::begins && clause.tie != ClauseTie::coordinated && clause.tie != ClauseTie::content &&
      clause.tie != ClauseTie::relative)
    return false;
  bool present = false;
  const std::uint32_t last = std::min(clause.tokens.last, reading.timexes[timex].first);
  for (std::uint32_t t = clause.tokens.first; t < last; ++t) {
    if (reading.is_any(
            t, {Word::auxiliary, Word::negation, Word::past_like_present, Word::dating_back, Word::looking_back}))
      return false;
    for (const Word word : {Word::event, Word::light})
      for (const Item* item : reading.items(t, word)) {
        const std::string_view tense = item->value.text("tense").value_or("");
        if (tense == "perfect") return false;
        present = present ||
                  (tense == "imperfect" && item->value.integer("person") == 3 && t < clause.tokens.first + verb_reach);
      }
  }
  return present && relation_before(reading, timex, clause.tokens.first) != TimeRelation::since;
}

bool has_gone_by(const Reading& reading, const Claim& claim, const Clause& clause, bool past, std::uint32_t trigger) {
  const bool time = clause.tie == ClauseTie::after || clause.tie == ClauseTie::before ||
                    clause.tie == ClauseTie::since || clause.tie == ClauseTie::meanwhile;
  if (past || time) {
    if (claim.modality != Modality::actual) return false;
  } else if (!claim.background || claim.modality != Modality::planned) {
    return false;
  }
  for (std::uint32_t t = trigger + 1; t < reading.timexes[*claim.time.timex].first; ++t)
    if (reading.is_class(t, "ahead")) return false;
  return true;
}

bool is_announced_now(const Reading& reading, const std::vector<Scope>& scopes, std::uint32_t token,
                      Modality modality) {
  return modality == Modality::planned && std::any_of(scopes.begin(), scopes.end(), [&](const Scope& s) {
           if (!s.timex || !s.content.contains(token)) return false;
           const Meaning& m = reading.timexes[*s.timex].meaning;
           const bool yesterday = m.kind == Meaning::Kind::offset && m.direction != Direction::future &&
                                  m.quantity.unit == TimeUnit::day && m.quantity.count == 1;
           return m.anchor == Anchor::publication && (yesterday || m.kind == Meaning::Kind::current);
         });
}

bool may_come(const Reading& reading, const Clause& clause) {
  const std::uint32_t verb = clause.tokens.first + 1;
  if (clause.tie != ClauseTie::coordinated || verb >= clause.tokens.last ||
      !reading.is(clause.tokens.first, Word::perfect_particle))
    return false;
  for (const Word word : {Word::event, Word::light, Word::speech})
    for (const Item* item : reading.items(verb, word))
      if (item->value.text("tense").value_or("") == "imperfect") return true;
  return false;
}

std::optional<Outlook> outlook_of(const Reading& reading, const Claim& claim, const Clause& clause,
                                  const std::vector<Scope>& scopes) {
  if (!claim.time.timex || claim.modality != Modality::planned) return std::nullopt;
  const std::uint32_t x = *claim.time.timex;
  const Timex& timex = reading.timexes[x];
  if (!is_bare(timex.meaning) || !timex.meaning.fields.month) return std::nullopt;
  if (claim.time.relation == TimeRelation::since && !begins_on(reading, timex.first, clause.tokens.first))
    return Outlook::long_since;
  bool had_been = claim.background;
  for (std::uint32_t t = clause.tokens.first; t < std::min(clause.tokens.last, timex.first); ++t) {
    if (reading.value(t, Word::plan) == "due") return std::nullopt;
    had_been = had_been || reading.is(t, Word::auxiliary);
  }
  const bool said_then =
      x > 0 && std::any_of(scopes.begin(), scopes.end(), [&](const Scope& s) { return s.timex == x - 1; });
  const bool put_off_then = x > 0 && in_one_sentence(reading, reading.timexes[x - 1].first, timex.first) &&
                            is_put_off_to(reading, x, clause.tokens.first);
  if (said_then || put_off_then) {
    const Meaning& before = reading.timexes[x - 1].meaning;
    if (before.kind == Meaning::Kind::calendar && before.fields.month && before.direction != Direction::future)
      return Outlook::behind_the_time_before;
  }
  const bool ahead = !had_been && (says_it_comes(reading, {clause.tokens.first, timex.first}) ||
                                   is_put_off_to(reading, x, clause.tokens.first));
  return ahead ? std::optional(Outlook::ahead) : std::nullopt;
}

void plan_what_lies_ahead(DocumentAnalysis& analysis) {
  if (!analysis.publication.day) return;
  const Instant end = end_of(*analysis.publication.day);
  for (Claim& claim : analysis.claims) {
    const ClaimTime& time = claim.time;
    const bool told = claim.past || claim.background || claim.type == "statement" || time.of_statement;
    const bool then = time.relation == TimeRelation::at || time.relation == TimeRelation::since;
    if (told || !time.timex || !then || claim.modality != Modality::actual) continue;
    const auto& domain = analysis.timexes[*time.timex].domain;
    if (!domain || domain->empty()) continue;
    const auto earliest = domain->hull().earliest;
    if (earliest && end < *earliest) claim.modality = Modality::planned;
  }
}

bool counts_since(const Reading& reading, const Claim& claim, const Clause& clause) {
  if (!claim.time.timex || claim.time.relation != TimeRelation::since || claim.modality != Modality::actual ||
      claim.polarity != Polarity::asserted)
    return false;
  const std::uint32_t first = reading.timexes[*claim.time.timex].first;
  if (begins_on(reading, first, clause.tokens.first)) return false;
  const auto is_perfect = [&](std::uint32_t t) {
    for (const Word word : {Word::event, Word::light, Word::speech})
      for (const Item* item : reading.items(t, word))
        if (item->value.text("tense").value_or("") == "perfect") return true;
    return false;
  };
  std::optional<std::uint32_t> past;
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last && !past; ++t)
    if (!reading.timex(t) && is_perfect(t)) past = t;
  if (!past || lasting_since(reading, reading.timexes[*claim.time.timex], clause.tokens.first)) return false;
  // the number is that verb's: none of another verb
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
    if (reading.timex(t) || !(reading.document.tokens[t].kind == TokenKind::integer || reading.is(t, Word::number)))
      continue;
    bool other = false;
    for (std::uint32_t k = std::min(t, *past) + 1; k < std::max(t, *past); ++k)
      other = other || (reading.is_verb(k) && !reading.timex(k));
    if (!other) return true;
  }
  return false;
}

void count_until_now(std::vector<Claim>& claims, const std::vector<std::pair<std::uint32_t, Outlook>>& outlooks) {
  for (const auto& [x, outlook] : outlooks)
    for (Claim& claim : claims)
      if (outlook == Outlook::until_now && claim.time.timex == x && claim.time.relation == TimeRelation::since)
        claim.time.relation = TimeRelation::at;
}

void set_outlook(std::vector<Timex>& timexes, const std::vector<std::pair<std::uint32_t, Outlook>>& outlooks) {
  for (const auto& [x, outlook] : outlooks) {
    Meaning& meaning = timexes[x].meaning;
    if (outlook == Outlook::gone_by) {
      if (is_night(meaning)) meaning.direction = Direction::past;
      if (!is_weekday(meaning)) continue;
      meaning.ahead = false;
      // "next Saturday ...; it had handed it over on Saturday": not the one told before
      const auto told_next = [&, last = timexes.begin() + x](std::optional<Weekday> day) {
        return std::any_of(timexes.begin(), last, [&](const Timex& t) {
          return is_weekday(t.meaning) && t.meaning.fields.weekday == day && t.meaning.direction == Direction::future;
        });
      };
      if (meaning.direction == Direction::unsaid && told_next(meaning.fields.weekday))
        meaning.direction = Direction::past;
      continue;
    }
    if (outlook == Outlook::until_now) {
      Meaning today;
      today.kind = Meaning::Kind::current;
      today.quantity.unit = TimeUnit::day;
      Meaning stretch;
      stretch.kind = Meaning::Kind::range;
      stretch.parts = {meaning, today};
      meaning = std::move(stretch);
      continue;
    }
    if (!meaning.fields.month) continue;
    if (outlook == Outlook::long_since) {
      meaning.direction = Direction::past;
      continue;
    }
    meaning.direction = Direction::future;
    if (outlook == Outlook::behind_the_time_before) meaning.anchor = Anchor::previous;
  }
}

}  // namespace claims

// "Had been due on Wednesday" may have gone by; "could return on 14 March" is the nearest one, on either side.
std::vector<bool> future_timexes(const DocumentAnalysis& analysis) {
  std::vector<bool> future(analysis.timexes.size(), false);
  const auto& published = analysis.publication.day;
  if (published)
    for (std::size_t i = 0; i < future.size(); ++i) future[i] = comes_soon(analysis.timexes[i].meaning, *published);
  for (const Claim& claim : analysis.claims)
    if (claim.time.timex && (claim.past || claim.background) && claim.modality == Modality::actual)
      future[*claim.time.timex] = false;
  for (const Claim& claim : analysis.claims) {
    const bool said = claim.type == "statement" && claim.modality != Modality::planned;
    if (!claim.time.timex || claim.time.of_statement || said) continue;
    const Meaning& meaning = analysis.timexes[*claim.time.timex].meaning;
    const bool planned = claim.modality == Modality::planned && !(claim.background && claims::is_weekday(meaning));
    const bool by_end = claim.time.relation == TimeRelation::by && meaning.period == PeriodPart::end && !claim.past &&
                        !claim.background && claims::is_bare(meaning);  // "the sale before the end of September"
    const bool may_be = claim.modality == Modality::possible;
    const bool possible = may_be && meaning.fields.month && meaning.fields.day;
    // "They wait for the meeting of June", "may launch it in October"; told by a verb of the past it has gone by
    const bool soon = published && !claim.past && !claim.background && (may_be || claim.type != "other") &&
                      claim.polarity == Polarity::asserted && month_comes_soon(meaning, *published);
    if (planned || possible || by_end || soon) future[*claim.time.timex] = true;
  }
  return future;
}

}  // namespace isnad
