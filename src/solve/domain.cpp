// Sets of times for one point: finite unions of intervals, and periodic lattices.
#include <algorithm>

#include "isnad/solve.h"

namespace isnad::solver {
namespace {

Error bad(std::string message) { return {ErrorCode::bad_network, std::move(message), {}, {}, {}, {}}; }

bool within_limits(const std::optional<Tick>& end) { return !end || (-max_tick <= *end && *end <= max_tick); }

/// Remainder in 0 .. period - 1, also of negative numbers.
Tick floor_mod(Tick t, Tick period) {
  const Tick r = t % period;
  return r < 0 ? r + period : r;
}

/// Sorts by lower end, open first, and joins what overlaps or touches.
std::vector<Interval> merged(std::vector<Interval> in) {
  std::sort(in.begin(), in.end(), [](const Interval& a, const Interval& b) {
    if (a.min != b.min) return a.min < b.min;  // an absent lower end is -infinity: nullopt sorts first
    return !b.max ? a.max.has_value() : a.max && *a.max < *b.max;
  });
  std::vector<Interval> out;
  for (const Interval& next : in) {
    // No overflow: ends lie within max_tick (or a period), far inside int64.
    if (!out.empty() && (!out.back().max || !next.min || *next.min <= *out.back().max + 1)) {
      if (out.back().max && (!next.max || *next.max > *out.back().max)) out.back().max = next.max;
    } else {
      out.push_back(next);
    }
  }
  return out;
}

}  // namespace

Result<Domain> Domain::finite(std::vector<Interval> intervals) {
  if (intervals.empty()) return bad("a domain needs at least one window");
  for (const Interval& i : intervals) {
    if (!within_limits(i.min) || !within_limits(i.max)) return bad("a window ends beyond the largest time allowed");
    if (i.min && i.max && *i.max < *i.min) return bad("a window ends before it begins");
  }
  Domain d;
  d.intervals_ = merged(std::move(intervals));
  return d;
}

Result<Domain> Domain::periodic(Tick period, std::vector<Interval> windows) {
  if (period < 1 || period > max_cycle) return bad("a period must be at least 1 and at most 2^31");
  if (windows.empty()) return bad("a domain needs at least one window");
  for (const Interval& w : windows) {
    if (!w.min || !w.max) return bad("a window of a periodic domain needs both ends");
    if (*w.min < 0 || *w.max >= period) return bad("a window lies outside its period");
    if (*w.max < *w.min) return bad("a window ends before it begins");
  }
  Domain d;
  d.period_ = period;
  d.intervals_ = merged(std::move(windows));
  auto& in = d.intervals_;
  if (in.size() > 1 && *in.front().min == 0 && *in.back().max == period - 1) {
    in.back().max = period + *in.front().max;
    in.erase(in.begin());
  }
  return d;
}

std::optional<Tick> Domain::next(Tick t) const {
  const Tick r = period_ == 0 ? t : floor_mod(t, period_);
  if (period_ != 0 && r + period_ <= *intervals_.back().max) return t;  // in the window that began a period earlier
  const auto it = std::lower_bound(intervals_.begin(), intervals_.end(), r,
                                   [](const Interval& i, Tick value) { return i.max && *i.max < value; });
  if (it != intervals_.end()) return it->min && *it->min > r ? t + (*it->min - r) : t;
  if (period_ == 0) return std::nullopt;
  return t + (period_ - r) + *intervals_.front().min;
}

bool Domain::contains(Tick t) const { return next(t) == t; }

Interval Domain::hull() const {
  if (period_ != 0) return {};
  return {intervals_.front().min, intervals_.back().max};
}

Domain Domain::mirrored() const {
  const auto negated = [](const std::optional<Tick>& t) { return t ? std::optional<Tick>(-*t) : std::nullopt; };
  Domain d;
  d.period_ = period_;
  for (auto i = intervals_.rbegin(); i != intervals_.rend(); ++i) {
    Interval m{negated(i->max), negated(i->min)};
    if (period_ != 0) {
      const Tick length = *m.max - *m.min;
      m.min = floor_mod(*m.min, period_);
      m.max = *m.min + length;
    }
    d.intervals_.push_back(m);
  }
  // Only the window that ends last can have been moved past the others by the remainder.
  std::sort(d.intervals_.begin(), d.intervals_.end(),
            [](const Interval& a, const Interval& b) { return a.min < b.min; });
  return d;
}

}  // namespace isnad::solver
