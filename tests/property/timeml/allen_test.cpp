// All compositions of Allen's thirteen relations, through the network and by enumeration.
#include <gtest/gtest.h>

#include <array>

#include "isnad/timeml.h"
#include "timeml_text.h"

namespace isnad::tml {
namespace {

// Two of Allen's relations have no name in TimeML: overlaps and overlapped-by. They are said here with the help of a
// third interval: x overlaps y if something ends x, begins y, and neither is all of it.
constexpr std::array<const char*, 13> allen{"BEFORE",       "AFTER",    "IBEFORE",      "IAFTER", "INCLUDES",
                                            "IS_INCLUDED",  "BEGINS",   "BEGUN_BY",     "ENDS",   "ENDED_BY",
                                            "SIMULTANEOUS", "overlaps", "overlapped by"};

struct Span {
  int begin, end;
};

/// Allen's definitions; `proper`: no interval is a moment.
bool holds(std::size_t relation, Span x, Span y) {
  switch (relation) {
    case 0:
      return x.end < y.begin;
    case 1:
      return holds(0, y, x);
    case 2:
      return x.end == y.begin;
    case 3:
      return holds(2, y, x);
    case 4:
      return x.begin < y.begin && y.end < x.end;
    case 5:
      return holds(4, y, x);
    case 6:
      return x.begin == y.begin && x.end < y.end;
    case 7:
      return holds(6, y, x);
    case 8:
      return x.end == y.end && y.begin < x.begin;
    case 9:
      return holds(8, y, x);
    case 10:
      return x.begin == y.begin && x.end == y.end;
    case 11:
      return x.begin < y.begin && y.begin < x.end && x.end < y.end;
    default:
      return holds(11, y, x);
  }
}

/// Some placement of three intervals on six moments (more are never needed: there are six ends).
bool possible(std::size_t xy, std::size_t yz, std::size_t xz, bool proper) {
  std::vector<Span> spans;
  for (int b = 0; b < 6; ++b) {
    for (int e = b + (proper ? 1 : 0); e < 6; ++e) spans.push_back({b, e});
  }
  for (const Span x : spans) {
    for (const Span y : spans) {
      if (!holds(xy, x, y)) continue;
      for (const Span z : spans) {
        if (holds(yz, y, z) && holds(xz, x, z)) return true;
      }
    }
  }
  return false;
}

void say(test::TimemlText& text, const std::string& id, const std::string& x, std::size_t relation,
         const std::string& y) {
  if (relation == 12) {
    say(text, id, y, 11, x);
  } else if (relation == 11) {
    text.event("o" + id).event("m" + id);
    text.link(id + "a", "o" + id, "ENDS", x).link(id + "b", "o" + id, "BEGINS", y);
    text.link(id + "c", "o" + id, "INCLUDES", "m" + id);  // it is no moment
  } else {
    text.link(id, x, allen[relation], y);
  }
}

bool consistent(std::size_t xy, std::size_t yz, std::size_t xz, bool proper) {
  test::TimemlText text;
  for (const char* id : {"x", "y", "z"}) {
    text.event(id);
    if (proper) text.event(std::string("in") + id).link(std::string("p") + id, id, "INCLUDES", std::string("in") + id);
  }
  say(text, "xy", "x", xy, "y");
  say(text, "yz", "y", yz, "z");
  say(text, "xz", "x", xz, "z");
  auto document = parse(text.xml());
  EXPECT_TRUE(document) << document.error().message;
  const auto network = network_of(*document);
  EXPECT_TRUE(network);
  solver::SolveOptions verdict_alone;
  verdict_alone.max_conflicts = 1;
  return solver::solve(network->network, verdict_alone).status == solver::Status::consistent;
}

TEST(Allen, AllCompositions) {
  std::size_t triples = 0;
  for (std::size_t xy = 0; xy < allen.size(); ++xy) {
    for (std::size_t yz = 0; yz < allen.size(); ++yz) {
      for (std::size_t xz = 0; xz < allen.size(); ++xz) {
        for (const bool proper : {true, false}) {
          const bool expected = possible(xy, yz, xz, proper);
          ASSERT_EQ(consistent(xy, yz, xz, proper), expected)
              << "x " << allen[xy] << " y, y " << allen[yz] << " z, x " << allen[xz] << " z, proper " << proper;
          triples += proper && expected ? 1U : 0U;
        }
      }
    }
  }
  EXPECT_EQ(triples, 409U);  // the entries of Allen's table of 1983, which is about proper intervals
}

}  // namespace
}  // namespace isnad::tml
