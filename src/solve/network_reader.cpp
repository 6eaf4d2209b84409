// Reading networks from JSON, event by event: a network of a million claims is fifty million values, too many for a
// tree.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "isnad/solve.h"
#include "solve/json_events.h"

namespace isnad::solver {
namespace {

using Kind = JsonValue::Kind;

/// Builds the network while the document passes by. The first fault is kept; the rest is then only read for its syntax.
class NetworkReader {
 public:
  NetworkReader(std::string_view json, const std::string& path) : json_(json), path_(path) {}

  Result<Network> read() {
    if (auto error = JsonEvents(json_, 0, *this).read<0>(path_)) return *std::move(error);
    if (failed_) return error_;
    if (waiting_ != 0) {  // the clauses stood before what they speak of
      const std::size_t begin = std::exchange(waiting_, 0);
      places_ = {Frame{&root, 0, all_sections, clauses_section}};
      if (auto error = JsonEvents(json_, begin, *this).read<rapidjson::kParseStopWhenDoneFlag>(path_)) {
        return *std::move(error);
      }
    }
    if (failed_) return error_;
    return std::move(network_);
  }

  void key(std::string_view name, std::size_t at) {
    if (failed_ || skipped_ > 0) return;
    Frame& object = places_.back();
    const auto& fields = object.shape->fields;
    const auto field = std::find(fields.begin(), fields.end(), name);
    // What is misspelt would otherwise be a bound that silently is not there.
    if (field == fields.end()) {
      fail(at, std::string(object.shape->name) + " has no field '" + std::string(name) + "'");
      return;
    }
    object.field = static_cast<unsigned>(field - fields.begin());
  }

  void value(const JsonValue& v) {
    const bool opens = v.kind == Kind::array || v.kind == Kind::object;
    if (failed_) return;
    if (skipped_ > 0) {
      if (opens) ++skipped_;
      return;
    }
    if (places_.empty()) {
      open_object(v, root);
      return;
    }
    Frame& place = places_.back();
    if (!place.shape->fields.empty()) {
      if (place.has(place.field)) {
        fail(v.at, "the field '" + std::string(place.name()) + "' is given twice");
        return;
      }
      place.seen |= 1U << place.field;
    }
    (this->*place.shape->on_value)(v);
  }

  void close() {
    if (failed_) return;
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    const Frame done = places_.back();
    if (done.shape->on_close != nullptr) (this->*done.shape->on_close)(done);
    places_.pop_back();
  }

 private:
  struct Frame;
  /// What may stand in an array or object, and who reads it.
  struct Shape {
    std::string_view name;
    std::vector<std::string_view> fields;  ///< of an object; an array has none
    void (NetworkReader::*on_value)(const JsonValue&);
    void (NetworkReader::*on_close)(const Frame&);
  };
  struct Frame {
    const Shape* shape;
    std::size_t at;
    unsigned seen = 0;  ///< fields, as bits
    unsigned field = 0;
    bool has(unsigned f) const { return (seen >> f & 1U) != 0; }
    std::string_view name() const { return shape->fields[field]; }
  };

  static const Shape root, points, claims, claim, clauses, clause, alternatives, alternative, windows, window;
  enum Section : unsigned { points_section, claims_section, clauses_section };
  static constexpr unsigned all_sections = 3;  ///< those before the clauses, as bits

  void fail(std::size_t at, std::string message) {
    if (failed_) return;
    failed_ = true;
    error_ = {ErrorCode::bad_network, std::move(message), path_, place_of(json_, at), {}, {}};
  }

  /// Passes on what the builder said, at the place it is about.
  void accept(std::size_t at, const std::optional<Error>& error) {
    if (error) fail(at, error->message);
  }
  template <class T>
  bool accept(std::size_t at, const Result<T>& result) {
    if (!result) fail(at, result.error().message);
    return static_cast<bool>(result);
  }

  void open_object(const JsonValue& v, const Shape& shape) {
    if (v.kind != Kind::object) {
      fail(v.at, std::string(shape.name) + " must be an object");
    } else {
      places_.push_back({&shape, v.at});
    }
  }

  bool open_array(const JsonValue& v, const Shape& shape) {
    if (v.kind != Kind::array) {
      fail(v.at, "'" + std::string(places_.back().name()) + "' must be an array");
    } else {
      places_.push_back({&shape, v.at});
    }
    return !failed_;
  }

  /// An array that is not there.
  void need(const Frame& object, unsigned field, std::string_view kind) {
    if (!object.has(field))
      fail(object.at, "'" + std::string(object.shape->fields[field]) + "' must be " + std::string(kind));
  }

  bool text(const JsonValue& v) {
    if (v.kind != Kind::string) fail(v.at, "'" + std::string(places_.back().name()) + "' must be a string");
    return !failed_;
  }

  bool integer(const JsonValue& v, std::string_view what) {
    if (v.kind != Kind::integer) fail(v.at, "'" + std::string(what) + "' must be an integer of 64 bits");
    return !failed_;
  }

  /// Null is an open end.
  std::optional<Tick> end(const JsonValue& v, std::string_view what) {
    if (v.kind == Kind::null || !integer(v, what)) return std::nullopt;
    if (v.integer < -max_tick || v.integer > max_tick) fail(v.at, "a bound lies beyond the largest time allowed");
    return v.integer;
  }

  void read_section(const JsonValue& v) {
    const unsigned section = places_.back().field;
    const bool early = section == clauses_section && (places_.back().seen & all_sections) != all_sections;
    if (!open_array(v, section == points_section ? points : section == claims_section ? claims : clauses)) return;
    if (early) {
      waiting_ = v.at;
      skipped_ = 1;
      places_.pop_back();
    }
  }

  void end_root(const Frame& object) {
    for (const unsigned section : {points_section, claims_section, clauses_section}) need(object, section, "an array");
  }

  void read_point(const JsonValue& v) {
    if (v.kind != Kind::string) {
      fail(v.at, "a point must be a string");
    } else if (network_.find_point(v.text)) {
      fail(v.at, "there are two points named '" + std::string(v.text) + "'");
    } else {
      accept(v.at, network_.point(v.text));
    }
  }

  enum ClaimField : unsigned { id_field, weight_field, hard_field };
  void read_claim(const JsonValue& v) {
    open_object(v, claim);
    hard_ = false;
  }
  void read_claim_field(const JsonValue& v) {
    const unsigned field = places_.back().field;
    if (field == id_field && text(v)) name_ = v.text;
    if (field == weight_field && integer(v, "weight")) weight_ = v.integer;
    if (field == hard_field) {
      hard_ = v.truth;
      if (v.kind != Kind::boolean) fail(v.at, "'hard' must be true or false");
    }
  }
  void end_claim(const Frame& object) {
    need(object, id_field, "a string");
    if (hard_ == object.has(weight_field)) fail(object.at, "a claim has either a weight or \"hard\":true");
    if (failed_) return;
    accept(object.at, hard_ ? network_.add_hard_claim(name_) : network_.add_claim(name_, weight_));
  }

  enum ClauseField : unsigned { claim_field, any_field, point_field, windows_field, period_field };
  void read_clause(const JsonValue& v) {
    open_object(v, clause);
    alternatives_.clear();
    intervals_.clear();
  }
  void read_clause_field(const JsonValue& v) {
    switch (places_.back().field) {
      case claim_field:
        if (!text(v)) return;
        if (is_next_claim(v.text)) {
          claim_ = ClaimId{static_cast<std::uint32_t>(solver::index(claim_) + 1)};
        } else if (const auto found = network_.find_claim(v.text)) {
          claim_ = *found;
        } else {
          fail(v.at, "there is no claim named '" + std::string(v.text) + "'");
        }
        return;
      case any_field:
        open_array(v, alternatives);
        return;
      case point_field:
        point_ = find_point(v);
        return;
      case windows_field:
        open_array(v, windows);
        return;
      default:
        if (integer(v, "period")) period_ = v.integer;
    }
  }
  /// Clauses mostly stand in the order of their claims.
  bool is_next_claim(std::string_view name) const {
    const std::size_t next = solver::index(claim_) + 1;
    return next < network_.claims().size() && network_.claims()[next].name == name;
  }
  void end_clause(const Frame& object) {
    need(object, claim_field, "a string");
    if (object.has(any_field)) {
      if (object.seen != (1U << claim_field | 1U << any_field)) {
        fail(object.at, "a clause has either 'any', or 'point' and 'windows'");
      }
      if (!failed_) accept(object.at, network_.add_clause(claim_, alternatives_));
      return;
    }
    need(object, point_field, "a string");
    need(object, windows_field, "an array");
    if (failed_) return;
    Result<Domain> domain =
        object.has(period_field) ? Domain::periodic(period_, intervals_) : Domain::finite(intervals_);
    if (accept(object.at, domain)) accept(object.at, network_.add_domain(claim_, point_, *std::move(domain)));
  }

  PointId find_point(const JsonValue& v) {
    if (!text(v)) return origin;
    const auto found = network_.find_point(v.text);
    if (!found) fail(v.at, "there is no point named '" + std::string(v.text) + "'");
    return found.value_or(origin);
  }

  enum AtomField : unsigned { from_field, to_field, min_field, max_field };
  void read_alternative(const JsonValue& v) {
    open_object(v, alternative);
    atom_ = {};
  }
  void read_atom_field(const JsonValue& v) {
    const unsigned field = places_.back().field;
    if (field == from_field) atom_.from = find_point(v);
    if (field == to_field) atom_.to = find_point(v);
    if (field == min_field) atom_.min = end(v, "min");
    if (field == max_field) atom_.max = end(v, "max");
  }
  void end_alternative(const Frame& object) {
    need(object, from_field, "a string");
    need(object, to_field, "a string");
    if (atom_.min && atom_.max && *atom_.max < *atom_.min) fail(object.at, "'min' exceeds 'max'");
    alternatives_.push_back(atom_);
  }

  void read_window(const JsonValue& v) {
    if (v.kind != Kind::array) {
      fail(v.at, "a window is written [min, max]");
    } else {
      places_.push_back({&window, v.at});
    }
    interval_ = {};
  }
  /// Frame::field counts the ends.
  void read_end(const JsonValue& v) {
    Frame& place = places_.back();
    if (place.field == 2) fail(place.at, "a window is written [min, max]");
    if (failed_) return;
    (place.field == 0 ? interval_.min : interval_.max) = end(v, place.field == 0 ? "min" : "max");
    ++place.field;
  }
  void end_window(const Frame& array) {
    if (array.field != 2) fail(array.at, "a window is written [min, max]");
    if (interval_.min && interval_.max && *interval_.max < *interval_.min) {
      fail(array.at, "a window ends before it begins");
    }
    intervals_.push_back(interval_);
  }

  std::string_view json_;
  const std::string& path_;
  Network network_;
  std::vector<Frame> places_;  ///< arrays and objects that are open
  std::size_t skipped_ = 0;    ///< how many of those open are being skipped
  std::size_t waiting_ = 0;    ///< where clauses stand that could not be read yet; 0: none do
  bool failed_ = false;
  Error error_;
  // Of the claim, clause, alternative and window being read.
  std::string name_;
  Tick weight_ = 0;
  bool hard_ = false;
  ClaimId claim_{};
  PointId point_{};
  Tick period_ = 0;
  Alternatives alternatives_;
  Atom atom_;
  std::vector<Interval> intervals_;
  Interval interval_;
};

using Reader = NetworkReader;
const Reader::Shape Reader::root{
    "the network", {"points", "claims", "clauses"}, &Reader::read_section, &Reader::end_root};
const Reader::Shape Reader::points{{}, {}, &Reader::read_point, nullptr};
const Reader::Shape Reader::claims{{}, {}, &Reader::read_claim, nullptr};
const Reader::Shape Reader::claim{"a claim", {"id", "weight", "hard"}, &Reader::read_claim_field, &Reader::end_claim};
const Reader::Shape Reader::clauses{{}, {}, &Reader::read_clause, nullptr};
const Reader::Shape Reader::clause{
    "a clause", {"claim", "any", "point", "windows", "period"}, &Reader::read_clause_field, &Reader::end_clause};
const Reader::Shape Reader::alternatives{{}, {}, &Reader::read_alternative, nullptr};
const Reader::Shape Reader::alternative{
    "an alternative", {"from", "to", "min", "max"}, &Reader::read_atom_field, &Reader::end_alternative};
const Reader::Shape Reader::windows{{}, {}, &Reader::read_window, nullptr};
const Reader::Shape Reader::window{{}, {}, &Reader::read_end, &Reader::end_window};

}  // namespace

Result<Network> parse_network(std::string_view json, const std::string& path) {
  return NetworkReader(json, path).read();
}

}  // namespace isnad::solver
