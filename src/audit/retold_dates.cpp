// One happening told by two articles in nearly the same words, but of two days. No link between claims is asked for,
// nor a frame that understands them: each clause must have what the other is about and most of its words, neither
// article tells such a thing of another day too, and both appeared after both days: news of today and of last week in
// the same words is news of two things.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "audit/alike.h"
#include "audit/two_clauses.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t crowd = 40;       ///< clauses that tell a word before it finds no candidates
constexpr std::size_t least_names = 2;  ///< of their words, where both say who: one may be "a man"
constexpr double least_weight = 0.6;    ///< of the common words (ToldWords::common)

class RetoldDates {
 public:
  RetoldDates(const Context& context, const ToldWords& words, const std::vector<DatedClause>& clauses,
              const std::vector<Finding>& found)
      : context_(context), words_(words), found_(claims_of(found)) {
    for (const DatedClause& clause : clauses)
      if (!clause.counted) told_.push_back(&clause);
    first_of_.assign(context.corpus.size() + 1, 0);
    for (const DatedClause* clause : told_) ++first_of_[index(clause->ref.document) + 1];
    std::partial_sum(first_of_.begin(), first_of_.end(), first_of_.begin());
    for (std::size_t t = 0; t < told_.size(); ++t) told_of_.emplace(told_[t]->ref, t);
    for (std::size_t t = 0; t < told_.size(); ++t)
      for (const auto* list : {&told_[t]->words, &told_[t]->numbers, &told_[t]->meanings})
        for (const std::string& word : *list)
          if (auto& with = with_word_[word]; with.empty() || with.back() != t) with.push_back(t);
    for (std::size_t t = 0; t < told_.size(); ++t)
      if (const Claim& claim = context_.claim(told_[t]->ref); !claim.frame.empty())
        with_word_[as_type(claim)].push_back(t);
  }

  /// A clause that stands against several is one finding, and against others it is told no more. Of two the one that
  /// looks back farther is more likely wrong.
  std::vector<Finding> findings() const {
    std::map<std::size_t, std::vector<std::size_t>> against;
    for (std::size_t a = 0; a < told_.size(); ++a)
      for (const std::size_t b : candidates_after(a))
        if (contradict(*told_[a], *told_[b])) against[a].push_back(b), against[b].push_back(a);
    std::vector<std::size_t> order;
    for (const auto& [t, others] : against) order.push_back(t);
    const auto after_days = [&](std::size_t t) {
      const auto& published = context_.graph.publication_windows[index(told_[t]->ref.document)].latest;
      return day_of(*published) - day_of(*told_[t]->when.latest);
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
  /// Later ones of other articles that have two words, numbers or meanings of this one, or one and its type, or are
  /// linked with it.
  [[nodiscard]] std::vector<std::size_t> candidates_after(std::size_t t) const {
    std::map<std::size_t, std::size_t> common;
    const auto add = [&](const std::string& word) {
      const auto& list = with_word_.find(word)->second;
      if (list.size() > crowd) return;
      for (auto other = std::upper_bound(list.begin(), list.end(), t); other != list.end(); ++other)
        if (told_[*other]->ref.document != told_[t]->ref.document) ++common[*other];
    };
    std::for_each(told_[t]->words.begin(), told_[t]->words.end(), add);
    std::for_each(told_[t]->numbers.begin(), told_[t]->numbers.end(), add);
    for (const std::string& word : told_[t]->meanings)
      if (is_concept(word)) add(word);
    if (const Claim& claim = context_.claim(told_[t]->ref); !claim.frame.empty()) add(as_type(claim));
    const std::vector<ClaimRef>& linked = context_.event(told_[t]->ref).claims;
    for (const ClaimRef ref : linked.size() <= crowd ? linked : std::vector<ClaimRef>{})
      if (const auto other = told_of_.find(ref);
          other != told_of_.end() && other->second > t && ref.document != told_[t]->ref.document)
        common[other->second] += 2;
    std::vector<std::size_t> found;
    for (const auto& [other, n] : common)
      if (n >= 2 || context_.claim(told_[other]->ref).type == context_.claim(told_[t]->ref).type)
        found.push_back(other);
    return found;
  }

  [[nodiscard]] bool contradict(const DatedClause& a, const DatedClause& b) const {
    if (found_.contains(a.ref) && found_.contains(b.ref)) return false;
    if (a.one_of_many && b.one_of_many) return false;
    if (on_one_day(a.when, b.when)) return false;
    if (!appeared_after_both(a, b)) return looks_back_wrongly(a, b) || looks_back_wrongly(b, a);
    if (mean_the_same(a, b) && clearly_apart(context_, a.ref, b.ref) && !does_so_on_another_day(a, b) &&
        !does_so_on_another_day(b, a))
      return true;
    if (a.stretch || b.stretch) return false;
    if (!may_be_a_slip(a.when, b.when, tells_year(a.ref) && tells_year(b.ref))) return false;
    const Claim &x = context_.claim(a.ref), &y = context_.claim(b.ref);
    const bool typed = !x.frame.empty() && !y.frame.empty();
    if (typed && x.type != y.type && !(context_.may_tell_one(a.ref, b.ref) && share_much(a, b))) return false;
    if (!one_holds_other(a.numbers, b.numbers)) return false;
    if (!a.places.empty() && !b.places.empty() && shared_words(a.places, b.places) == 0) return false;
    const bool linked = typed && context_.linked(a.ref, b.ref);
    const bool other_month = typed && differ_in_month(a, b);
    if (typed && !other_month && done_to_others(x, a, y, b)) return false;
    const bool told_alike = other_month || (linked && (in_like_sentences(a, b) || share_what_is_rare(a, b))) ||
                            (typed && told_in_one_story(a, b));
    if (!told_alike) {
      if (names_someone(x) && names_someone(y) && std::max(names_in(x, b), names_in(y, a)) < least_names) return false;
      if (words_.common(a.words, b.words) < least_weight || !tell_the_same(a, b, typed)) return false;
    }
    if ((a.repeatable || b.repeatable) && !one_tells_all(a, b)) return false;
    return !tells_of_another_day(a, b) && !tells_of_another_day(b, a);
  }

  /// News of the one day, and a later article that tells by its date, days after, what had been done: the same in other
  /// words, on a day that had not come when the news appeared.
  [[nodiscard]] bool looks_back_wrongly(const DatedClause& late, const DatedClause& news) const {
    constexpr std::int32_t least_days = 3;
    constexpr double weight = 1;
    const auto& published = context_.graph.publication_windows[index(late.ref.document)].earliest;
    if (!published || !tells_date(late.ref) || late.stretch || news.stretch) return false;
    if (day_of(*published) - day_of(*late.when.latest) < least_days || !appeared_after(late.ref.document, news))
      return false;
    return is_surely_one(late, news) && mean_the_same(late, news) &&
           words_.rare_common(beside_deed(late, news), beside_deed(news, late)) >= weight &&
           clearly_apart(context_, late.ref, news.ref) && !does_so_on_another_day(late, news) &&
           !does_so_on_another_day(news, late);
  }

  /// Of what is done again: "a picture with the king", "a picture with the president" are two.
  [[nodiscard]] static bool one_tells_all(const DatedClause& a, const DatedClause& b) {
    const bool a_is_shorter = a.words.size() <= b.words.size();
    const auto &shorter = a_is_shorter ? a.words : b.words, &longer = a_is_shorter ? b.words : a.words;
    return alike_words(shorter, longer) == shorter.size();
  }

  /// Three words, rare ones among them, beside those that tell what happens.
  [[nodiscard]] bool share_much(const DatedClause& a, const DatedClause& b) const {
    constexpr std::size_t least = 2;
    constexpr double weight = 1.2;
    const auto x = beside_predicate(a), y = beside_predicate(b);
    return alike_words(x, y) >= least && words_.rare_common(x, y) >= weight;
  }

  /// "They held President Bazoum", "the ferry capsized off Kalya", in two claims that are linked. Where it happened
  /// tells little: much happens in a town.
  [[nodiscard]] bool share_what_is_rare(const DatedClause& a, const DatedClause& b) const {
    constexpr double weight = 1.2, many_weight = 1.8;
    constexpr std::size_t many = 3;  // the predicate among them
    const double rare = words_.rare_common(a.words, b.words);
    if (rare < weight || alike_words({a.predicate}, {b.predicate}) == 0) return false;
    std::vector<std::string> words;
    std::set_difference(a.words.begin(), a.words.end(), a.places.begin(), a.places.end(), std::back_inserter(words));
    const Claim &x = context_.claim(a.ref), &y = context_.claim(b.ref);
    return name_one(x, y) || (x.past && y.past && rare >= many_weight && alike_words(words, b.words) >= many);
  }

  /// Two articles that tell one story: what both tell in words that few have is one happening, unless they name two who
  /// took part in it, it is done again and again, or each tells the news of its day.
  [[nodiscard]] bool told_in_one_story(const DatedClause& a, const DatedClause& b) const {
    if (words_.rare_common(beside_predicate(a), beside_predicate(b)) < least_weight) return false;
    if (a.repeatable || b.repeatable || (is_of_its_day(a) && is_of_its_day(b)) || in_one_night(a.when, b.when))
      return false;
    return !name_two(a, b) && !name_two(b, a) && !in_two_towns(a, b) &&
           words_.tell_one_story(a.ref.document, b.ref.document);
  }

  /// Told of the day on which the article appeared.
  [[nodiscard]] bool is_of_its_day(const DatedClause& told) const {
    const Window& published = context_.graph.publication_windows[index(told.ref.document)];
    return published.bounded() && on_one_day(published, told.when);
  }

  /// Do the sentences of two linked claims tell much the same around them?
  [[nodiscard]] bool in_like_sentences(const DatedClause& a, const DatedClause& b) const {
    constexpr std::size_t least = 4;
    constexpr double weight = 1.5;
    return words_.common(a.sentence, b.sentence) >= weight && alike_words(a.sentence, b.sentence) >= least;
  }

  /// "The court jailed him on 10 May", "... on 10 June": of two things of one kind, that share what is rare, the days
  /// are hardly alike by chance.
  [[nodiscard]] bool differ_in_month(const DatedClause& a, const DatedClause& b) const {
    constexpr double weight = 1.2, number = 0.6;
    if (!of_another_month(a, b)) return false;
    const auto numbers = static_cast<double>(shared_words(a.numbers, b.numbers));
    return words_.rare_common(a.words, b.words) + number * numbers >= weight;
  }

  [[nodiscard]] bool tells_date(ClaimRef r) const {
    const DocumentAnalysis& d = context_.document(r.document);
    const CalendarFields& fields = d.timexes[*context_.claim(r).time.timex].meaning.fields;
    return fields.day.has_value() && fields.month.has_value();
  }

  [[nodiscard]] bool tells_year(ClaimRef r) const {
    const DocumentAnalysis& d = context_.document(r.document);
    return d.timexes[*context_.claim(r).time.timex].meaning.fields.year.has_value();
  }

  [[nodiscard]] bool appeared_after_both(const DatedClause& a, const DatedClause& b) const {
    return appeared_after(a.ref.document, a) && appeared_after(a.ref.document, b) &&
           appeared_after(b.ref.document, a) && appeared_after(b.ref.document, b);
  }
  [[nodiscard]] bool appeared_after(DocumentIndex document, const DatedClause& told) const {
    const auto& published = context_.graph.publication_windows[index(document)].latest;
    return published && *told.when.earliest <= *published;
  }

  /// Does the article of the first one tell such a thing of another day too?
  [[nodiscard]] bool tells_of_another_day(const DatedClause& a, const DatedClause& b) const {
    for (std::size_t c = first_of_[index(a.ref.document)]; c < first_of_[index(a.ref.document) + 1]; ++c)
      if (told_[c]->ref != a.ref && !on_one_day(told_[c]->when, a.when) && tell_the_same(*told_[c], b, false))
        return true;
    return false;
  }

  /// Does the article of the first one tell the same deed of another day too?
  [[nodiscard]] bool does_so_on_another_day(const DatedClause& a, const DatedClause& b) const {
    for (std::size_t c = first_of_[index(a.ref.document)]; c < first_of_[index(a.ref.document) + 1]; ++c)
      if (told_[c]->ref != a.ref && !on_one_day(told_[c]->when, a.when) && is_same_deed(*told_[c], b)) return true;
    return false;
  }

  /// What a claim of a type is found by; no word.
  [[nodiscard]] static std::string as_type(const Claim& claim) { return "@" + claim.type; }

  /// Two articles that tell one story, in other words: the same is done, and beside it they tell what few articles do.
  [[nodiscard]] bool mean_the_same(const DatedClause& a, const DatedClause& b) const {
    constexpr double weight = 1, weight_of_sure = 0.6, weight_of_stretch = 1.2;
    constexpr std::int32_t most_days = 31;
    if (std::abs(day_of(*a.when.earliest) - day_of(*b.when.earliest)) > most_days || a_week_apart(a, b)) return false;
    if (!is_same_deed(a, b) || a.repeatable || b.repeatable || (is_of_its_day(a) && is_of_its_day(b))) return false;
    if (name_two(a, b) || name_two(b, a) || in_two_towns(a, b) || !one_holds_other(a.numbers, b.numbers)) return false;
    if (in_one_night(a.when, b.when) || is_copy(a, b)) return false;
    const bool sure = is_surely_one(a, b);
    const double least = a.stretch || b.stretch    ? weight_of_stretch
                         : told_again_barely(a, b) ? 0
                         : sure                    ? weight_of_sure
                                                   : weight;
    return words_.rare_common(beside_deed(a, b), beside_deed(b, a)) >= least &&
           words_.tell_one_story(a.ref.document, b.ref.document);
  }

  /// Linked, or of days that are hardly so alike by chance.
  [[nodiscard]] bool is_surely_one(const DatedClause& a, const DatedClause& b) const {
    return context_.linked(a.ref, b.ref) || of_another_month(a, b) || differ_in_a_digit(a.when, b.when);
  }

  /// The same words, counted from another day ("an hour ago").
  [[nodiscard]] bool is_copy(const DatedClause& a, const DatedClause& b) const {
    const auto is_counted = [&](ClaimRef r) {
      const Meaning& meaning = context_.document(r.document).timexes[*context_.claim(r).time.timex].meaning;
      return meaning.kind != Meaning::Kind::calendar;
    };
    return a.words == b.words && is_counted(a.ref) && is_counted(b.ref);
  }

  /// "The two sides had signed the agreement on Sunday": what the story is about is told again with hardly a word
  /// beside the deed, of a day beside the other one.
  [[nodiscard]] bool told_again_barely(const DatedClause& a, const DatedClause& b) const {
    constexpr std::int64_t nearest = 2;
    const Claim &x = context_.claim(a.ref), &y = context_.claim(b.ref);
    const Day first = day_of(std::min(*a.when.latest, *b.when.latest)),
              then = day_of(std::max(*a.when.earliest, *b.when.earliest));
    return !x.frame.empty() && !y.frame.empty() && x.type == y.type && then - first <= nearest &&
           (is_bare(a, b) || is_bare(b, a));
  }

  [[nodiscard]] bool is_bare(const DatedClause& told, const DatedClause& other) const {
    constexpr std::size_t most_words = 2;
    return context_.claim(told.ref).background && beside_deed(told, other).size() <= most_words;
  }

  /// "On 6 June", "on 6 July".
  [[nodiscard]] bool of_another_month(const DatedClause& a, const DatedClause& b) const {
    const CivilDate x = civil_from_day(day_of(*a.when.earliest)), y = civil_from_day(day_of(*b.when.earliest));
    return x.day == y.day && x.month != y.month;
  }

  /// By the type that the rules give it, or by what its word means.
  [[nodiscard]] bool is_same_deed(const DatedClause& a, const DatedClause& b) const {
    const Claim &x = context_.claim(a.ref), &y = context_.claim(b.ref);
    return (!x.frame.empty() && !y.frame.empty() && x.type == y.type) || shared_words(a.deed, b.deed) > 0;
  }

  /// The meanings of a clause without what both do, and what the words of either tell of it.
  [[nodiscard]] static std::vector<std::string> beside_deed(const DatedClause& told, const DatedClause& other) {
    std::vector<std::string> words = told.meanings;
    const auto is_in = [](const std::vector<std::string>& sorted, const std::string& word) {
      return std::binary_search(sorted.begin(), sorted.end(), word);
    };
    std::erase_if(words, [&](const std::string& word) {
      return is_in(told.predicates, word) || is_in(other.predicates, word) ||
             (is_in(told.deed, word) && is_in(other.deed, word));
    });
    return words;
  }

  /// "Last Tuesday", said on a Wednesday, may be the one before.
  [[nodiscard]] bool a_week_apart(const DatedClause& a, const DatedClause& b) const {
    constexpr std::int32_t week = 7;
    return std::abs(day_of(*a.when.earliest) - day_of(*b.when.earliest)) == week &&
           (tells_weekday_alone(a.ref) || tells_weekday_alone(b.ref));
  }

  [[nodiscard]] bool tells_weekday_alone(ClaimRef r) const {
    const CalendarFields& fields = context_.document(r.document).timexes[*context_.claim(r).time.timex].meaning.fields;
    return fields.weekday.has_value() && !fields.day;
  }

  [[nodiscard]] bool bears_out(ClaimRef ref, const DatedClause& told) const {
    const Claim& claim = context_.claim(ref);
    const auto when = one_day(context_.dated(ref).domain);
    return when && on_one_day(*when, told.when) && claim.time.timex && claim.polarity == Polarity::asserted &&
           claim.modality == Modality::actual && claim.type == context_.claim(told.ref).type;
  }

  [[nodiscard]] Finding finding_of(std::size_t odd, const std::vector<std::size_t>& others) const {
    std::vector<ClaimRef> refs;
    for (const std::size_t other : others) refs.push_back(told_[other]->ref);
    for (const ClaimRef ref : context_.event(refs.front()).claims)  // who else tells of that day
      if (bears_out(ref, *told_[others.front()]) && ref.document != told_[odd]->ref.document &&
          std::find(refs.begin(), refs.end(), ref) == refs.end())
        refs.push_back(ref);
    Finding finding = date_conflict_of(context_, told_[odd]->ref, refs);
    const auto n = static_cast<std::int64_t>(alike_words(told_[odd]->words, told_[others.front()]->words));
    finding.reasoning.front() = message("finding.reason.common-words", {{"n", n}});
    finding.repair->instead = edtf(*context_.dated(refs.front()).domain);
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  const std::set<ClaimRef> found_;           ///< evidence of conflicts that are known already
  std::vector<const DatedClause*> told_;     ///< by an expression of time; in order of document and claim
  std::map<ClaimRef, std::size_t> told_of_;  ///< which of them is the claim's
  std::vector<std::size_t> first_of_;        ///< by document, and one behind the last
  std::map<std::string, std::vector<std::size_t>, std::less<>> with_word_;
};

}  // namespace

std::vector<Finding> retold_date_conflicts(const Context& context, const ToldWords& words,
                                           const std::vector<DatedClause>& clauses, const std::vector<Finding>& found) {
  return RetoldDates(context, words, clauses, found).findings();
}

}  // namespace isnad::audit_rules
