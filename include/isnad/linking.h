// isnad/linking.h - which claims of different articles speak of one happening.
#pragma once

#include <string>
#include <vector>

#include "isnad/claims.h"
#include "isnad/core.h"

namespace isnad {

/// A claim of the corpus: which document, which of its claims.
struct ClaimRef {
  DocumentIndex document{};
  std::uint32_t claim = 0;
  constexpr auto operator<=>(const ClaimRef&) const = default;
};

/// Why two claims were taken for one happening, and how sure that is.
struct Link {
  ClaimRef a, b;
  double strength = 0;               ///< 0..1; becomes the weight of the soft equality in the network
  std::vector<std::string> reasons;  ///< "type", "place", "agent", "patient", "speaker", "wording", "date"
};

/// One happening.
struct Event {
  std::string id;  ///< "e1", in order of first claim
  std::string type;
  Bilingual label;  ///< type and participants, for people
  std::vector<Participant> participants;
  std::vector<ClaimRef> claims;  ///< in order of document, position
};

/// Two sentences of different articles (or places) that say the same in nearly the same words.
struct Parallel {
  SourceSpan a, b;                  ///< the stretches that correspond
  SourceSpan differs_a, differs_b;  ///< the words in which they differ; empty where they are the same
  ClaimRef claim_a, claim_b;        ///< a claim in each, where there is one
  bool has_claim_a = false, has_claim_b = false;
};

/// Two events of which the second cannot come first (script): no one is buried before having died.
struct EventOrder {
  std::uint32_t first = 0, then = 0;  ///< indices of events
  constexpr auto operator<=>(const EventOrder&) const = default;
};

struct Linking {
  std::vector<Event> events;
  std::vector<Link> links;
  std::vector<Parallel> parallels;
  std::vector<EventOrder> orders;  ///< ascending
};

/// Links the claims of a corpus. Same result for any order of documents. Near linear: candidates come from shared keys,
/// never from all pairs.
[[nodiscard]] Linking link(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

}  // namespace isnad
