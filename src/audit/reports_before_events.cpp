// What an article tells as having happened, on a day of the calendar after its own.
#include <algorithm>

#include "audit/annotated.h"
#include "audit/context.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {
namespace {

/// Without a year in the text we have placed the date after the publication ourselves, unless its weekday does.
bool is_placed(const DocumentAnalysis& analysis, const Timex& timex) {
  return timex.meaning.fields.year ||
         (timex.meaning.fields.weekday && !timex.mismatch && year_is_sure(analysis, timex));
}

/// "The minister opened the hall on 5 November", in an article of 8 October: told without a year it is a day near the
/// article's own, and eleven months back nobody tells it so. Nothing where the article speaks of other years.
std::optional<Window> told_of_weeks_ahead(const Context& context, ClaimRef ref) {
  constexpr std::int32_t months = 10, most_days = 31;
  const DocumentAnalysis& analysis = context.document(ref.document);
  const Claim& claim = context.claim(ref);
  if (claim.background || claim.type == "statement" || !claim.time.timex) return std::nullopt;
  const Meaning& m = analysis.timexes[*claim.time.timex].meaning;
  const CalendarFields& f = m.fields;
  if (m.kind != Meaning::Kind::calendar || !f.day || !f.month || f.year || f.weekday ||
      m.direction != Direction::unsaid || f.calendar != Calendar::gregorian)
    return std::nullopt;
  const auto when = one_day(context.dated(ref).domain);
  const Day published = *analysis.publication.day;
  if (!when || day_of(*when->latest) > add_months(published, -months)) return std::nullopt;
  const auto other_year = [&](const Timex& t) {
    const auto& year = t.meaning.fields.year;
    return year && *year != civil_from_day(published).year;
  };
  if (std::any_of(analysis.timexes.begin(), analysis.timexes.end(), other_year)) return std::nullopt;
  const Day next = add_months(day_of(*when->earliest), 12);
  if (next <= published || next - published > most_days) return std::nullopt;
  return window_of(next);
}

/// What is decided, agreed or put off in its sentence has its own date beside that of the decision. The decision has
/// the date that stands before what is decided: "decided on Thursday 4 March the detention of".
bool is_prospective(const Context& context, ClaimRef ref) {
  const Claim& claim = context.claim(ref);
  const DocumentAnalysis& analysis = context.document(ref.document);
  const Annotated text(context, ref.document);
  const auto event = context.find_class("event");
  const auto dates_itself = [&] {
    constexpr std::uint32_t longest_subject = 4;
    const Timex& day = analysis.timexes[*claim.time.timex];
    const std::uint32_t behind = analysis.document.first_token_from(claim.trigger.end);
    for (std::uint32_t t = behind; t < day.first; ++t)
      if (text.item(t, event)) return false;
    return claim.trigger.end <= day.span.begin && day.first - behind <= longest_subject;
  };
  for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
    const Claim& before = analysis.claims[c];
    if (before.sentence != claim.sentence || before.trigger.begin > claim.trigger.begin) continue;
    const Frame* frame = context.frame({ref.document, c});
    if (frame != nullptr && frame->prospective && !(c == ref.claim && dates_itself())) return true;
  }
  return false;
}

/// No comma, colon or full stop parts the verb from the time that follows it, but for commas that set off the time.
bool in_one_breath(const Document& document, const SourceSpan& verb, const SourceSpan& time) {
  if (time.begin < verb.end) return false;
  constexpr std::string_view parting[] = {",", "\u060c", ";", "\u061b", ":", "."};
  const auto parts = [&](const Token& t) {
    return std::find(std::begin(parting), std::end(parting), document.surface(t)) != std::end(parting);
  };
  const std::uint32_t behind = document.first_token_from(time.end);
  const bool set_off = behind < document.tokens.size() && parts(document.tokens[behind]);
  for (auto t = document.tokens.begin() + document.first_token_from(verb.end);
       t != document.tokens.end() && t->begin < time.begin; ++t) {
    const bool before_time = std::next(t) != document.tokens.end() && std::next(t)->begin >= time.begin;
    if (parts(*t) && !(before_time && set_off)) return false;
  }
  return true;
}

/// "The police took over the offices on Friday 7 March": an event of no known type, told by a verb with which its
/// clause begins, that cannot be read as one of the present nor only says that something took place.
class PlainTellings {
 public:
  explicit PlainTellings(const Context& context) : context_(context) {}

  bool tells(ClaimRef ref) const { return context_.claim(ref).frame.empty() && opens_clause(ref); }

  /// Likewise of any type. Behind words that tell nothing ("in a first fruit of this,") and of a verb that carries a
  /// noun ("held a rally"), unless the verb is `bare`; never "it came to the fixing of 5 November".
  bool opens_clause(ClaimRef ref, bool bare = false) const {
    const Claim& claim = context_.claim(ref);
    if (!claim.past || !claim.time.has_own_timex() || claim.time.of_statement || claim.polarity != Polarity::asserted ||
        claim.modality != Modality::actual)
      return false;
    const Annotated text(context_, ref.document);
    const std::uint32_t verb = text.document.token_at(claim.trigger.begin);
    if (text.item(verb, takes_place_) || (bare && text.item(verb, light_)) || !is_perfect(text, verb)) return false;
    const std::uint32_t first = text.document.token_at(claim.span.begin);
    for (std::uint32_t t = first; t < verb; ++t)
      if (tells_something(text, t) || (text.is_mark(t) && !text.is_comma(t))) return false;
    return verb == first || text.is_comma(verb - 1) || text.item(verb - 1, particle_) ||
           text.item(verb - 1, subordinator_) || text.item(verb - 1, relative_);
  }

  /// "On 5 November", "the day 5 November": no "day of the defeat of 5 June".
  bool stands_for_itself(ClaimRef ref) const {
    const Annotated text(context_, ref.document);
    const Timex& timex = text.analysis.timexes[*context_.claim(ref).time.timex];
    if (timex.first == 0) return false;
    const Item* before = text.item(timex.first - 1, preposition_);
    const bool day_first = text.document.tokens[timex.first].kind == TokenKind::word;  // "the day 5 November"
    return before != nullptr || day_first;
  }

 private:
  bool tells_something(const Annotated& text, std::uint32_t t) const {
    return text.item(t, deed_) || text.item(t, event_) || text.item(t, light_);
  }
  bool is_perfect(const Annotated& text, std::uint32_t verb) const {
    if (const Item* deed = text.item(verb, deed_); deed && deed->value.text("tense") == "perfect") return true;
    const auto readings = text.items(verb, event_);
    return !readings.empty() && std::all_of(readings.begin(), readings.end(),
                                            [](const Item* item) { return item->value.text("tense") == "perfect"; });
  }

  const Context& context_;
  const std::optional<ClassId> event_ = context_.find_class("event");
  const std::optional<ClassId> deed_ = context_.find_class("deed");
  const std::optional<ClassId> light_ = context_.find_class("light");
  const std::optional<ClassId> takes_place_ = context_.find_class("takes-place");
  const std::optional<ClassId> particle_ = context_.find_class("perfect-particle");
  const std::optional<ClassId> subordinator_ = context_.find_class("subordinator");
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
};

}  // namespace

std::vector<Finding> reports_before_events(const Context& context) {
  std::vector<Finding> findings;
  const PlainTellings plain(context);
  for (const DocumentAnalysis& analysis : context.corpus) {
    if (!analysis.publication.day) continue;
    for (std::uint32_t c = 0; c < analysis.claims.size(); ++c) {
      const Claim& claim = analysis.claims[c];
      const ClaimRef ref{analysis.document.index, c};
      // "Data published on 3 January showed ...": of a saying, too
      const bool statement = claim.type == "statement" && claim.time.timex && claim.polarity == Polarity::asserted;
      const bool unknown = plain.tells(ref);
      if (!(dates_fact(claim) || statement || unknown) || !claim.past) continue;
      if (claim.time.relation != TimeRelation::at || !context.dated(ref).domain) continue;
      const Timex& timex = analysis.timexes[*claim.time.timex];
      const Meaning& meaning = timex.meaning;
      const auto ahead = plain.opens_clause(ref, true) && plain.stands_for_itself(ref)
                             ? told_of_weeks_ahead(context, ref)
                             : std::nullopt;
      const bool this_month = unknown && meaning.direction == Direction::present;  // "10 May of this month"
      if (meaning.kind == Meaning::Kind::calendar && meaning.fields.month && !this_month && !ahead &&
          !is_placed(analysis, timex))
        continue;
      // Only a day of the calendar is surely meant so: "tomorrow" and "the next morning" count from a day that may be
      // another one, and where words before the date speak of what is to come, it is the verb that was misread.
      if (meaning.ahead || meaning.kind != Meaning::Kind::calendar || !meaning.fields.month || !meaning.fields.day)
        continue;
      // A month or year to come is mostly that of a plan.
      const std::optional<Window> when = ahead ? ahead : one_day(context.dated(ref).domain);
      if (!when || *when->earliest <= end_of(*analysis.publication.day)) continue;
      // The expression must stand by its verb, or be told in one breath with it; further on it mostly dates something
      // else ("... and goes on until").
      const SourceSpan& said = analysis.timexes[*claim.time.timex].span;
      if ((unknown || !stand_beside(claim.trigger, said)) && !in_one_breath(analysis.document, claim.trigger, said))
        continue;
      if (is_prospective(context, ref)) continue;
      Finding finding;
      finding.rule = FindingRule::report_before_event;
      finding.event = context.event_of[index(ref.document)][c];
      const Bilingual date = date_text(ahead ? TimeDomain::of({*ahead}) : *context.dated(ref).domain);
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
