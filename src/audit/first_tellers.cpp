// "The minister was the first to disclose the deal": another article makes someone else the first. No claim and no link
// is asked for: both sentences say "first", tell of one thing in rare words, and neither names the other's teller.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/annotated.h"
#include "audit/told_words.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t teller_reach = 10;  ///< tokens of the one who told it, before the words that make him the first
constexpr std::uint32_t name_reach = 7;     ///< tokens of the one who told it, behind the verb
constexpr std::uint32_t verb_reach = 3;     ///< from "the first to" to the verb
constexpr std::int64_t near_days = 400;     ///< who was the first is told in looking back
constexpr std::size_t least_common = 2;
constexpr double least_weight = 1.2;  ///< of the common words that few articles have
constexpr std::size_t crowd = 40;     ///< such sentences that have a word before it finds none

using Words = std::vector<std::string>;

/// A sentence in which someone is the first to make something known.
struct Told {
  DocumentIndex document{};
  std::uint32_t sentence = 0;
  Words teller, words;  ///< stems, without verbs of telling; `words`: of the whole sentence
  Words meanings;       ///< of that
};

class Reader {
 public:
  Reader(const Context& context, const ToldWords& words, DocumentIndex d)
      : context_(context), words_(words), text_(context, d) {}

  [[nodiscard]] std::vector<Told> read() const {
    std::vector<Told> all;
    for (std::uint32_t s = 0; s < text_.document.sentences.size(); ++s) {
      const Sentence& sentence = text_.document.sentences[s];
      if (text_.document.role(sentence) != Role::body) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
        if (const Item* item = text_.item(t, first_teller_))
          if (auto told = read(s, sentence, *item)) {
            all.push_back(std::move(*told));
            break;
          }
    }
    return all;
  }

 private:
  [[nodiscard]] bool tells(std::uint32_t t) const {
    return std::any_of(verbs_.begin(), verbs_.end(), [&](const auto& cls) { return text_.item(t, cls) != nullptr; });
  }

  [[nodiscard]] std::optional<Told> read(std::uint32_t s, const Sentence& sentence, const Item& item) const {
    const auto kind = item.value.text("value");
    const bool behind = kind == "first";
    const std::uint32_t from = behind ? item.last : sentence.first,
                        to = behind ? std::min(sentence.last, item.last + verb_reach) : item.first;
    std::optional<std::uint32_t> verb;
    for (std::uint32_t t = from; t < to && !verb; ++t)
      if (tells(t)) verb = t;
    if (kind == "first-time") {  // "disclosed in it for the first time"; much else is done for the first time
      verb.reset();
      for (std::uint32_t t = item.first; t > sentence.first && item.first - t < verb_reach && !verb; --t)
        if (text_.item(t - 1, verbs_.front())) verb = t - 1;
    }
    if (kind == "credit") verb = item.first;
    if (!verb || (item.first > sentence.first && text_.item(item.first - 1, negation_))) return std::nullopt;
    Told told{
        text_.document.index,
        s,
        kind == "credit" ? credited(sentence, item.last) : teller(s, sentence, behind ? item.first : *verb, behind),
        {},
        {}};
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (text_.item(t, verbs_.front()) || text_.item(t, verbs_.back())) continue;
      for (std::string& stem : words_.stems(text_.analysis, t, t + 1)) told.words.push_back(std::move(stem));
      for (std::string& word : words_.meanings(text_.analysis, t, t + 1)) told.meanings.push_back(std::move(word));
    }
    for (Words* words : {&told.words, &told.meanings}) {
      std::sort(words->begin(), words->end());
      words->erase(std::unique(words->begin(), words->end()), words->end());
    }
    if (told.teller.empty()) return std::nullopt;
    return told;
  }

  /// "The credit for disclosing this letter goes to | the committee".
  [[nodiscard]] Words credited(const Sentence& sentence, std::uint32_t from) const {
    for (std::uint32_t t = from; t < std::min(sentence.last, from + name_reach); ++t)
      if (text_.item(t, preposition_)) {
        from = t + 1;
        break;
      }
    return words_.stems(text_.analysis, from, end_of_name(sentence, from));
  }

  [[nodiscard]] std::uint32_t end_of_name(const Sentence& sentence, std::uint32_t from) const {
    std::uint32_t last = from;
    while (last < std::min(sentence.last, from + name_reach) && !text_.item(last, preposition_) && !text_.is_mark(last))
      ++last;
    return last;
  }

  /// Who told it: what stands right before "the first to", perhaps behind "and he was", or before the verb in a cleft
  /// ("it is the auditors who disclosed"); behind the verb where "before anyone else" follows. A pronoun is whoever the
  /// sentence cites.
  [[nodiscard]] Words teller(std::uint32_t s, const Sentence& sentence, std::uint32_t at, bool before) const {
    std::uint32_t first = at + 1, last = end_of_name(sentence, first);
    if (before || text_.stands_behind(at, sentence.first, cleft_)) {
      last = at;
      first = at - std::min(teller_reach, at - sentence.first);
      for (std::uint32_t t = last; t > first + 1; --t)
        if (text_.is_mark(t - 1) && !is_quote(text_.document, t - 1) && t < last && names_one(t, last)) {
          first = t;
          break;
        }
    }
    if (names_one(first, last)) return words_.stems(text_.analysis, first, last);
    for (const Claim& claim : text_.analysis.claims)
      if (claim.sentence == s && !claim.attribution.empty())
        return content_words(text_.document, context_.grammar, claim.attribution.back().span);
    return {};
  }

  /// More than pronouns.
  [[nodiscard]] bool names_one(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (!text_.item(t, pronoun_) && !text_.item(t, relative_) && !words_.stems(text_.analysis, t, t + 1).empty())
        return true;
    return false;
  }

  const Context& context_;
  const ToldWords& words_;
  const Annotated text_;
  const std::optional<ClassId> cleft_ = context_.find_class("cleft");
  const std::optional<ClassId> first_teller_ = context_.find_class("first-teller");
  const std::optional<ClassId> negation_ = context_.find_class("negation");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
  const std::optional<ClassId> pronoun_ = context_.find_class("pronoun");
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::array<std::optional<ClassId>, 3> verbs_{context_.find_class("disclosing"), context_.find_class("speech"),
                                                     context_.find_class("made-known")};
};

/// Two articles of one story, and three words of what was told, or two that few have: it is hardly two things that were
/// told first.
bool contradict(const Context& context, const ToldWords& words, const Told& a, const Told& b) {
  const auto language = [&](const Told& told) { return context.document(told.document).document.language; };
  if (language(a) != language(b)) return false;  // a name in two scripts tells nothing
  if (a.document == b.document || !context.published_near(a.document, b.document, near_days)) return false;
  const auto names = [](const Told& told, const Words& teller) {  // half of a name: the rest is what he is
    return 2 * alike_words(teller, told.words) >= teller.size();
  };
  if (names(b, a.teller) || names(a, b.teller)) return false;
  const bool rare = words.rare_common(a.words, b.words) >= least_weight;
  return shared_words(a.meanings, b.meanings) >= least_common + (rare ? 0 : 1) &&
         words.tell_one_story(a.document, b.document);
}

Evidence evidence_of(const Context& context, const Told& told) {
  const DocumentAnalysis& d = context.document(told.document);
  Evidence e;
  e.span = d.document.span(d.document.sentences[told.sentence]);
  e.label = message("finding.evidence.first-teller");
  return e;
}

}  // namespace

std::vector<Finding> first_teller_conflicts(const Context& context, const ToldWords& words) {
  std::vector<Told> all;
  for (const DocumentAnalysis& d : context.corpus)
    for (Told& told : Reader(context, words, d.document.index).read()) all.push_back(std::move(told));
  std::map<std::string_view, std::vector<std::size_t>> with_word;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::string& word : all[i].meanings) with_word[word].push_back(i);
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::set<std::size_t> others;  // later ones
    for (const std::string& word : all[i].meanings)
      if (const auto& list = with_word.find(word)->second; list.size() <= crowd)
        others.insert(std::upper_bound(list.begin(), list.end(), i), list.end());
    for (const std::size_t j : others) {
      if (!contradict(context, words, all[i], all[j])) continue;
      Finding finding;
      finding.rule = FindingRule::attribution_conflict;
      finding.message =
          message("finding.first-teller", {{"a", context.name(all[i].document)}, {"b", context.name(all[j].document)}});
      finding.evidence = {evidence_of(context, all[i]), evidence_of(context, all[j])};
      findings.push_back(std::move(finding));
      break;
    }
  }
  return findings;
}

}  // namespace isnad::audit_rules
