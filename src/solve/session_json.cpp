// What a document added, as JSON.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "isnad/solve_session.h"
#include "solve/solution_writing.h"

namespace isnad::solver {

std::string to_json(const Session& session, const Addition& addition) {
  rapidjson::StringBuffer buffer;
  JsonWriter out(buffer);
  const auto name = [&](ClaimId c) -> const std::string& { return session.claim(c).name; };
  out.StartObject();
  out.Key("status");
  out.String(status_name(addition.status));
  out.Key("claims");
  out.StartArray();
  for (const Judgement& judged : addition.claims) {
    out.StartObject();
    out.Key("id");
    write(out, name(judged.claim));
    out.Key("status");
    out.String(status_name(judged.status));
    if (judged.status == Status::inconsistent) {
      out.Key("conflicts");
      out.StartArray();
      for (const Conflict& c : judged.conflicts) write_names(out, c.claims, name);
      out.EndArray();
      out.Key("conflict_rules");
      out.StartArray();
      for (const Conflict& c : judged.conflicts) write_names(out, c.hard, name);
      out.EndArray();
      out.Key("conflicts_complete");
      out.Bool(judged.conflicts_complete);
      if (!judged.conflicts_minimal) {
        out.Key("conflicts_minimal");
        out.Bool(false);
      }
    }
    out.EndObject();
  }
  out.EndArray();
  out.Key("windows");
  out.StartObject();
  for (const WindowChange& change : addition.windows) {
    write_key(out, session.name(change.point));
    write(out, change.after);
  }
  out.EndObject();
  if (!addition.windows_tight) {
    out.Key("windows_tight");
    out.Bool(false);
  }
  out.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace isnad::solver
