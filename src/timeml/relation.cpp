// The relations of TimeML: their names, and what they say of the ends of two intervals.
#include <array>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

struct Name {
  std::string_view name;
  Relation relation;
};

// The first name of a relation is TimeML's own.
constexpr std::array names{Name{"BEFORE", Relation::before},
                           Name{"AFTER", Relation::after},
                           Name{"IBEFORE", Relation::ibefore},
                           Name{"IAFTER", Relation::iafter},
                           Name{"INCLUDES", Relation::includes},
                           Name{"CONTAINS", Relation::includes},
                           Name{"IS_INCLUDED", Relation::is_included},
                           Name{"INCLUDED", Relation::is_included},
                           Name{"DURING", Relation::during},
                           Name{"DURING_INV", Relation::during_inv},
                           Name{"SIMULTANEOUS", Relation::simultaneous},
                           Name{"EQUAL", Relation::simultaneous},
                           Name{"IDENTITY", Relation::identity},
                           Name{"IDENTICAL", Relation::identity},
                           Name{"BEGINS", Relation::begins},
                           Name{"BEGUN_BY", Relation::begun_by},
                           Name{"ENDS", Relation::ends},
                           Name{"ENDED_BY", Relation::ended_by},
                           Name{"OVERLAP", Relation::overlap},
                           Name{"BEFORE_OR_OVERLAP", Relation::before_or_overlap},
                           Name{"BEFORE_OVERLAP", Relation::before_or_overlap},
                           Name{"OVERLAP_OR_AFTER", Relation::overlap_or_after},
                           Name{"VAGUE", Relation::vague},
                           Name{"NONE", Relation::vague},
                           Name{"UNKNOWN", Relation::vague},
                           Name{"UNDEF", Relation::vague}};

char folded(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
  return c == '-' || c == '/' || c == ' ' ? '_' : c;
}

constexpr auto source = Side::source;
constexpr auto target = Side::target;
constexpr auto begin = End::begin;
constexpr auto end = End::end;

using Orders = std::vector<EndOrder>;

const Orders before_orders{{source, end, Order::before, target, begin}};
const Orders ibefore_orders{{source, end, Order::same, target, begin}};
const Orders includes_orders{{source, begin, Order::before, target, begin}, {target, end, Order::before, source, end}};
const Orders during_orders{{target, begin, Order::not_after, source, begin},
                           {source, end, Order::not_after, target, end}};
const Orders same_orders{{source, begin, Order::same, target, begin}, {source, end, Order::same, target, end}};
const Orders begins_orders{{source, begin, Order::same, target, begin}, {source, end, Order::before, target, end}};
const Orders ends_orders{{target, begin, Order::before, source, begin}, {source, end, Order::same, target, end}};
// Weak on both sides: a moment at the edge of an interval is shared, and an event may be a moment.
const Orders overlap_orders{{source, begin, Order::not_after, target, end},
                            {target, begin, Order::not_after, source, end}};
const Orders before_or_overlap_orders{{source, begin, Order::not_after, target, end}};
const Orders no_orders;

Orders exchanged(Orders orders) {
  const auto other = [](Side side) { return side == source ? target : source; };
  for (EndOrder& order : orders) {
    order.first_side = other(order.first_side);
    order.second_side = other(order.second_side);
  }
  return orders;
}

}  // namespace

std::optional<Relation> relation_of(std::string_view rel_type) {
  constexpr std::size_t longest = 20;
  if (rel_type.size() > longest) return std::nullopt;
  std::string name;
  for (const char c : rel_type) name += folded(c);
  for (const Name& n : names) {
    if (n.name == name) return n.relation;
  }
  return std::nullopt;
}

std::string_view to_string(Relation relation) {
  for (const Name& n : names) {
    if (n.relation == relation) return n.name;
  }
  return {};
}

Relation inverse(Relation relation) {
  switch (relation) {
    case Relation::before:
      return Relation::after;
    case Relation::after:
      return Relation::before;
    case Relation::ibefore:
      return Relation::iafter;
    case Relation::iafter:
      return Relation::ibefore;
    case Relation::includes:
      return Relation::is_included;
    case Relation::is_included:
      return Relation::includes;
    case Relation::during:
      return Relation::during_inv;
    case Relation::during_inv:
      return Relation::during;
    case Relation::begins:
      return Relation::begun_by;
    case Relation::begun_by:
      return Relation::begins;
    case Relation::ends:
      return Relation::ended_by;
    case Relation::ended_by:
      return Relation::ends;
    case Relation::before_or_overlap:
      return Relation::overlap_or_after;
    case Relation::overlap_or_after:
      return Relation::before_or_overlap;
    case Relation::simultaneous:
    case Relation::identity:
    case Relation::overlap:
    case Relation::vague:
      break;
  }
  return relation;
}

const std::vector<EndOrder>& end_orders(Relation relation) {
  static const Orders after = exchanged(before_orders);
  static const Orders iafter = exchanged(ibefore_orders);
  static const Orders is_included = exchanged(includes_orders);
  static const Orders during_inv = exchanged(during_orders);
  static const Orders begun_by = exchanged(begins_orders);
  static const Orders ended_by = exchanged(ends_orders);
  static const Orders overlap_or_after = exchanged(before_or_overlap_orders);
  switch (relation) {
    case Relation::before:
      return before_orders;
    case Relation::after:
      return after;
    case Relation::ibefore:
      return ibefore_orders;
    case Relation::iafter:
      return iafter;
    case Relation::includes:
      return includes_orders;
    case Relation::is_included:
      return is_included;
    case Relation::during:
      return during_orders;
    case Relation::during_inv:
      return during_inv;
    case Relation::simultaneous:
    case Relation::identity:
      return same_orders;
    case Relation::begins:
      return begins_orders;
    case Relation::begun_by:
      return begun_by;
    case Relation::ends:
      return ends_orders;
    case Relation::ended_by:
      return ended_by;
    case Relation::overlap:
      return overlap_orders;
    case Relation::before_or_overlap:
      return before_or_overlap_orders;
    case Relation::overlap_or_after:
      return overlap_or_after;
    case Relation::vague:
      break;
  }
  return no_orders;
}

}  // namespace isnad::tml
