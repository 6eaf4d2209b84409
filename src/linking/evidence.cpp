#include "linking/evidence.h"

#include <algorithm>
#include <cmath>

#include "linking/claim_window.h"
#include "linking/event_links.h"

namespace isnad::linking {
namespace {

constexpr double at_first = -2.85, at_first_in_two_languages = -1.8;
/// Words: by their weight, and by how much of the shorter one the other tells too; of a few common words little.
constexpr double shared_word = 0.6, most_shared = 3, covered = 1.2, few_words = 0.5, no_word = -0.5;
/// Notions, which two languages share too: how much of the shorter one; in two languages also whether any.
constexpr double covered_notions = 2.4, covered_notions_in_two_languages = 1.6, no_notion_in_two_languages = -1.1;
constexpr double same_numbers = 1.5, other_numbers = -0.3;
constexpr double same_type = 1.6, neighbours = 0.45, different_types = -1;
constexpr double statement_and_clause = -1.1, two_statements = -1;
/// Time: of one day, and how little else the two articles tell of it; at other hours of it, or only one with an hour;
/// coarse times that meet; for each power of e of the days between them, also where both are undated news; one of them
/// not placed within a month.
constexpr double same_day = 1.9, only_of_day = 1.8, other_hour = -1, times_meet = 1.1, apart = -0.65, no_time = -0.8;
constexpr double same_participant = 0.5, different_participants = -0.4;
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
    : tellings_(tellings), types_(types), collective_(collective) {
  names_.reserve(tellings.all().size());
  for (const Telling& telling : tellings.all()) {
    std::vector<NameWords>& names = names_.emplace_back();
    for (const Participant& p : telling.claim->participants) names.push_back(name_words(p, collective));
  }
  for (const Telling& telling : tellings.all()) {
    if (!telling.when || !within_a_day(*telling.when) || telling.claim->type == "statement") continue;
    for (const Day day : {day_of(*telling.when->earliest), day_of(*telling.when->latest)})
      sentences_[{telling.ref.document, day}].insert(telling.claim->sentence);
  }
}

std::optional<double> Evidence::of(std::size_t a, std::size_t b) const {
  const Telling &x = tellings_.all()[a], &y = tellings_.all()[b];
  if (excluded(x, y)) return std::nullopt;
  return of_words(x, y) + of_numbers(x, y) + of_types(*x.claim, *y.claim) + of_time(x, y) + of_participants(a, b);
}

bool Evidence::excluded(const Telling& x, const Telling& y) const {
  const Claim &a = *x.claim, &b = *y.claim;
  if (a.type != b.type &&
      (a.type == "statement" ? types_.contains(b.type) : b.type == "statement" && types_.contains(a.type)))
    return true;
  if (are_in_order(a.type, b.type, types_)) return true;
  if (x.ref.document == y.ref.document && told_apart(a, b, types_)) return true;
  return is_news_beside_history(x, y) || is_news_beside_history(y, x) || counted_anew(x, y, types_) ||
         tells_apart(a, b, types_, collective_);
}

double Evidence::of_words(const Telling& x, const Telling& y) const {
  const auto cover = [&](const std::vector<WordId>& shared, const std::vector<WordId>& a,
                         const std::vector<WordId>& b) {
    return tellings_.weight(shared) / (std::min(tellings_.weight(a), tellings_.weight(b)) + few_words);
  };
  const std::vector<WordId> notions = shared_words(x.notions, y.notions), words = shared_words(x.words, y.words);
  const double common = cover(notions, x.notions, y.notions);
  if (!tellings_.one_language(x.ref.document, y.ref.document))
    return at_first_in_two_languages + covered_notions_in_two_languages * common +
           (notions.empty() ? no_notion_in_two_languages : 0);
  return at_first + covered_notions * common + (words.empty() ? no_word : 0) +
         shared_word * std::min(most_shared, tellings_.weight(words)) + covered * cover(words, x.words, y.words);
}

double Evidence::of_numbers(const Telling& x, const Telling& y) {
  if (x.numbers.empty() || y.numbers.empty()) return 0;
  const bool shared =
      std::find_first_of(x.numbers.begin(), x.numbers.end(), y.numbers.begin(), y.numbers.end()) != x.numbers.end();
  return shared ? same_numbers : other_numbers;
}

double Evidence::of_types(const Claim& x, const Claim& y) const {
  if (x.type == "statement" && y.type == "statement") return two_statements;
  if (x.type == "statement" || y.type == "statement") return statement_and_clause;
  const bool known_x = types_.contains(x.type), known_y = types_.contains(y.type);
  if (!known_x || !known_y) return 0;
  if (x.type == y.type) return same_type;
  return are_neighbours(x.type, y.type, types_) ? neighbours : different_types;
}

double Evidence::of_time(const Telling& x, const Telling& y) const {
  if (!bounded_by(x.when, coarse) || !bounded_by(y.when, coarse))
    return no_time + apart * std::log1p(static_cast<double>(days_between_news(x, y)));
  if (!intersect(*x.when, *y.when)) return apart * std::log1p(static_cast<double>(gap_days(*x.when, *y.when)));
  if (!within_a_day(*x.when) || !within_a_day(*y.when)) return times_meet;
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
