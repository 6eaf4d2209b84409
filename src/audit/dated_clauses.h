// The clauses by which an article dates what it tells as a fact, with their words.
#pragma once

#include <string>
#include <vector>

#include "audit/told_words.h"

namespace isnad::audit_rules {

/// Who or what takes part, in its own clause: a participant's part and the stems of its words.
struct TakingPart {
  std::string role, entity;
  std::vector<std::string> words;
};

/// A clause that dates what it tells as a fact: to one day, told or counted from another event, or to a stretch of days
/// ("in early May", "in March").
struct DatedClause {
  ClaimRef ref;
  Window when;
  std::string predicate;              ///< stem of the word that tells what happens
  std::vector<std::string> words;     ///< stems of the clause, and of the noun that it is said of
  std::vector<std::string> sentence;  ///< stems of the whole sentence
  std::vector<std::string> meanings;  ///< of the clause, as ToldWords::meanings() gives them
  /// Meanings of the word that tells what happens; none where it only says that something took place.
  std::vector<std::string> predicates;
  /// What is done, as concepts or else stems: those, the type, what was done to the noun that has the date ("the
  /// agreement | signed in March"), what is decided on.
  std::vector<std::string> deed;
  std::vector<std::string> numbers;
  std::vector<std::string> places;  ///< stems of known ones
  std::vector<TakingPart> parts;
  bool stretch = false;      ///< of more than a day
  bool counted = false;      ///< the day is counted from another event ("two days after the launch")
  bool one_of_many = false;  ///< "clashes broke out", not "the war": another day they may do so again
  bool repeatable = false;   ///< done again within days by the same people: a meeting, a raid
};

/// Those of all articles' bodies, in order of document and claim; stretches last a month at most. O(claims x tokens of
/// their sentences).
[[nodiscard]] std::vector<DatedClause> dated_clauses(const Context& context, const ToldWords& words);

}  // namespace isnad::audit_rules
