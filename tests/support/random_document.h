// Random annotated documents.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "isnad/timeml.h"
#include "random_network.h"

namespace isnad::test {

using Span = std::pair<std::int64_t, std::int64_t>;

/// Whether a relation holds of two placed intervals.
inline bool holds(tml::Relation relation, const Span& source, const Span& target) {
  for (const tml::EndOrder& o : tml::end_orders(relation)) {
    const auto value = [&](tml::Side side, tml::End end) {
      const Span& s = side == tml::Side::source ? source : target;
      return end == tml::End::begin ? s.first : s.second;
    };
    const auto a = value(o.first_side, o.first);
    const auto b = value(o.second_side, o.second);
    if (o.order == tml::Order::before ? a >= b : o.order == tml::Order::same ? a != b : a > b) return false;
  }
  return true;
}

inline constexpr int relations = static_cast<int>(tml::Relation::vague);  // without vague, which is the last

/// Intervals on an axis of `length` moments; about one in three is a time of the calendar that it really fills: moment
/// i is the first of January of year 1500 + i.
inline tml::Document random_document(Dice& dice, int intervals, std::int64_t length, std::vector<Span>& spans) {
  tml::Document out;
  spans.clear();
  for (int i = 0; i < intervals; ++i) {
    tml::Interval interval;
    Span span;
    span.first = dice.between(0, length - 1);
    if (dice.percent(30)) {
      span.second = span.first + 1;
      interval.kind = tml::IntervalKind::timex;
      interval.type = "DATE";
      interval.value = std::to_string(1500 + span.first);
    } else {
      span.second = dice.between(span.first, length);
    }
    interval.id = "i" + std::to_string(i);
    interval.text = interval.id;
    out.intervals.push_back(interval);
    spans.push_back(span);
  }
  return out;
}

/// Links that hold of the spans.
inline void add_true_links(Dice& dice, tml::Document& document, const std::vector<Span>& spans, int count) {
  while (count > 0) {
    const std::size_t source = dice.index(spans.size());
    const std::size_t target = dice.index(spans.size());
    const auto relation = static_cast<tml::Relation>(dice.between(0, relations - 1));
    if (!holds(relation, spans[source], spans[target])) continue;
    document.links.push_back({"l" + std::to_string(document.links.size()), source, target, relation, {1, 1}});
    --count;
  }
}

}  // namespace isnad::test
