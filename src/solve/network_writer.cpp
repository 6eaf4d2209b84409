// Writing networks as JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "isnad/solve.h"

namespace isnad::solver {
namespace {

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
