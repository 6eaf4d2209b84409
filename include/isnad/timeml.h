// isnad/timeml.h - whether the temporal links of an annotated document can all be true.
//
// TimeML (ISO 24617-1) marks events (EVENT, MAKEINSTANCE) and times (TIMEX3) in a text and relates them by links
// (TLINK). Each event and time is an interval with a begin and an end; a link says how the ends of two intervals lie.
// This stage reads such a document, turns it into a constraint network of isnad/solve.h, and says what an annotator has
// to know: which links contradict one another, which to give up, and where the order stays open.
//
//   const Result<tml::Document> document = tml::parse(xml, "story.tml");
//   if (document) const Result<tml::Analysis> analysis = tml::analyze(*document);
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"
#include "isnad/solve.h"

namespace isnad::tml {

// ----------------------------------------------------------------- relations

/// What a TLINK says of its source and its target: the fourteen relations of TimeML 1.2.1, and those that the corpora
/// of TempEval, i2b2 and TimeBank-Dense add.
enum class Relation : std::uint8_t {
  before,
  after,
  ibefore,
  iafter,
  includes,
  is_included,
  during,
  during_inv,
  simultaneous,
  identity,
  begins,
  begun_by,
  ends,
  ended_by,
  overlap,            ///< they share a moment
  before_or_overlap,  ///< not after
  overlap_or_after,   ///< not before
  vague               ///< says nothing of the order
};

/// The relation of a relType. Case makes no difference, nor does "-", "/" or a space in place of "_". Beside the names
/// of TimeML: CONTAINS, INCLUDED, EQUAL, IDENTICAL, OVERLAP, BEFORE_OVERLAP, BEFORE_OR_OVERLAP, OVERLAP_OR_AFTER;
/// VAGUE, NONE, UNKNOWN, UNDEF. THYME's BEGINS-ON and ENDS-ON are read in more than one way, and refused.
[[nodiscard]] std::optional<Relation> relation_of(std::string_view rel_type);
/// The name in TimeML.
[[nodiscard]] std::string_view to_string(Relation relation);
/// The relation of target to source.
[[nodiscard]] Relation inverse(Relation relation);

enum class End : std::uint8_t { begin, end };
enum class Side : std::uint8_t { source, target };
enum class Order : std::uint8_t {
  before,     ///< <
  not_after,  ///< <=
  same        ///< =
};
/// How two ends lie: `first` stands in `order` to `second`.
struct EndOrder {
  Side first_side{};
  End first{};
  Order order{};
  Side second_side{};
  End second{};
};
/// The relation as orders between ends, all of which hold. Allen's relation of the same meaning, given that no interval
/// ends before it begins; an event may be a moment. DURING is read so weakly that both its readings are satisfied (the
/// same stretch, as TempEval-3 has it, or a part of it): the source lies within the target and may fill it.
/// Source: Allen 1983; TimeML 1.2.1.
[[nodiscard]] const std::vector<EndOrder>& end_orders(Relation relation);

// ------------------------------------------------------------------ document

enum class IntervalKind : std::uint8_t { event, timex };

/// An event instance, or an event without instance, or a time.
struct Interval {
  IntervalKind kind{};
  std::string id;    ///< eiid, eid or tid: no two of a document are alike
  std::string text;  ///< the words marked, at most max_text bytes of them
  LineColumn place;  ///< of EVENT or TIMEX3
  // Of times alone, as the attributes have them:
  std::string type;
  std::string value;
  std::string mod;
  std::string function;                    ///< functionInDocument
  std::optional<std::size_t> begin_point;  ///< index of the interval that beginPoint names
  std::optional<std::size_t> end_point;    ///< likewise
};
inline constexpr std::size_t max_text = 200;

struct Link {
  std::string id;
  std::size_t source = 0;  ///< index of an interval
  std::size_t target = 0;
  Relation relation{};
  LineColumn place;
};

struct Document {
  std::string path;
  std::vector<Interval> intervals;  ///< in order of the text
  std::vector<Link> links;          ///< in order of the file
  std::size_t other_links = 0;      ///< SLINK, ALINK and CLINK: they say nothing of the order

  /// The time with functionInDocument CREATION_TIME; nothing where there is none, or more than one. O(intervals).
  [[nodiscard]] std::optional<std::size_t> creation_time() const;
};

/// Reads TimeML 1.2.1 and what is near to it: ids may be named "id" or "xml:id"; a link may name an event in place of
/// its only instance. Elements of other names are passed over. `path` is only for errors.
/// Errors: bad_timeml with line and column: XML that is not well-formed, a declaration of entities, an element without
/// its id or with one that is taken, an unknown relType, a reference to nothing. O(bytes).
[[nodiscard]] Result<Document> parse(std::string_view xml, const std::string& path = {});

// ------------------------------------------------------------------ calendar

/// Where the calendar puts an interval.
struct Placement {
  Window window;       ///< in whole minutes; both sides given
  bool fills = false;  ///< it begins in the first minute and ends in the last; else it lies somewhere within
  bool operator==(const Placement&) const = default;
};
/// Of a time whose value is one of the calendar: a day, month or year is filled; a clock time, part of a day, week,
/// decade, century, the start, middle or end of something, and the day of the document itself lie within. Nothing for
/// an event, a duration, a set, a value with an unknown year, a season or quarter (whose ends nobody knows), an
/// approximate one, and whatever is not understood: it floats.
[[nodiscard]] std::optional<Placement> placement(const Interval& interval);

// ------------------------------------------------------------------- network

/// What a claim of the network stands for.
struct Fact {
  enum class Kind : std::uint8_t {
    link,   ///< may be given up; of: index of the link
    order,  ///< an interval does not end before it begins; of: index of the interval, as below
    value,  ///< where the calendar puts a time
    begin,  ///< a duration begins in its beginPoint
    end,    ///< a duration ends in its endPoint
    now     ///< PRESENT_REF shares a moment with the document's creation time
  };
  Kind kind{};
  std::size_t of = 0;
};

/// A document as a constraint network. Its unit is neither minute nor day: only order counts, so calendar instants
/// stand for their rank, and between two neighbours lie more ticks than the network has points. "Before" is at least
/// one tick; no path has so many of them that they could add up to a calendar instant, so strict and weak order are
/// exact, as on the axis of real numbers. Point 2i+1 is the begin of interval i, point 2i+2 its end.
struct Network {
  solver::Network network;
  std::vector<Fact> facts;                           ///< by ClaimId
  std::vector<std::optional<Placement>> placements;  ///< by interval
};
/// Error: too_large, where the solver's limits are exceeded.
[[nodiscard]] Result<Network> network_of(const Document& document);

// ------------------------------------------------------------------ analysis

/// Links that cannot all hold; any but one of them can. Neighbours in the list share an interval where that is
/// possible.
struct Cycle {
  std::vector<std::size_t> links;   ///< empty: values contradict one another
  std::vector<std::size_t> values;  ///< times whose values or end points take part
};

/// An end of an interval.
struct Point {
  std::size_t interval = 0;
  End end{};
  bool operator==(const Point&) const = default;
};
/// Ends that coincide.
using Moment = std::vector<Point>;

/// Moments of which no order is known, neither directly nor by way of others of the same stretch: each is unordered
/// with at least one other, and whatever lies outside comes before all of them or after all.
struct Stretch {
  std::optional<Moment> after;   ///< the moment before it, if any
  std::optional<Moment> before;  ///< the moment behind it
  std::vector<Moment> moments;   ///< at least two, in one of the orders that are possible
  /// Positions i of moments whose order to moment i+1 is unknown: were each of these pairs ordered as it stands here,
  /// nothing of the stretch would be left open.
  std::vector<std::size_t> open;
};

struct Analysis {
  Document document;
  Network network;
  solver::Solution solution;
  std::vector<Cycle> cycles;           ///< as the solution's conflicts
  std::vector<std::size_t> give_up;    ///< the links of the cheapest repair, ascending
  std::vector<Stretch> stretches;      ///< in order of time, after the repair; none where it is not possible
  std::vector<std::size_t> unrelated;  ///< intervals that no link orders, ascending: they are in no stretch
};

/// Decides a document, lists its minimal cycles, finds the cheapest repair, then the stretches whose order is open.
/// Every link weighs 1. O(n log n) beside the solver's work. Error: too_large.
[[nodiscard]] Result<Analysis> analyze(Document document, const solver::SolveOptions& options = {});

/// The stretches of a document without the links for which `dropped` is true, which can hold; and the intervals that no
/// link orders. Two ends are ordered where one is never after the other. O(n log n).
/// Source: a cut of a topological order parts a poset into two all of whose members are ordered if and only if the
/// last members of the one precede the first members of the other; those are counted as the cut moves on.
[[nodiscard]] std::vector<Stretch> open_stretches(const Document& document,
                                                  const std::vector<std::optional<Placement>>& placements,
                                                  const std::vector<bool>& dropped);
[[nodiscard]] std::vector<std::size_t> unrelated_intervals(const Document& document);

}  // namespace isnad::tml
