#include "linking/claim_window.h"

#include <algorithm>
#include <cmath>

namespace isnad::linking {
namespace {

/// Days by which two datings of a recurring event may differ and still be meant for the same one, when all key
/// participants agree.
constexpr std::int32_t slip_days = 3;
/// Days by which two datings of what happens once may differ and still be meant for it.
constexpr std::int64_t once_days = 45;

std::optional<Window> window_of_expression(const DocumentAnalysis& analysis, const Claim& claim) {
  const Timex& timex = analysis.timexes[*claim.time.timex];
  if (!timex.domain || timex.domain->empty()) return std::nullopt;
  Window w = timex.domain->hull();
  switch (claim.time.relation) {
    case TimeRelation::by:
    case TimeRelation::before:
      w.earliest.reset();
      break;
    case TimeRelation::since:
    case TimeRelation::after:
      // what is told as a fact had happened when the article appeared
      w.latest.reset();
      if (claim.modality == Modality::actual && analysis.publication.day &&
          (!w.earliest || *w.earliest <= end_of(*analysis.publication.day)))
        w.latest = end_of(*analysis.publication.day);
      break;
    case TimeRelation::at:
    case TimeRelation::during:
      break;
  }
  return w;
}

/// "Two days after the fall", where the article dates the fall and the claim has no expression of its own.
std::optional<Window> window_at_distance(const DocumentAnalysis& analysis, const ClaimTime& time) {
  if (time.has_own_timex() || !time.is_counted()) return std::nullopt;
  const Claim& other = analysis.claims[*time.other];
  if (!other.time.timex || other.time.of_statement) return std::nullopt;
  const auto window = window_of_expression(analysis, other);
  return window ? time.at_distance_from(*window) : std::nullopt;
}

}  // namespace

std::optional<Window> window_of_claim(const DocumentAnalysis& analysis, const Claim& claim) {
  if (const auto counted = window_at_distance(analysis, claim.time)) return counted;
  if (!claim.time.timex || claim.time.of_statement || claim.time.inherited) return std::nullopt;
  return window_of_expression(analysis, claim);
}

std::optional<Window> window_of_telling(const DocumentAnalysis& analysis, const Claim& claim) {
  if (const auto counted = window_at_distance(analysis, claim.time)) return counted;
  if (!claim.time.timex || (claim.time.of_statement && claim.type != "statement")) return std::nullopt;
  return window_of_expression(analysis, claim);
}

std::int64_t gap_days(const Window& a, const Window& b) {
  const auto gap = [](const Window& first, const Window& second) -> std::int64_t {
    if (!first.latest || !second.earliest || *second.earliest <= *first.latest) return 0;
    return day_of(*second.earliest) - day_of(*first.latest);
  };
  const std::int64_t apart = std::max(gap(a, b), gap(b, a));
  if (apart == 0) return 0;
  // Months or years that touch are still different ones: coarse windows are as far apart as their begins.
  constexpr std::int64_t coarse = 14 * minutes_per_day;
  const auto is_coarse = [](const Window& w) { return w.bounded() && w.latest->value - w.earliest->value > coarse; };
  if ((is_coarse(a) || is_coarse(b)) && a.earliest && b.earliest)
    return std::max<std::int64_t>(apart, std::abs(day_of(*a.earliest) - day_of(*b.earliest)));
  return apart;
}

bool gap_allowed(std::int64_t gap, bool once, bool slip) {
  if (!once) return gap <= (slip ? slip_days : 0);
  constexpr std::int64_t year = 365, leap = 3;
  return gap <= once_days || (gap <= 2 * year + leap && (gap + leap) % year <= 2 * leap);
}

bool Spread::allowed() const {
  if (!first_end || !last_begin || *last_begin <= *first_end) return true;
  return gap_allowed(day_of(*last_begin) - day_of(*first_end), once, true);
}

Spread joined(const Spread& a, const Spread& b) {
  Spread both = a;
  if (b.first_end && (!both.first_end || *b.first_end < *both.first_end)) both.first_end = b.first_end;
  if (b.last_begin && (!both.last_begin || *b.last_begin > *both.last_begin)) both.last_begin = b.last_begin;
  both.once = a.once || b.once;
  return both;
}

Spread spread_of(const DocumentAnalysis& analysis, const Claim& claim, bool once) {
  constexpr std::int32_t told_for_days = 30;
  if (const auto window = window_of_claim(analysis, claim)) return {window->latest, window->earliest, once};
  const auto& published = analysis.publication.day;
  if (once || !published) return {std::nullopt, std::nullopt, once};
  return {end_of(*published), start_of(*published - told_for_days), once};
}

}  // namespace isnad::linking
