// Open stretches against the definition: the parts of the graph of unordered pairs, found from all pairs.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "random_document.h"

namespace isnad::tml {
namespace {

using test::Dice;
using test::Span;

/// Which end is never after which, from the shortest paths between all points of the solver's network. A time that
/// fills its stretch is taken for exact, as the header says: its first and last minute count as nothing.
class AllPairs {
 public:
  explicit AllPairs(const Document& document, const std::vector<bool>& dropped)
      : points_(2 * document.intervals.size()) {
    // Ends of intervals, then the calendar's instants, in order.
    std::set<std::int64_t> instants;
    std::vector<std::optional<Placement>> placed;
    for (const Interval& i : document.intervals) {
      placed.push_back(placement(i));
      if (!placed.back()) continue;
      instants.insert(placed.back()->window.earliest->value);
      instants.insert(placed.back()->window.latest->value + 1);
    }
    std::map<std::int64_t, std::size_t> node;
    for (const std::int64_t t : instants) node.emplace(t, points_ + node.size());
    reach_.assign(points_ + node.size(), std::vector<bool>(points_ + node.size(), false));
    for (std::size_t p = 0; p < reach_.size(); ++p) reach_[p][p] = true;
    for (std::size_t p = points_; p + 1 < reach_.size(); ++p) reach_[p][p + 1] = true;
    for (std::size_t l = 0; l < document.links.size(); ++l) {
      if (dropped[l]) continue;
      const Link& link = document.links[l];
      for (const EndOrder& o : end_orders(link.relation)) {
        const auto at = [&](Side side, End end) {
          return 2 * (side == Side::source ? link.source : link.target) + (end == End::end ? 1U : 0U);
        };
        reach_[at(o.first_side, o.first)][at(o.second_side, o.second)] = true;
        if (o.order == Order::same) reach_[at(o.second_side, o.second)][at(o.first_side, o.first)] = true;
      }
    }
    for (std::size_t i = 0; i < document.intervals.size(); ++i) {
      reach_[2 * i][2 * i + 1] = true;
      if (!placed[i]) continue;
      const std::size_t first = node.at(placed[i]->window.earliest->value);
      const std::size_t last = node.at(placed[i]->window.latest->value + 1);
      for (const std::size_t p : {2 * i, 2 * i + 1}) reach_[first][p] = reach_[p][last] = true;
      if (placed[i]->fills) reach_[2 * i][first] = reach_[last][2 * i + 1] = true;
    }
    for (std::size_t k = 0; k < reach_.size(); ++k) {
      for (std::size_t i = 0; i < reach_.size(); ++i) {
        for (std::size_t j = 0; reach_[i][k] && j < reach_.size(); ++j) {
          if (reach_[k][j]) reach_[i][j] = true;
        }
      }
    }
  }

  bool ordered(std::size_t p, std::size_t q) const { return reach_[p][q] || reach_[q][p]; }
  bool not_after(std::size_t p, std::size_t q) const { return reach_[p][q]; }

  /// Sets of at least two ends, joined by being unordered.
  std::set<std::set<std::size_t>> parts(const std::vector<bool>& counts) const {
    std::vector<std::size_t> root(points_);
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](std::size_t p) {
      while (root[p] != p) p = root[p];
      return p;
    };
    for (std::size_t p = 0; p < points_; ++p) {
      for (std::size_t q = 0; q < p; ++q) {
        if (counts[p / 2] && counts[q / 2] && !ordered(p, q)) root[find(p)] = find(q);
      }
    }
    std::map<std::size_t, std::set<std::size_t>> grouped;
    for (std::size_t p = 0; p < points_; ++p) {
      if (counts[p / 2]) grouped[find(p)].insert(p);
    }
    std::set<std::set<std::size_t>> out;
    for (const auto& [r, part] : grouped) {
      if (part.size() > 1) out.insert(part);
    }
    return out;
  }

 private:
  std::size_t points_;
  std::vector<std::vector<bool>> reach_;
};

std::size_t node(const Point& p) { return 2 * p.interval + (p.end == End::end ? 1U : 0U); }

TEST(Stretches, AreThePartsOfWhatIsUnordered) {
  const auto seed = test::seed_or(411);
  Dice dice(seed);
  std::size_t some = 0;
  std::size_t several = 0;
  for (int round = 0; round < 3000; ++round) {
    SCOPED_TRACE("ISNAD_SEED=" + std::to_string(seed) + " round " + std::to_string(round));
    std::vector<Span> spans;
    Document document = test::random_document(dice, static_cast<int>(dice.between(1, 8)), dice.between(1, 9), spans);
    if (dice.percent(40)) {
      for (Interval& i : document.intervals) {  // without calendar, or loosely on it
        if (dice.percent(50)) i.value.clear();
        if (dice.percent(50)) i.function = "CREATION_TIME";
      }
    }
    test::add_true_links(dice, document, spans, static_cast<int>(dice.between(0, 14)));
    const auto analysis = analyze(document);
    ASSERT_TRUE(analysis);
    std::vector<bool> counts(document.intervals.size(), true);
    for (const std::size_t i : analysis->unrelated) counts[i] = false;
    const AllPairs all(document, std::vector<bool>(document.links.size(), false));

    std::set<std::set<std::size_t>> found;
    for (const Stretch& s : analysis->stretches) {
      std::set<std::size_t> part;
      for (std::size_t i = 0; i < s.moments.size(); ++i) {
        for (const Point& p : s.moments[i]) {
          part.insert(node(p));
          for (const Point& q : s.moments[i]) ASSERT_TRUE(all.not_after(node(p), node(q)));
        }
        if (i + 1 == s.moments.size()) continue;
        const bool open = std::find(s.open.begin(), s.open.end(), i) != s.open.end();
        const std::size_t a = node(s.moments[i].front());
        const std::size_t b = node(s.moments[i + 1].front());
        ASSERT_EQ(open, !all.ordered(a, b));
        ASSERT_TRUE(open || all.not_after(a, b));
        ASSERT_FALSE(all.not_after(b, a)) << "they are one moment";
      }
      for (const std::size_t p : part) {
        ASSERT_TRUE(!s.after || all.not_after(node(s.after->front()), p));
        ASSERT_TRUE(!s.before || all.not_after(p, node(s.before->front())));
      }
      found.insert(part);
    }
    ASSERT_EQ(found, all.parts(counts));
    some += found.empty() ? 0U : 1U;
    several += found.size() > 1 ? 1U : 0U;
  }
  EXPECT_GT(some, 300U);
  EXPECT_GT(several, 30U);
}

}  // namespace
}  // namespace isnad::tml
