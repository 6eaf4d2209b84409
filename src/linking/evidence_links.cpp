#include "linking/evidence_links.h"

#include <algorithm>
#include <map>
#include <set>

#include "linking/claim_window.h"

namespace isnad::linking {
namespace {

constexpr std::size_t crowd = 40;  ///< claims that share a day or a word before it finds no candidates
constexpr double enough = -1;      ///< less than even odds: the others of a cluster still have a say

/// Tellings that share a day or a word with others, each list ascending.
class Candidates {
 public:
  explicit Candidates(const Tellings& tellings) : tellings_(tellings) {
    for (std::uint32_t t = 0; t < tellings.all().size(); ++t)
      for (const Day day : days_of(tellings.all()[t])) by_day_[day].push_back(t);
  }

  /// Those after `t`, ascending.
  [[nodiscard]] std::vector<std::uint32_t> after(std::uint32_t t) const {
    std::vector<std::uint32_t> found;
    const auto add = [&](const std::vector<std::uint32_t>& list) {
      if (list.size() <= crowd) found.insert(found.end(), std::upper_bound(list.begin(), list.end(), t), list.end());
    };
    for (const Day day : days_of(tellings_.all()[t])) add(by_day_.find(day)->second);
    for (const WordId word : tellings_.all()[t].words) add(tellings_.with_word(word));
    for (const WordId notion : tellings_.all()[t].notions) add(tellings_.with_word(notion));
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  static std::set<Day> days_of(const Telling& telling) {
    if (!telling.when || !telling.when->within_a_day() || telling.claim->type == "statement") return {};
    return {day_of(*telling.when->earliest), day_of(*telling.when->latest)};
  }

  const Tellings& tellings_;
  std::map<Day, std::vector<std::uint32_t>> by_day_;
};

/// One article tells a happening again in its headline, to deny it, or by the same kind of words.
bool may_be_told_again(const Claim& a, const Claim& b, const Types& types) {
  if (a.headline != b.headline) return true;
  if (a.sentence == b.sentence) return false;
  const bool denied_there = a.polarity != b.polarity && a.type != "statement" && b.type != "statement";
  return denied_there || (a.type == b.type && types.contains(a.type));
}

/// From 0.65 on, odds of more than even, a link may date an article; see graph.
Link link_of(const Telling& x, const Telling& y, double evidence) {
  Link link{std::min(x.ref, y.ref), std::max(x.ref, y.ref), std::min(0.7, 0.6 + evidence / 10), {"wording"}};
  if (x.when && y.when && x.when->within_a_day() && y.when->within_a_day() && intersect(*x.when, *y.when))
    link.reasons.emplace_back("date");
  return link;
}

}  // namespace

// The day alone links no clauses of two languages: they must name something that both have.
std::vector<Link> evidence_links(const Tellings& tellings, const Evidence& evidence, const Types& types) {
  const Candidates candidates(tellings);
  std::vector<std::pair<double, Link>> found;
  for (std::uint32_t a = 0; a < tellings.all().size(); ++a)
    for (const std::uint32_t b : candidates.after(a)) {
      const Telling &x = tellings.all()[a], &y = tellings.all()[b];
      if (x.ref.document == y.ref.document && !may_be_told_again(*x.claim, *y.claim, types)) continue;
      if (!tellings.one_language(x.ref.document, y.ref.document) && shared_words(x.notions, y.notions).empty())
        continue;
      if (!tellings.one_story(x.ref.document, y.ref.document)) continue;
      const auto weight = evidence.of(a, b);
      if (weight && *weight >= enough) found.emplace_back(*weight, link_of(x, y, *weight));
    }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Link> links;
  for (auto& [weight, link] : found) links.push_back(std::move(link));
  return links;
}

}  // namespace isnad::linking
