#include "report/overview.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "report/picture_model.h"

namespace isnad::picture {
namespace {

constexpr std::int64_t most_periods = 40;
constexpr std::size_t share_beyond = 20;  // of the events, at either end
constexpr std::size_t names_kept = 3;

/// The days in which an event is put, both included.
struct Days {
  Day first, last;
};

/// Empty periods from the first to the last event: those that hold nearly all of them one by one, and the rest at
/// either end in one, where that saves any.
void lay_out_periods(const std::vector<Day>& begins, Overview& overview) {
  const std::size_t beyond = begins.size() / share_beyond;
  const Day low = begins[beyond];
  const Day high = begins[begins.size() - 1 - beyond];
  CellUnit& unit = overview.unit;
  while (unit != CellUnit::century && cell_of(high, unit) - cell_of(low, unit) >= most_periods) {
    unit = static_cast<CellUnit>(static_cast<int>(unit) + 1);
  }
  std::int64_t first = cell_of(low, unit);
  std::int64_t last = cell_of(high, unit);
  const std::int64_t earliest = cell_of(begins.front(), unit);
  const std::int64_t latest = cell_of(begins.back(), unit);
  // What fits beside them needs no period of its own.
  if (last - earliest < most_periods - 1) first = earliest;
  if (latest - first < most_periods - 1) last = latest;
  const auto add = [&](Day begin, Day end, bool before, bool behind) {
    Period period;
    period.begin = begin;
    period.end = end;
    period.all_before = before;
    period.all_behind = behind;
    overview.periods.push_back(period);
  };
  if (earliest < first) add(cell_begin(earliest, unit), cell_begin(first, unit), true, false);
  for (std::int64_t n = first; n <= last; ++n) {
    add(cell_begin(n, unit), cell_begin(n + 1, unit), false, false);
  }
  if (latest > last) add(cell_begin(last + 1, unit), cell_begin(latest + 1, unit), false, true);
}

std::optional<std::size_t> period_with(const std::vector<Period>& periods, const Days& days) {
  const auto behind = std::upper_bound(periods.begin(), periods.end(), days.first,
                                       [](Day day, const Period& period) { return day < period.begin; });
  if (behind == periods.begin()) return std::nullopt;
  const auto found = behind - 1;
  if (days.first >= found->end || days.last >= found->end) return std::nullopt;
  return static_cast<std::size_t>(found - periods.begin());
}

/// Those told by most articles, then by most claims, then the first.
void keep_most_told(const Timeline& timeline, std::vector<std::size_t>& events) {
  const auto rank = [&](std::size_t e) {
    const std::vector<ClaimRef>& claims = timeline.linking.events[e].claims;
    std::set<DocumentIndex> documents;
    for (const ClaimRef& ref : claims) documents.insert(ref.document);
    return std::tuple(documents.size(), claims.size());
  };
  std::vector<std::pair<decltype(rank(0)), std::size_t>> ranked;
  for (const std::size_t e : events) ranked.emplace_back(rank(e), e);
  const std::size_t kept = std::min(names_kept, ranked.size());
  std::partial_sort(
      ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end(),
      [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  events.clear();
  for (std::size_t i = 0; i < kept; ++i) events.push_back(ranked[i].second);
}

}  // namespace

std::optional<Window> known_part(const Window& window) {
  if (!window.earliest && !window.latest) return std::nullopt;
  return Window{window.earliest ? window.earliest : window.latest, window.latest ? window.latest : window.earliest};
}

Overview overview_of(const Timeline& timeline) {
  Overview overview;
  const std::size_t events = timeline.linking.events.size();
  const std::vector<Window>& windows = timeline.graph.event_windows;
  overview.period_of.resize(events);
  std::vector<Day> begins;
  std::vector<std::optional<Days>> days(events);
  for (std::size_t e = 0; e < events && e < windows.size(); ++e) {
    const std::optional<Window> known = known_part(windows[e]);
    if (!known) continue;
    days[e] = {day_of(*known->earliest), day_of(*known->latest)};
    begins.push_back(days[e]->first);
    if (!windows[e].bounded()) ++overview.one_sided;
  }
  if (begins.size() <= max_lanes) return overview;
  std::sort(begins.begin(), begins.end());
  lay_out_periods(begins, overview);
  for (std::size_t e = 0; e < events; ++e) {
    if (!days[e]) continue;
    const std::optional<std::size_t> p = period_with(overview.periods, *days[e]);
    overview.period_of[e] = p;
    if (!p) {
      ++overview.wider;
      continue;
    }
    Period& period = overview.periods[*p];
    ++period.events;
    if (e < timeline.graph.status.size() && timeline.graph.status[e] == EventStatus::disputed) ++period.disputed;
    period.most_told.push_back(e);
  }
  for (Period& period : overview.periods) keep_most_told(timeline, period.most_told);
  return overview;
}

std::string period_id(const Period& period) {
  return "period-" + edtf(Window{start_of(period.begin), end_of(period.begin)});
}

std::string period_name(const Period& period, CellUnit unit, const DateWords& dates, Language language) {
  if (period.all_before) return message(language, "picture.period.before", {{"date", dates.day_and_year(period.end)}});
  if (period.all_behind) return message(language, "picture.period.from", {{"date", dates.day_and_year(period.begin)}});
  switch (unit) {
    case CellUnit::day:
      return dates.day_and_year(period.begin);
    case CellUnit::week:
      return message(language, "picture.period.week", {{"date", dates.day_and_year(period.begin)}});
    case CellUnit::month:
      return dates.month_and_year(period.begin);
    case CellUnit::year:
      return dates.year(period.begin);
    case CellUnit::quarter:
      return dates.month(period.begin) + "\u2013" + dates.month_and_year(period.end - 1);
    case CellUnit::decade:
    case CellUnit::century:
      break;
  }
  return dates.year(period.begin) + "\u2013" + dates.year(period.end - 1);
}

}  // namespace isnad::picture
