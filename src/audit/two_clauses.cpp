#include "audit/two_clauses.h"

#include <algorithm>
#include <set>

#include "audit/alike.h"
#include "isnad/calendar.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t least_common = 3;  ///< words, of which each must have three in four

std::vector<std::string> words_of(const std::string& head) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < head.size();) {
    const std::size_t end = std::min(head.find(' ', begin), head.size());
    if (end > begin) words.push_back(head.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace

bool tell_the_same(const DatedClause& a, const DatedClause& b, bool one_type) {
  if (!one_type && (alike_words({a.predicate}, b.words) == 0 || alike_words({b.predicate}, a.words) == 0)) return false;
  const bool a_is_shorter = a.words.size() <= b.words.size();
  const auto &shorter = a_is_shorter ? a.words : b.words, &longer = a_is_shorter ? b.words : a.words;
  const auto &numbers = a_is_shorter ? a.numbers : b.numbers, &others = a_is_shorter ? b.numbers : a.numbers;
  const std::size_t n = alike_words(shorter, longer) + shared_words(numbers, others),
                    all = shorter.size() + numbers.size();
  return (n >= least_common && 4 * n >= 3 * all) || (one_type && n + 1 >= least_common && n == all);
}

bool one_holds_other(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return shared_words(a, b) == std::min(a.size(), b.size());
}

bool on_one_day(const Window& a, const Window& b) {
  return day_of(*a.earliest) <= day_of(*b.latest) && day_of(*b.earliest) <= day_of(*a.latest);
}

bool in_one_night(const Window& a, const Window& b) {
  constexpr std::int64_t night = 6 * 60;
  const auto is_whole = [](const Window& w) { return w.latest->value - w.earliest->value >= minutes_per_day - 1; };
  const std::int64_t gap = std::max(b.earliest->value - a.latest->value, a.earliest->value - b.latest->value);
  return gap < night && is_whole(a) != is_whole(b);
}

bool may_be_a_slip(const Window& a, const Window& b, bool years_told) {
  constexpr std::int64_t nearest = 2;
  const Day first = day_of(std::min(*a.latest, *b.latest)), then = day_of(std::max(*a.earliest, *b.earliest));
  if (then - first <= nearest) return true;
  const CivilDate x = civil_from_day(first), y = civil_from_day(then);
  return x.day == y.day && (x.year == y.year || (years_told && x.month == y.month));
}

bool differ_in_a_digit(const Window& a, const Window& b) {
  const CivilDate x = civil_from_day(day_of(*a.earliest)), y = civil_from_day(day_of(*b.earliest));
  const bool one_digit = x.day != y.day && x.day % 10 == y.day % 10;
  const bool swapped = x.day % 10 == y.day / 10 && x.day / 10 == y.day % 10;
  return x.year == y.year && x.month == y.month && (one_digit || swapped);
}

std::size_t names_in(const Claim& claim, const DatedClause& other) {
  std::size_t all = 0;
  for (const Participant& p : claim.participants)
    if (p.role != "place") all += alike_words(words_of(p.head), other.words);
  return all;
}

bool name_one(const Claim& a, const Claim& b) {
  const auto family = [](const Participant& p) {
    return p.name.find(' ') == std::string::npos ? std::string() : p.head.substr(p.head.rfind(' ') + 1);
  };
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) {
    return p.role != "place" && !family(p).empty() &&
           std::any_of(b.participants.begin(), b.participants.end(),
                       [&](const Participant& q) { return q.role == p.role && family(q) == family(p); });
  });
}

bool names_someone(const Claim& claim) {
  return std::any_of(claim.participants.begin(), claim.participants.end(),
                     [](const Participant& p) { return p.role != "place"; });
}

bool done_to_others(const Claim& a, const DatedClause& told_a, const Claim& b, const DatedClause& told_b) {
  const auto patients = [](const Claim& claim, const DatedClause& other) {
    std::pair<std::size_t, std::size_t> told_and_alike{0, 0};
    for (const Participant& p : claim.participants) {
      if (p.role != "patient") continue;
      ++told_and_alike.first;
      told_and_alike.second += alike_words(words_of(p.head), other.words);
    }
    return told_and_alike;
  };
  const auto [of_a, alike_a] = patients(a, told_b);
  const auto [of_b, alike_b] = patients(b, told_a);
  return of_a > 0 && of_b > 0 && (alike_a == 0 || alike_b == 0);
}

bool in_two_towns(const DatedClause& a, const DatedClause& b) {
  const auto towns = [](const DatedClause& told) {
    std::set<std::string_view> all;
    for (const TakingPart& p : told.parts)
      if (p.entity.find('.') != std::string::npos) all.insert(p.entity);
    return all;
  };
  const auto x = towns(a), y = towns(b);
  return !x.empty() && !y.empty() &&
         std::none_of(x.begin(), x.end(), [&](std::string_view town) { return y.contains(town); });
}

bool name_two(const DatedClause& a, const DatedClause& b) {
  return std::any_of(a.parts.begin(), a.parts.end(), [&](const TakingPart& p) {
    if (p.role == "place" || alike_words(p.words, b.words) > 0) return false;
    bool named = false, alike = false;
    for (const TakingPart& q : b.parts)
      if (q.role == p.role) named = true, alike = alike || alike_words(q.words, a.words) > 0;
    return named && !alike;
  });
}

std::vector<std::string> beside_predicate(const DatedClause& told) {
  std::vector<std::string> words = told.words;
  std::erase_if(words, [&](const std::string& word) { return alike_words({word}, {told.predicate}) > 0; });
  return words;
}

}  // namespace isnad::audit_rules
