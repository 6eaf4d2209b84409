// isnad/graph.h - claims, publication days and relations as a temporal network; and what its solution says of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/claims.h"
#include "isnad/linking.h"
#include "isnad/solve.h"

namespace isnad {

enum class EventStatus : std::uint8_t { agreed, disputed, single_source, undated };
[[nodiscard]] std::string_view to_string(EventStatus status);

/// When a claim's own article puts its event, relative expressions resolved against that article's publication day.
struct DatedClaim {
  ClaimRef claim;
  std::optional<TimeDomain> domain;   ///< nothing: the article does not say
  std::string text;                   ///< the words that say it; may be empty
  std::vector<Bilingual> derivation;  ///< from the words to the date
};

/// A relation between events, for the picture and the JSON.
struct Relation {
  std::uint32_t from = 0, to = 0;  ///< indices of events
  std::string kind;                ///< "before", "after", "offset"
  std::optional<ClaimRef> claim;   ///< who says so
};

/// What a solver claim stands for in the news.
struct NetworkClaim {
  enum class Kind : std::uint8_t { date, relation, publication, link, script, reported_past } kind{};
  std::optional<ClaimRef> claim;          ///< date, relation
  std::optional<DocumentIndex> document;  ///< publication
  std::optional<std::uint32_t> link;      ///< index into Linking::links
  std::optional<EventOrder> order = {};   ///< script
};

/// The corpus as a temporal graph, solved.
struct TemporalGraph {
  solver::Network network;
  std::vector<NetworkClaim> meaning;  ///< by solver claim
  solver::Solution solution;
  std::vector<Publication> publications;       ///< by document; origin `inferred` where the solver settled it
  std::vector<Window> publication_windows;     ///< by document
  std::vector<std::vector<DatedClaim>> dated;  ///< by document, claim
  std::vector<Window> event_windows;           ///< by event: what all say together, after the repair
  std::vector<EventStatus> status;             ///< by event
  std::vector<Relation> relations;
};

/// Finds the publication days of articles that do not tell theirs, from what the other articles of the corpus tell: the
/// year of a date line, or of dates without a year; the days on which others put the same events; and the days that
/// articles about the same people and places tell. A day is taken where only one fits; what remains open is narrowed.
/// Dates what counts from it. To be called before link(). O(articles without a day x related ones).
void find_publication_days(std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

/// Builds and solves the network. Resolves each article's expressions again where its publication day was settled by
/// others: the timexes of `corpus` are updated in place. Near linear but for the repair of what contradicts.
[[nodiscard]] TemporalGraph build_graph(std::vector<DocumentAnalysis>& corpus, const Linking& linking);

}  // namespace isnad
