// Each relation against Allen's definition, over all placements of two intervals on a small axis: what must hold
// between their ends is written out here by hand.
#include <gtest/gtest.h>

#include <functional>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

struct Span {
  int begin, end;
};

bool holds(const EndOrder& o, const Span& source, const Span& target) {
  const auto value = [&](Side side, End end) {
    const Span& s = side == Side::source ? source : target;
    return end == End::begin ? s.begin : s.end;
  };
  const int a = value(o.first_side, o.first);
  const int b = value(o.second_side, o.second);
  return o.order == Order::before ? a < b : o.order == Order::same ? a == b : a <= b;
}

bool holds(Relation relation, const Span& source, const Span& target) {
  for (const EndOrder& o : end_orders(relation)) {
    if (!holds(o, source, target)) return false;
  }
  return true;
}

struct Definition {
  Relation relation;
  std::string name;
  std::function<bool(Span, Span)> means;
};

const std::vector<Definition>& definitions() {
  static const std::vector<Definition> all{
      {Relation::before, "BEFORE", [](Span x, Span y) { return x.end < y.begin; }},
      {Relation::after, "AFTER", [](Span x, Span y) { return x.begin > y.end; }},
      {Relation::ibefore, "IBEFORE", [](Span x, Span y) { return x.end == y.begin; }},
      {Relation::iafter, "IAFTER", [](Span x, Span y) { return x.begin == y.end; }},
      {Relation::includes, "INCLUDES", [](Span x, Span y) { return x.begin < y.begin && x.end > y.end; }},
      {Relation::is_included, "IS_INCLUDED", [](Span x, Span y) { return x.begin > y.begin && x.end < y.end; }},
      {Relation::during, "DURING", [](Span x, Span y) { return x.begin >= y.begin && x.end <= y.end; }},
      {Relation::during_inv, "DURING_INV", [](Span x, Span y) { return y.begin >= x.begin && y.end <= x.end; }},
      {Relation::simultaneous, "SIMULTANEOUS", [](Span x, Span y) { return x.begin == y.begin && x.end == y.end; }},
      {Relation::identity, "IDENTITY", [](Span x, Span y) { return x.begin == y.begin && x.end == y.end; }},
      {Relation::begins, "BEGINS", [](Span x, Span y) { return x.begin == y.begin && x.end < y.end; }},
      {Relation::begun_by, "BEGUN_BY", [](Span x, Span y) { return x.begin == y.begin && x.end > y.end; }},
      {Relation::ends, "ENDS", [](Span x, Span y) { return x.end == y.end && x.begin > y.begin; }},
      {Relation::ended_by, "ENDED_BY", [](Span x, Span y) { return x.end == y.end && x.begin < y.begin; }},
      {Relation::overlap, "OVERLAP",
       [](Span x, Span y) { return std::max(x.begin, y.begin) <= std::min(x.end, y.end); }},
      {Relation::before_or_overlap, "BEFORE_OR_OVERLAP", [](Span x, Span y) { return !(x.begin > y.end); }},
      {Relation::overlap_or_after, "OVERLAP_OR_AFTER", [](Span x, Span y) { return !(x.end < y.begin); }},
      {Relation::vague, "VAGUE", [](Span, Span) { return true; }}};
  return all;
}

template <class Action>
void for_all_placements(Action action) {
  constexpr int last = 4;
  for (int a = 0; a <= last; ++a) {
    for (int b = a; b <= last; ++b) {
      for (int c = 0; c <= last; ++c) {
        for (int d = c; d <= last; ++d) action(Span{a, b}, Span{c, d});
      }
    }
  }
}

class OneRelation : public testing::TestWithParam<Definition> {};

TEST_P(OneRelation, IsWhatAllenDefines) {
  for_all_placements([](Span x, Span y) {
    EXPECT_EQ(holds(GetParam().relation, x, y), GetParam().means(x, y))
        << x.begin << ".." << x.end << " and " << y.begin << ".." << y.end;
  });
}

TEST_P(OneRelation, AgreesWithItsInverse) {
  const Relation other = inverse(GetParam().relation);
  EXPECT_EQ(inverse(other), GetParam().relation);
  for_all_placements([other](Span x, Span y) { EXPECT_EQ(holds(other, y, x), GetParam().means(x, y)); });
}

TEST_P(OneRelation, IsKnownByItsName) {
  EXPECT_EQ(relation_of(GetParam().name), GetParam().relation);
  EXPECT_EQ(to_string(GetParam().relation), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(All, OneRelation, testing::ValuesIn(definitions()),
                         [](const auto& test) { return test.param.name; });

TEST(RelationOf, TakesTheSpellingsOfCorpora) {
  EXPECT_EQ(relation_of("before"), Relation::before);
  EXPECT_EQ(relation_of("Is_Included"), Relation::is_included);
  EXPECT_EQ(relation_of("BEFORE-OR-OVERLAP"), Relation::before_or_overlap);
  EXPECT_EQ(relation_of("BEFORE/OVERLAP"), Relation::before_or_overlap);
  EXPECT_EQ(relation_of("OVERLAP-OR-AFTER"), Relation::overlap_or_after);
  EXPECT_EQ(relation_of("CONTAINS"), Relation::includes);
  EXPECT_EQ(relation_of("EQUAL"), Relation::simultaneous);
  EXPECT_EQ(relation_of("NONE"), Relation::vague);
}

TEST(RelationOf, RefusesWhatItDoesNotKnow) {
  for (const char* name : {"", "BEFOR", "BEGINS-ON", "ENDS-ON", "BEFOREAFTER", "_BEFORE", "before "}) {
    EXPECT_FALSE(relation_of(name)) << name;
  }
  EXPECT_FALSE(relation_of(std::string(1'000'000, 'B')));
}

}  // namespace
}  // namespace isnad::tml
