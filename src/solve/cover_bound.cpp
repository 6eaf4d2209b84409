#include "solve/cover_bound.h"

#include <algorithm>

namespace isnad::solver {

namespace {

/// Of a scaled weight, and so of a price: what 2^22 members of rows are paid stays below 2^62.
constexpr std::int64_t highest = std::int64_t{1} << 40;
constexpr std::int64_t finest = 1 << 12;

}  // namespace

CoverBound::CoverBound(const std::vector<std::int64_t>& weights)
    : weight_(weights), cost_(weights), seen_(weights.size(), 0) {
  const std::int64_t heaviest = weights.empty() ? 1 : *std::max_element(weights.begin(), weights.end());
  while (scale_ < finest && heaviest <= highest / (2 * scale_)) scale_ *= 2;
  for (std::int64_t& w : weight_) w *= scale_;
}

/// The relaxed optimum at these prices; leaves the cost of each element.
std::int64_t CoverBound::evaluate(const Rows& rows) {
  std::int64_t sum = 0;
  for (const Row& r : rows) {
    for (const Element e : r.elements) {
      cost_[e] = weight_[e];
      seen_[e] = 0;
    }
  }
  for (const Row& r : rows) {
    sum += r.price;
    for (const Element e : r.elements) cost_[e] -= r.price;
  }
  for (const Row& r : rows) {
    for (const Element e : r.elements) {
      if (seen_[e]) continue;
      seen_[e] = 1;
      sum += std::min<std::int64_t>(0, cost_[e]);
    }
  }
  return sum;
}

/// Each row in turn, as far as it is not yet priced, takes what its cheapest element has left to give: no element then
/// is paid more than its weight.
void CoverBound::start(Rows& rows) {
  evaluate(rows);
  for (Row& r : rows) {
    std::int64_t left = cost_[r.elements.front()];
    for (const Element e : r.elements) left = std::min(left, cost_[e]);
    if (left <= 0) continue;
    r.price += left;
    for (const Element e : r.elements) cost_[e] -= left;
  }
}

std::vector<std::int64_t> CoverBound::costs() const {
  std::vector<std::int64_t> out = cost_;
  for (std::int64_t& c : out) c = std::max<std::int64_t>(c, 0);
  return out;
}

std::int64_t CoverBound::improve(Rows& rows, std::int64_t limit, int steps, Work& work) {
  std::size_t size = rows.size();
  for (const Row& r : rows) size += r.elements.size();
  start(rows);
  best_ = evaluate(rows);
  const auto remember = [&] {
    prices_.clear();
    for (const Row& r : rows) prices_.push_back(r.price);
  };
  remember();
  // The length of a step is share / 64 of what Polyak's rule says; halved where steps no longer gain.
  std::int64_t share = 64;
  int idle = 0;
  std::vector<std::int64_t> slope(rows.size());
  for (int step = 0; step < steps && share > 0 && up(best_) < limit && work.spend(size); ++step) {
    std::int64_t norm = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      slope[i] = 1;
      for (const Element e : rows[i].elements) slope[i] -= cost_[e] < 0 ? 1 : 0;
      if (slope[i] < 0 && rows[i].price == 0) slope[i] = 0;
      norm += slope[i] * slope[i];
    }
    if (norm == 0) break;
    const std::int64_t polyak = std::min(highest, (limit * scale_ - best_) / norm);
    const std::int64_t length = std::max<std::int64_t>(1, polyak * share / 64);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      std::int64_t most = 0;
      for (const Element e : rows[i].elements) most = std::max(most, weight_[e]);
      rows[i].price = std::clamp<std::int64_t>(rows[i].price + length * slope[i], 0, most);
    }
    const std::int64_t value = evaluate(rows);
    if (value > best_) {
      best_ = value;
      idle = 0;
      remember();
    } else if (++idle == 8) {
      idle = 0;
      share /= 2;
      for (std::size_t i = 0; i < rows.size(); ++i) rows[i].price = prices_[i];
      evaluate(rows);
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].price = prices_[i];
  best_ = evaluate(rows);
  return up(best_);
}

}  // namespace isnad::solver
