#include "audit/count_surroundings.h"

#include <algorithm>

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t reach = 8;        ///< words on each side of a number that are read with it
constexpr std::uint32_t scope_reach = 6;  ///< tokens on each side, up to a mark, that tell of what it is a part
constexpr std::uint32_t grows_reach = 3;  ///< tokens behind a number: the noun counted and what describes it
constexpr std::uint32_t aboard_reach = 5;
constexpr std::uint32_t longest_bound = 2;  ///< tokens of "up to", ahead of a time
constexpr std::uint32_t bound_reach = 4;    ///< tokens from "at least" to the number

/// "The toll at noon": in longer parts of a day tolls grow.
bool is_of_an_hour(const Window& when) {
  constexpr std::int64_t longest = 180;
  return when.latest->value - when.earliest->value < longest;
}

}  // namespace

/// The token so many words before (behind) a number: times and marks between do not count.
std::uint32_t CountSurroundings::words_before(std::uint32_t t, std::uint32_t begin) const {
  for (std::uint32_t words = 0; t > begin && words < reach; --t) words += counts_as_word(t - 1) ? 1U : 0U;
  return t;
}
std::uint32_t CountSurroundings::words_behind(std::uint32_t t, std::uint32_t end) const {
  for (std::uint32_t words = 0; t < end && words < reach; ++t) words += counts_as_word(t);
  return t;
}
bool CountSurroundings::counts_as_word(std::uint32_t t) const {
  return text_.document.tokens[t].kind == TokenKind::word && !text_.timex(t);
}

void CountSurroundings::read(Count& count, const Sentence& s) const {
  const std::uint32_t from = words_before(count.first, s.first), to = words_behind(count.last, s.last);
  const auto without_units = [&](std::vector<std::string> stems) {
    std::erase_if(stems, [&](const std::string& w) {
      return std::find(count.units.begin(), count.units.end(), w) != count.units.end();
    });
    return stems;
  };
  count.near = without_units(words_.stems(text_.analysis, from, to));
  count.all = without_units(words_.stems(text_.analysis, s.first, s.last));
  for (auto* stems : {&count.near, &count.all})  // nor the noun counted, in the form that it has here
    std::erase(*stems, words_.stem(text_.analysis, count.last));
  read_time(count, s);
  read_scope(count, from, to);
  read_bound(count, s);
  read_aboard(count, s);
  for (std::uint32_t t = s.first; t < s.last; ++t)
    if (text_.item(t, place_name_)) count.places.push_back(words_.stem(text_.analysis, t));
  std::sort(count.places.begin(), count.places.end());
  read_claim(count);
  for (std::uint32_t t = from; t < count.first; ++t)
    if (const Item* taken = count.when ? text_.item(t, count_taken_) : nullptr)
      count.until = count.until || taken->value.text("value") != "tally" || is_of_an_hour(*count.when);
}

void CountSurroundings::read_scope(Count& count, std::uint32_t from, std::uint32_t to) const {
  const auto take = [&](std::uint32_t t) {
    const Item* scope = text_.item(t, count_scope_);
    if (!scope || (count.until && scope->value.text("value") == "total")) return;
    std::string word = words_.stem(text_.analysis, t);
    if (scope->value.text("value") == "ordered") word += ' ' + words_.stem(text_.analysis, scope->last);
    count.scope.push_back(std::move(word));
  };
  for (std::uint32_t t = count.first; t > from && count.first - t < scope_reach && !text_.is_mark(t - 1); --t)
    take(t - 1);
  const auto is_number = [&](std::uint32_t t) {
    return t < to && text_.document.tokens[t].kind == TokenKind::integer && !text_.timex(t);
  };
  for (std::uint32_t t = count.last; t < std::min(to, count.last + scope_reach) && !text_.is_mark(t); ++t) {
    if (is_number(t) || is_number(t + 1)) break;  // "26 in favour, against | 20"
    take(t);
  }
  std::sort(count.scope.begin(), count.scope.end());
  for (std::uint32_t t = from; t < count.last + grows_reach && t < to; ++t)
    if ((t < count.first || t >= count.last) && text_.item(t, count_grows_)) count.grows = true;
}

void CountSurroundings::read_bound(Count& count, const Sentence& s) const {
  const auto take = [&](const Item& bound) {
    const auto value = bound.value.text("value").value_or("");
    if (value == "about") count.slack = std::max(count.slack, count.value / 8);
    if (value == "least") count.at_least = true;
    if (value == "most") count.at_most = true;
  };
  for (std::uint32_t t = count.first; t < count.last; ++t)  // "less than a week" is one expression of time
    if (const Item* bound = text_.item(t, count_bound_)) take(*bound);
  for (std::uint32_t t = count.first; t > s.first && count.first - t < bound_reach; --t)
    if (const Item* bound = text_.item(t - 1, count_bound_)) {
      take(*bound);
      break;
    }
  for (std::uint32_t t = count.last; t < std::min(s.last, count.last + 3); ++t)
    if (const Item* bound = text_.item(t, count_bound_); bound && bound->value.text("value") != "most") take(*bound);
}

/// "With 22 people aboard", "the crew consists of 23 sailors".
void CountSurroundings::read_aboard(Count& count, const Sentence& s) const {
  if (count.kind != Count::Kind::things) return;
  const auto take = [&](std::uint32_t t) {
    const Item* aboard = count.aboard.empty() ? text_.item(t, aboard_) : nullptr;
    if (aboard) count.aboard = aboard->value.text("value").value_or("");
  };
  for (std::uint32_t t = count.first; t > s.first && count.first - t < aboard_reach && !text_.is_mark(t - 1); --t)
    take(t - 1);
  for (std::uint32_t t = count.last; t < std::min(s.last, count.last + aboard_reach) && !text_.is_mark(t); ++t) take(t);
  for (std::uint32_t t = s.first; t < s.last && !count.aboard.empty(); ++t)
    if (text_.item(t, carrier_)) count.carriers.push_back(words_.stem(text_.analysis, t));
  std::sort(count.carriers.begin(), count.carriers.end());
}

void CountSurroundings::read_time(Count& count, const Sentence& s) const {
  std::optional<std::uint32_t> nearest;
  for (const Timex& timex : text_.analysis.timexes) {
    if (timex.first < s.first || timex.last > s.last || !timex.domain || timex.domain->empty()) continue;
    const Window w = timex.domain->hull();
    if (!w.bounded() || w.latest->value - w.earliest->value > minutes_per_day) continue;
    const std::uint32_t distance = timex.first < count.first ? count.first - timex.first : timex.first - count.first;
    if (nearest && *nearest <= distance) continue;
    nearest = distance;
    count.when = w;
    const Item* bound = text_.item(timex.first, bound_);
    for (std::uint32_t t = timex.first; t > s.first && timex.first - t < longest_bound; --t)
      if (const Item* before = text_.item(t - 1, bound_); before && before->last == timex.first) bound = before;
    count.until = bound && bound->value.text("value") == "by";
  }
}

/// The claim that holds the number, by the word of an event that stands nearest to it.
void CountSurroundings::read_claim(Count& count) const {
  const ByteOffset at = text_.document.tokens[count.first].begin;
  std::uint32_t nearest = 0;
  for (std::uint32_t c = 0; c < text_.analysis.claims.size(); ++c) {
    const Claim& claim = text_.analysis.claims[c];
    if (claim.sentence != count.sentence || at < claim.span.begin || at >= claim.span.end) continue;
    const std::uint32_t trigger = claim.trigger.begin.value;
    const std::uint32_t distance = trigger < at.value ? at.value - trigger : trigger - at.value;
    if (count.claim && distance >= nearest) continue;
    nearest = distance;
    count.claim = ClaimRef{count.document, c};
    count.modality = claim.modality;
    count.denied = claim.polarity == Polarity::denied;
  }
  // "Hours after winning 3-1 they came home at dawn": the day in the sentence is another's
  if (!count.claim || !context_.claim(*count.claim).time.other) return;
  const auto& domain = context_.dated(*count.claim).domain;
  count.when.reset();
  if (domain && !domain->empty() && domain->hull().bounded()) count.when = domain->hull();
}

}  // namespace isnad::audit_rules
