// "The planes arrived on Monday evening", "the planes left on Tuesday morning": two articles of one story tell the
// steps of one script on days that turn them round. No link is asked for: the clauses must share rare words, name
// nobody that the other contradicts, and be of one journey where they tell of one.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/two_clauses.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t crowd = 40;     ///< clauses that tell a word before it finds no candidates
constexpr double sure_weight = 1.75;  ///< three words of five articles: these need not tell one story
constexpr double least_weight = 1.0;  ///< of the common words (ToldWords::rare_common)
constexpr std::int64_t farthest = 3;  ///< days between the steps: what lies farther apart is mostly the next time

class ToldOrders {
 public:
  ToldOrders(const Context& context, const ToldWords& words, const std::vector<DatedClause>& clauses,
             const std::vector<Finding>& found)
      : context_(context), words_(words), found_(found), told_(clauses) {
    for (std::size_t t = 0; t < told_.size(); ++t)
      for (const std::string& word : told_[t].words) with_word_[word].push_back(t);
  }

  std::vector<Finding> findings() const {
    std::vector<Finding> all;
    std::set<ClaimRef> reported;
    for (const DatedClause& then : told_) {
      const Frame* frame = context_.frame(then.ref);
      if (then.counted || then.stretch || !frame || frame->after.empty()) continue;
      std::set<std::size_t> candidates;
      for (const std::string& word : then.words)
        if (const auto& list = with_word_.find(word)->second; list.size() <= crowd)
          candidates.insert(list.begin(), list.end());
      const auto first = std::find_if(candidates.begin(), candidates.end(), [&](std::size_t t) {
        const auto& types = frame->after;
        const bool ahead = std::find(types.begin(), types.end(), context_.claim(told_[t].ref).type) != types.end();
        return ahead && !reported.contains(told_[t].ref) && turned_round(told_[t], then);
      });
      if (first == candidates.end()) continue;
      reported.insert(told_[*first].ref);
      all.push_back(finding_of(told_[*first], then));
    }
    return all;
  }

 private:
  /// Is what comes first told of a later day, within few days?
  [[nodiscard]] bool turned_round(const DatedClause& first, const DatedClause& then) const {
    if (first.counted || first.stretch || first.ref.document == then.ref.document) return false;
    if (is_found(first, then)) return false;
    if (*first.when.earliest <= *then.when.latest || in_one_night(first.when, then.when)) return false;
    if (day_of(*first.when.earliest) - day_of(*then.when.latest) > farthest) return false;
    if (!context_.claim(first.ref).past || !context_.claim(then.ref).past) return false;
    if (name_two(first, then) || name_two(then, first) || goes_on_from(first, then)) return false;
    if (!(takes_part(first, then) || takes_part(then, first))) return false;
    const double rare = words_.rare_common(beside_predicate(first), beside_predicate(then));
    return rare >= sure_weight ||
           (rare >= least_weight && words_.tell_one_story(first.ref.document, then.ref.document));
  }

  [[nodiscard]] bool is_found(const DatedClause& a, const DatedClause& b) const {
    const auto holds = [](const Finding& f, ClaimRef r) {
      return std::any_of(f.evidence.begin(), f.evidence.end(), [&](const Evidence& e) { return e.claim == r; });
    };
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Finding& f) { return holds(f, a.ref) && holds(f, b.ref); });
  }

  /// Does one who did the first, or to whom it was done, stand in the other clause too?
  [[nodiscard]] static bool takes_part(const DatedClause& told, const DatedClause& other) {
    return std::any_of(told.parts.begin(), told.parts.end(), [&](const TakingPart& p) {
      return (p.role == "agent" || p.role == "patient") && alike_words(p.words, other.words) > 0;
    });
  }

  /// "It left Athens", where it had arrived the day before: the next journey, unless Athens is where it goes.
  [[nodiscard]] static bool goes_on_from(const DatedClause& left, const DatedClause& arrived) {
    const auto is = [](const TakingPart& p, const TakingPart& q) {
      return (!p.entity.empty() && p.entity == q.entity) || alike_words(p.words, q.words) > 0;
    };
    return std::any_of(arrived.parts.begin(), arrived.parts.end(), [&](const TakingPart& to) {
      return to.role == "destination" && alike_words(to.words, left.words) > 0 &&
             std::none_of(left.parts.begin(), left.parts.end(),
                          [&](const TakingPart& p) { return p.role == "destination" && is(p, to); });
    });
  }

  [[nodiscard]] Finding finding_of(const DatedClause& first, const DatedClause& then) const {
    Finding finding;
    finding.rule = FindingRule::order_conflict;
    finding.event = context_.event_of[index(then.ref.document)][then.ref.claim];
    const auto label = [&](const DatedClause& told, Language l) { return in(context_.frame(told.ref)->label, l); };
    const auto text = [&](Language l) {
      return message(l, "finding.order-conflict",
                     {{"first", label(first, l)},
                      {"then", label(then, l)},
                      {"first_doc", context_.name(first.ref.document)},
                      {"then_doc", context_.name(then.ref.document)}});
    };
    const auto reason = [&](Language l) {
      return message(l, "finding.reason.script", {{"first", label(first, l)}, {"then", label(then, l)}});
    };
    finding.message = {text(Language::ar), text(Language::en)};
    finding.reasoning.push_back({reason(Language::ar), reason(Language::en)});
    finding.evidence = {context_.date_of(then.ref), context_.date_of(first.ref)};
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  const std::vector<Finding>& found_;  ///< conflicts that are known already
  const std::vector<DatedClause>& told_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> with_word_;
};

}  // namespace

std::vector<Finding> told_order_conflicts(const Context& context, const ToldWords& words,
                                          const std::vector<DatedClause>& clauses, const std::vector<Finding>& found) {
  return ToldOrders(context, words, clauses, found).findings();
}

}  // namespace isnad::audit_rules
