#include "graph/settle.h"

#include <algorithm>

#include "isnad/messages.h"

namespace isnad::graph {

std::vector<Day> candidate_days(const Window& window, const std::vector<TimeDomain>& allowed, std::size_t limit) {
  std::vector<Day> days;
  if (!window.bounded()) return days;
  for (Day day = day_of(*window.earliest); start_of(day) <= *window.latest; day = day + 1) {
    const Instant midnight = start_of(day);
    if (std::all_of(allowed.begin(), allowed.end(), [&](const TimeDomain& d) { return d.contains(midnight); }))
      days.push_back(day);
    if (days.size() > limit || day_of(*window.latest) - day > 4000) return {};
  }
  return days;
}

namespace {

/// Does the expression mean the same whenever the article appeared, whatever else it tells?
bool stands_alone(const Meaning& m) {
  if (!m.parts.empty()) return false;
  switch (m.kind) {
    case Meaning::Kind::calendar:
      return m.fields.year.has_value();
    case Meaning::Kind::offset:
      return m.anchor == Anchor::event;
    case Meaning::Kind::duration:
    case Meaning::Kind::set:
    case Meaning::Kind::reference:
      return true;
    default:
      return false;
  }
}

/// Is it never dated itself, whenever the article appeared? Then no other expression counts from it either.
bool has_no_date(const Meaning& m) { return stands_alone(m) && m.kind != Meaning::Kind::calendar; }

/// Dates an article's expressions for one day after another.
class DayReader {
 public:
  explicit DayReader(const DocumentAnalysis& analysis) : document_(analysis.document), all_(analysis.timexes.size()) {
    const std::vector<bool> future = future_timexes(analysis);
    for (std::size_t i = 0; i < all_; ++i) {
      if (has_no_date(analysis.timexes[i].meaning)) continue;
      places_.push_back(i);
      timexes_.push_back(analysis.timexes[i]);
      future_.push_back(future[i]);
    }
  }

  void read(Dating& dating) {
    dating.expressions.resize(all_);
    if (timexes_.empty()) return;
    resolve_all(timexes_, document_, dating.published, future_, false);
    for (std::size_t i = 0; i < places_.size(); ++i)
      dating.expressions[places_[i]] = {std::move(timexes_[i].value), std::move(timexes_[i].domain)};
  }

 private:
  const Document& document_;
  std::size_t all_;                  ///< expressions
  std::vector<std::size_t> places_;  ///< of those that may be dated
  std::vector<Timex> timexes_;
  std::vector<bool> future_;
};

}  // namespace

std::vector<Dating> consistent(const DocumentAnalysis& analysis, const std::vector<Day>& days,
                               const std::vector<MustMeet>& claims) {
  std::vector<Dating> datings;
  datings.reserve(days.size());
  for (const Day day : days) datings.push_back({day, {}});
  const auto is_open = [&](const MustMeet& must) {  // any other fits each day or none
    const ClaimTime& time = analysis.claims[must.claim].time;
    return time.relation == TimeRelation::at && !stands_alone(analysis.timexes[*time.timex].meaning);
  };
  if (std::none_of(claims.begin(), claims.end(), is_open)) return datings;
  DayReader reader(analysis);
  for (Dating& dating : datings) reader.read(dating);
  const auto fits = [&](const Dating& dating) {
    return std::all_of(claims.begin(), claims.end(), [&](const MustMeet& must) {
      const Claim& claim = analysis.claims[must.claim];
      const auto& domain = dating.expressions[*claim.time.timex].domain;
      if (!domain || domain->empty() || claim.time.relation != TimeRelation::at) return true;
      return std::any_of(domain->windows.begin(), domain->windows.end(),
                         [&](const Window& w) { return intersect(w, must.event).has_value(); });
    });
  };
  const auto end = std::stable_partition(datings.begin(), datings.end(), fits);
  if (end != datings.begin()) datings.erase(end, datings.end());
  return datings;
}

namespace {

/// The expressions as they are dated, and how, for an article that appeared on `day`.
std::vector<Timex> derived(const DocumentAnalysis& analysis, Day day) {
  std::vector<Timex> timexes = analysis.timexes;
  resolve_all(timexes, analysis.document, day, future_timexes(analysis));
  return timexes;
}

Bilingual published_between(Day first, Day last) {
  const std::string from = edtf(window_of(first)), to = edtf(window_of(last));
  return message("graph.published-between", {{"from", from}, {"to", to}});
}

/// Has no other day anything to add to an expression?
bool is_settled(const Timex& timex) {
  const bool nothing_left = !timex.domain && timex.value.empty() && timex.derivation.empty() && !timex.mismatch;
  return nothing_left || stands_alone(timex.meaning);
}

}  // namespace

void settle(DocumentAnalysis& analysis, std::vector<Dating> datings) {
  if (datings.empty()) return;
  const Day first = datings.front().published, last_day = datings.back().published;
  analysis.timexes = derived(analysis, first);
  if (datings.size() == 1) {
    const Bilingual inferred = message("graph.published-inferred");
    for (Timex& timex : analysis.timexes)
      if (timex.meaning.anchor == Anchor::publication && !timex.derivation.empty())
        timex.derivation.insert(timex.derivation.begin(), inferred);
    return;
  }
  constexpr std::size_t most_windows = 12;
  std::vector<Timex> merged = analysis.timexes;
  DayReader reader(analysis);
  for (std::size_t c = 1; c < datings.size() && !std::all_of(merged.begin(), merged.end(), is_settled); ++c) {
    if (datings[c].expressions.empty()) reader.read(datings[c]);
    const std::vector<DatedExpression>& other = datings[c].expressions;
    for (std::size_t i = 0; i < merged.size(); ++i) {
      if (merged[i].domain == other[i].domain) continue;
      if (merged[i].value != other[i].value) merged[i].value.clear();
      merged[i].derivation.clear();
      merged[i].mismatch.reset();
      if (!merged[i].domain || !other[i].domain || merged[i].domain->windows.size() > most_windows ||
          other[i].domain->period.value != 0 || merged[i].domain->period.value != 0) {
        merged[i].domain.reset();
        continue;
      }
      for (const Window& w : other[i].domain->windows)
        if (std::find(merged[i].domain->windows.begin(), merged[i].domain->windows.end(), w) ==
            merged[i].domain->windows.end())
          merged[i].domain->windows.push_back(w);
    }
  }
  // The same date on every day that the article may have appeared: the steps that differ only name that day.
  const std::vector<Timex> last = derived(analysis, last_day);
  for (std::size_t i = 0; i < merged.size(); ++i)
    for (std::size_t k = 0; k < std::min(merged[i].derivation.size(), last[i].derivation.size()); ++k)
      if (merged[i].derivation[k] != last[i].derivation[k])
        merged[i].derivation[k] = published_between(first, last_day);
  for (Timex& timex : merged) {
    if (!timex.domain) continue;
    auto& windows = timex.domain->windows;
    std::sort(windows.begin(), windows.end(), [](const Window& a, const Window& b) { return a.earliest < b.earliest; });
    std::vector<Window> joined;
    for (const Window& w : windows) {
      if (!joined.empty() && joined.back().latest && w.earliest &&
          w.earliest->value <= joined.back().latest->value + 1) {
        joined.back() = hull(joined.back(), w);
      } else {
        joined.push_back(w);
      }
    }
    windows = std::move(joined);
    if (windows.size() > most_windows) timex.domain.reset();
  }
  analysis.timexes = std::move(merged);
}

std::optional<TimeDomain> at_distance(const TimeDomain& from, const ClaimTime& time) {
  const auto window = from.empty() ? std::nullopt : time.at_distance_from(from.hull());
  return window ? std::optional(TimeDomain{{*window}, Minutes{0}}) : std::nullopt;
}

namespace {

/// The day or stretch at a told distance from a dated claim of the article; nothing where that leaves a side open.
std::optional<TimeDomain> domain_by_distance(const DocumentAnalysis& analysis, const ClaimTime& time) {
  if (!time.is_counted()) return std::nullopt;
  const Claim& other = analysis.claims[*time.other];
  if (!other.time.timex || other.time.of_statement) return std::nullopt;
  const auto from = claim_domain(analysis, other, {});
  return from ? at_distance(*from, time) : std::nullopt;
}

/// A spring, summer or autumn is taken broadly where dates are compared; told, it is three months.
TimeDomain in_three_months(const TimeDomain& season) {
  constexpr std::int32_t months = 3;
  if (season.windows.size() != 1 || !season.hull().bounded()) return season;
  const Window w = season.hull();
  const Instant last = end_of(add_months(day_of(*w.earliest), months) - 1);
  return last < *w.latest ? TimeDomain::of({Window{w.earliest, last}}) : season;
}

}  // namespace

std::optional<TimeDomain> claim_domain(const DocumentAnalysis& analysis, const Claim& claim, const Window& published) {
  if (!claim.time.has_own_timex())
    if (auto at_distance = domain_by_distance(analysis, claim.time)) return at_distance;
  std::optional<TimeDomain> domain;
  if (claim.time.timex) {
    const Timex& timex = analysis.timexes[*claim.time.timex];
    const Direction direction = timex.meaning.direction;
    const bool now = timex.meaning.kind == Meaning::Kind::reference && direction != Direction::past &&
                     direction != Direction::future;
    if (now && claim.type != "statement")  // what goes on "at present" does when the article appears
      return published.bounded() ? std::optional(TimeDomain{{published}, Minutes{0}}) : std::nullopt;
    domain = timex.domain;
    if (!domain || domain->empty()) return std::nullopt;
    if (timex.meaning.fields.season) domain = in_three_months(*domain);
    Window hull = domain->hull();
    switch (claim.time.relation) {
      case TimeRelation::at:
        return domain;
      case TimeRelation::during:
      case TimeRelation::since:  // what lasts since then began then
        return domain;
      case TimeRelation::by:
        hull.earliest.reset();
        return TimeDomain{{hull}, Minutes{0}};
      case TimeRelation::before: {
        if (!hull.earliest) return std::nullopt;
        return TimeDomain{{Window{std::nullopt, Instant{hull.earliest->value - 1}}}, Minutes{0}};
      }
      case TimeRelation::after: {
        if (!hull.latest) return std::nullopt;
        return TimeDomain{{Window{Instant{hull.latest->value + 1}, std::nullopt}}, Minutes{0}};
      }
    }
  }
  // Nothing said: what is told as past lies before the article; what is said, when it appeared; a plan, from then on.
  if (!published.latest && !published.earliest) return std::nullopt;
  if (claim.modality == Modality::planned)
    return published.earliest ? std::optional(TimeDomain{{Window{published.earliest, std::nullopt}}, Minutes{0}})
                              : std::nullopt;
  if (claim.type == "statement")
    return published.bounded() ? std::optional(TimeDomain{{published}, Minutes{0}}) : std::nullopt;
  if (!published.latest) return std::nullopt;
  return TimeDomain{{Window{std::nullopt, published.latest}}, Minutes{0}};
}

}  // namespace isnad::graph
