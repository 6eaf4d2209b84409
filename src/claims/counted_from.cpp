#include "claims/counted_from.h"

#include <algorithm>
#include <utility>

#include "claims/meanwhile.h"
#include "claims/occasion_time.h"

namespace isnad {

std::optional<Window> ClaimTime::at_distance_from(Window from) const {
  if (!from.bounded()) return std::nullopt;
  if (offset_in_days) from = {start_of(day_of(*from.earliest)), end_of(day_of(*from.latest))};
  return Window{*from.earliest + *offset->lo, *from.latest + *offset->hi};
}

}  // namespace isnad

namespace isnad::claims {
namespace {

constexpr std::uint32_t head_reach = 6;  ///< tokens from "after" to the event: the amount of time between

/// The word tells an event of a type that neighbours this one.
bool neighbours(const Reading& reading, const Item& word, std::string_view type) {
  const auto id = word.value.text("frame");
  const Frame* frame = id ? reading.grammar.frame(reading.document.language, *id) : nullptr;
  return frame != nullptr && frame->has_neighbour(type);
}

}  // namespace

std::optional<std::uint32_t> told_earlier(const Reading& reading, const Clause& clause,
                                          const std::vector<Claim>& claims, bool neighbouring) {
  const std::uint32_t last = std::min(clause.tokens.last, clause.tokens.first + head_reach);
  const auto find = [&](const auto& tells) -> std::optional<std::uint32_t> {
    for (std::uint32_t t = clause.tokens.first; t < last; ++t)
      for (const Item* item : reading.items(t, Word::event))
        for (std::size_t c = claims.size(); c > 0; --c)
          if (tells(*item, claims[c - 1].type) && time_meanwhile(claims[c - 1]) && !claims[c - 1].time.inherited)
            return static_cast<std::uint32_t>(c - 1);
    return std::nullopt;
  };
  if (const auto same = find([](const Item& word, std::string_view type) { return word.value.text("type") == type; }))
    return same;
  for (std::uint32_t t = clause.tokens.first; clause.distance && t < last; ++t)
    if (const auto told = told_again(reading, t, claims)) return told;
  if (!neighbouring) return std::nullopt;
  return find([&](const Item& word, std::string_view type) { return neighbours(reading, word, type); });
}

bool names_what_was_told(const Reading& reading, const Clause& clause, const std::vector<EventMention>& mentions) {
  const std::uint32_t last = std::min(clause.tokens.last, clause.tokens.first + head_reach);
  for (std::uint32_t t = clause.tokens.first; t < last; ++t) {
    if (!reading.is(t, Word::from_event)) continue;
    const std::uint32_t head = reading.after(t, Word::from_event);
    return head < clause.tokens.last &&
           (reading.is_definite(head) || std::any_of(mentions.begin(), mentions.end(), [&](const EventMention& m) {
              return m.trigger == head && m.possessive;
            }));
  }
  return false;
}

void date_as_last_told(std::vector<Claim>& claims, std::uint32_t claim) {
  if (claims[claim].time.timex || claims[claim].time.other) return;
  for (std::uint32_t c = claim; c > 0 && claims[c - 1].sentence + 1 >= claims[claim].sentence; --c)
    if (const auto time = time_meanwhile(claims[c - 1]); time && !claims[c - 1].time.inherited) {
      claims[claim].time = *time;
      return;
    }
}

void count_from(std::vector<Claim>& claims, std::uint32_t main, std::uint32_t other, ClauseTie tie,
                const std::optional<EventDistance>& distance) {
  if (tie != ClauseTie::after && tie != ClauseTie::before) return;
  const auto dated = [](const Claim& c) { return c.time.timex && !c.time.of_statement && !c.time.inherited; };
  const bool turned = distance && dated(claims[main]) && !dated(claims[other]);
  ClaimTime& time = claims[turned ? other : main].time;
  if (time.other) return;
  time.other = turned ? main : other;
  OffsetBounds bounds{distance ? distance->least : Minutes{0}, distance ? distance->most : std::nullopt};
  if ((tie == ClauseTie::before) != turned) {
    std::swap(bounds.lo, bounds.hi);
    for (auto* side : {&bounds.lo, &bounds.hi})
      if (*side) (*side)->value = -(*side)->value;
  }
  time.offset = bounds;
  time.offset_in_days = distance && distance->in_days;
  if (distance) time.offset_breadth = distance->breadth;
  if (distance) return;
  // "arrived yesterday, after Russia had granted": granted by yesterday
  ClaimTime& earlier = claims[other].time;
  const ClaimTime& later = claims[main].time;
  if (tie == ClauseTie::after && !earlier.timex && later.timex && later.relation == TimeRelation::at) {
    earlier.timex = later.timex;
    earlier.relation = TimeRelation::by;
    earlier.inherited = true;
  }
}

}  // namespace isnad::claims
