// "It was the minister, not his deputy, who read out the statement": another article that has someone else do it
// contradicts. Only where the words leave no room: the cleft sentence says that no one else did.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/annotated.h"
#include "audit/told_words.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t subject_reach = 14;  ///< tokens of the one who did it, with what is said of him
constexpr std::uint32_t name_reach = 5;      ///< tokens of the one whom the other article names behind the verb
constexpr std::uint32_t what_reach = 16;     ///< tokens on each side of the verb that tell what was done
constexpr std::size_t least_common = 3;      ///< words, the verb among them
constexpr std::int64_t near_days = 31, season_days = 120;  ///< the latter where it names who did not

using Words = std::vector<std::string>;

struct Place {
  DocumentIndex document{};
  std::uint32_t sentence = 0;
  std::uint32_t verb = 0;  ///< token
};

/// A cleft sentence: who did it, who did not, the verb, and the words of what was done.
struct Cleft {
  Place place;
  Words who, not_who, what;
  std::string verb;
};

class SoleActors {
 public:
  SoleActors(const Context& context, const ToldWords& words) : context_(context), words_(words) {}

  std::vector<Finding> findings() {
    read();
    index_sentences();
    std::vector<Finding> all;
    for (const Cleft& cleft : clefts_) {
      const auto other = contradicting(cleft);
      if (other) all.push_back(finding_of(cleft, *other));
    }
    return all;
  }

 private:
  [[nodiscard]] bool is(DocumentIndex d, std::uint32_t token, const std::optional<ClassId>& cls) const {
    return cls && context_.annotation(d).longest(token, *cls) != nullptr;
  }
  /// "Who" is written like "from": only a known verb behind it tells.
  [[nodiscard]] bool is_verb(const Document& document, std::uint32_t token) const {
    return reads_as_verb(document, token, [](const Record& value) {
      return value.integer("person").value_or(3) == 3 && (value.has("tense") || value.text("form") == "verb");
    });
  }
  /// "It is the scorers who win cups": told in the present, it is a custom and done by many.
  [[nodiscard]] bool is_custom(const Document& document, std::uint32_t token) const {
    return reads_as_verb(document, token, [](const Record& value) { return value.text("tense") == "imperfect"; });
  }
  template <class Test>
  [[nodiscard]] bool reads_as_verb(const Document& document, std::uint32_t token, Test test) const {
    const Annotation& annotation = context_.annotation(document.index);
    return std::any_of(verbs_.begin(), verbs_.end(), [&](const std::optional<ClassId>& cls) {
      const Item* item = cls ? annotation.longest(token, *cls) : nullptr;
      return item && test(item->value);
    });
  }
  [[nodiscard]] static bool one_verb(std::string_view a, std::string_view b) {
    const std::string_view shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
    constexpr std::size_t ending = 4;  // two letters: a pronoun, or who did it
    return letters_of(shorter) >= 3 && longer.starts_with(shorter) && longer.size() - shorter.size() <= ending;
  }

  /// Does a negation open a stretch of its own: "and not", ", not"?
  [[nodiscard]] bool is_aside(const Document& document, std::uint32_t token) const {
    const Item* negation = negation_ ? context_.annotation(document.index).longest(token, *negation_) : nullptr;
    const bool behind_comma = token > 0 && Annotated(context_, document.index).is_comma(token - 1);
    return negation && (behind_comma || !negation->proclitics.empty()) && !is_verb(document, token + 1) &&
           !is(document.index, token + 1, auxiliary_);
  }

  void read() {
    for (const DocumentAnalysis& d : context_.corpus) {
      const Document& document = d.document;
      for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const Sentence& sentence = document.sentences[s];
        if (document.role(sentence) != Role::body) continue;
        for (std::uint32_t t = sentence.first; t + 2 < sentence.last; ++t)
          if (cleft_ && t > sentence.first)
            if (const Item* item = context_.annotation(document.index).longest(t, *cleft_);
                item && item->last + 1 < sentence.last)
              add(d, s, *item);
      }
    }
  }

  void add(const DocumentAnalysis& d, std::uint32_t s, const Item& item) {
    const Document& document = d.document;
    const Sentence& sentence = document.sentences[s];
    Cleft cleft;
    cleft.place = {document.index, s, item.last};
    cleft.verb = words_.stem(d, item.last);
    if (letters_of(cleft.verb) < 3 || !is_verb(document, item.last) || is_custom(document, item.last)) return;
    const std::uint32_t from = item.first - std::min(subject_reach, item.first - sentence.first);
    std::uint32_t no = item.first;  // the aside that says who did not
    for (std::uint32_t t = from; t < item.last && no == item.first; ++t)
      if (is(document.index, t, negation_)) no = t;
    // "He, and not the doctor, is the one who"; not "there is no reason why it should not be he who"
    if (no < item.first && !is_aside(document, no)) return;
    const auto named = [&](std::uint32_t first, std::uint32_t last) {
      return first < last ? content_words(document, context_.grammar, document.span(first, last)) : Words{};
    };
    const bool within = no > item.first;  // "he, and not the doctor, who"
    cleft.who = names(d, from, within ? item.first : no);
    cleft.not_who = within ? named(no + 1, item.last) : named(std::min(no + 1, item.first), item.first);
    cleft.what = words_.stems(d, item.last + 1, sentence.last);
    if (!cleft.who.empty() && !cleft.what.empty()) clefts_.push_back(std::move(cleft));
  }

  /// The words of a name; of its title only where there is nothing else: a deputy bears his master's.
  [[nodiscard]] Words names(const DocumentAnalysis& d, std::uint32_t first, std::uint32_t last) const {
    Words words = first < last ? words_.stems(d, first, last) : Words{};
    if (words.empty() && first < last)
      words = content_words(d.document, context_.grammar, d.document.span(first, last));
    return words;
  }

  /// The sentences that tell words of what clefts tell.
  void index_sentences() {
    for (const Cleft& cleft : clefts_)
      for (const std::string& word : cleft.what) sentences_with_[word];
    if (sentences_with_.empty()) return;
    for (const DocumentAnalysis& d : context_.corpus)
      for (std::uint32_t s = 0; s < d.document.sentences.size(); ++s) {
        const Sentence& sentence = d.document.sentences[s];
        if (d.document.role(sentence) != Role::body) continue;
        for (const std::string& word : words_.stems(d, sentence.first, sentence.last))
          if (const auto list = sentences_with_.find(word); list != sentences_with_.end())
            list->second.emplace_back(d.document.index, s);
      }
  }

  /// A sentence of another article in which someone else does the same.
  [[nodiscard]] std::optional<Place> contradicting(const Cleft& cleft) const {
    constexpr std::size_t crowd = 64;  // sentences that tell a word before it finds none
    std::set<std::pair<DocumentIndex, std::uint32_t>> candidates;
    for (const std::string& word : cleft.what)
      if (const auto& list = sentences_with_.find(word)->second; list.size() <= crowd)
        candidates.insert(list.begin(), list.end());
    for (const auto& at : candidates) {
      const DocumentAnalysis& d = context_.document(at.first);
      if (at.first == cleft.place.document || !context_.published_near(at.first, cleft.place.document, season_days))
        continue;
      const Sentence& sentence = d.document.sentences[at.second];
      // the very one who did not, named there, is as good as one more word of what was done
      const bool names_other =
          shared_words(content_words(d.document, context_.grammar, d.document.span(sentence)), cleft.not_who) > 0;
      if (!names_other && !context_.published_near(at.first, cleft.place.document, near_days)) continue;
      const std::size_t least = least_common - (names_other ? 1 : 0);
      for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
        if (!one_verb(words_.stem(d, t), cleft.verb)) continue;
        const std::uint32_t first = t - std::min(what_reach, t - sentence.first),
                            last = std::min(sentence.last, t + what_reach);
        if (1 + alike_words(cleft.what, words_.stems(d, first, last)) >= least &&
            done_by_another(cleft, d, at.second, t))
          return Place{at.first, at.second, t};
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] bool done_by_another(const Cleft& cleft, const DocumentAnalysis& d, std::uint32_t s,
                                     std::uint32_t verb) const {
    const Document& document = d.document;
    const Sentence& sentence = document.sentences[s];
    if (verb > sentence.first && is(document.index, verb - 1, negation_)) return false;
    // "they are those who carried him": who did it stands before the verb, not behind it
    if (Annotated(context_, document.index).stands_behind(verb, sentence.first, cleft_)) return false;
    std::uint32_t end = verb + 1;
    bool person = false;
    while (end < sentence.last && end - verb <= name_reach && document.tokens[end].kind == TokenKind::word &&
           !is(document.index, end, preposition_)) {
      person = person || is(document.index, end, title_) || is(document.index, end, given_name_) ||
               is(document.index, end, in_person_);
      ++end;
    }
    if (end == verb + 1) return false;
    const Words who = names(d, verb + 1, end);
    if (who.empty() || alike_words(who, cleft.who) > 0) return false;
    if (!person &&
        shared_words(content_words(document, context_.grammar, document.span(verb + 1, end)), cleft.not_who) == 0)
      return false;
    return one_time(cleft.place, {document.index, s, verb});
  }

  /// No day of the one sentence, or one of the other's.
  [[nodiscard]] bool one_time(const Place& a, const Place& b) const {
    const std::vector<Window> x = days_of(a), y = days_of(b);
    return x.empty() || y.empty() || std::any_of(x.begin(), x.end(), [&](const Window& w) {
             return std::any_of(y.begin(), y.end(), [&](const Window& v) { return intersect(w, v).has_value(); });
           });
  }

  [[nodiscard]] std::vector<Window> days_of(const Place& place) const {
    const DocumentAnalysis& d = context_.document(place.document);
    const Sentence& sentence = d.document.sentences[place.sentence];
    std::vector<Window> days;
    for (const Timex& timex : d.timexes)
      if (timex.first >= sentence.first && timex.last <= sentence.last && timex.domain && !timex.domain->empty())
        days.push_back(timex.domain->hull());
    return days;
  }

  [[nodiscard]] Evidence evidence_of(const Place& place, bool sole) const {
    const DocumentAnalysis& d = context_.document(place.document);
    Evidence e;
    e.span = d.document.span(d.document.sentences[place.sentence]);
    const char* key = sole ? "finding.evidence.sole-actor" : "finding.evidence.other-actor";
    e.label = message(key);
    return e;
  }

  /// Where what was done is a telling, it is a matter of who is credited with it.
  [[nodiscard]] Finding finding_of(const Cleft& cleft, const Place& other) const {
    const DocumentAnalysis& d = context_.document(cleft.place.document);
    Finding finding;
    const bool credited = is(cleft.place.document, cleft.place.verb, disclosing_) ||
                          (is(cleft.place.document, cleft.place.verb, speech_) && tells(cleft));
    finding.rule = credited ? FindingRule::attribution_conflict : FindingRule::value_conflict;
    const std::string verb(slice(d.document.text, d.document.span(cleft.place.verb, cleft.place.verb + 1)));
    finding.message =
        message("finding.sole-actor",
                {{"act", verb}, {"a", context_.name(cleft.place.document)}, {"b", context_.name(other.document)}});
    finding.evidence = {evidence_of(cleft.place, true), evidence_of(other, false)};
    return finding;
  }

  /// "Who disclosed that ...", not "who announced his resignation".
  [[nodiscard]] bool tells(const Cleft& cleft) const {
    const Sentence& sentence = context_.document(cleft.place.document).document.sentences[cleft.place.sentence];
    constexpr std::uint32_t content_reach = 4;
    for (std::uint32_t t = cleft.place.verb + 1; t < std::min(sentence.last, cleft.place.verb + content_reach); ++t)
      if (is(cleft.place.document, t, complementizer_)) return true;
    return false;
  }

  const Context& context_;
  const ToldWords& words_;
  std::vector<Cleft> clefts_;
  std::map<std::string, std::vector<std::pair<DocumentIndex, std::uint32_t>>, std::less<>> sentences_with_;
  const std::optional<ClassId> auxiliary_ = context_.find_class("auxiliary");
  const std::optional<ClassId> cleft_ = context_.find_class("cleft");
  const std::optional<ClassId> complementizer_ = context_.find_class("complementizer");
  const std::optional<ClassId> disclosing_ = context_.find_class("disclosing");
  const std::optional<ClassId> given_name_ = context_.find_class("given-name");
  const std::optional<ClassId> in_person_ = context_.find_class("in-person");
  const std::optional<ClassId> negation_ = context_.find_class("negation");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
  const std::optional<ClassId> speech_ = context_.find_class("speech");
  const std::optional<ClassId> title_ = context_.find_class("title");
  const std::array<std::optional<ClassId>, 5> verbs_{context_.find_class("light"), speech_, disclosing_,
                                                     context_.find_class("event"), context_.find_class("sole-act")};
};

}  // namespace

std::vector<Finding> sole_actor_conflicts(const Context& context, const ToldWords& words) {
  return SoleActors(context, words).findings();
}

}  // namespace isnad::audit_rules
