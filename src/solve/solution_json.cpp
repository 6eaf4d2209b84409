// Solutions as JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "isnad/solve.h"

namespace isnad::solver {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

const char* status_name(Status status) {
  switch (status) {
    case Status::consistent:
      return "consistent";
    case Status::inconsistent:
      return "inconsistent";
    case Status::undecided:
      break;
  }
  return "undecided";
}

void write_key(Writer& out, const std::string& s) { out.Key(s.data(), static_cast<rapidjson::SizeType>(s.size())); }

void write_claims(Writer& out, const Network& network, const std::vector<ClaimId>& claims) {
  out.StartArray();
  for (const ClaimId c : claims) {
    const std::string& name = network.claim(c).name;
    out.String(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }
  out.EndArray();
}

void write_end(Writer& out, const std::optional<Tick>& end) {
  if (end) {
    out.Int64(*end);
  } else {
    out.Null();
  }
}

}  // namespace

std::string to_json(const Network& network, const Solution& solution) {
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  const std::vector<std::string>& points = network.points();
  out.StartObject();
  out.Key("status");
  out.String(status_name(solution.status));
  out.Key("windows");
  out.StartObject();
  for (std::size_t i = 1; i < points.size(); ++i) {
    write_key(out, points[i]);
    out.StartArray();
    write_end(out, solution.windows[i].min);
    write_end(out, solution.windows[i].max);
    out.EndArray();
  }
  out.EndObject();
  if (!solution.windows_tight) {
    out.Key("windows_tight");
    out.Bool(false);
  }
  out.Key("schedule");
  out.StartObject();
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (!solution.schedule[i]) continue;
    write_key(out, points[i]);
    out.Int64(*solution.schedule[i]);
  }
  out.EndObject();
  out.Key("conflicts");
  out.StartArray();
  for (const Conflict& c : solution.conflicts) write_claims(out, network, c.claims);
  out.EndArray();
  out.Key("conflict_rules");
  out.StartArray();
  for (const Conflict& c : solution.conflicts) write_claims(out, network, c.hard);
  out.EndArray();
  out.Key("conflicts_complete");
  out.Bool(solution.conflicts_complete);
  out.Key("repair");
  out.StartObject();
  out.Key("drop");
  write_claims(out, network, solution.repair.drop);
  out.Key("weight");
  out.Int64(solution.repair.weight);
  out.Key("optimal");
  out.Bool(solution.repair.optimal);
  out.Key("lower_bound");
  out.Int64(solution.repair.lower_bound);
  out.Key("possible");
  out.Bool(solution.repair.possible);
  out.EndObject();
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace isnad::solver
