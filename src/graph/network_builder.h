// Claims, links and publication days as points and clauses.
#pragma once

#include <vector>

#include "isnad/graph.h"

namespace isnad::graph {

/// What a claim weighs when something must give way. An explicit date weighs more than one that is counted from the
/// publication day; a link between recurring events gives way before any date does, one between events that happen once
/// only after them.
struct Weights {
  static constexpr std::int64_t explicit_date = 9;
  static constexpr std::int64_t relative_date = 8;
  static constexpr std::int64_t vague_date = 6;
  static constexpr std::int64_t statement_date = 4;
  static constexpr std::int64_t floating_date = 5;  ///< of an article whose own day is not known: its year is open
  static constexpr std::int64_t stated_publication = 40;
  static constexpr std::int64_t publication_words = 10;  ///< "today, Monday"
  static constexpr std::int64_t reported_past = 7;
  static constexpr std::int64_t open_relation = 1;  ///< "after the fall": a clause may be tied to the wrong one
  static constexpr std::int64_t weak_link = 2;
  static constexpr std::int64_t strong_link = 60;
};

struct BuiltNetwork {
  solver::Network network;
  std::vector<NetworkClaim> meaning;                ///< by solver claim
  std::vector<solver::PointId> event_points;        ///< by event
  std::vector<solver::PointId> publication_points;  ///< by document
  std::vector<std::vector<TimeDomain>>
      publication_words;  ///< by document: what its words allow as publication midnight
};

[[nodiscard]] BuiltNetwork build_network(const std::vector<DocumentAnalysis>& corpus, const Linking& linking);

}  // namespace isnad::graph
