#include "claims/attribution.h"

#include <algorithm>

#include "claims/according.h"
#include "claims/actors.h"
#include "claims/asked_for.h"
#include "claims/citations.h"
#include "claims/claim_time.h"
#include "claims/content_begin.h"
#include "claims/content_end.h"
#include "claims/event_mention.h"
#include "claims/headline_scope.h"
#include "claims/list_scope.h"
#include "claims/sayer.h"
#include "claims/saying_noun.h"
#include "claims/speaker.h"
#include "claims/subject.h"
#include "claims/tail.h"

namespace isnad::claims {
namespace {

void remember(const AttributionChain& chain, Discourse& discourse) {
  if (chain.empty()) return;
  remember_recent(chain, true, discourse);
  if (chain.back().kind == SpeakerKind::anonymous) discourse.last_anonymous = chain;
  for (const Speaker& s : chain)
    if (s.kind == SpeakerKind::agency) discourse.last_agency = {s};
}

class SentenceReader {
 public:
  SentenceReader(const Reading& reading, const Sentence& sentence, Discourse& discourse)
      : reading_(reading),
        sentence_(sentence),
        discourse_(discourse),
        actors_(reading, sentence, discourse, scopes_),
        citations_(reading, discourse) {}

  std::vector<Scope> read() {
    if (auto headline = headline_scope(reading_, sentence_)) add(std::move(*headline));
    for (Scope& scope : according_scopes(reading_, sentence_, discourse_)) add(std::move(scope));
    actors_.read_opening();
    for (std::uint32_t t = sentence_.first; t < sentence_.last; ++t) {
      actors_.pass(t);
      if (is_in_cue(scopes_, t)) continue;
      if (reading_.is(t, Word::own_voice)) {
        t = reading_.after(t, Word::own_voice) - 1;  // "it is recalled that": the article itself
        own_voice_ = true;
      } else if (is_saying_verb(reading_, t)) {
        tells_event_itself(t) ? read_event_itself(t) : read_verb(t);
      } else if (reading_.is(t, Word::speech_participle)) {
        read_participle(t);
      } else if (reading_.is_colon(t)) {
        read_quotation(t);
      } else if (auto noun = saying_noun_scope(reading_, sentence_, discourse_, t)) {
        add(std::move(*noun));
      } else if (reading_.is_verb(t) || reading_.is(t, Word::acting)) {
        actors_.read(t);
      }
    }
    if (const AttributionChain actor = actors_.silent_actor(); !actor.empty())
      remember_recent(actor, false, discourse_);
    discourse_.someone_acted = actors_.is_unknown() && scopes_.empty();
    std::sort(scopes_.begin(), scopes_.end(), [](const Scope& a, const Scope& b) {
      return std::pair(!a.outer, a.cue.first) < std::pair(!b.outer, b.cue.first);
    });
    return std::move(scopes_);
  }

 private:
  /// "..., which | confirms that": what happened shows it, and nobody says it.
  [[nodiscard]] bool tells_outcome(std::uint32_t verb) const {
    if (verb == sentence_.first || verb + 2 >= sentence_.last || !reading_.is_class(verb - 1, "outcome")) return false;
    const std::uint32_t mark = reading_.is(verb + 1, Word::preposition) ? verb + 2 : verb + 1;
    const Item& form = *reading_.item(verb, Word::speech);  // "which (he) confirms"; not "which (they) claim"
    const bool of_thing = form.enclitic.empty() && form.value.text("gender").value_or("m") == "m" &&
                          form.value.text("number").value_or("s") == "s";
    return of_thing && reading_.is(mark, Word::complementizer);
  }

  /// Named by what was said: whose words they are speaks.
  [[nodiscard]] bool is_utterance(const AttributionChain& chain) const {
    return !chain.empty() &&
           reading_.value_of(tokens_of(reading_, chain.back().span).first, "saying-noun") == "utterance";
  }

  /// "Replied to | the announcement of the ministry that": what follows is the ministry's.
  [[nodiscard]] bool answers_saying(std::uint32_t first, std::uint32_t content) const {
    for (std::uint32_t t = first; t + 1 < content; ++t)
      if (reading_.is_class(t, "answers-to"))
        if (const auto noun = saying_noun_scope(reading_, sentence_, discourse_, t + 1);
            noun && noun->content.first == content)
          return true;
    return false;
  }

  void read_verb(std::uint32_t verb) {
    const Item* item = reading_.item(verb, Word::speech);
    const std::string_view value = reading_.value(verb, Word::speech);
    const bool relays = value == "relay";
    if (item->value.integer("person").value_or(3) == 1) return read_own(verb, is_denial(value));
    if (tells_outcome(verb) || is_called_for(reading_, verb, scopes_)) return;  // nothing is said yet
    // who did not comment may speak further on; who does not rule it out speaks of it
    if (is_negated(verb) && value != "rule-out") return actors_.read(verb);
    const bool takes_object = item->value.has("object");
    if (item->value.has("assigns") && read_assigned(verb, *item)) return;
    if (value == "opine" && !item->enclitic.empty() && !takes_object)
      return actors_.read(verb);  // "what he considered a mistake", "a tale that the president of the union tells"
    if (!relays)
      if (auto tail = tail_scope({reading_, sentence_, discourse_, scopes_, actors_}, verb)) {
        // "..., the radio reported, citing a source"
        citations_.add_cited({tail->cue.last, sentence_.last}, tail->chain);
        return add(std::move(*tail));
      }
    const SayerFinder finder(reading_, sentence_, discourse_, scopes_);
    ReadChain read = relays ? finder.relayed(verb) : finder.sayer_of(verb);
    if (is_utterance(read.chain)) return;                 // "the words of Fulan were written"
    if (relays && read.chain.empty()) return;             // without a speaker it is no saying ("transferred power")
    const bool quotes = relays && read.chain.size() > 1;  // whom another one relays
    Scope scope;
    scope.present = true;
    scope.chain = std::move(read.chain);
    const std::uint32_t next =
        scope.chain.empty() && !relays ? reading_.after(verb, Word::speech) : std::max(read.next, verb + 1);
    ContentBegin content = find_content(reading_, next, sentence_.last);
    if (content.explicit_mark && answers_saying(next, content.at)) return actors_.read(verb);
    if (item->value.has("bare") && !scope.chain.empty() && content.explicit_mark && opens_bare(next, content.at))
      content = {next, true, {}, {}};  // "he said | the road was closed and that ..."
    const auto accused = scope.chain.empty() && !relays ? finder.behind_place_accused(verb) : std::nullopt;
    if (accused) content = {*accused, true, {}, {}};
    if (content.plan && !says_without_mark(value)) content = {*content.plan, true, content.timex, {}};
    // "denied what Moscow had announced": whoever announced it does not speak here
    scope.embedded = !item->enclitic.empty() && verb > sentence_.first && reading_.is(verb - 1, Word::relative) &&
                     std::any_of(scopes_.begin(), scopes_.end(), [](const Scope& s) { return s.present; });
    if (!scope.chain.empty() && !scope.embedded) actors_.add(verb, scope.chain);
    // "the transfer of the embassy ..., for this": the mark of another clause
    if (relays && !quotes && content.explicit_mark && reading_.has_conjunction(content.at)) return;
    // "she said the road was closed"
    const bool bare = item->value.has("bare") && verb > sentence_.first && reading_.is(verb - 1, Word::pronoun);
    const bool marked = content.explicit_mark || bare || (says_without_mark(value) && says_action(next));
    if (scope.chain.empty() && !marked) {
      if (value == "react" || takes_object)
        actors_.read_person(verb);
      else if (goes_on_in_participle(verb))
        actors_.read_name(verb);
      return;
    }
    if (scope.chain.empty()) {
      if (value == "written") return;
      const bool he = verb > sentence_.first && reading_.is(verb - 1, Word::pronoun);
      if ((value == "expect" || value == "believe") && !he && item->value.text("tense").value_or("") == "imperfect")
        return;  // "it is expected that"; not "and he expects that"
      const bool open = content.explicit_mark && !bare && !accused;
      if (own_voice_) return;
      if (open && someone_between({verb + 1, content.at})) {
        if (reading_.is_colon(content.at - 1)) actors_.read_person(verb);  // "tells Fulan his story: "...""
        return;
      }
      scope.chain = actors_.going_on(verb, *item, value == "add");
      if (scope.chain.empty()) return;
      if (bare && content.explicit_mark && opens_bare(verb + 1, content.at)) content = {verb + 1, true, {}, {}};
    } else if (!content.explicit_mark && !is_denial(value) && !says_without_mark(value) && !quotes &&
               !reading_.is_class(next, "tidings")) {
      return;
    }
    if (is_denial(value) && !content.explicit_mark) content.at = behind_rumour(reading_, content.at, sentence_.last);
    // "state media, citing the prosecutor, said"
    const bool behind_aside = verb > sentence_.first && reading_.is_comma(verb - 1);
    if (behind_aside || reading_.is(sentence_.first, Word::according))
      citations_.add_cited({sentence_.first, verb}, scope.chain);
    // "confirmed its landing, citing an officer": behind what is said, where no word opens that
    citations_.add_cited({verb + 1, content.explicit_mark ? content.at : end_of_content(content.at)}, scope.chain);
    if (!relays) citations_.add_publisher({verb + 1, content.at}, scope.chain);
    // "which he announced": what was said stands before; only when it was said is told here
    if (!item->enclitic.empty() && !content.explicit_mark && !relays && !reading_.timex(next_word(verb))) return;
    // "did not confirm that" tells nothing, "did not deny that" no denial
    const bool not_said = verb > sentence_.first && reading_.is_negated_verb(verb) && !has_comma({verb, content.at});
    scope.denies = is_denial(value) && !not_said;
    scope.expects = value == "expect" || value == "believe" || value == "rule-out";
    scope.refuses = not_said && (value == "say" || value == "add" || value == "claim");
    scope.timex = content.timex;
    if (!scope.timex && verb + 1 < sentence_.last) scope.timex = reading_.timex(verb + 1);  // "confirmed yesterday X"
    if (!scope.timex) scope.timex = time_before(verb);
    if (!scope.timex && content.explicit_mark && !relays) scope.timex = weekday_at_end(verb);
    if (!scope.timex) scope.timex = occasion_of(scope.chain.back());
    if (scope.timex && reading_.timexes[*scope.timex].meaning.kind == Meaning::Kind::duration) scope.timex.reset();
    // "Fulan, who designs it since 1998, confirms"; not "said since Wednesday"
    if (scope.timex && reading_.timexes[*scope.timex].first > verb + 2 &&
        relation_before(reading_, *scope.timex, sentence_.first) == TimeRelation::since)
      scope.timex.reset();
    if (scope.timex) discourse_.occasions.emplace_back(scope.chain.back(), *scope.timex);
    scope.cue = {verb, std::max(content.at, verb + 1)};
    scope.content = {scope.cue.last, end_of_content(scope.cue.last)};
    if (!content.explicit_mark) scope.content.last = begin_of_background(scope.content);
    add(std::move(scope));
  }

  [[nodiscard]] bool has_comma(TokenRange tokens) const {
    for (std::uint32_t t = tokens.first; t < tokens.last; ++t)
      if (reading_.is_comma(t)) return true;
    return false;
  }

  /// "Fulan shakes his head: "..."": whoever acts says what stands in quotation marks behind a colon, if no word tells
  /// who does.
  void read_quotation(std::uint32_t colon) {
    if (colon + 1 >= sentence_.last || !reading_.is_quote(colon + 1) || own_voice_) return;
    if (reading_.document.role(sentence_) != Role::body) return;
    const bool told = std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) {
      return s.content.contains(colon) || s.content.contains(colon + 1) || s.content.first == colon + 1;
    });
    if (told) return;
    Scope scope;
    scope.chain = actors_.before_quotation(colon);
    if (scope.chain.empty()) return;
    scope.cue = {colon, colon + 1};
    scope.content = {colon + 1, end_of_content(colon + 1)};
    add(std::move(scope));
  }

  /// "We deny that ...": whoever speaks already; only that it is denied is told here.
  void read_own(std::uint32_t verb, bool denies) {
    const ContentBegin content = find_content(reading_, verb + 1, sentence_.last);
    const bool negated = verb > sentence_.first && reading_.is(verb - 1, Word::negation);  // "we do not deny that"
    if (!denies || negated || !content.explicit_mark) return;
    Scope scope;
    scope.denies = scope.embedded = true;
    scope.cue = {verb, std::max(content.at, verb + 1)};
    scope.content = {scope.cue.last, end_of_content(scope.cue.last)};
    add(std::move(scope));
  }

  /// "Denied the recording of any case, and the consul had tweeted that ...": where behind a comma the article itself
  /// goes back; the end where it does not.
  [[nodiscard]] std::uint32_t begin_of_background(TokenRange content) const {
    for (std::uint32_t t = content.first + 1; t < content.last; ++t)
      if (reading_.is_comma(t - 1) && reading_.is(t, Word::auxiliary) && reading_.has_conjunction(t)) return t;
    return content.last;
  }

  /// "(the source), whose name the agency did not reveal", "did not mention his name": nothing is said.
  [[nodiscard]] bool is_negated(std::uint32_t verb) const {
    if (verb == sentence_.first || !reading_.is(verb - 1, Word::negation)) return false;
    if (verb > sentence_.first + 1 && reading_.is(verb - 2, Word::relative)) return true;
    return !find_content(reading_, verb + 1, sentence_.last).explicit_mark;
  }

  /// "Expected the return of the services", "promised to publish ...": a noun of action right behind the verb is what
  /// is said.
  [[nodiscard]] bool says_action(std::uint32_t next) const {
    if (next + 1 < sentence_.last && reading_.is(next, Word::quoting)) ++next;  // "reports that spoke of the death of"
    if (next >= sentence_.last || !may_be_action(reading_, next)) return false;
    // "announced, on Sunday, the arrest of": with the article it has a preposition behind it
    return !reading_.is_definite(next) || (next + 1 < sentence_.last && reading_.is(next + 1, Word::preposition));
  }

  /// "Declared war", "declared a truce": an event of its own, not a saying.
  [[nodiscard]] bool tells_event_itself(std::uint32_t verb) const {
    if (!says_without_mark(reading_.value(verb, Word::speech))) return false;
    for (const Item* item : reading_.items(verb, Word::event)) {
      const Frame* frame = reading_.grammar.frame(reading_.document.language, item->value.text("frame").value_or(""));
      if (frame == nullptr) continue;
      const bool singled_out = std::any_of(
          frame->arguments.begin(), frame->arguments.end(),
          [](const FrameArgument& a) { return a.position == "object" && a.required && !a.word_class.empty(); });
      if (singled_out && fill_frame(reading_, *frame, *item, {verb, sentence_.last})) return true;
    }
    return false;
  }

  /// "The senator said that ... reports of an attack, on Sunday.": a weekday alone behind the last comma is that of the
  /// verb of saying with which the sentence begins, or may be, where it is the only one.
  [[nodiscard]] std::optional<std::uint32_t> weekday_at_end(std::uint32_t verb) const {
    std::uint32_t last = sentence_.last;
    while (last > verb && reading_.is_mark(last - 1)) --last;
    const auto x = last > verb ? reading_.timex(last - 1) : std::nullopt;
    if (!x) return std::nullopt;
    const Timex& timex = reading_.timexes[*x];
    if (timex.last > timex.first + 1 || !timex.meaning.fields.weekday || timex.first <= verb + 1 ||
        !reading_.is_comma(timex.first - 1))
      return std::nullopt;
    for (std::uint32_t t = sentence_.first; t < timex.first; ++t)
      if (t < verb ? reading_.is_verb(t) : t > verb && is_saying_verb(reading_, t)) return std::nullopt;
    return x;
  }

  /// "(He) put the delay down to the rain": a noun that names nobody stands right before "to"; who spoke goes on.
  bool read_assigned(std::uint32_t verb, const Item& item) {
    const std::uint32_t thing = verb + 1, to = verb + 2;
    if (to >= sentence_.last || !reading_.is_definite(thing) || speaker_kind(reading_, {thing, to}) ||
        !reading_.is(to, Word::behind_speech))
      return false;
    Scope scope;
    scope.present = true;
    scope.chain = actors_.going_on(verb, item, false);
    if (scope.chain.empty()) return false;
    scope.cue = {verb, thing};
    scope.content = {thing, end_of_content(thing)};
    add(std::move(scope));
    return true;
  }

  /// What is said begins at the token, though a mark stands further on.
  [[nodiscard]] bool opens_bare(std::uint32_t next, std::uint32_t mark) const {
    return next + 1 < mark && reading_.is_word(next) && !reading_.timex(next) &&
           !reading_.is_any(
               next, {Word::preposition, Word::relative, Word::subordinator, Word::speech_participle, Word::according});
  }

  /// "Answered Fulan the questions, saying": what he says follows behind a participle.
  [[nodiscard]] bool goes_on_in_participle(std::uint32_t verb) const {
    if (reading_.value(verb, Word::speech) != "opine" ||
        std::any_of(scopes_.begin(), scopes_.end(),
                    [verb](const Scope& s) { return !s.outer && s.content.contains(verb); }))
      return false;
    for (std::uint32_t t = verb + 1; t < sentence_.last && !is_saying_verb(reading_, t); ++t)
      if (reading_.is(t, Word::speech_participle)) return true;
    return false;
  }

  /// Who declares it answers for it; verb and name stay in the clause, for the event's frame.
  void read_event_itself(std::uint32_t verb) {
    ReadChain read = SayerFinder(reading_, sentence_, discourse_, scopes_).sayer_of(verb);
    if (read.chain.empty()) return;
    Scope scope;
    scope.present = true;
    scope.chain = std::move(read.chain);
    scope.cue = {verb, verb};
    scope.content = {verb, end_of_content(verb)};
    add(std::move(scope));
  }

  /// A noun behind the verb may name another speaker, though no word tells so: the last one does not go on.
  [[nodiscard]] bool someone_between(TokenRange between) const {
    std::uint32_t t = between.first;
    while (t < between.last && (reading_.timex(t) || reading_.is_quote(t) || reading_.is(t, Word::manner))) ++t;
    return t < between.last && !reading_.is_mark(t) && reading_.glued_preposition(t).empty() &&
           !reading_.is_any(
               t, {Word::preposition, Word::behind_speech, Word::with_pronoun, Word::complementizer, Word::according});
  }

  /// Who spoke before, with the time of it, speaks on the same occasion ("the ministry's statement pointed out").
  [[nodiscard]] std::optional<std::uint32_t> occasion_of(const Speaker& speaker) const {
    for (auto it = discourse_.occasions.rbegin(); it != discourse_.occasions.rend(); ++it) {
      const std::string& known = it->first.name;
      if (known == speaker.name || known.ends_with(speaker.name)) return it->second;
    }
    return std::nullopt;
  }

  /// A time in front of the verb that opens its clause: "on Sunday evening, a source said".
  [[nodiscard]] std::optional<std::uint32_t> time_before(std::uint32_t verb) const {
    for (std::uint32_t t = verb; t > sentence_.first && verb - t < 6; --t) {
      if (const auto x = reading_.timex(t - 1)) {
        std::uint32_t opening = reading_.timexes[*x].first;
        while (opening > sentence_.first && reading_.is(opening - 1, Word::preposition)) --opening;
        // or between the subject and the verb: "the ministry on Sunday said"
        const bool parts = t == verb && !reading_.verb_first();
        const bool opens = parts || opening == sentence_.first || reading_.is_comma(opening - 1);
        return opens && !reading_.has_conjunction(verb) ? x : std::nullopt;
      }
      if (!reading_.is_mark(t - 1) &&
          !reading_.is_any(t - 1, {Word::preposition, Word::auxiliary, Word::perfect_particle}))
        return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::uint32_t next_word(std::uint32_t t) const { return std::min(t + 1, sentence_.last - 1); }

  /// "Pointing, citing the general staff, to ...": as far as a second comma behind the participle; "adding, citing a
  /// judge that ...", without one: as far as what is said.
  [[nodiscard]] std::uint32_t cited_until(std::uint32_t participle) const {
    const std::uint32_t t = participle + 1;
    const bool set_off = t + 1 < sentence_.last && reading_.is_comma(t);
    if (t >= sentence_.last || !reading_.is(set_off ? t + 1 : t, Word::according)) return t;
    std::uint32_t end = set_off ? t + 2 : t + 1;
    while (end < sentence_.last && !reading_.is_comma(end) && (set_off || !reading_.is(end, Word::complementizer)))
      ++end;
    return end;
  }

  void read_participle(std::uint32_t at) {
    AttributionChain chain = actors_.going_on_in_participle(at);
    citations_.add_cited({at + 1, cited_until(at)}, chain);
    if (chain.empty()) return;
    Scope scope;
    scope.chain = std::move(chain);
    const std::string_view value = reading_.value(at, Word::speech_participle);
    scope.denies = is_denial(value);
    scope.expects = value == "expect" || value == "rule-out";
    scope.refuses = value == "refuse";  // "declining to comment"
    const ContentBegin content = find_content(reading_, at + 1, sentence_.last);
    scope.cue = {at, content.explicit_mark && content.at < at + 8 ? std::max(content.at, at + 1) : at + 1};
    scope.content = {scope.cue.last, end_of_content(scope.cue.last)};
    add(std::move(scope));
  }

  [[nodiscard]] std::uint32_t end_of_content(std::uint32_t begin) const {
    return end_of_said(reading_, sentence_, scopes_, begin);
  }

  /// Told inside what another one says: who says it there does not go on in the sentences behind.
  [[nodiscard]] bool is_nested(const Scope& scope) const {
    return std::any_of(scopes_.begin(), scopes_.end(), [&](const Scope& s) {
      return !s.outer && s.present && s.content.contains(scope.cue.first) && s.cue.last <= scope.cue.first;
    });
  }

  void add(Scope scope) {
    // Detached content of an earlier verb ends where this cue begins.
    if (scope.outer || !(scope.embedded || is_nested(scope))) remember(scope.chain, discourse_);
    scopes_.push_back(std::move(scope));
  }

  const Reading& reading_;
  const Sentence& sentence_;
  Discourse& discourse_;
  std::vector<Scope> scopes_;
  Actors actors_;
  Citations citations_;
  bool own_voice_ = false;  ///< the article has taken the word back
};

}  // namespace

bool is_in_cue(const std::vector<Scope>& scopes, std::uint32_t token) {
  return std::any_of(scopes.begin(), scopes.end(), [token](const Scope& s) { return s.cue.contains(token); });
}

std::vector<Scope> scopes_of(const Reading& reading, const Sentence& sentence, Discourse& discourse) {
  std::vector<Scope> scopes = SentenceReader(reading, sentence, discourse).read();
  read_list(reading, sentence, scopes, discourse);
  return scopes;
}

}  // namespace isnad::claims
