#include "claims/asked_for.h"

#include <algorithm>

#include "claims/noun_phrase.h"
#include "claims/subject.h"

namespace isnad::claims {
namespace {

constexpr std::uint32_t reach = 16;  ///< tokens between who asks for it and the noun

Asked asked_by(const Item& word) {
  const std::string_view value = word.value.text("value").value_or("");
  if (value == "failed") return Asked::failed;
  return value == "uncertain" || word.value.has("uncertain") ? Asked::uncertain : Asked::to_come;
}

class Asking {
 public:
  Asking(const Reading& reading, const Clause& clause, const EventMention& mention)
      : reading_(reading), clause_(clause), mention_(mention) {}

  [[nodiscard]] std::optional<Asked> by(std::uint32_t t) {
    const Item* word = reading_.item(t, Word::speech);
    if (mention_.frame != nullptr && (word == nullptr || !word->value.has("calls"))) word = reading_.item(t, "order");
    const auto asked = word != nullptr ? word->value.text("calls") : std::nullopt;
    if (!asked) return std::nullopt;
    const Asked outcome = asked_by(*word);
    if (outcome == Asked::failed && t > 0 && reading_.is(t - 1, Word::negation)) return std::nullopt;
    if (*asked == "object" && verb_between(reading_, t, mention_.trigger)) return std::nullopt;
    // "failed in forming a majority in the election": the noun behind the first one
    const std::string preposition = matching_form(*asked);
    of_ = matching_form(word->value.text("of").value_or(""));
    for (std::uint32_t p = t + 1; p < mention_.trigger; ++p)
      if (reading_.is(p, Word::preposition) && reading_.key(p) == preposition)
        return mention_.frame != nullptr && stands_behind(p) ? std::optional(outcome) : std::nullopt;
    if (mention_.frame != nullptr) {
      const bool brought = brings(t, mention_.trigger, *asked) || goes_on(t, mention_.trigger, *asked);
      return brought ? std::optional(outcome) : std::nullopt;
    }
    for (std::uint32_t noun = clause_.tokens.first + 1; noun < clause_.tokens.last; ++noun)
      if (!reading_.timex(noun) && brings(t, noun, *asked)) return outcome;
    return std::nullopt;
  }

 private:
  /// "An operation for | the recovery | of the control", "seeks | the resumption | of the talks".
  [[nodiscard]] bool carries_action(std::uint32_t token) const {
    return reading_.is_class(token, "carries-action") && !reading_.is_definite(token);
  }

  /// "(Asked) of him", "of | the minister".
  [[nodiscard]] bool is_asked_of(std::uint32_t t) const {
    return !of_.empty() &&
           (reading_.key(t) == of_ || (reading_.is_class(t, "with-pronoun") && reading_.key(t).starts_with(of_)));
  }

  /// The noun stands right behind the preposition, not behind one of many ("prevented more of the attacks").
  [[nodiscard]] bool stands_behind(std::uint32_t preposition) const {
    if (reading_.is_class(preposition - 1, "quantifier")) return false;
    const std::uint32_t noun = preposition + 1;
    return noun == mention_.trigger || (noun + 1 == mention_.trigger && carries_action(noun));
  }

  [[nodiscard]] bool brings(std::uint32_t word, std::uint32_t noun, std::string_view preposition) const {
    if (preposition == "next") return noun - 1 == word && may_be_action(reading_, noun);  // "accused of killing"
    if (preposition != "object") {
      const std::uint32_t before = noun > word + 2 && reading_.is_quote(noun - 2) ? noun - 3 : noun - 2;
      const bool carried =
          noun - 1 > word && carries_action(noun - 1) &&
          (reading_.glued_preposition(noun - 1) == preposition || reading_.value(before, Word::bound) == preposition);
      return carried || reading_.value(noun - 1, Word::bound) == preposition ||
             reading_.glued_preposition(noun) == preposition;
    }
    if (!reading_.glued_preposition(noun).empty() || !may_be_action(reading_, noun) ||
        (reading_.is(noun - 1, Word::preposition) && !is_asked_of(noun - 1)))
      return false;
    if (!reading_.is_definite(noun)) return true;  // "wants a referendum"
    // "the court refused | the release": with the article it completes what is bare before it
    for (std::uint32_t t = word + 1; t < noun; ++t)
      if ((!reading_.glued_preposition(t).empty() || reading_.is(t, Word::preposition)) && !is_asked_of(t))
        return false;
    return noun - 1 == word || reading_.is_definite(noun - 1) || reading_.is(noun - 1, Word::place_name) ||
           is_asked_of(noun - 1);
  }

  /// "Called for an inquiry and the release of the prisoners".
  [[nodiscard]] bool goes_on(std::uint32_t word, std::uint32_t noun, std::string_view preposition) const {
    if (!reading_.has_conjunction(noun) || reading_.is_definite(noun)) return false;
    bool brought = false;
    for (std::uint32_t t = word + 1; t < noun; ++t) {
      if (reading_.is_any(t, {Word::relative, Word::complementizer, Word::subordinator}) || is_verb_only(reading_, t))
        return false;
      brought = brought || brings(word, t, preposition);
    }
    return brought;
  }

  const Reading& reading_;
  const Clause& clause_;
  const EventMention& mention_;
  std::string of_;  ///< the preposition of who is asked; empty for words that take none
};

}  // namespace

bool is_called_for(const Reading& reading, std::uint32_t verb, const std::vector<Scope>& scopes) {
  if (!reading.verb_first() || verb == 0 || !reading.is(verb - 1, Word::complementizer)) return false;
  const auto is_present = [&] {
    for (const Word word : {Word::event, Word::speech, Word::light, Word::deed})
      if (const Item* item = reading.item(verb, word); item && item->value.text("tense") == "imperfect") return true;
    return false;
  };
  return std::any_of(scopes.begin(), scopes.end(), [&](const Scope& s) {
    const Item* cue = s.cue.empty() ? nullptr : reading.item(s.cue.first, Word::speech);
    return cue && cue->value.has("calls") && s.content.contains(verb) && s.content.first + 1 >= verb && is_present();
  });
}

bool verb_between(const Reading& reading, std::uint32_t plan, std::uint32_t noun) {
  for (std::uint32_t t = plan + 1; t < noun; ++t)
    if (reading.is_verb(t) && !reading.is(t, Word::light)) return true;
  return false;
}

std::optional<Asked> asked_for(const Reading& reading, const Clause& clause, const EventMention& mention,
                               const std::vector<Scope>& scopes) {
  if (mention.trigger == 0) return std::nullopt;
  if (is_called_for(reading, mention.trigger, scopes)) return Asked::to_come;
  if (mention.verb) return std::nullopt;
  Asking asking(reading, clause, mention);
  const std::uint32_t first = std::max(clause.tokens.first, mention.trigger - std::min(mention.trigger, reach));
  for (std::uint32_t t = first; t < mention.trigger; ++t)
    if (const auto asked = asking.by(t)) return asked;
  for (const Scope& s : scopes)
    if (!s.cue.empty() && s.content.contains(std::min(mention.trigger, clause.tokens.last - 1)))
      if (const auto asked = asking.by(s.cue.first)) return asked;
  return std::nullopt;
}

}  // namespace isnad::claims
