#include "linking/evidence.h"

#include <algorithm>
#include <cmath>

#include "linking/claim_window.h"
#include "linking/event_links.h"
#include "linking/identity.h"

namespace isnad::linking {
namespace {

constexpr double at_first = -1.2;
/// Words: by their weight, and by how much of the shorter one the other tells too; of a few common words little.
constexpr double shared_word = 0.7, most_shared = 3, covered = 1.8, few_words = 0.5, no_word = -1.1,
                 other_numbers = -1.1;
constexpr double same_type = 1.2, neighbours = 0.6, different_types = -1.4, one_of_no_type = -0.7;
constexpr double statement_and_clause = -2, two_statements = -0.2;
/// Time: of one day, and how little else the two articles tell of it; coarse times that meet; for each power of e of
/// the days between them, also where both are undated news; one of them not placed within a month.
constexpr double same_day = 0.7, only_of_day = 1.7, times_meet = 1.1, apart = -0.8, no_time = -0.8;
constexpr double different_participants = -0.9;
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
  for (const Telling& telling : tellings.all()) {
    if (!telling.when || !within_a_day(*telling.when) || telling.claim->type == "statement") continue;
    for (const Day day : {day_of(*telling.when->earliest), day_of(*telling.when->latest)})
      sentences_[{telling.ref.document, day}].insert(telling.claim->sentence);
  }
}

std::optional<double> Evidence::of(std::size_t a, std::size_t b) const {
  const Telling &x = tellings_.all()[a], &y = tellings_.all()[b];
  if (excluded(x, y)) return std::nullopt;
  return at_first + of_words(x, y) + of_types(*x.claim, *y.claim) + of_time(x, y) +
         (other_participants(*x.claim, *y.claim) ? different_participants : 0);
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
  const bool counts_differ =
      !x.numbers.empty() && !y.numbers.empty() &&
      std::find_first_of(x.numbers.begin(), x.numbers.end(), y.numbers.begin(), y.numbers.end()) == x.numbers.end();
  const double numbers = counts_differ ? other_numbers : 0;
  const std::vector<WordId> shared = shared_words(x.words, y.words);
  if (shared.empty()) return numbers + (tellings_.one_language(x.ref.document, y.ref.document) ? no_word : 0);
  const double weight = tellings_.weight(shared),
               shorter = std::min(tellings_.weight(x.words), tellings_.weight(y.words));
  return numbers + shared_word * std::min(most_shared, weight) + covered * weight / (shorter + few_words);
}

double Evidence::of_types(const Claim& x, const Claim& y) const {
  if (x.type == "statement" && y.type == "statement") return two_statements;
  if (x.type == "statement" || y.type == "statement") return statement_and_clause;
  const bool known_x = types_.contains(x.type), known_y = types_.contains(y.type);
  if (!known_x || !known_y) return known_x || known_y ? one_of_no_type : 0;
  if (x.type == y.type) return same_type;
  return are_neighbours(x.type, y.type, types_) ? neighbours : different_types;
}

double Evidence::of_time(const Telling& x, const Telling& y) const {
  if (!bounded_by(x.when, coarse) || !bounded_by(y.when, coarse))
    return no_time + apart * std::log1p(static_cast<double>(days_between_news(x, y)));
  if (!intersect(*x.when, *y.when)) return apart * std::log1p(static_cast<double>(gap_days(*x.when, *y.when)));
  if (!within_a_day(*x.when) || !within_a_day(*y.when)) return times_meet;
  return same_day + only_of_day / static_cast<double>(std::max<std::size_t>(1, told_of_day(x, y)));
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

bool Evidence::other_participants(const Claim& x, const Claim& y) const {
  bool different = false;
  for (const Participant& p : x.participants)
    for (const Participant& q : y.participants) {
      if (p.role != q.role) continue;
      const Identity identity = compare(p, q, collective_);
      if (identity == Identity::same) return false;
      different = different || identity == Identity::different;
    }
  return different;
}

}  // namespace isnad::linking
