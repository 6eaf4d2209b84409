// Networks as JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <initializer_list>

#include "isnad/solve.h"
#include "solve/json_tree.h"

namespace isnad::solver {
namespace {

using Kind = JsonValue::Kind;

/// Reads the tree into a network; the first fault is kept, and ends the reading.
class NetworkReader {
 public:
  NetworkReader(std::string_view json, const std::string& path) : json_(json), path_(path) {}

  Result<Network> read(const JsonValue& root) {
    const bool ok = object(root, {"points", "claims", "clauses"}, "the network") && read_points(root) &&
                    read_claims(root) && read_clauses(root);
    if (!ok) return error_;
    return std::move(network_);
  }

 private:
  bool fail(const JsonValue& at, std::string message) {
    error_ = {ErrorCode::bad_network, std::move(message), path_, place_of(json_, at.at), {}, {}};
    return false;
  }

  /// Passes on what the builder said, at the place it is about.
  bool accept(const JsonValue& at, const std::optional<Error>& error) { return !error || fail(at, error->message); }
  template <class T>
  bool accept(const JsonValue& at, const Result<T>& result) {
    return result || fail(at, result.error().message);
  }

  static const JsonValue* find(const JsonValue& object, std::string_view key) {
    for (const JsonMember& m : object.members) {
      if (m.key == key) return &m.value;
    }
    return nullptr;
  }

  /// An object with no fields but these, each at most once. What is misspelt would
  /// otherwise be a bound that silently is not there.
  bool object(const JsonValue& v, std::initializer_list<std::string_view> fields, const std::string& what) {
    if (v.kind != Kind::object) return fail(v, what + " must be an object");
    for (std::size_t i = 0; i < v.members.size(); ++i) {
      const JsonMember& m = v.members[i];
      if (std::find(fields.begin(), fields.end(), m.key) == fields.end()) {
        JsonValue place;
        place.at = m.at;
        return fail(place, what + " has no field '" + m.key + "'");
      }
      for (std::size_t j = 0; j < i; ++j) {
        if (v.members[j].key == m.key) return fail(m.value, "the field '" + m.key + "' is given twice");
      }
    }
    return true;
  }

  const JsonValue* array(const JsonValue& parent, std::string_view key) {
    const JsonValue* v = find(parent, key);
    if (v != nullptr && v->kind == Kind::array) return v;
    fail(v != nullptr ? *v : parent, "'" + std::string(key) + "' must be an array");
    return nullptr;
  }

  const std::string* text(const JsonValue& parent, std::string_view key) {
    const JsonValue* v = find(parent, key);
    if (v != nullptr && v->kind == Kind::string) return &v->text;
    fail(v != nullptr ? *v : parent, "'" + std::string(key) + "' must be a string");
    return nullptr;
  }

  bool integer(const JsonValue& v, std::string_view what, Tick& out) {
    if (v.kind != Kind::integer) return fail(v, "'" + std::string(what) + "' must be an integer of 64 bits");
    out = v.number;
    return true;
  }

  /// An absent field or null is an open end.
  bool end(const JsonValue* v, std::string_view what, std::optional<Tick>& out) {
    if (v == nullptr || v->kind == Kind::null) return true;
    Tick value = 0;
    if (!integer(*v, what, value)) return false;
    if (value < -max_tick || value > max_tick) return fail(*v, "a bound lies beyond the largest time allowed");
    out = value;
    return true;
  }

  bool read_points(const JsonValue& root) {
    const JsonValue* points = array(root, "points");
    if (points == nullptr) return false;
    for (const JsonValue& p : points->items) {
      if (p.kind != Kind::string) return fail(p, "a point must be a string");
      if (network_.find_point(p.text)) return fail(p, "there are two points named '" + p.text + "'");
      if (!accept(p, network_.point(p.text))) return false;
    }
    return true;
  }

  bool read_claims(const JsonValue& root) {
    const JsonValue* claims = array(root, "claims");
    if (claims == nullptr) return false;
    for (const JsonValue& c : claims->items) {
      if (!object(c, {"id", "weight", "hard"}, "a claim")) return false;
      const std::string* id = text(c, "id");
      if (id == nullptr) return false;
      const JsonValue* weight = find(c, "weight");
      const JsonValue* hard = find(c, "hard");
      if (hard != nullptr && hard->kind != Kind::boolean) return fail(*hard, "'hard' must be true or false");
      const bool is_hard = hard != nullptr && hard->truth;
      if (is_hard == (weight != nullptr)) return fail(c, "a claim has either a weight or \"hard\":true");
      Tick w = 0;
      if (!is_hard && !integer(*weight, "weight", w)) return false;
      if (!accept(c, is_hard ? network_.add_hard_claim(*id) : network_.add_claim(*id, w))) return false;
    }
    return true;
  }

  bool read_clauses(const JsonValue& root) {
    const JsonValue* clauses = array(root, "clauses");
    if (clauses == nullptr) return false;
    for (const JsonValue& c : clauses->items) {
      if (!object(c, {"claim", "any", "point", "windows", "period"}, "a clause")) return false;
      const std::string* name = text(c, "claim");
      if (name == nullptr) return false;
      const auto claim = network_.find_claim(*name);
      if (!claim) return fail(*find(c, "claim"), "there is no claim named '" + *name + "'");
      const bool any = find(c, "any") != nullptr;
      if (any && c.members.size() != 2) return fail(c, "a clause has either 'any', or 'point' and 'windows'");
      if (!(any ? read_alternatives(c, *claim) : read_domain(c, *claim))) return false;
    }
    return true;
  }

  bool read_point(const JsonValue& parent, std::string_view key, PointId& out) {
    const std::string* name = text(parent, key);
    if (name == nullptr) return false;
    const auto point = network_.find_point(*name);
    if (!point) return fail(*find(parent, key), "there is no point named '" + *name + "'");
    out = *point;
    return true;
  }

  bool read_alternatives(const JsonValue& clause, ClaimId claim) {
    const JsonValue* any = array(clause, "any");
    if (any == nullptr) return false;
    Alternatives alternatives;
    for (const JsonValue& a : any->items) {
      Atom atom;
      const bool ok = object(a, {"from", "to", "min", "max"}, "an alternative") && read_point(a, "from", atom.from) &&
                      read_point(a, "to", atom.to) && end(find(a, "min"), "min", atom.min) &&
                      end(find(a, "max"), "max", atom.max);
      if (!ok) return false;
      if (atom.min && atom.max && *atom.max < *atom.min) return fail(a, "'min' exceeds 'max'");
      alternatives.push_back(atom);
    }
    return accept(clause, network_.add_clause(claim, std::move(alternatives)));
  }

  bool read_domain(const JsonValue& clause, ClaimId claim) {
    PointId point{};
    const JsonValue* windows = nullptr;
    if (!read_point(clause, "point", point) || (windows = array(clause, "windows")) == nullptr) return false;
    std::vector<Interval> intervals;
    for (const JsonValue& w : windows->items) {
      if (w.kind != Kind::array || w.items.size() != 2) return fail(w, "a window is written [min, max]");
      Interval i;
      if (!end(&w.items[0], "min", i.min) || !end(&w.items[1], "max", i.max)) return false;
      if (i.min && i.max && *i.max < *i.min) return fail(w, "a window ends before it begins");
      intervals.push_back(i);
    }
    const JsonValue* period = find(clause, "period");
    Tick length = 0;
    if (period != nullptr && !integer(*period, "period", length)) return false;
    Result<Domain> domain =
        period != nullptr ? Domain::periodic(length, std::move(intervals)) : Domain::finite(std::move(intervals));
    return accept(clause, domain) && accept(clause, network_.add_domain(claim, point, *std::move(domain)));
  }

  std::string_view json_;
  const std::string& path_;
  Network network_;
  Error error_;
};

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, const std::string& s) { out.String(s.data(), static_cast<rapidjson::SizeType>(s.size())); }

void write_end(Writer& out, const std::optional<Tick>& end) {
  if (end) {
    out.Int64(*end);
  } else {
    out.Null();
  }
}

void write_atom(Writer& out, const Network& network, const Atom& a) {
  out.StartObject();
  out.Key("from");
  write(out, network.name(a.from));
  out.Key("to");
  write(out, network.name(a.to));
  if (a.min) {
    out.Key("min");
    out.Int64(*a.min);
  }
  if (a.max) {
    out.Key("max");
    out.Int64(*a.max);
  }
  out.EndObject();
}

void write_membership(Writer& out, const Network& network, const Membership& m) {
  out.Key("point");
  write(out, network.name(m.point));
  const Tick period = m.domain.period();
  if (period != 0) {
    out.Key("period");
    out.Int64(period);
  }
  out.Key("windows");
  out.StartArray();
  const auto window = [&out](const Interval& i) {
    out.StartArray();
    write_end(out, i.min);
    write_end(out, i.max);
    out.EndArray();
  };
  for (const Interval& i : m.domain.intervals()) {
    if (period != 0 && *i.max >= period) {  // reaches into the next period: written as two
      window({0, *i.max - period});
      window({i.min, period - 1});
    } else {
      window(i);
    }
  }
  out.EndArray();
}

}  // namespace

Result<Network> parse_network(std::string_view json, const std::string& path) {
  Result<JsonValue> root = read_json(json, path);
  if (!root) return root.error();
  return NetworkReader(json, path).read(*root);
}

std::string to_json(const Network& network) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("points");
  out.StartArray();
  for (std::size_t i = 1; i < network.points().size(); ++i) write(out, network.points()[i]);
  out.EndArray();
  out.Key("claims");
  out.StartArray();
  for (const ClaimInfo& c : network.claims()) {
    out.StartObject();
    out.Key("id");
    write(out, c.name);
    out.Key(c.hard() ? "hard" : "weight");
    if (c.weight) {
      out.Int64(*c.weight);
    } else {
      out.Bool(true);
    }
    out.EndObject();
  }
  out.EndArray();
  out.Key("clauses");
  out.StartArray();
  for (const Clause& c : network.clauses()) {
    out.StartObject();
    out.Key("claim");
    write(out, network.claim(c.claim).name);
    if (const auto* member = std::get_if<Membership>(&c.body)) {
      write_membership(out, network, *member);
    } else {
      out.Key("any");
      out.StartArray();
      for (const Atom& a : std::get<Alternatives>(c.body)) write_atom(out, network, a);
      out.EndArray();
    }
    out.EndObject();
  }
  out.EndArray();
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace isnad::solver
