// Arguments by position: Arabic tells its subject behind the verb or before it, a noun's first argument right behind
// it, and the others behind prepositions. No parser: what is unsure is left out.
#include <algorithm>
#include <charconv>

#include "claims/argument_places.h"
#include "claims/event_mention.h"
#include "claims/name.h"
#include "claims/noun_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

class FrameFiller {
 public:
  FrameFiller(const Reading& reading, const Frame& frame, const Item& trigger, TokenRange clause)
      : reading_(reading), frame_(frame), trigger_(trigger), clause_(clause) {}

  std::optional<EventMention> fill() {
    mention_.frame = &frame_;
    mention_.trigger = trigger_.first;
    mention_.trigger_last = trigger_.last;
    mention_.word = reading_.span({trigger_.first, trigger_.last});
    mention_.word.begin = trigger_.begin;
    const auto form = trigger_.value.text("form").value_or("verb");
    const auto tense = trigger_.value.text("tense").value_or("");
    mention_.verb = form == "verb" && !reading_.is_definite(trigger_.first);
    mention_.perfect = tense == "perfect";
    mention_.imperfect = tense == "imperfect";
    mention_.future = reading_.has_future(trigger_);
    mention_.object_pronoun = mention_.verb && !trigger_.enclitic.empty();
    mention_.possessive = !mention_.verb && !trigger_.enclitic.empty();
    if (argument("ahead") != nullptr && !find_ahead()) return std::nullopt;
    if (argument("ahead") == nullptr) find_direct();
    find_prepositional();
    for (const FrameArgument& argument : frame_.arguments) {
      const bool found = std::any_of(mention_.participants.begin(), mention_.participants.end(),
                                     [&](const Participant& p) { return p.role == argument.role; });
      if (argument.required && !found && !alternative_found(argument)) return std::nullopt;
    }
    return mention_;
  }

 private:
  /// The same role may be brought in another way (object or preposition).
  [[nodiscard]] bool alternative_found(const FrameArgument& argument) const {
    const bool named_before = mention_.possessive && argument.word_class.empty() &&
                              (argument.role == "agent" || argument.role == "patient");  // "its landing"
    return named_before || (argument.role == "patient" && mention_.object_pronoun) ||
           argument.role == mention_.pronoun_role;
  }

  [[nodiscard]] const FrameArgument* argument(std::string_view position) const {
    for (const FrameArgument& a : frame_.arguments)
      if (a.position == position) return &a;
    return nullptr;
  }

  bool add(const FrameArgument& argument, TokenRange phrase, bool conjoined = true) {
    if (phrase.empty() || !has_class(reading_, phrase, argument.word_class)) return false;
    if (reading_.is_class(phrase.first, "either")) return false;  // "were killed | or wounded"
    const auto parts = conjoined ? coordinated(reading_, phrase) : std::vector<TokenRange>{phrase};
    bool added = false;
    for (const TokenRange part : parts) {
      if (added && argument.word_class == "place" && !has_class(reading_, part, "place")) break;
      Participant p;
      p.role = argument.role;
      p.span = reading_.name_span(part);
      p.name = std::string(slice(reading_.document.text, p.span));
      p.head = head_of(reading_, part);
      if (p.head.empty() && p.role != "place") p.head = kind_of(reading_, part);
      p.entity = entity_of(reading_, part);
      if (p.head.empty()) continue;
      mention_.participants.push_back(std::move(p));
      added = true;
    }
    return added;
  }

  /// A leading number is how many: "killed nine persons", "killed 9".
  TokenRange take_quantity(TokenRange phrase) {
    if (phrase.empty()) return phrase;
    Quantified q;
    std::uint32_t next = phrase.first + 1;
    if (const Item* number = reading_.item(phrase.first, Word::number)) {
      const auto value = number->value.integer("value");
      if (!value || number->last > phrase.last) return phrase;
      q.value = *value;
      next = number->last;
    } else {
      if (reading_.document.tokens[phrase.first].kind != TokenKind::integer) return phrase;
      const std::string_view digits = reading_.key(phrase.first);
      if (std::from_chars(digits.data(), digits.data() + digits.size(), q.value).ec != std::errc{}) return phrase;
    }
    q.span = reading_.span({phrase.first, next});
    if (next < phrase.last && reading_.is_word(next)) q.unit = std::string(reading_.stem(next));
    mention_.quantities.push_back(std::move(q));
    return {next, phrase.last};
  }

  /// Where the subject stands before its verb, and passives have an auxiliary. False where the word is no verb here.
  bool find_ahead() {
    const std::uint32_t verb = trigger_.first;
    const auto near = [&](std::initializer_list<Word> words) {
      for (std::uint32_t t = verb; t > clause_.first && verb - t < 3; --t)
        if (reading_.is_any(t - 1, words)) return true;
      return false;
    };
    const auto form = trigger_.value.text("form").value_or("verb");
    if (form == "gerund") return false;
    if (form == "masdar") return true;
    const bool passive = near({Word::passive_auxiliary}) || (form == "participle" && is_done_by_someone());
    if (passive != (form == "participle")) return false;
    if (!passive && mention_.perfect && is_also("participle") && is_done_by_someone()) return false;
    if (verb > 0 && reading_.is_any(verb - 1, {Word::determiner, Word::preposition, Word::general_adjective}))
      return false;
    // a bare form is rather a noun, unless something makes it a verb
    if (mention_.imperfect && !trigger_.value.has("person") && !near({Word::plan, Word::auxiliary})) return false;
    if (mention_.imperfect && is_also("masdar")) return false;
    mention_.verb = true;
    mention_.perfect = mention_.perfect || passive;
    const TokenRange subject = subject_region(reading_, trigger_, clause_);
    const TokenRange behind = take_quantity(noun_phrase(reading_, trigger_.last, clause_.last, false));
    if (passive) {
      if (subject.empty() || !add_object(take_quantity(subject))) mention_.object_pronoun = true;
      return true;
    }
    if (!subject.empty()) add(*argument("ahead"), subject);
    add_object(behind);
    return true;
  }

  /// "The tanker seized by gunmen": the preposition that brings who does it tells a passive without its auxiliary.
  [[nodiscard]] bool is_done_by_someone() const {
    return trigger_.last < clause_.last &&
           std::any_of(frame_.arguments.begin(), frame_.arguments.end(), [&](const FrameArgument& a) {
             std::uint32_t next = 0;
             return a.position == "preposition" && a.role == "agent" && brings(reading_, a, trigger_.last, next) &&
                    next < clause_.last && reading_.is_word(next) && !reading_.item(next, Word::number) &&
                    !reading_.timex(next);
           });
  }

  [[nodiscard]] bool is_also(std::string_view form) const {
    const auto items = reading_.items(trigger_.first, Word::event);
    return std::any_of(items.begin(), items.end(),
                       [&](const Item* item) { return item->value.text("form").value_or("") == form; });
  }

  void find_direct() {
    const FrameArgument* subject = argument("subject");
    const FrameArgument* object = argument("object");
    // Objects of a restricted class ("granted the right of asylum") may stand anywhere behind the verb.
    std::uint32_t at = trigger_.last;
    while (at < clause_.last &&
           (reading_.timex(at) || reading_.is_comma(at) || reading_.is(at, Word::general_adjective) ||
            (mention_.verb && reading_.is(at, Word::with_pronoun))))
      at = reading_.after(at, Word::general_adjective);
    TokenRange behind = at < clause_.last && reading_.glued_preposition(at).empty()
                            ? noun_phrase(reading_, at, clause_.last, false)
                            : TokenRange{at, at};
    behind = take_quantity(behind);
    const bool subject_pronoun = mention_.verb && names_its_subject(trigger_);

    if (!mention_.verb) {
      // A noun's first argument is its subject where the event has no object, else the object, unless that is of
      // another class.
      // With the article it takes no noun behind it: what follows is its adjective ("the physical contact").
      const bool complete = !behind.empty() && trigger_.last == trigger_.first + 1 &&
                            reading_.is_definite(trigger_.first) && reading_.is_definite(behind.first);
      if (mention_.possessive || behind.empty() || complete) return restricted_objects(behind);
      if (!object) {
        if (subject && names_someone(behind)) add(*subject, behind);
        return;
      }
      if (add_object(behind)) return;
      if (subject && names_someone(behind)) add(*subject, behind, false);
      restricted_objects(behind);
      return;
    }
    const TokenRange ahead = subject_ahead(reading_, trigger_, clause_);
    if (is_passive(reading_, trigger_) && (object || (subject && subject->role == "agent"))) {
      // whoever stands beside it suffers it
      if (!behind.empty() ? add_object(behind) : names_someone(ahead) && add_object(ahead)) return;
      mention_.object_pronoun = subject_pronoun || (behind.empty() && ahead.empty() && opens_clause(trigger_.first));
      return restricted_objects(behind);
    }
    if (!ahead.empty() && behind.empty() && !mention_.object_pronoun && stands_alone(ahead) && add_object(ahead))
      return;
    if (!ahead.empty() && subject && add(*subject, ahead)) {
      add_object(behind);
      restricted_objects(behind);
      return;
    }
    if (subject_pronoun) {
      add_object(behind);
      return;
    }
    if (behind.empty()) behind = take_quantity(behind_adverbials(reading_, at, clause_));
    if (behind.empty()) return;
    const auto [first, second] = split_subject_object(behind);
    const bool alone = second.empty() && !mention_.object_pronoun && stands_alone(first);
    if (object && second.empty() && (alone || !object->word_class.empty()) && add_object(first)) return;
    if (subject) add(*subject, first);
    if (!second.empty())
      add_object(take_quantity(second));
    else if (mention_.participants.empty())
      add_object(first);
    restricted_objects(behind);
  }

  /// Nothing but words of grammar and times stand before it in its clause.
  [[nodiscard]] bool opens_clause(std::uint32_t token) const {
    if (token == clause_.first) return true;
    const std::uint32_t before = token - 1;
    return reading_.is_mark(before) || reading_.timex(before) ||
           reading_.is_any(before, {Word::perfect_particle, Word::auxiliary, Word::subordinator, Word::complementizer,
                                    Word::relative, Word::conjunction, Word::same_time});
  }

  /// A single noun beside the verb is its object: the frame says so, and the noun is none of those that act.
  [[nodiscard]] bool stands_alone(TokenRange phrase) const {
    return !reading_.is(phrase.first, Word::force) &&
           std::any_of(frame_.arguments.begin(), frame_.arguments.end(),
                       [](const FrameArgument& a) { return a.position == "object" && a.alone; });
  }

  /// A noun's argument, not its adjective: definite, known, or a name of several words.
  [[nodiscard]] bool names_someone(TokenRange phrase) const {
    if (phrase.empty()) return false;
    for (std::uint32_t t = phrase.first; t < std::min(phrase.last, phrase.first + 2); ++t)
      if (reading_.is_definite(t) || reading_.is_any(t, {Word::place_name, Word::place_kind, Word::force, Word::regime,
                                                         Word::title, Word::office, Word::craft, Word::anonymous}))
        return true;
    return false;
  }

  bool add_object(TokenRange phrase) {
    bool added = false;
    for (const FrameArgument& a : frame_.arguments) {
      if (a.position != "object" || phrase.empty()) continue;
      if (!a.word_class.empty()) {
        TokenRange from = phrase;
        while (!from.empty() && !has_class(reading_, {from.first, from.first + 1}, a.word_class)) ++from.first;
        if (!from.empty() && add(a, from)) {
          added = true;
          if (a.role != "place") phrase.last = from.first;  // what stands before it is another argument
        }
      } else {
        TokenRange rest = phrase;
        for (std::uint32_t t = rest.first; t < rest.last; ++t)
          if (restricted_word(t)) rest.last = t;
        if (!rest.empty() && add(a, rest)) added = true;
      }
    }
    return added;
  }

  [[nodiscard]] bool restricted_word(std::uint32_t t) const {
    return std::any_of(frame_.arguments.begin(), frame_.arguments.end(), [&](const FrameArgument& a) {
      return a.position == "object" && !a.word_class.empty() && a.word_class != "place" &&
             has_class(reading_, {t, t + 1}, a.word_class);
    });
  }

  /// "Took measures so that | the decision", "and closed": behind what begins a clause of its own stands no object of
  /// the verb before it.
  [[nodiscard]] bool ends_reach(std::uint32_t t) const {
    if (reading_.timex(t) || reading_.is(t, Word::auxiliary)) return false;
    return reading_.is_any(t, {Word::complementizer, Word::subordinator}) ||
           (reading_.has_conjunction(t) && is_verb_only(reading_, t));
  }

  /// Objects whose class singles them out, wherever they stand behind the trigger.
  void restricted_objects(TokenRange behind) {
    for (const FrameArgument& a : frame_.arguments) {
      if (a.position != "object" || a.word_class.empty() || a.word_class == "place") continue;
      if (std::any_of(mention_.participants.begin(), mention_.participants.end(),
                      [&](const Participant& p) { return p.role == a.role; }))
        continue;
      for (std::uint32_t t = trigger_.last; t < std::min(clause_.last, trigger_.last + 14); ++t) {
        if (has_class(reading_, {t, t + 1}, a.word_class) && !completes_preposition(t)) {
          add(a, {t, std::min(behind.last > t ? behind.last : t + 1, clause_.last)}, false);
          break;
        }
        if (ends_reach(t)) break;
      }
    }
  }

  /// "(A list) with the names of | the prisoners": no object of the verb.
  [[nodiscard]] bool completes_preposition(std::uint32_t t) const {
    return t > trigger_.last && !reading_.glued_preposition(t - 1).empty() && reading_.glued_preposition(t).empty() &&
           !begins_object(reading_, {trigger_.last, clause_.last}, t);  // "launched with success | a missile"
  }

  /// Subject and object side by side: the subject ends where a definite phrase is followed by a word without article,
  /// or behind a name of a state or body that stands alone.
  [[nodiscard]] std::pair<TokenRange, TokenRange> split_subject_object(TokenRange phrase) const {
    const auto cut = [&](std::uint32_t at) {
      return std::pair<TokenRange, TokenRange>{{phrase.first, at}, {at, phrase.last}};
    };
    for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t)
      if (begins_object(reading_, phrase, t) || is_behind_family_name(reading_, phrase, t)) return cut(t);
    if (!argument("object")) return {phrase, {phrase.last, phrase.last}};
    if (const Item* place = reading_.item(phrase.first, Word::place_name);
        place && place->last < phrase.last && !reading_.has_conjunction(place->last))
      return cut(place->last);
    for (std::uint32_t t = phrase.first + 1; t < phrase.last; ++t) {
      if (reading_.has_conjunction(t)) continue;
      if (restricted_word(t) || begins_quantity(t, phrase.last) || takes_up_subject(reading_, t)) return cut(t);
      // behind a name too, where the object can only be a place ("left Fulan Aden")
      if (reading_.is_any(t, {Word::place_name, Word::place_kind}) && !reading_.is(t - 1, Word::place_kind) &&
          (reading_.is_definite(t - 1) || argument("object")->word_class == "place"))
        return cut(t);
      if (reading_.is_definite(t - 1) && is_definite_action(reading_, t)) return cut(t);
      // "decided the president Fulan | the dismissal of"
      if (names_whole(t - 1) && !reading_.is_definite(t) && is_action(reading_, t) &&
          !reading_.is_class(t, "personal-name"))
        return cut(t);
      if (reading_.is_definite(t - 1) && !reading_.is_definite(t) && reading_.is_word(t) &&
          !reading_.is(t, Word::general_adjective) && !reading_.is(phrase.first, Word::title))
        return cut(t);
    }
    return {phrase, {phrase.last, phrase.last}};
  }

  /// No noun completes it: it has the article, or is a name, or the family name behind one.
  [[nodiscard]] bool names_whole(std::uint32_t t) const {
    return reading_.is_definite(t) || reading_.is(t, Word::place_name) || reading_.is_given_name(t) ||
           reading_.is_family_name(t) || (t > trigger_.last && reading_.is_given_name(t - 1));
  }

  /// "the authorities 20 persons": a number and what it counts.
  [[nodiscard]] bool begins_quantity(std::uint32_t t, std::uint32_t limit) const {
    const bool number = reading_.document.tokens[t].kind == TokenKind::integer || reading_.is(t, Word::number);
    return number && t + 1 < limit && reading_.is_word(t + 1);
  }

  void find_prepositional() {
    const std::uint32_t limit = std::min(clause_.last, trigger_.last + 30);
    for (std::uint32_t t = trigger_.last; t < limit; ++t) {
      if (reading_.timex(t)) continue;
      if (const std::uint32_t bound = reading_.class_end(t, "count-bound"); bound > t) {
        t = bound - 1;  // "60 persons at least"
        continue;
      }
      for (const FrameArgument& a : frame_.arguments) {
        if (a.position != "preposition") continue;
        if (t == trigger_.last && mention_.verb && a.word_class.empty() && reading_.is(t, Word::with_pronoun) &&
            std::any_of(a.prepositions.begin(), a.prepositions.end(),
                        [&](const std::string& p) { return reading_.key(t).starts_with(p); })) {
          mention_.pronoun_role = a.role;
          break;
        }
        std::uint32_t next = t;
        if (!brings(reading_, a, t, next) || next >= limit || reading_.timex(next)) continue;
        TokenRange phrase = noun_phrase(reading_, next, limit, false);
        if (add(a, phrase)) break;
      }
    }
  }

  const Reading& reading_;
  const Frame& frame_;
  const Item& trigger_;
  TokenRange clause_;
  EventMention mention_;
};

}  // namespace

std::optional<EventMention> fill_frame(const Reading& reading, const Frame& frame, const Item& trigger,
                                       TokenRange clause) {
  return FrameFiller(reading, frame, trigger, clause).fill();
}

}  // namespace isnad::claims
