// How verdicts, names and windows look in JSON.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <vector>

#include "isnad/solve.h"

namespace isnad::solver {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

inline const char* status_name(Status status) {
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

inline void write(JsonWriter& out, const std::string& s) {
  out.String(s.data(), static_cast<rapidjson::SizeType>(s.size()));
}

inline void write_key(JsonWriter& out, const std::string& s) {
  out.Key(s.data(), static_cast<rapidjson::SizeType>(s.size()));
}

/// An array of the names that name_of(claim) gives.
template <class NameOf>
void write_names(JsonWriter& out, const std::vector<ClaimId>& claims, const NameOf& name_of) {
  out.StartArray();
  for (const ClaimId c : claims) write(out, name_of(c));
  out.EndArray();
}

/// [min, max], null where open.
inline void write(JsonWriter& out, const Interval& window) {
  out.StartArray();
  for (const auto& end : {window.min, window.max}) {
    if (end) {
      out.Int64(*end);
    } else {
      out.Null();
    }
  }
  out.EndArray();
}

}  // namespace isnad::solver
