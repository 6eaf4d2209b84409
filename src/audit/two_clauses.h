// What two clauses of different articles, that each date something, have in common: for telling one happening from two.
#pragma once

#include <string>
#include <vector>

#include "audit/dated_clauses.h"

namespace isnad::audit_rules {

/// Is what each of them tells among the other's words, and most of the words of the shorter one?
[[nodiscard]] bool tell_the_same(const DatedClause& a, const DatedClause& b, bool one_type);
/// Are the fewer numbers all among the others?
[[nodiscard]] bool one_holds_other(const std::vector<std::string>& a, const std::vector<std::string>& b);
[[nodiscard]] bool on_one_day(const Window& a, const Window& b);
/// Late on the one day and the day behind it: what a night brings is told of both.
[[nodiscard]] bool in_one_night(const Window& a, const Window& b);
/// A day or two apart, or the same day of another month, or of another year where both tell the year: what is farther
/// apart is mostly two things.
[[nodiscard]] bool may_be_a_slip(const Window& a, const Window& b, bool years_told);
/// "On the 7th", "on the 17th", "on the 12th", "on the 21st": of one month.
[[nodiscard]] bool differ_in_a_digit(const Window& a, const Window& b);
/// How many words of names the other clause has too, whatever part they play there; of places see DatedClause::places.
[[nodiscard]] std::size_t names_in(const Claim& claim, const DatedClause& other);
/// "President Bazoum", "President Mohamed Bazoum": of more than a word, with one family name.
[[nodiscard]] bool name_one(const Claim& a, const Claim& b);
[[nodiscard]] bool names_someone(const Claim& claim);
/// The owner held on the one day and the engineer on the other: both say to whom it was done, and one of them in words
/// that the other has not.
[[nodiscard]] bool done_to_others(const Claim& a, const DatedClause& told_a, const Claim& b, const DatedClause& told_b);
/// Do both name towns, and none that the other names too?
[[nodiscard]] bool in_two_towns(const DatedClause& a, const DatedClause& b);
/// Do both say who took part in it, in one part, and neither in a word that the other has? Of places see
/// in_two_towns().
[[nodiscard]] bool name_two(const DatedClause& a, const DatedClause& b);
/// The words of a clause without the one that tells what happens, and its other forms.
[[nodiscard]] std::vector<std::string> beside_predicate(const DatedClause& told);

}  // namespace isnad::audit_rules
