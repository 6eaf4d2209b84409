// Sets of instants: finite unions of windows, and windows that repeat.
//
// A repeating domain is a pattern of windows in one period, laid end to end for ever. To intersect it with a finite
// one it is unrolled over the finite one's extent; two repeating ones are unrolled over their common period.
#include <algorithm>
#include <numeric>

#include "isnad/calendar.h"

namespace isnad {
namespace {

/// Where a half-open window meets a repetition, the open side ends here: 1900-01-01T00:00 .. 2100-12-31T23:59.
constexpr Window news_age{Instant{-36816480}, Instant{68899679}};

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

bool repeats(const TimeDomain& d) { return d.period.value > 0; }

std::vector<Window> common(const std::vector<Window>& a, const std::vector<Window>& b) {
  std::vector<Window> out;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (const std::optional<Window> w = intersect(a[i], b[j])) out.push_back(*w);
    // The window that ends first can meet nothing further.
    const bool a_first = a[i].latest && (!b[j].latest || *a[i].latest < *b[j].latest);
    a_first ? ++i : ++j;
  }
  return out;
}

/// The copies of a repeating domain's windows that touch `extent` (bounded).
TimeDomain unroll(const TimeDomain& d, const Window& extent) {
  std::vector<Window> out;
  const std::int64_t period = d.period.value;
  const std::int64_t base = d.windows.front().earliest->value;
  // One period further back: a window may reach over the end of its own period.
  std::int64_t turn = floor_div(extent.earliest->value - base, period) - 1;
  for (;; ++turn) {
    const Minutes shift{turn * period};
    if (extent.latest->value < base + shift.value) break;
    for (const Window& w : d.windows) {
      if (const auto part = intersect(Window{*w.earliest + shift, *w.latest + shift}, extent)) out.push_back(*part);
    }
  }
  return TimeDomain::of(std::move(out));
}

TimeDomain finite_with_repeating(const TimeDomain& finite, const TimeDomain& repeating) {
  std::vector<Window> out;
  for (const Window& w : finite.windows) {
    if (!w.earliest && !w.latest) return repeating;
    Window extent = w;
    if (!extent.earliest) extent.earliest = std::min(*news_age.earliest, *w.latest);
    if (!extent.latest) extent.latest = std::max(*news_age.latest, *w.earliest);
    const TimeDomain copies = unroll(repeating, extent);
    out.insert(out.end(), copies.windows.begin(), copies.windows.end());
  }
  return TimeDomain::of(std::move(out));
}

}  // namespace

TimeDomain TimeDomain::of(std::vector<Window> windows) {
  const auto lower = [](const Window& w) {
    return w.earliest ? w.earliest->value : std::numeric_limits<std::int64_t>::min();
  };
  std::sort(windows.begin(), windows.end(), [&](const Window& a, const Window& b) { return lower(a) < lower(b); });
  TimeDomain out;
  for (const Window& w : windows) {
    // Windows that only touch stay apart: "7 or 8 December" is two days, not a stretch.
    if (!out.windows.empty() &&
        (!out.windows.back().latest || !w.earliest || *w.earliest <= *out.windows.back().latest)) {
      out.windows.back() = isnad::hull(out.windows.back(), w);
    } else {
      out.windows.push_back(w);
    }
  }
  return out;
}

bool TimeDomain::contains(Instant t) const {
  if (period.value <= 0) {
    return std::any_of(windows.begin(), windows.end(), [&](const Window& w) { return w.contains(t); });
  }
  if (windows.empty()) return false;
  const std::int64_t base = windows.front().earliest->value;
  const std::int64_t offset = t.value - base - floor_div(t.value - base, period.value) * period.value;
  // The last window may reach over the end of the period, into the next turn.
  return std::any_of(windows.begin(), windows.end(), [&](const Window& w) {
    return w.contains(Instant{base + offset}) || w.contains(Instant{base + offset + period.value});
  });
}

Window TimeDomain::hull() const {
  if (windows.empty() || period.value > 0) return {};
  return {windows.front().earliest, windows.back().latest};
}

TimeDomain intersect(const TimeDomain& a, const TimeDomain& b) {
  if (a.empty() || b.empty()) return {};
  if (!repeats(a) && !repeats(b)) return {common(a.windows, b.windows), Minutes{0}};
  if (!repeats(a)) return finite_with_repeating(a, b);
  if (!repeats(b)) return finite_with_repeating(b, a);

  const std::int64_t period = std::lcm(a.period.value, b.period.value);
  const Instant base = std::min(*a.windows.front().earliest, *b.windows.front().earliest);
  const Window turn{base, base + Minutes{period - 1}};
  TimeDomain out{common(unroll(a, turn).windows, unroll(b, turn).windows), Minutes{period}};
  if (out.windows.empty()) out.period = Minutes{0};
  return out;
}

}  // namespace isnad
