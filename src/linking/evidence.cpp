#include "linking/evidence.h"

#include <algorithm>
#include <cmath>

#include "linking/claim_window.h"
#include "linking/event_links.h"

namespace isnad::linking {
namespace {

constexpr double at_first = -3.3, at_first_in_two_languages = -1.6;
/// Words: how much of the shorter clause the other tells too, and the weight of those that the sentences share; of a
/// few common words little.
constexpr double covered = 2.1, shared_context = 0.55, most_shared = 4, few_words = 0.5;
/// Notions, which two languages share too: how much of the shorter one; in two languages also whether any.
constexpr double covered_notions = 3.2, covered_notions_in_two_languages = 1.85, no_notion_in_two_languages = -1.05;
constexpr double same_numbers = 2.5, other_numbers = -0.15;
constexpr double same_type = 0.9, neighbours = 0.8, different_types = -1.3, statement_and_clause = -1.3,
                 two_statements = -1;
/// Time: of one day, and how little else the two articles tell of it; at other hours of it, or only one with an hour;
/// coarse times that meet; for each power of e of the days between them, also where both are undated news; one of them
/// not placed within a month.
constexpr double same_day = 2.2, only_of_day = 0.5, other_hour = -1.05, times_meet = 0.7, apart = -0.65, no_time = -0.6;
constexpr double news_apart = -0.95;
constexpr double same_participant = 0.6, different_participants = -0.15;
/// Articles: how likely two are of one story that share less than most such do, for each power of e. Within a story
/// this tells nothing: the weight is what keeps a corpus of many stories of one day apart.
constexpr double likely_one_story = 0.1, less_alike = 2.0;
/// Place: one article tells one happening once, but for its headline; the news of two articles is what both lead with.
constexpr double one_article = -0.75, one_headline = 0.9, both_lead = 0.5;
constexpr std::int64_t coarse = 31 * minutes_per_day;

bool bounded_by(const std::optional<Window>& when, std::int64_t minutes) {
  return when && when->bounded() && when->latest->value - when->earliest->value < minutes;
}

/// What is told without a date is mostly news; is the other one dated long before?
bool is_news_beside_history(const Telling& news, const Telling& other) {
  constexpr std::int32_t news_for_days = 60;
  const auto& day = news.published ? news.published : other.published;
  return !news.when && other.when && other.when->latest && day && *other.when->latest < start_of(*day - news_for_days);
}

/// What is told without a date is mostly news of the day.
std::int32_t days_between_news(const Telling& x, const Telling& y) {
  if (x.when || y.when || !x.published || !y.published) return 0;
  return std::abs(*x.published - *y.published);
}

/// What one article tells in clauses of two types, its headline aside, or in clauses that overlap, is two things.
bool told_apart(const Claim& a, const Claim& b, const Types& types) {
  if (a.span.overlaps(b.span)) return true;
  return a.headline == b.headline && a.type != b.type && types.contains(a.type) && types.contains(b.type);
}

}  // namespace

Evidence::Evidence(const Tellings& tellings, const Types& types, const std::vector<std::string>& collective)
    : tellings_(tellings), types_(types) {
  names_.reserve(tellings.all().size());
  facts_.reserve(tellings.all().size());
  for (const Telling& telling : tellings.all()) {
    const auto facts = types.find(telling.claim->type);
    facts_.push_back(facts == types.end() ? nullptr : &facts->second);
    key_roles_.push_back(key_roles_of(*telling.claim, types));
    names_.push_back(names_of(*telling.claim, collective));
  }
  for (const Telling& telling : tellings.all())
    if (telling.claim->time.is_counted())
      counted_.insert({telling.ref, {telling.ref.document, *telling.claim->time.other}});
  for (const Telling& telling : tellings.all()) {
    if (!telling.when || !telling.when->within_a_day() || telling.claim->type == "statement") continue;
    for (const Day day : {day_of(*telling.when->earliest), day_of(*telling.when->latest)})
      sentences_[{telling.ref.document, day}].insert(telling.claim->sentence);
  }
}

std::optional<double> Evidence::of(std::size_t a, std::size_t b) const {
  const Telling &x = tellings_.all()[a], &y = tellings_.all()[b];
  if (excluded(a, b)) return std::nullopt;
  return of_words(x, y) + of_numbers(x, y) + of_types(a, b) + of_time(x, y) + of_articles(x, y) + of_place(x, y) +
         of_participants(a, b);
}

bool Evidence::excluded(std::size_t first, std::size_t second) const {
  const Telling &x = tellings_.all()[first], &y = tellings_.all()[second];
  const Claim &a = *x.claim, &b = *y.claim;
  const TypeFacts *of_a = facts_[first], *of_b = facts_[second];
  if (a.type != b.type && (a.type == "statement" ? of_b != nullptr : b.type == "statement" && of_a != nullptr))
    return true;
  if ((of_a != nullptr && comes_after(*of_a, b.type)) || (of_b != nullptr && comes_after(*of_b, a.type))) return true;
  const bool together = x.ref.document == y.ref.document;
  if (together && told_apart(a, b, types_)) return true;
  if (together && a.sentence == b.sentence && (counted_.contains(x.ref) || counted_.contains(y.ref))) return true;
  return is_news_beside_history(x, y) || is_news_beside_history(y, x) || counted_anew(x, y, types_) ||
         tells_apart(named(first), named(second));
}

double Evidence::of_words(const Telling& x, const Telling& y) const {
  const auto cover = [](double shared, double a, double b) { return shared / (std::min(a, b) + few_words); };
  const double notions = tellings_.shared_weight(x.notions, y.notions);
  const double common = cover(notions, x.notions_weight, y.notions_weight);
  if (!tellings_.one_language(x.ref.document, y.ref.document))
    return at_first_in_two_languages + covered_notions_in_two_languages * common +
           (notions > 0 ? 0 : no_notion_in_two_languages);
  const double beside = x.context == y.context ? 0 : tellings_.shared_context(x, y);
  return at_first + covered_notions * common +
         covered * cover(tellings_.shared_weight(x.words, y.words), x.words_weight, y.words_weight) +
         shared_context * std::min(most_shared, beside);
}

double Evidence::of_numbers(const Telling& x, const Telling& y) {
  if (x.numbers.empty() || y.numbers.empty()) return 0;
  const bool shared =
      std::find_first_of(x.numbers.begin(), x.numbers.end(), y.numbers.begin(), y.numbers.end()) != x.numbers.end();
  return shared ? same_numbers : other_numbers;
}

double Evidence::of_types(std::size_t a, std::size_t b) const {
  const Claim &x = *tellings_.all()[a].claim, &y = *tellings_.all()[b].claim;
  if (x.type == "statement" && y.type == "statement") return two_statements;
  if (x.type == "statement" || y.type == "statement") return statement_and_clause;
  if (facts_[a] == nullptr || facts_[b] == nullptr) return 0;
  if (x.type == y.type) return same_type;
  return has_neighbour(*facts_[a], y.type) ? neighbours : different_types;
}

double Evidence::of_time(const Telling& x, const Telling& y) const {
  if (!bounded_by(x.when, coarse) || !bounded_by(y.when, coarse))
    return no_time + news_apart * std::log1p(static_cast<double>(days_between_news(x, y)));

  if (!intersect(*x.when, *y.when)) return apart * std::log1p(static_cast<double>(gap_days(*x.when, *y.when)));
  if (!x.when->within_a_day() || !y.when->within_a_day()) return times_meet;
  return same_day + only_of_day / static_cast<double>(std::max<std::size_t>(1, told_of_day(x, y))) +
         (*x.when == *y.when ? 0 : other_hour);
}

/// Sentences of the two articles that tell of the day on which both put it.
std::size_t Evidence::told_of_day(const Telling& x, const Telling& y) const {
  const Window both = *intersect(*x.when, *y.when);
  const auto sentences_of = [&](DocumentIndex document) {
    std::set<std::uint32_t> all;
    for (const Day day : {day_of(*both.earliest), day_of(*both.latest)})
      if (const auto told = sentences_.find({document, day}); told != sentences_.end())
        all.insert(told->second.begin(), told->second.end());
    return all.size();
  };
  const std::size_t first = sentences_of(x.ref.document);
  return x.ref.document == y.ref.document ? first : first + sentences_of(y.ref.document);
}

double Evidence::of_articles(const Telling& x, const Telling& y) const {
  if (!tellings_.one_language(x.ref.document, y.ref.document)) return 0;
  const double likeness = tellings_.likeness(x.ref.document, y.ref.document);
  return less_alike * std::log(std::clamp(likeness, 0.01, likely_one_story) / likely_one_story);
}

double Evidence::of_place(const Telling& x, const Telling& y) {
  constexpr std::uint32_t lead = 3;  // sentences, the headline among them
  return (x.ref.document == y.ref.document ? one_article : 0) +
         (x.claim->headline != y.claim->headline ? one_headline : 0) +
         (x.claim->sentence <= lead && y.claim->sentence <= lead ? both_lead : 0);
}

Datings Evidence::datings(std::size_t a, std::size_t b) const {
  const Telling &x = tellings_.all()[a], &y = tellings_.all()[b];
  const auto once = [&](const Telling& telling) {
    const auto facts = types_.find(telling.claim->type);
    return facts != types_.end() && facts->second.once;
  };
  if (!x.when || !y.when || gap_days(*x.when, *y.when) <= 1 || once(x) || once(y)) return Datings::agree;
  return shared_words(x.words, y.words).size() >= 2 || of_participants(a, b) > 0 ? Datings::slip : Datings::of_two;
}

double Evidence::of_participants(std::size_t a, std::size_t b) const {
  const auto &x = tellings_.all()[a].claim->participants, &y = tellings_.all()[b].claim->participants;
  bool different = false;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < y.size(); ++j) {
      const Participant &p = x[i], &q = y[j];
      const Identity identity = compare(p, names_[a][i], q, names_[b][j]);
      if (identity == Identity::same) return same_participant;
      different = different || (identity == Identity::different && p.role == q.role);
    }
  return different ? different_participants : 0;
}

}  // namespace isnad::linking
