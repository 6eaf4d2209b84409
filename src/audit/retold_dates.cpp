// One happening told by two articles in nearly the same words, but of two days. No link between claims is asked for,
// nor a frame that understands them: each clause must have what the other is about and most of its words, neither
// article tells such a thing of another day too, and both appeared after both days: news of today and of last week in
// the same words is news of two things.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "audit/alike.h"
#include "audit/annotated.h"
#include "audit/told_words.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t crowd = 40;                ///< clauses that tell a word before it finds no candidates
constexpr std::size_t least_names = 2;           ///< of their words, where both say who: one may be "a man"
constexpr double least_weight = 0.6;             ///< of the common words (ToldWords::common)
constexpr std::uint32_t near_begin = 4;          ///< tokens of a clause within which a noun is what it tells
constexpr std::size_t least_common = 3;          ///< words, of which each must have three in four
constexpr std::uint32_t longest_antecedent = 5;  ///< tokens of a noun that a relative clause is said of

/// A clause that dates to one day what it tells as a fact.
struct Told {
  ClaimRef ref;
  Window when;
  std::string predicate;           ///< stem of the word that tells what happens
  std::vector<std::string> words;  ///< stems of the clause, and of the noun that it is said of
  std::vector<std::string> numbers;
  std::vector<std::string> places;  ///< stems of known ones
};

std::vector<std::string> words_of(const std::string& head) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < head.size();) {
    const std::size_t end = std::min(head.find(' ', begin), head.size());
    if (end > begin) words.push_back(head.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// Is what each of them tells among the other's words, and most of the words of the shorter one?
bool tell_the_same(const Told& a, const Told& b, bool one_type) {
  if (!one_type && (alike_words({a.predicate}, b.words) == 0 || alike_words({b.predicate}, a.words) == 0)) return false;
  const bool a_is_shorter = a.words.size() <= b.words.size();
  const auto &shorter = a_is_shorter ? a.words : b.words, &longer = a_is_shorter ? b.words : a.words;
  const std::size_t n = alike_words(shorter, longer);
  return (n >= least_common && 4 * n >= 3 * shorter.size()) ||
         (one_type && n + 1 >= least_common && n == shorter.size());
}

bool on_one_day(const Window& a, const Window& b) {
  return day_of(*a.earliest) <= day_of(*b.latest) && day_of(*b.earliest) <= day_of(*a.latest);
}

/// A day or two apart, or the same day of another month, or of another year where both tell the year: what is farther
/// apart is mostly two things.
bool may_be_a_slip(const Window& a, const Window& b, bool years_told) {
  constexpr std::int64_t nearest = 2;
  const Day first = day_of(std::min(*a.latest, *b.latest)), then = day_of(std::max(*a.earliest, *b.earliest));
  if (then - first <= nearest) return true;
  const CivilDate x = civil_from_day(first), y = civil_from_day(then);
  return x.day == y.day && (x.year == y.year || (years_told && x.month == y.month));
}

/// How many words of names the other clause has too, whatever part they play there; of places see Told::places.
std::size_t names_in(const Claim& claim, const Told& other) {
  std::size_t all = 0;
  for (const Participant& p : claim.participants)
    if (p.role != "place") all += alike_words(words_of(p.head), other.words);
  return all;
}

bool names_someone(const Claim& claim) {
  return std::any_of(claim.participants.begin(), claim.participants.end(),
                     [](const Participant& p) { return p.role != "place"; });
}

class RetoldDates {
 public:
  RetoldDates(const Context& context, const ToldWords& words, const std::vector<Finding>& found)
      : context_(context), words_(words) {
    for (const Finding& finding : found)
      for (const Evidence& evidence : finding.evidence)
        if (evidence.claim) found_.insert(*evidence.claim);
    for (const DocumentAnalysis& d : context.corpus) {
      const Annotated text(context, d.document.index);
      first_of_.push_back(told_.size());
      for (std::uint32_t c = 0; c < d.claims.size(); ++c)
        if (auto told = read(text, {d.document.index, c})) told_.push_back(std::move(*told));
    }
    first_of_.push_back(told_.size());
    for (std::size_t t = 0; t < told_.size(); ++t)
      for (const std::string& word : told_[t].words) with_word_[word].push_back(t);
  }

  /// A clause that stands against several is one finding, and against others it is told no more. Of two the one that
  /// looks back farther is more likely wrong.
  std::vector<Finding> findings() const {
    std::map<std::size_t, std::vector<std::size_t>> against;
    for (std::size_t a = 0; a < told_.size(); ++a)
      for (const std::size_t b : candidates_after(a))
        if (contradict(told_[a], told_[b])) against[a].push_back(b), against[b].push_back(a);
    std::vector<std::size_t> order;
    for (const auto& [t, others] : against) order.push_back(t);
    const auto after_days = [&](std::size_t t) {
      const auto& published = context_.graph.publication_windows[index(told_[t].ref.document)].latest;
      return day_of(*published) - day_of(*told_[t].when.latest);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(against.find(b)->second.size(), after_days(b)) <
             std::tuple(against.find(a)->second.size(), after_days(a));
    });
    std::vector<Finding> all;
    std::vector<bool> told(told_.size(), false);
    for (const std::size_t t : order) {
      std::vector<std::size_t> others = against.find(t)->second;
      std::erase_if(others, [&](std::size_t other) { return told[other]; });
      if (others.empty() || told[t]) continue;
      told[t] = true;
      all.push_back(finding_of(t, others));
    }
    return all;
  }

 private:
  [[nodiscard]] std::optional<Told> read(const Annotated& text, ClaimRef ref) const {
    const Claim& claim = context_.claim(ref);
    const Document& document = text.document;
    const auto& domain = context_.dated(ref).domain;
    if (!claim.time.timex || claim.time.inherited || claim.time.of_statement || claim.type == "statement" ||
        claim.time.relation != TimeRelation::at || claim.polarity != Polarity::asserted ||
        claim.modality != Modality::actual || claim.headline || !domain || domain->empty() ||
        text.analysis.timexes[*claim.time.timex].mismatch)
      return std::nullopt;
    const Frame* frame = context_.frame(ref);
    if (frame && (frame->daily || !dates_itself(context_, ref))) return std::nullopt;
    const Window when = domain->hull();
    if (!when.bounded() || when.latest->value - when.earliest->value >= minutes_per_day) return std::nullopt;
    const std::uint32_t first = document.first_token_from(claim.span.begin),
                        trigger = document.first_token_from(claim.trigger.begin);
    if (frame && !claim.past && trigger >= first + near_begin) return std::nullopt;  // what happens to it is dated
    Told told{ref, when, words_.stem(text.analysis, trigger), {}, {}, {}};
    std::uint32_t last = first;
    for (; last < document.tokens.size() && document.tokens[last].begin < claim.span.end; ++last) {
      if (document.tokens[last].kind == TokenKind::integer && !text.timex(last))
        told.numbers.emplace_back(document.key(document.tokens[last]));
      if (text.item(last, place_)) told.places.push_back(words_.stem(text.analysis, last));
    }
    std::sort(told.places.begin(), told.places.end());
    told.words = words_.stems(text.analysis, with_antecedent(text, claim, first), last);
    return told;
  }

  [[nodiscard]] std::uint32_t with_antecedent(const Annotated& text, const Claim& claim, std::uint32_t first) const {
    const std::uint32_t begin = text.document.sentences[claim.sentence].first;
    std::uint32_t at = first;
    if (at > begin && at < text.document.tokens.size() && !text.item(at, relative_)) --at;
    if (at <= begin || at >= text.document.tokens.size() || !text.item(at, relative_)) return first;
    if (text.is_mark(at - 1)) --at;
    std::uint32_t head = at;
    while (head > begin && at - head < longest_antecedent && !text.is_mark(head - 1)) --head;
    return head;
  }

  /// Later ones of other articles that have two words of this one.
  [[nodiscard]] std::vector<std::size_t> candidates_after(std::size_t t) const {
    std::map<std::size_t, std::size_t> common;
    for (const std::string& word : told_[t].words) {
      const auto& list = with_word_.find(word)->second;
      if (list.size() > crowd) continue;
      for (auto other = std::upper_bound(list.begin(), list.end(), t); other != list.end(); ++other)
        if (told_[*other].ref.document != told_[t].ref.document) ++common[*other];
    }
    std::vector<std::size_t> found;
    for (const auto& [other, n] : common)
      if (n >= 2) found.push_back(other);
    return found;
  }

  [[nodiscard]] bool contradict(const Told& a, const Told& b) const {
    if (found_.contains(a.ref) && found_.contains(b.ref)) return false;
    if (on_one_day(a.when, b.when) || !appeared_after_both(a, b)) return false;
    if (!may_be_a_slip(a.when, b.when, tells_year(a.ref) && tells_year(b.ref))) return false;
    const Claim &x = context_.claim(a.ref), &y = context_.claim(b.ref);
    const bool typed = !x.frame.empty() && !y.frame.empty();
    if (typed && x.type != y.type) return false;
    if (!a.numbers.empty() && !b.numbers.empty() && a.numbers != b.numbers) return false;
    if (!a.places.empty() && !b.places.empty() && shared_words(a.places, b.places) == 0) return false;
    if (names_someone(x) && names_someone(y) && std::max(names_in(x, b), names_in(y, a)) < least_names) return false;
    if (words_.common(a.words, b.words) < least_weight || !tell_the_same(a, b, typed)) return false;
    return !tells_of_another_day(a, b) && !tells_of_another_day(b, a);
  }

  [[nodiscard]] bool tells_year(ClaimRef r) const {
    const DocumentAnalysis& d = context_.document(r.document);
    return d.timexes[*context_.claim(r).time.timex].meaning.fields.year.has_value();
  }

  [[nodiscard]] bool appeared_after_both(const Told& a, const Told& b) const {
    return appeared_after(a.ref.document, a) && appeared_after(a.ref.document, b) &&
           appeared_after(b.ref.document, a) && appeared_after(b.ref.document, b);
  }
  [[nodiscard]] bool appeared_after(DocumentIndex document, const Told& told) const {
    const auto& published = context_.graph.publication_windows[index(document)].latest;
    return published && *told.when.earliest <= *published;
  }

  /// Does the article of the first one tell such a thing of another day too?
  [[nodiscard]] bool tells_of_another_day(const Told& a, const Told& b) const {
    for (std::size_t c = first_of_[index(a.ref.document)]; c < first_of_[index(a.ref.document) + 1]; ++c)
      if (told_[c].ref != a.ref && !on_one_day(told_[c].when, a.when) && tell_the_same(told_[c], b, false)) return true;
    return false;
  }

  [[nodiscard]] Finding finding_of(std::size_t odd, const std::vector<std::size_t>& others) const {
    std::vector<ClaimRef> refs;
    for (const std::size_t other : others) refs.push_back(told_[other].ref);
    Finding finding = date_conflict_of(context_, told_[odd].ref, refs);
    const auto n = static_cast<std::int64_t>(alike_words(told_[odd].words, told_[others.front()].words));
    finding.reasoning.front() = message("finding.reason.common-words", {{"n", n}});
    finding.repair->instead = edtf(*context_.dated(refs.front()).domain);
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::optional<ClassId> place_ = context_.find_class("place-name");
  std::set<ClaimRef> found_;           ///< evidence of conflicts that are known already
  std::vector<Told> told_;             ///< in order of document and claim
  std::vector<std::size_t> first_of_;  ///< by document, and one behind the last
  std::map<std::string, std::vector<std::size_t>, std::less<>> with_word_;
};

}  // namespace

std::vector<Finding> retold_date_conflicts(const Context& context, const ToldWords& words,
                                           const std::vector<Finding>& found) {
  return RetoldDates(context, words, found).findings();
}

}  // namespace isnad::audit_rules
