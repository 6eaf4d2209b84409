#include "claims/statement.h"

#include <algorithm>

#include "claims/event_time.h"
#include "claims/meanwhile.h"
#include "claims/status.h"

namespace isnad::claims {
namespace {

/// What is said is told right at its begin; an event further on only belongs to it, and so does one in a condition.
constexpr std::uint32_t opening_words = 12;

/// "The silence ended on Tuesday, when the ministry announced ...": the claim ahead of the verb of saying.
const Claim* told_meanwhile_with(const Reading& reading, const Scope& scope, std::span<const Claim> claims) {
  if (scope.cue.first == 0 || claims.empty()) return nullptr;
  const std::string_view tie = reading.value(scope.cue.first - 1, Word::subordinator);
  const Claim& main = claims.front();
  return tie_of(tie) == ClauseTie::meanwhile && main.trigger.end <= reading.span(scope.cue).begin ? &main : nullptr;
}

/// "The ministry did not confirm that": the words behind the negation would tell that it did.
bool is_not_said(const Reading& reading, const Scope& scope) {
  return reading.is(scope.cue.first, Word::speech) && reading.is_negated_verb(scope.cue.first);
}

Claim statement_of(const Reading& reading, const Scope& scope, const SentenceSoFar& sentence) {
  Claim claim;
  claim.type = "statement";
  claim.trigger = reading.span({scope.cue.first, scope.cue.first + 1});
  claim.span = reading.clause_span(
      {std::min(scope.cue.first, scope.content.first), std::max(scope.content.last, scope.cue.last)});
  claim.attribution = chain_at(sentence.scopes, scope.content.first);
  if (claim.attribution.empty()) claim.attribution = scope.chain;
  claim.polarity = scope.denies ? Polarity::denied : Polarity::asserted;
  claim.modality = modality_of_statement(reading, scope.cue.first);
  if (const Item* verb = reading.item(scope.cue.first, Word::speech); verb && scope.timex)
    claim.past = verb->value.text("tense").value_or("") == "perfect";
  if (scope.timex)
    claim.time.timex = scope.timex;
  else if (const Claim* main = told_meanwhile_with(reading, scope, sentence.claims))
    if (const auto time = time_meanwhile(*main)) claim.time = *time;
  return claim;
}

}  // namespace

std::vector<Claim> statements_of(const Reading& reading, const SentenceSoFar& sentence) {
  std::vector<Claim> statements;
  for (const Scope& scope : sentence.scopes) {
    if (scope.content.empty() || scope.chain.empty() || is_not_said(reading, scope)) continue;
    const SourceSpan begin =
        reading.span({scope.content.first, std::min(scope.content.last, scope.content.first + opening_words)});
    bool tells_event =
        std::any_of(statements.begin(), statements.end(), [&](const Claim& s) { return begin.contains(s.trigger); });
    for (std::size_t c = 0; c < sentence.claims.size(); ++c) {
      const Claim& claim = sentence.claims[c];
      tells_event = tells_event || (begin.contains(claim.trigger) && sentence.told[c] != Told::as_time &&
                                    claim.modality != Modality::conditional);
    }
    if (tells_event && !scope.timex && !scope.refuses) continue;
    const auto speaks_inside = [&](const Scope& s) { return !s.outer && scope.content.contains(s.cue.first); };
    if (scope.outer && !scope.timex &&
        (tells_event || std::any_of(sentence.scopes.begin(), sentence.scopes.end(), speaks_inside)))
      continue;
    statements.push_back(statement_of(reading, scope, sentence));
  }
  return statements;
}

}  // namespace isnad::claims
