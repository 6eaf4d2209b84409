// Solutions as JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "isnad/solve.h"
#include "solve/solution_writing.h"

namespace isnad::solver {

std::string to_json(const Network& network, const Solution& solution) {
  rapidjson::StringBuffer buffer;
  JsonWriter out(buffer);
  const auto name = [&](ClaimId c) -> const std::string& { return network.claim(c).name; };
  const std::vector<std::string>& points = network.points();
  out.StartObject();
  out.Key("status");
  out.String(status_name(solution.status));
  out.Key("windows");
  out.StartObject();
  for (std::size_t i = 1; i < points.size(); ++i) {
    write_key(out, points[i]);
    write(out, solution.windows[i]);
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
  for (const Conflict& c : solution.conflicts) write_names(out, c.claims, name);
  out.EndArray();
  out.Key("conflict_rules");
  out.StartArray();
  for (const Conflict& c : solution.conflicts) write_names(out, c.hard, name);
  out.EndArray();
  out.Key("conflicts_complete");
  out.Bool(solution.conflicts_complete);
  out.Key("repair");
  out.StartObject();
  out.Key("drop");
  write_names(out, solution.repair.drop, name);
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
