// isnad/audit.h - what cannot all be true: findings, with both sides quoted and the way from each sentence to its date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/graph.h"
#include "isnad/linking.h"

namespace isnad {

enum class Level : std::uint8_t { note, warning, error };
[[nodiscard]] std::string_view to_string(Level level);

/// The eleven rules of findings.
enum class FindingRule : std::uint8_t {
  date_conflict,
  order_conflict,
  weekday_mismatch,
  impossible_date,
  report_before_event,
  polarity_conflict,
  attribution_conflict,
  attribution_upgrade,
  headline_unsupported,
  value_conflict,
  circular_attribution
};
inline constexpr std::size_t finding_rule_count = 11;
/// "date-conflict" and so on.
[[nodiscard]] std::string_view to_string(FindingRule rule);
[[nodiscard]] std::optional<FindingRule> finding_rule(std::string_view name);

/// What a rule is, for `explain`, SARIF and the report.
struct RuleDescription {
  FindingRule rule{};
  Level level{};
  Bilingual summary;      ///< one sentence
  Bilingual explanation;  ///< a paragraph: what is compared, what does not count
  Bilingual bad;          ///< an example that is reported
  Bilingual good;         ///< one that is not
};
[[nodiscard]] const RuleDescription& describe(FindingRule rule);

/// One quoted place of a finding.
struct Evidence {
  SourceSpan span;
  std::optional<ClaimRef> claim;
  Bilingual label;                    ///< "says 7 December", "dates it to 8 December", "headline"
  std::vector<Bilingual> derivation;  ///< how its date was reached
  std::string attribution;  ///< the chain, outermost first, " < " between, as named; "" for the article's own voice
};

/// The claims that would have to give way.
struct Repair {
  std::vector<ClaimRef> drop;
  std::string instead;  ///< EDTF of what the rest says; may be empty
};

struct Finding {
  /// RULE-HASH: rule and hash of the evidence's words, stable across runs, edits elsewhere and new names of files;
  /// RULE-HASH-2, -3 ... where the same words are found in further articles.
  std::string id;
  FindingRule rule{};
  Level level{};
  Bilingual message;
  std::vector<Evidence> evidence;    ///< the odd one out first; at least one
  std::vector<Bilingual> reasoning;  ///< from the sentences to the contradiction, step by step
  std::optional<Repair> repair;
  std::optional<std::uint32_t> event;  ///< index of the event in question
};

/// Origins behind an event: relays of one origin count once.
struct Origins {
  std::uint32_t count = 0;
  std::vector<std::string> names;
};

struct Audit {
  std::vector<Finding> findings;  ///< in order of level (errors first), document, position
  std::vector<Origins> origins;   ///< by event
};

[[nodiscard]] Audit audit(const std::vector<DocumentAnalysis>& corpus, const Linking& linking,
                          const TemporalGraph& graph, const Grammar& grammar);

/// A corpus, analysed to the end: what every report is made from.
struct Timeline {
  std::vector<DocumentAnalysis> documents;  ///< by DocumentIndex, in order of id
  Linking linking;
  TemporalGraph graph;
  Audit audit;
};

/// linking, graph and audit in one: the reduce step.
[[nodiscard]] Timeline assemble(std::vector<DocumentAnalysis> documents, const Grammar& grammar);

}  // namespace isnad
