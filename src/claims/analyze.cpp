// The claims of one article: sentence by sentence, clause by clause, with the speakers carried along.
#include <algorithm>

#include "claims/attribution.h"
#include "claims/claim_time.h"
#include "claims/clause.h"
#include "claims/communique.h"
#include "claims/counted_from.h"
#include "claims/dated_claim.h"
#include "claims/event_mention.h"
#include "claims/hour_of_day.h"
#include "claims/informative.h"
#include "claims/inherited_participants.h"
#include "claims/meanwhile.h"
#include "claims/name.h"
#include "claims/notions.h"
#include "claims/noun_phrase.h"
#include "claims/occasion_time.h"
#include "claims/outlook.h"
#include "claims/reading.h"
#include "claims/same_event.h"
#include "claims/statement.h"
#include "claims/status.h"
#include "claims/unknown_event.h"
#include "isnad/claims.h"

namespace isnad {
namespace claims {
namespace {

/// Does the clause tell when another event was, by an event of its own?
bool tells_time(ClauseTie tie) {
  return tie == ClauseTie::after || tie == ClauseTie::before || tie == ClauseTie::since;
}

/// Does not go on with what the sentence tells?
bool aside(ClauseTie tie) { return tells_time(tie) || tie == ClauseTie::relative; }

/// "Is expected to drop on Tuesday, before it rises again on Wednesday": what is told to follow a plan is planned.
void plan_with(const Claim& main, ClauseTie tie, Claim& claim) {
  if (tie == ClauseTie::before && main.modality == Modality::planned && claim.modality == Modality::actual)
    claim.modality = Modality::planned;
}

/// "Two days after the fall of X", standing before what it dates.
struct LeadingTime {
  std::uint32_t claim = 0;
  ClauseTie tie{};
  std::optional<EventDistance> distance;
};

/// The noun that told the last event; with its claim where that was not informative enough to be kept.
struct LastNoun {
  EventMention mention;
  std::optional<Claim> untold;
};

class ArticleReader {
 public:
  ArticleReader(const Reading& reading, std::vector<Claim>& out) : reading_(reading), claims_(out) {}

  void read() {
    std::vector<Scope> before;  // scopes of the sentence before, for a detached tail
    std::size_t first_claim_before = 0;
    for (std::uint32_t s = 0; s < reading_.document.sentences.size(); ++s) {
      const Sentence& sentence = reading_.document.sentences[s];
      const Role role = reading_.document.role(sentence);
      if (role != Role::headline && role != Role::caption && role != Role::body) continue;
      if (sentence.first == sentence.last) continue;
      if (role == Role::headline && reading_.is_question(sentence.last - 1)) continue;
      const std::uint32_t paragraph = reading_.document.blocks[sentence.block].paragraph;
      if (paragraph != discourse_.paragraph) {
        discourse_.paragraph = paragraph;
        discourse_.paragraph_begin = sentence.first;
        agent_ = {};
        time_before_ = {};
      }
      std::vector<Scope> scopes = scopes_of(reading_, sentence, discourse_);
      for (Scope& scope : scopes)  // "of the talks next month, the minister said": nobody has spoken then
        if (scope.timex && looks_ahead(reading_.timexes[*scope.timex].meaning)) scope.timex.reset();
      if (is_detached_tail(reading_, sentence, scopes)) {
        for (std::size_t c = first_claim_before; c < claims_.size(); ++c)
          enclose(scopes[0].chain, claims_[c].attribution);
        continue;
      }
      first_claim_before = claims_.size();
      read_sentence(s, sentence, scopes, role);
      time_before_ = time_of_sentence(first_claim_before);
    }
    date_from_same_event(claims_, told_);
    drop_undated_unknown(claims_);
  }

  [[nodiscard]] const Outlooks& outlooks() const { return outlooks_; }
  [[nodiscard]] const std::vector<bool>& aside_times() const { return aside_times_; }

 private:
  /// "Handed in his resignation": a verb carries it as its object; not "fixed a day for the handing over".
  [[nodiscard]] bool is_done(const EventMention& mention) const {
    return mention.light && mention.trigger > 0 && reading_.glued_preposition(mention.trigger).empty() &&
           !reading_.is(mention.trigger - 1, Word::preposition);
  }

  /// "Did not sign", in a language whose particle of negation tells the time.
  [[nodiscard]] bool is_negated_in_past(std::uint32_t verb) const {
    const Item* negation = verb > 0 ? reading_.item(verb - 1, Word::negation) : nullptr;
    return negation && negation->last == verb && negation->value.text("tense") == "past";
  }

  /// When the sentence before tells that it happened; nothing where it tells of a plan, or none of its own dates.
  [[nodiscard]] ClaimTime time_of_sentence(std::size_t first_claim) const {
    for (std::size_t c = first_claim; c < claims_.size(); ++c)
      if (const auto time = time_meanwhile(claims_[c]); time && told_[c] != Told::as_time && !claims_[c].background)
        return *time;
    return {};
  }

  void read_sentence(std::uint32_t index, const Sentence& sentence, const std::vector<Scope>& scopes, Role role) {
    const std::vector<Clause> clauses = clauses_of(reading_, sentence, scopes);
    // the last event of a clause that is no "after ..." clause: of one clause, that of its verb
    std::optional<std::uint32_t> main_claim;
    std::optional<LeadingTime> leading;       // "after ..." at the begin, before what it dates
    std::optional<std::uint32_t> last_timex;  // for "and left": the time of the verb before
    bool background = false;
    const std::size_t first_claim = claims_.size();
    ClauseTie tie_before = ClauseTie::begins;
    std::size_t told_until = claims_.size();
    for (const Clause& clause : clauses) {
      // "(The mosque) in which he preached on 4 July, five days after ..."
      const bool told_by_relative = tie_before == ClauseTie::relative && claims_.size() > told_until;
      tie_before = clause.tie;
      told_until = claims_.size();
      if (clause.tie != ClauseTie::coordinated && clause.tie != ClauseTie::begins) last_timex.reset();
      if (may_come(reading_, clause)) background = false;
      for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last && t < clause.tokens.first + 3; ++t)
        background = background || reading_.is(t, Word::auxiliary);
      const auto told_as_past = [&](std::uint32_t token, Modality modality) {
        return background && !is_announced_now(reading_, scopes, token, modality);
      };
      if (aside(clause.tie) || background) note_aside(clause.tokens);
      const bool refused = std::any_of(scopes.begin(), scopes.end(), [&](const Scope& s) {
        return s.refuses && s.content.contains(clause.tokens.first);
      });
      if (refused) continue;
      const std::vector<EventMention> mentions = mentions_of(reading_, clause);
      const auto before_clause = static_cast<std::ptrdiff_t>(claims_.size());
      bool told_by_verb = false;
      const auto told_before = tells_time(clause.tie) ? told_earlier(reading_, clause, claims_,
                                                                     !main_claim || !claims_[*main_claim].time.timex)
                                                      : std::nullopt;
      for (const EventMention& mention : mentions) {
        if (is_in_name(mention, scopes)) continue;
        Claim claim;
        claim.type = mention.frame->type;
        claim.frame = mention.frame->id;
        claim.trigger = mention.word;
        claim.span = reading_.clause_span(extent(clause));
        claim.sentence = index;
        claim.participants = mention.participants;
        claim.quantities = mention.quantities;
        claim.headline = role == Role::headline;
        claim.attribution = chain_at(scopes, mention.trigger);
        const Status status = status_of(reading_, clause, mention, scopes, claim.headline);
        claim.polarity = status.polarity;
        claim.modality = status.modality;
        claim.past = (mention.perfect && (mention.verb || (is_done(mention) && status.modality == Modality::actual))) ||
                     (mention.verb && is_negated_in_past(mention.trigger));
        claim.background = told_as_past(mention.trigger, claim.modality);
        if (mention.imperfect && main_claim) plan_with(claims_[*main_claim], clause.tie, claim);
        inherit_participants(reading_, mention, clause, agent_, claim);
        const Claim* meanwhile = clause.tie == ClauseTie::meanwhile && main_claim ? &claims_[*main_claim] : nullptr;
        date_claim({reading_, clause, mentions, scopes, meanwhile}, mention, claim, last_timex, outlooks_);
        claim.background = told_as_past(mention.trigger, claim.modality);
        if (!claim.time.timex && goes_back(reading_, mention, clause, claim)) claim.time = time_before_;
        const bool undated = !claim.time.timex || claim.time.of_statement;
        const auto occasion = undated && mention.verb && mention.perfect && !tells_time(clause.tie)
                                  ? occasion_time(reading_, clause.tokens, claims_)
                                  : std::nullopt;
        if (!is_informative(claim, mention)) {
          if (!mention.verb) last_noun_ = LastNoun{mention, std::move(claim)};
          continue;
        }
        const auto id = static_cast<std::uint32_t>(claims_.size());
        remember_agent(claim);
        add(std::move(claim), tells_time(clause.tie) ? Told::as_time : mention.verb ? Told::by_verb : Told::by_noun);
        if (occasion) date_by_occasion(claims_, id, *occasion);
        if (!mention.verb) last_noun_ = LastNoun{mention, std::nullopt};
        if (aside(clause.tie) || (told_by_verb && !mention.verb)) continue;
        main_claim = id;
        told_by_verb = mention.verb;
      }
      if (mentions.empty() && date_antecedent(clause, scopes)) continue;
      std::vector<Claim> unknown;
      if (!reading_.is_question(sentence.last - 1))
        unknown = unknown_events(reading_, clause, scopes, {claims_.begin() + before_clause, claims_.end()});
      const bool at_distance = clause.distance || (leading && leading->distance && !aside(clause.tie)) ||
                               (!main_claim && !aside(clause.tie) && is_counted_from(clauses, clause));
      if (unknown.empty() && static_cast<std::ptrdiff_t>(claims_.size()) == before_clause && at_distance &&
          !told_before && !(tells_time(clause.tie) && tell_noun(clause)))
        if (auto claim = unknown_event(reading_, clause, scopes)) unknown.push_back(std::move(*claim));
      if (clause.tie == ClauseTie::meanwhile && main_claim &&
          static_cast<std::ptrdiff_t>(claims_.size()) == before_clause)
        if (auto claim = told_meanwhile(reading_, clause, scopes, claims_[*main_claim]))
          unknown.push_back(std::move(*claim));
      if (unknown.empty() && static_cast<std::ptrdiff_t>(claims_.size()) == before_clause && !tells_time(clause.tie))
        if (const auto time = occasion_time(reading_, clause.tokens, claims_);
            time && time->tie == ClauseTie::meanwhile)
          if (auto claim = unknown_event(reading_, clause, scopes)) {
            claim->time = *time_meanwhile(claims_[time->claim]);
            unknown.push_back(std::move(*claim));
          }
      for (Claim& claim : unknown) {
        claim.sentence = index;
        claim.headline = role == Role::headline;
        claim.background = told_as_past(clause.tokens.first, claim.modality);
        if (main_claim) plan_with(claims_[*main_claim], clause.tie, claim);
        plan_what_comes(reading_, clause, claim);
        if (const auto outlook = outlook_of(reading_, claim, clause, scopes))
          outlooks_.emplace_back(*claim.time.timex, *outlook);
        if (counts_since(reading_, claim, clause)) outlooks_.emplace_back(*claim.time.timex, Outlook::until_now);
        if (claim.time.relation == TimeRelation::at && !aside(clause.tie)) last_timex = claim.time.timex;
        if (claim.time.timex && has_gone_by(reading_, claim, clause, claim.past, clause.tokens.first))
          outlooks_.emplace_back(*claim.time.timex, Outlook::gone_by);
        const auto id = static_cast<std::uint32_t>(claims_.size());
        add(std::move(claim), tells_time(clause.tie) ? Told::as_time : Told::by_verb);
        if (!main_claim && !aside(clause.tie)) main_claim = id;
      }
      const bool told = static_cast<std::ptrdiff_t>(claims_.size()) > before_clause;
      if (!told && !told_before) continue;
      std::uint32_t first = told ? static_cast<std::uint32_t>(before_clause) : *told_before;
      if (told && tells_time(clause.tie)) {  // "after the start of the truce on Sunday": the one that is dated
        const auto dated = std::find_if(claims_.begin() + before_clause, claims_.end(),
                                        [](const Claim& claim) { return claim.time.timex.has_value(); });
        if (dated != claims_.end()) first = static_cast<std::uint32_t>(dated - claims_.begin());
      }
      if (!aside(clause.tie)) {
        if (leading) count_from(claims_, first, leading->claim, leading->tie, leading->distance);
        leading.reset();
      } else if (!tells_time(clause.tie)) {
        continue;
      } else if (told_by_relative && !clause.leads) {
        count_from(claims_, static_cast<std::uint32_t>(before_clause) - 1, first, clause.tie, clause.distance);
      } else if (main_claim && !clause.leads) {
        count_from(claims_, *main_claim, first, clause.tie, clause.distance);
      } else {
        if (clause.distance && names_what_was_told(reading_, clause, mentions)) date_as_last_told(claims_, first);
        leading = LeadingTime{first, clause.tie, clause.distance};
      }
    }
    const auto first_statement = static_cast<std::uint32_t>(claims_.size());
    const SentenceSoFar so_far{scopes,
                               {claims_.begin() + static_cast<std::ptrdiff_t>(first_claim), claims_.end()},
                               {told_.begin() + static_cast<std::ptrdiff_t>(first_claim), told_.end()}};
    for (Claim& claim : statements_of(reading_, so_far)) {
      claim.sentence = index;
      claim.headline = role == Role::headline;
      claim.background = background;
      const auto said = std::find_if(scopes.begin(), scopes.end(), [&](const Scope& s) {
        return !s.cue.empty() && reading_.span({s.cue.first, s.cue.first + 1}) == claim.trigger;
      });
      const auto occasion =
          said != scopes.end() && !claim.time.timex ? occasion_time(reading_, said->cue, claims_) : std::nullopt;
      add(std::move(claim), Told::by_verb);
      if (occasion) date_by_occasion(claims_, static_cast<std::uint32_t>(claims_.size()) - 1, *occasion);
    }
    // "An hour after the verdict the lawyer said ..."
    if (leading && first_statement < claims_.size())
      count_from(claims_, first_statement, leading->claim, leading->tie, leading->distance);
  }

  /// "Was taken into custody | three days after the float": the clause behind it tells how far it lies from what.
  static bool is_counted_from(const std::vector<Clause>& clauses, const Clause& clause) {
    const auto next = static_cast<std::size_t>(&clause - clauses.data()) + 1;
    return next < clauses.size() && clauses[next].distance && !clauses[next].leads && tells_time(clauses[next].tie);
  }

  /// "An hour before the explosion that ...": what is counted from, not known unless the clause behind it dates it.
  bool tell_noun(const Clause& clause) {
    if (!last_noun_ || !last_noun_->untold || !clause.tokens.contains(last_noun_->mention.trigger)) return false;
    LastNoun noun = std::move(*last_noun_);
    noun.untold->type = "other";
    noun.untold->frame.clear();
    add(std::move(*noun.untold), Told::as_time);
    last_noun_ = LastNoun{std::move(noun.mention), std::nullopt};
    return true;
  }

  /// "The match, which took place on 10 May": the time in the relative clause dates the noun before it.
  bool date_antecedent(const Clause& clause, const std::vector<Scope>& scopes) {
    if (clause.tie != ClauseTie::relative || !last_noun_) return false;
    LastNoun noun = *last_noun_;
    if (!reading_.is_definite(noun.mention.trigger) || noun.mention.trigger > clause.tokens.first) return false;
    for (std::uint32_t t = noun.mention.trigger_last; t < clause.tokens.first; ++t) {
      const bool adjective = reading_.is_definite(t) && reading_.glued_preposition(t).empty() &&
                             !reading_.is_any(t, {Word::title, Word::office, Word::place_name, Word::force});
      if (!reading_.is_comma(t) && !adjective) return false;
    }
    const ClaimTime& known = noun.untold ? noun.untold->time : claims_.back().time;
    if (known.timex && !known.of_statement && !known.inherited) return false;
    EventMention told = noun.mention;
    told.trigger = clause.tokens.last;  // what negates and plans may stand anywhere in the clause
    told.verb = true;
    const auto own = timex_of(reading_, clause, told, {}, scopes);
    if (own) told.trigger = std::min(told.trigger, reading_.timexes[*own].last);  // behind it goes on who it is said of
    const Status status = status_of(reading_, clause, told, scopes, false);
    if (!own || status.polarity == Polarity::denied) return false;
    if (noun.untold) add(std::move(*noun.untold), Told::by_noun);
    Claim& claim = claims_.back();
    claim.time = {};
    claim.span.end = std::max(claim.span.end, reading_.clause_span(clause.tokens).end);
    claim.type = noun.mention.frame->type;
    claim.frame = noun.mention.frame->id;
    claim.time.timex = own;
    claim.time.relation = relation_before(reading_, *own, clause.tokens.first);
    claim.modality = status.modality;
    last_noun_.reset();
    return true;
  }

  /// Times of what is told aside, of something else than the news.
  void note_aside(TokenRange tokens) {
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
      if (const auto x = reading_.timex(t)) aside_times_[*x] = true;
  }

  void add(Claim claim, Told told) {
    last_noun_.reset();
    claims_.push_back(std::move(claim));
    told_.push_back(told);
  }

  void remember_agent(const Claim& claim) {
    const auto find = [&](std::string_view role) {
      return std::find_if(claim.participants.begin(), claim.participants.end(),
                          [&](const Participant& p) { return p.role == role; });
    };
    auto it = find("agent");
    if (it == claim.participants.end()) it = find("patient");
    if (it != claim.participants.end() && !it->head.empty() && it->entity.find('.') == std::string::npos) {
      agent_ = *it;
      agent_.inherited = false;
    }
  }

  const Reading& reading_;
  std::vector<Claim>& claims_;
  Discourse discourse_;
  Participant agent_;      ///< who did something last
  ClaimTime time_before_;  ///< of what the sentence before told, in one paragraph
  std::optional<LastNoun> last_noun_;
  std::vector<Told> told_;  ///< by claim
  Outlooks outlooks_;
  std::vector<bool> aside_times_ = std::vector<bool>(reading_.timexes.size());  ///< by timex
};

}  // namespace
}  // namespace claims

DocumentAnalysis analyze(Document document, const Grammar& grammar) {
  DocumentAnalysis result;
  const Annotation& annotation = result.annotation.emplace(grammar.annotate(document));
  result.timexes = tag(document, grammar, annotation);
  result.publication = find_publication(document, result.timexes);
  claims::Outlooks outlooks;
  std::vector<bool> aside;
  {
    const claims::Reading reading(document, grammar, annotation, result.timexes);
    claims::ArticleReader reader(reading, result.claims);
    reader.read();
    outlooks = reader.outlooks();
    aside = reader.aside_times();
    claims::credit_communique(reading, result.claims);
    for (Claim& claim : result.claims) claim.notions = claims::notions_of(reading, claim.span, claim.sentence);
  }
  if (!result.publication.day)
    std::erase_if(outlooks, [](const auto& o) { return o.second == claims::Outlook::until_now; });
  claims::set_outlook(result.timexes, outlooks);
  claims::count_until_now(result.claims, outlooks);
  claims::set_day_of_hours(result.timexes, document, aside);
  claims::expand_names(result.claims);
  result.document = std::move(document);
  for (std::size_t i = 0; i < result.claims.size(); ++i)
    result.claims[i].id = result.document.source.id + "-c" + std::to_string(i + 1);
  resolve_all(result.timexes, result.document, result.publication.day, future_timexes(result));
  claims::plan_what_lies_ahead(result);
  return result;
}

}  // namespace isnad
