// What an expression says against itself or the calendar: weekdays, Hijri pairs, days that do not exist.
#include <algorithm>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// Without a year in the text the year is our inference; it is trusted this many days around the publication day.
constexpr std::int32_t inferred_year_days = 45;

std::optional<Day> first_day(const Timex& timex) {
  if (!timex.domain || timex.domain->empty() || !timex.domain->windows[0].earliest) return std::nullopt;
  return day_of(*timex.domain->windows[0].earliest);
}

}  // namespace

bool year_is_sure(const DocumentAnalysis& analysis, const Timex& timex) {
  if (timex.meaning.fields.year) return true;
  const std::optional<Day> told = first_day(timex);
  if (!told) return false;
  const auto is_near = [&](Day published) { return std::abs(*told - published) <= inferred_year_days; };
  if (analysis.publication.day) return is_near(*analysis.publication.day);
  const auto& domain = analysis.publication.domain;  // "published in August 2020"
  return domain && !domain->empty() && domain->hull().bounded() && is_near(day_of(*domain->hull().earliest)) &&
         is_near(day_of(*domain->hull().latest));
}

namespace {

/// Some weeks further back the year is as sure where the weekday does not belong to the date ahead either, or a verb of
/// the past tells what happened then: news looks back farther with the year, or with "last year". Nothing where the
/// article tells of years before.
bool is_of_these_months(const DocumentAnalysis& analysis, std::uint32_t timex) {
  constexpr std::int32_t days_back = 150;
  const CalendarFields& told = analysis.timexes[timex].meaning.fields;
  const std::optional<Day> day = first_day(analysis.timexes[timex]);
  if (!analysis.publication.day || !day || !told.weekday) return false;
  const std::int32_t year = civil_from_day(*day).year;
  if (std::any_of(analysis.timexes.begin(), analysis.timexes.end(),
                  [&](const Timex& t) { return t.meaning.fields.year.value_or(year) < year; }))
    return false;
  if (*day > *analysis.publication.day || *analysis.publication.day - *day > days_back) return false;
  if (weekday_of(add_months(*day, 12)) != *told.weekday) return true;
  return std::any_of(analysis.claims.begin(), analysis.claims.end(),
                     [&](const Claim& c) { return c.time.timex == timex && c.past && !c.time.inherited; });
}

/// Metadata carries the day of the server's clock: an article written before midnight may bear the next day's date.
bool neighbours(const Mismatch& mismatch) {
  if (!mismatch.said || !mismatch.actual) return false;
  const int apart = std::abs(static_cast<int>(*mismatch.said) - static_cast<int>(*mismatch.actual));
  return apart == 1 || apart == 6;
}

/// Both dates of a pair carry their year; else the year is our inference, and so the clash, unless the day is of these
/// weeks and its weekday fits.
bool pair_is_sure(const DocumentAnalysis& analysis, const Timex& timex) {
  const Meaning& meaning = timex.meaning;
  const auto is_date = [](const Meaning& m) { return m.fields.month && m.fields.day; };
  const bool two_dates = is_date(meaning) && std::all_of(meaning.parts.begin(), meaning.parts.end(), is_date);
  if (two_dates && meaning.fields.weekday && year_is_sure(analysis, timex)) return true;
  return meaning.fields.year && std::all_of(meaning.parts.begin(), meaning.parts.end(),
                                            [](const Meaning& m) { return m.fields.year.has_value(); });
}

std::string weekday_name(Language language, const std::optional<Weekday>& day) {
  return day ? message(language, "finding.weekday." + std::to_string(static_cast<int>(*day))) : std::string{};
}

/// The date that was meant, most likely: of those that one slip makes right the one nearest to the publication day, for
/// news tells of its own days (in January last year's number is the commonest slip); else the first, of the least slip.
Day likeliest(const std::vector<Day>& instead, const std::optional<Day>& published) {
  if (!published) return instead.front();
  return *std::min_element(instead.begin(), instead.end(),
                           [&](Day a, Day b) { return std::abs(a - *published) < std::abs(b - *published); });
}

bool in_article(const Document& document, const SourceSpan& span) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& b) {
    return b.begin <= span.begin && span.end <= b.end && b.role != Role::related && b.role != Role::duplicate;
  });
}

}  // namespace

std::vector<Finding> calendar_mismatches(const Context& context) {
  std::vector<Finding> findings;
  for (const DocumentAnalysis& analysis : context.corpus)
    for (std::uint32_t x = 0; x < analysis.timexes.size(); ++x) {
      const Timex& timex = analysis.timexes[x];
      if (!timex.mismatch || !in_article(analysis.document, timex.span)) continue;
      const Mismatch& mismatch = *timex.mismatch;
      if (mismatch.kind == Mismatch::Kind::weekday && !year_is_sure(analysis, timex) &&
          !is_of_these_months(analysis, x))
        continue;
      if (mismatch.kind == Mismatch::Kind::calendar_pair && !pair_is_sure(analysis, timex)) continue;
      if (mismatch.kind == Mismatch::Kind::deictic_weekday && analysis.publication.origin == PublicationOrigin::given &&
          neighbours(mismatch))
        continue;
      if (mismatch.kind == Mismatch::Kind::deictic_weekday && analysis.publication.origin != PublicationOrigin::given &&
          analysis.publication.origin != PublicationOrigin::stated)
        continue;
      Finding finding;
      std::string_view key;
      switch (mismatch.kind) {
        case Mismatch::Kind::weekday:
          key = "finding.weekday-mismatch";
          break;
        case Mismatch::Kind::deictic_weekday:
          key = "finding.deictic-mismatch";
          break;
        case Mismatch::Kind::calendar_pair:
          key = "finding.calendar-mismatch";
          break;
        case Mismatch::Kind::no_such_day:
          key = "finding.impossible-date";
          break;
      }
      finding.rule =
          mismatch.kind == Mismatch::Kind::no_such_day ? FindingRule::impossible_date : FindingRule::weekday_mismatch;
      const std::string words(slice(analysis.document.text, timex.span));
      const auto text = [&](Language l) {
        return message(
            l, key,
            {{"text", words}, {"said", weekday_name(l, mismatch.said)}, {"actual", weekday_name(l, mismatch.actual)}});
      };
      finding.message = {text(Language::ar), text(Language::en)};
      Evidence evidence;
      evidence.span = timex.span;
      evidence.derivation = timex.derivation;
      finding.evidence.push_back(std::move(evidence));
      if (!mismatch.instead.empty()) {
        const std::string instead = edtf(window_of(likeliest(mismatch.instead, analysis.publication.day)));
        finding.reasoning.push_back(message("finding.reason.instead", {{"date", instead}}));
        finding.repair = Repair{{}, instead};
      }
      findings.push_back(std::move(finding));
    }
  return findings;
}

}  // namespace isnad::audit_rules
