#include <algorithm>
#include <array>
#include <string>

#include "audit/context.h"
#include "isnad/messages.h"

namespace isnad {
namespace {

struct Named {
  FindingRule rule;
  std::string_view name;
  Level level;
};
constexpr std::array<Named, finding_rule_count> described = {{
    {FindingRule::date_conflict, "date-conflict", Level::error},
    {FindingRule::order_conflict, "order-conflict", Level::error},
    {FindingRule::weekday_mismatch, "weekday-mismatch", Level::error},
    {FindingRule::impossible_date, "impossible-date", Level::error},
    {FindingRule::report_before_event, "report-before-event", Level::error},
    {FindingRule::polarity_conflict, "polarity-conflict", Level::warning},
    {FindingRule::attribution_conflict, "attribution-conflict", Level::warning},
    {FindingRule::attribution_upgrade, "attribution-upgrade", Level::warning},
    {FindingRule::headline_unsupported, "headline-unsupported", Level::note},
    {FindingRule::value_conflict, "value-conflict", Level::warning},
    {FindingRule::circular_attribution, "circular-attribution", Level::note},
}};

std::array<RuleDescription, finding_rule_count> describe_all() {
  std::array<RuleDescription, finding_rule_count> all;
  for (std::size_t i = 0; i < described.size(); ++i) {
    const std::string base = "rule." + std::string(described[i].name) + ".";
    all[i] = {described[i].rule,     described[i].level,    message(base + "summary"), message(base + "explanation"),
              message(base + "bad"), message(base + "good")};
  }
  return all;
}

}  // namespace

std::string_view to_string(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "";
}

std::string_view to_string(FindingRule rule) { return described[static_cast<std::size_t>(rule)].name; }

Level audit_rules::level_of(FindingRule rule) { return described[static_cast<std::size_t>(rule)].level; }

std::optional<FindingRule> finding_rule(std::string_view name) {
  const auto it = std::find_if(described.begin(), described.end(), [&](const Named& n) { return n.name == name; });
  return it == described.end() ? std::nullopt : std::optional(it->rule);
}

const RuleDescription& describe(FindingRule rule) {
  static const std::array<RuleDescription, finding_rule_count> all = describe_all();
  return all[static_cast<std::size_t>(rule)];
}

}  // namespace isnad
