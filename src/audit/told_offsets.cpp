// "He spoke two days after his resignation": by the date of the speech the resignation lies on a day, and another
// clause tells it of another day. No link is asked for, nor a frame that understands what is told: nearly all words
// that tell the one must be among the other's. The other clause may stand in the same article.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/dated_clauses.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t crowd = 40;       ///< clauses that tell a word before it finds no candidates
constexpr std::size_t least_words = 2;  ///< that tell what is counted from
constexpr double least_weight = 0.6;    ///< of the common words (ToldWords::rare_common)
constexpr std::int64_t inclusive = 1;   ///< day that a count may take in or leave out
constexpr std::int64_t farthest = 62;   ///< days: what lies farther apart is mostly another thing of the kind

class ToldOffsets {
 public:
  ToldOffsets(const Context& context, const ToldWords& words, const std::vector<DatedClause>& clauses,
              const std::vector<Finding>& found)
      : context_(context), words_(words), found_(claims_of(found)), told_(clauses) {
    for (std::size_t t = 0; t < told_.size(); ++t)
      for (const std::string& word : told_[t].words) with_word_[word].push_back(t);
  }

  std::vector<Finding> findings() const {
    std::vector<Finding> all;
    for (const DatedClause& counted : told_) {
      if (!counted.counted || beside_places(counted) < least_words || found_.contains(counted.ref)) continue;
      std::set<std::size_t> candidates;
      for (const std::string& word : counted.words)
        if (const auto& list = with_word_.find(word)->second; list.size() <= crowd)
          candidates.insert(list.begin(), list.end());
      std::vector<std::size_t> against;
      std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(against),
                   [&](std::size_t t) { return contradict(counted, told_[t]); });
      if (against.empty() || borne_out(counted, candidates)) continue;
      all.push_back(finding_of(counted, told_[*std::max_element(against.begin(), against.end(), [&](auto a, auto b) {
                                 return words_in_common(counted, a) < words_in_common(counted, b);
                               })]));
    }
    return all;
  }

 private:
  /// Much is signed in a town.
  [[nodiscard]] static std::size_t beside_places(const DatedClause& told) {
    return told.words.size() - shared_words(told.words, told.places);
  }

  [[nodiscard]] double words_in_common(const DatedClause& counted, std::size_t t) const {
    return words_.common(counted.words, told_[t].words);
  }

  [[nodiscard]] bool contradict(const DatedClause& counted, const DatedClause& told) const {
    // A copy of the same sentence counts from another day.
    if (told.stretch) return false;
    if (told.counted && (counted.ref.document == told.ref.document || counted.words == told.words)) return false;
    const std::int64_t apart = days_apart(counted, told);
    return apart > inclusive + breadth(counted) + (told.counted ? breadth(told) : 0) && apart <= farthest &&
           tell_one_thing(counted, told);
  }

  [[nodiscard]] bool tell_one_thing(const DatedClause& counted, const DatedClause& told) const {
    const Claim &x = context_.claim(counted.ref), &y = context_.claim(told.ref);
    if (counted.ref.document == told.ref.document && x.sentence == y.sentence) return false;
    if (!x.frame.empty() && !y.frame.empty() && x.type != y.type) return false;
    const std::size_t all = counted.words.size(), n = alike_words(counted.words, told.words);
    const bool nearly = all > 2 * least_words && n + 1 == all;
    return (n == all || nearly) && words_.rare_common(counted.words, told.words) >= least_weight;
  }

  /// Does a clause of its own article, or another one, tell it of that very day?
  [[nodiscard]] bool borne_out(const DatedClause& counted, const std::set<std::size_t>& candidates) const {
    return std::any_of(candidates.begin(), candidates.end(), [&](std::size_t t) {
      return told_[t].ref != counted.ref && days_apart(counted, told_[t]) <= inclusive + breadth(counted) &&
             tell_one_thing(counted, told_[t]);
    });
  }

  [[nodiscard]] static std::int64_t days_apart(const DatedClause& a, const DatedClause& b) {
    const Day first = day_of(std::min(*a.when.latest, *b.when.latest)),
              then = day_of(std::max(*a.when.earliest, *b.when.earliest));
    return std::max<std::int64_t>(0, then - first);
  }

  /// Days by which its distance may be off.
  [[nodiscard]] std::int64_t breadth(const DatedClause& counted) const {
    return (context_.claim(counted.ref).time.offset_breadth.value + minutes_per_day - 1) / minutes_per_day;
  }

  [[nodiscard]] Finding finding_of(const DatedClause& counted, const DatedClause& against) const {
    Finding finding = offset_conflict_of(context_, counted.ref);
    finding.evidence.push_back(context_.date_of({counted.ref.document, *context_.claim(counted.ref).time.other}));
    finding.evidence.push_back(context_.date_of(against.ref));
    const auto n = static_cast<std::int64_t>(alike_words(counted.words, against.words));
    finding.reasoning.push_back(message("finding.reason.common-words", {{"n", n}}));
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  const std::set<ClaimRef> found_;  ///< evidence of conflicts that are known already
  const std::vector<DatedClause>& told_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> with_word_;
};

}  // namespace

std::vector<Finding> told_offset_conflicts(const Context& context, const ToldWords& words,
                                           const std::vector<DatedClause>& clauses, const std::vector<Finding>& found) {
  return ToldOffsets(context, words, clauses, found).findings();
}

}  // namespace isnad::audit_rules
