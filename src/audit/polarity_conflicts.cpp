// What one asserts another denies: of one happening, at one time.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/context.h"
#include "audit/denied_days.h"

namespace isnad::audit_rules {
namespace {

/// Does the word that tells the event stand right behind one of this class, in its sentence?
bool stands_behind(const Context& context, ClaimRef r, std::string_view word_class) {
  const Document& document = context.document(r.document).document;
  const Claim& claim = context.claim(r);
  const Sentence& sentence = document.sentences[claim.sentence];
  const auto forms = context.grammar.forms(document.language, word_class);
  for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t)
    if (t + 1 == document.token_at(claim.trigger.begin))
      return std::binary_search(forms.begin(), forms.end(), document.key(document.tokens[t]));
  return false;
}

/// "Denied that ...": where no frame tells what is denied, the clause must be what the verb of denial speaks of.
bool is_complement(const Context& context, ClaimRef r) {
  const Document& document = context.document(r.document).document;
  const std::uint32_t first = document.token_at(context.claim(r).span.begin);
  const auto words = context.grammar.forms(document.language, "complementizer");
  return first < document.tokens.size() &&
         std::binary_search(words.begin(), words.end(), document.key(document.tokens[first]));
}

/// Denials that are plain: by a verb of denial in the sentence, or a negation right before the event; one further ahead
/// may negate something else ("has no proof of").
class Denials {
 public:
  explicit Denials(const Context& context)
      : context_(context), verb_(context.find_class("denial")), opposite_(context.find_class("opposite")) {}

  /// "The reason for the lack of a search" denies nothing.
  bool is_plain(ClaimRef denial) { return is_negated(denial) || has_verb(denial); }

  /// Does the one clause tell what undoes the other's: "bought", "sold"?
  bool tell_opposites(ClaimRef a, ClaimRef b) {
    const auto x = sides_of(a), y = sides_of(b);
    return std::any_of(x.begin(), x.end(), [&](const auto& side) {
      return !y.contains(side) &&
             std::any_of(y.begin(), y.end(), [&](const auto& other) { return other.first == side.first; });
    });
  }

  /// Does a verb of denial stand ahead of the claim's word, with no clause that begins between?
  bool speaks_of(ClaimRef denial) const {
    constexpr std::uint32_t reach = 10;
    const Document& document = context_.document(denial.document).document;
    const Claim& claim = context_.claim(denial);
    const std::uint32_t begin = document.sentences[claim.sentence].first,
                        trigger = document.token_at(claim.trigger.begin);
    const auto clauses = context_.grammar.forms(document.language, "complementizer");
    for (std::uint32_t t = trigger; verb_ && t > begin && trigger - t < reach; --t) {
      if (std::binary_search(clauses.begin(), clauses.end(), document.key(document.tokens[t - 1]))) return false;
      if (context_.annotation(denial.document).longest(t - 1, *verb_)) return true;
    }
    return false;
  }

  /// Is it all that a verb of denial speaks of, or does the speaker say that there was none at all ("we have not signed
  /// any agreement")?
  bool is_outright(ClaimRef denial) {
    const Claim& claim = context_.claim(denial);
    // "Denied, in a statement, any firing": a noun of action that no other clause parts from the verb of denial
    const bool noun = !claim.frame.empty() && !claim.past && speaks_of(denial);
    return (has_verb(denial) && (noun || is_complement(context_, denial))) || denies_any(denial);
  }

  /// "Has not signed | any agreement", "has received no | complaint": its own verb is negated, or the verb that a noun
  /// which stands behind "any" belongs to.
  bool denies_any(ClaimRef denial) const {
    constexpr std::uint32_t reach = 8, far_reach = 14;
    const Document& document = context_.document(denial.document).document;
    const Annotation& annotation = context_.annotation(denial.document);
    const Claim& claim = context_.claim(denial);
    const auto is_any = [&](std::uint32_t t) { return any_ && annotation.longest(t, *any_) != nullptr; };
    const auto negates = [&](std::uint32_t t) {
      const Item* item = negation_ ? annotation.longest(t, *negation_) : nullptr;
      return item && item->value.text("value") == "verb";
    };
    const std::uint32_t first = document.token_at(claim.span.begin), last = document.first_token_from(claim.span.end),
                        trigger = document.token_at(claim.trigger.begin);
    if (trigger > first && is_any(trigger - 1))
      for (std::uint32_t t = trigger - 1; t > first && trigger - t < reach; --t)
        if (negates(t - 1)) return true;
    if (trigger == first || !negates(trigger - 1)) return false;
    for (std::uint32_t t = trigger + 1; t < std::min(last, trigger + reach); ++t)
      if (is_any(t)) return true;
    // "did not cross on 21 February nor on any other day"
    const std::uint32_t end = document.sentences[claim.sentence].last;
    for (std::uint32_t t = trigger + 1; t < std::min(end, trigger + far_reach); ++t)
      if (at_all_ && annotation.longest(t, *at_all_)) return true;
    return false;
  }

  /// Does a verb of denial stand in the claim's sentence?
  bool has_verb(ClaimRef denial) {
    if (!verb_) return false;
    const Document& document = context_.document(denial.document).document;
    const Sentence& sentence = document.sentences[context_.claim(denial).sentence];
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (context_.annotation(denial.document).longest(t, *verb_)) return true;
    return false;
  }

 private:
  /// Does a particle of negation stand right before the claim's word?
  bool is_negated(ClaimRef denial) const {
    const Document& document = context_.document(denial.document).document;
    const std::uint32_t trigger = document.token_at(context_.claim(denial).trigger.begin);
    const Item* item =
        negation_ && trigger > 0 ? context_.annotation(denial.document).longest(trigger - 1, *negation_) : nullptr;
    return item && item->last == trigger && item->value.text("value") != "noun";
  }

  /// The acts of a claim's clause that others undo, each with the side that it is on.
  std::set<std::pair<std::string, std::int64_t>> sides_of(ClaimRef r) {
    std::set<std::pair<std::string, std::int64_t>> sides;
    const Document& document = context_.document(r.document).document;
    const SourceSpan& span = context_.claim(r).span;
    for (auto t = document.token_at(span.begin); t < document.first_token_from(span.end); ++t)
      if (const Item* item = opposite_ ? context_.annotation(r.document).longest(t, *opposite_) : nullptr)
        sides.emplace(item->value.text("value").value_or(""), item->value.integer("side").value_or(0));
    return sides;
  }

  const Context& context_;
  std::optional<ClassId> verb_, opposite_;
  const std::optional<ClassId> any_ = context_.find_class("any"), at_all_ = context_.find_class("at-all"),
                               negation_ = context_.find_class("negation");
};

/// Told by a verb: many nouns of action are written like one, and stand behind a preposition.
bool told_by_verb(const Context& context, ClaimRef r) {
  return context.claim(r).past && !stands_behind(context, r, "preposition");
}

bool has(const Link& link, std::string_view reason) {
  return std::find(link.reasons.begin(), link.reasons.end(), reason) != link.reasons.end();
}

/// Do both sides speak of one time? What happens again and again to the same one, two participants or the day must
/// tell; words alone only with the day.
/// A noun may name what someone only feared or aimed at: both sides must tell it by a verb.
/// A verb of denial says that the other side was told before.
bool one_time(const Context& context, const Link& link, bool verb_of_denial) {
  constexpr double sure = 0.75, sure_words = 0.65, sure_words_denied = 0.6;
  if (has(link, "wording") && has(link, "date") && link.strength >= (verb_of_denial ? sure_words_denied : sure_words))
    return true;
  if (!told_by_verb(context, link.a) || !told_by_verb(context, link.b)) return false;
  if (!surely_one(context, link.a, link.b)) return false;
  if (has(link, "date")) return true;
  if (has(link, "wording") || link.strength < sure) return false;
  return context.happens_once(link.a) || context.happens_once(link.b) || link.reasons.size() >= 3;
}

/// An article that tells what one says and what another denies shows a contradiction; one that tells in its own voice
/// what someone denies, or that only negates, does not.
bool between_speakers(const Context& context, Denials& denials, ClaimRef asserted, ClaimRef denied) {
  const AttributionChain &x = context.claim(asserted).attribution, &y = context.claim(denied).attribution;
  if (x.empty() || y.empty() || !denials.has_verb(denied)) return false;
  return shared_words(name_words(context, x.back()), name_words(context, y.back())) == 0;
}

/// Does its day stand far off in a long sentence, beside something else?
bool dated_from_afar(const Context& context, ClaimRef r) {
  constexpr std::uint32_t far = 350;  // bytes: some thirty-five words
  const Claim& claim = context.claim(r);
  if (!claim.time.timex) return false;
  const SourceSpan& day = context.document(r.document).timexes[*claim.time.timex].span;
  return day.overlaps(claim.span) && bytes_between(day, claim.trigger) > far;  // not "on the day of the accident"
}

/// Of one language by the words, of two by what they mean.
std::size_t words_in_common(const Context& context, const ToldWords& words, ClaimRef a, ClaimRef b) {
  if (context.document(a.document).document.language == context.document(b.document).document.language)
    return alike_words(words_of(context, words, b), words_of(context, words, a));
  const auto meanings = [&](ClaimRef r) {
    const DocumentAnalysis& d = context.document(r.document);
    const SourceSpan& span = context.claim(r).span;
    std::vector<std::string> all =
        words.meanings(d, d.document.token_at(span.begin), d.document.first_token_from(span.end));
    std::erase_if(all, [](const std::string& word) { return !is_concept(word); });
    return all;
  };
  return shared_words(meanings(a), meanings(b));
}

/// What is denied of a day, and what is told of the same day in the same event, by a link over a third claim or in few
/// words: two words of the one must be the other's, or one where a frame finds the same in both. In some days or a
/// month more may happen: three words, or one type that both tell by a verb.
bool denies_of_its_time(const Context& context, const ToldWords& words, ClaimRef asserted, ClaimRef denied) {
  const Claim &x = context.claim(asserted), &y = context.claim(denied);
  if (dated_from_afar(context, asserted)) return false;
  const bool one_type = !x.frame.empty() && (x.type == y.type || context.may_tell_one(asserted, denied));
  const bool one_day = of_one_day(context, asserted, denied);
  const bool few_days = one_day || within_some_days(context, denied);
  const std::size_t least = one_type && (one_day || (x.past && y.past)) ? 1 : few_days ? 2 : 3;
  return within_denied_time(context, asserted, denied) && words_in_common(context, words, asserted, denied) >= least;
}

/// "On Wednesday", "on the 3rd": no "now", no "so far".
bool names_its_day(const Context& context, ClaimRef r) {
  const auto& timex = context.claim(r).time.timex;
  if (!timex || !told_day(context, r)) return false;
  const Meaning& meaning = context.document(r.document).timexes[*timex].meaning;
  return meaning.kind == Meaning::Kind::calendar && (meaning.fields.weekday || meaning.fields.day);
}

/// "A channel reports that they met on Sunday. The ministry denied that its head had met ... on Sunday": a denial in a
/// sentence of its own, right behind what it denies; in one sentence a charge is told for the sake of the denial.
bool denies_what_stands_before(const Context& context, ClaimRef asserted, ClaimRef denied) {
  constexpr std::uint32_t reach = 2;
  const Claim &x = context.claim(asserted), &y = context.claim(denied);
  return asserted.document == denied.document && x.sentence < y.sentence && y.sentence - x.sentence <= reach &&
         x.type == y.type && !x.frame.empty() && of_one_day(context, asserted, denied);
}

/// Two articles of one story, by verbs of one type, of one day that both tell; of the other's words each has two.
bool same_deed_of_day(const Context& context, const ToldWords& words, ClaimRef asserted, ClaimRef denied) {
  constexpr std::size_t least = 2;
  const Claim &x = context.claim(asserted), &y = context.claim(denied);
  return !x.frame.empty() && x.type == y.type && told_by_verb(context, asserted) && told_by_verb(context, denied) &&
         told_day(context, asserted) && told_day(context, denied) && of_one_day(context, asserted, denied) &&
         words.tell_one_story(asserted.document, denied.document) &&
         words_in_common(context, words, asserted, denied) >= least;
}

Finding finding_of(const Context& context, const std::vector<ClaimRef>& asserted, ClaimRef denied) {
  const std::uint32_t event = context.event_of[index(denied.document)][denied.claim];
  Finding finding;
  finding.rule = FindingRule::polarity_conflict;
  finding.event = event;
  const auto text = [&](Language l) {
    return message(l, "finding.polarity-conflict",
                   {{"event", in(context.linking.events[event].label, l)},
                    {"a", context.name(asserted.front().document)},
                    {"b", context.name(denied.document)}});
  };
  finding.message = {text(Language::ar), text(Language::en)};
  finding.evidence.push_back(context.evidence(denied, message("finding.evidence.denies")));
  for (const ClaimRef r : asserted)
    finding.evidence.push_back(context.evidence(r, message("finding.evidence.asserts")));
  return finding;
}

}  // namespace

std::vector<Finding> polarity_conflicts(const Context& context, const ToldWords& words) {
  constexpr std::int64_t near_days = 7;
  Denials denials(context);
  std::map<std::uint32_t, Finding> by_event;  // one cause, one finding
  for (const Link& link : context.linking.links) {
    const Claim &a = context.claim(link.a), &b = context.claim(link.b);
    if (a.type == "statement" || b.type == "statement") continue;  // its polarity may be that of the saying
    if (a.polarity == b.polarity || a.modality != Modality::actual || b.modality != Modality::actual) continue;
    const ClaimRef denied = a.polarity == Polarity::denied ? link.a : link.b;
    const ClaimRef asserted = denied == link.a ? link.b : link.a;
    const std::uint32_t event = context.event_of[index(denied.document)][denied.claim];
    if (by_event.contains(event)) continue;
    // what the one denies need not be what the other tells
    if (a.frame.empty() != b.frame.empty() && !(has(link, "date") && denials.has_verb(denied))) continue;
    const auto &when_a = context.dated(link.a).domain, &when_b = context.dated(link.b).domain;
    if (when_a && when_b && disjoint(*when_a, *when_b)) continue;                          // another time, another fact
    if (context.claim(denied).attribution.empty() || !denials.is_plain(denied)) continue;  // someone must deny it
    if (context.claim(denied).frame.empty() && !is_complement(context, denied)) continue;
    if (denials.tell_opposites(asserted, denied) || dated_from_afar(context, asserted)) continue;
    if (link.a.document == link.b.document && !between_speakers(context, denials, asserted, denied)) continue;
    if (!one_time(context, link, denials.has_verb(denied)) && !same_deed_of_day(context, words, asserted, denied))
      continue;
    if (of_one_day(context, asserted, denied) || context.published_near(link.a.document, link.b.document, near_days))
      by_event.emplace(event, finding_of(context, {asserted}, denied));
  }
  constexpr std::size_t crowd = 200;  // facts of one day among which none is looked for
  const std::multimap<Day, ClaimRef> facts = facts_by_day(context);
  const auto is_fact = [](const Claim& c) { return c.type != "statement" && c.modality == Modality::actual; };
  for (const DocumentAnalysis& d : context.corpus)
    for (std::uint32_t c = 0; c < d.claims.size(); ++c) {
      const ClaimRef denied{d.document.index, c};
      const std::uint32_t event = context.event_of[index(denied.document)][c];
      // what nobody denies an article may rule out itself: "no convoy at all came through on Wednesday"
      const bool own_voice = d.claims[c].attribution.empty();
      if (d.claims[c].polarity != Polarity::denied || !is_fact(d.claims[c]) ||
          (own_voice && !(denials.denies_any(denied) && names_its_day(context, denied))) || by_event.contains(event) ||
          !within_denied_time(context, denied, denied) || !denials.is_outright(denied))
        continue;
      const auto contradicts = [&](ClaimRef r) {
        const Claim& a = context.claim(r);
        if (a.polarity != Polarity::asserted || !is_fact(a)) return false;
        if (r.document == denied.document)
          return between_speakers(context, denials, r, denied) &&
                 (denies_what_stands_before(context, r, denied) ||
                  (a.sentence != context.claim(denied).sentence &&
                   context.event_of[index(r.document)][r.claim] == event &&
                   denies_of_its_time(context, words, r, denied)));
        return !denials.tell_opposites(r, denied) && denies_of_its_time(context, words, r, denied);
      };
      std::vector<ClaimRef> told = context.linking.events[event].claims;
      for (std::uint32_t before = 0; before < c; ++before) told.push_back({denied.document, before});
      std::erase_if(told, [&](ClaimRef r) { return !contradicts(r); });
      const auto day = told_day(context, denied);
      const auto of_day = day ? facts.equal_range(day_of(*day->earliest)) : std::pair(facts.end(), facts.end());
      if (static_cast<std::size_t>(std::distance(of_day.first, of_day.second)) <= crowd)
        for (auto fact = of_day.first; fact != of_day.second && told.empty(); ++fact)
          if (const ClaimRef r = fact->second; r.document != denied.document && is_fact(context.claim(r)) &&
                                               !denials.tell_opposites(r, denied) &&
                                               tells_what_is_denied(context, words, r, denied))
            told.push_back(r);
      if (!told.empty()) by_event.emplace(event, finding_of(context, told, denied));
    }
  std::vector<Finding> findings;
  for (auto& [event, finding] : by_event) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace isnad::audit_rules
