// What an article tells as having happened, on a day of the calendar after its own.
#include <algorithm>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// Without a year in the text we have placed the date after the publication ourselves, unless its weekday does.
bool is_placed(const DocumentAnalysis& analysis, const Timex& timex) {
  return timex.meaning.fields.year ||
         (timex.meaning.fields.weekday && !timex.mismatch && year_is_sure(analysis, timex));
}

/// About eight words.
constexpr std::uint32_t beside_bytes = 80;

/// What is decided, agreed or put off in its sentence has its own date beside that of the decision.
bool is_prospective(const Context& context, ClaimRef ref) {
  const Claim& claim = context.claim(ref);
  const DocumentAnalysis& analysis = context.document(ref.document);
  for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
    const Claim& before = analysis.claims[c];
    if (before.sentence != claim.sentence || before.trigger.begin > claim.trigger.begin) continue;
    const Frame* frame = context.frame({ref.document, c});
    if (frame != nullptr && frame->prospective) return true;
  }
  return false;
}

/// No comma, colon or full stop parts the verb from the time that follows it.
bool in_one_breath(const Document& document, const SourceSpan& verb, const SourceSpan& time) {
  if (time.begin < verb.end) return false;
  constexpr std::string_view parting[] = {",", "\u060c", ";", "\u061b", ":", "."};
  for (auto t = document.tokens.begin() + document.first_token_from(verb.end);
       t != document.tokens.end() && t->begin < time.begin; ++t)
    if (std::find(std::begin(parting), std::end(parting), document.surface(*t)) != std::end(parting)) return false;
  return true;
}

}  // namespace

std::vector<Finding> reports_before_events(const Context& context) {
  std::vector<Finding> findings;
  for (const DocumentAnalysis& analysis : context.corpus) {
    if (!analysis.publication.day) continue;
    for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
      const Claim& claim = analysis.claims[c];
      const ClaimRef ref{analysis.document.index, c};
      // "Data published on 3 January showed ...": of a saying, too
      const bool statement = claim.type == "statement" && claim.time.timex && claim.polarity == Polarity::asserted;
      if (!(dates_fact(claim) || statement) || !claim.past) continue;
      if (claim.time.relation != TimeRelation::at || !context.dated(ref).domain) continue;
      const Timex& timex = analysis.timexes[*claim.time.timex];
      const Meaning& meaning = timex.meaning;
      if (meaning.kind == Meaning::Kind::calendar && meaning.fields.month && !is_placed(analysis, timex)) continue;
      // Only a day of the calendar is surely meant so: "tomorrow" and "the next morning" count from a day that may be
      // another one, and where words before the date speak of what is to come, it is the verb that was misread.
      if (meaning.ahead || meaning.kind != Meaning::Kind::calendar || !meaning.fields.month || !meaning.fields.day)
        continue;
      // A month or year to come is mostly that of a plan.
      const std::optional<Window> when = one_day(context.dated(ref).domain);
      if (!when || *when->earliest <= end_of(*analysis.publication.day)) continue;
      // The expression must stand by its verb, or be told in one breath with it; further on it mostly dates something
      // else ("... and goes on until").
      const SourceSpan& said = analysis.timexes[*claim.time.timex].span;
      const bool beside = said.begin.value < claim.trigger.end.value + beside_bytes &&
                          claim.trigger.begin.value < said.end.value + beside_bytes;
      if (!beside && !in_one_breath(analysis.document, claim.trigger, said)) continue;
      if (is_prospective(context, ref)) continue;
      Finding finding;
      finding.rule = FindingRule::report_before_event;
      finding.event = context.event_of[index(ref.document)][c];
      const Bilingual date = date_text(*context.dated(ref).domain);
      const std::string published = edtf(window_of(*analysis.publication.day));
      const auto text = [&](Language l) {
        return message(l, "finding.report-before-event",
                       {{"event", in(context.event(ref).label, l)}, {"date", in(date, l)}, {"published", published}});
      };
      finding.message = {text(Language::ar), text(Language::en)};
      finding.evidence.push_back(context.date_of(ref));
      if (analysis.publication.evidence) {
        Evidence day;
        day.span = *analysis.publication.evidence;
        day.label = message("finding.evidence.published");
        finding.evidence.push_back(std::move(day));
      }
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace isnad::audit_rules
