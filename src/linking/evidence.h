// How much speaks for two claims telling one happening.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "linking/event_types.h"
#include "linking/identity.h"
#include "linking/tellings.h"

namespace isnad::linking {

/// A claim with the names of its participants, and the roles of those who tell it apart; null where none does.
struct NamedClaim {
  const Claim& claim;
  const std::vector<NameWords>& names;
  const std::vector<std::string>* key_roles = nullptr;
  const TypeFacts* facts = nullptr;  ///< of its type; null where it is of none
};

enum class Datings : std::uint8_t { agree, slip, of_two };

/// Weighs two tellings by many small signs: the words that they and their sentences share, their types, when they put
/// it, how little else their articles tell of that day, and where in its article each stands. The sum is the logarithm
/// of odds; its weights are those of a logistic regression over the annotated stories, in round numbers. Pairs are
/// meant that belong to one story: how rare a chance meeting is depends on what else is told.
class Evidence {
 public:
  /// `collective`: see identity.h. The first two must outlive it.
  Evidence(const Tellings& tellings, const Types& types, const std::vector<std::string>& collective);

  /// Of the claims at these places of Tellings::all(); nothing where the two cannot be one happening: what is said is
  /// not what happens, clauses of one article that overlap or are of two types tell two things, and participants may
  /// tell them apart. O(words of both).
  [[nodiscard]] std::optional<double> of(std::size_t a, std::size_t b) const;

  /// The claim at this place.
  [[nodiscard]] NamedClaim named(std::size_t a) const {
    return {*tellings_.all()[a].claim, names_[a], key_roles_[a], facts_[a]};
  }

  /// How the datings of two claims lie to each other. What recurs and is dated apart is one happening with a slip only
  /// where the two share more than the kind of thing: two words, or a participant. A day is no distance (the hour of
  /// another time zone makes it), and for what happens once other rules hold.
  [[nodiscard]] Datings datings(std::size_t a, std::size_t b) const;

 private:
  [[nodiscard]] bool excluded(std::size_t a, std::size_t b) const;
  [[nodiscard]] double of_words(const Telling& x, const Telling& y) const;
  [[nodiscard]] static double of_numbers(const Telling& x, const Telling& y);
  [[nodiscard]] double of_types(std::size_t a, std::size_t b) const;
  [[nodiscard]] double of_time(const Telling& x, const Telling& y) const;
  [[nodiscard]] double of_articles(const Telling& x, const Telling& y) const;
  [[nodiscard]] static double of_place(const Telling& x, const Telling& y);
  [[nodiscard]] std::size_t told_of_day(const Telling& x, const Telling& y) const;
  [[nodiscard]] double of_participants(std::size_t a, std::size_t b) const;

  const Tellings& tellings_;
  const Types& types_;
  std::vector<const TypeFacts*> facts_;        ///< of the type of each telling; null where it is of none
  std::vector<std::vector<NameWords>> names_;  ///< of the participants of each telling: they are compared all the time
  std::vector<const std::vector<std::string>*> key_roles_;                      ///< of each telling
  std::map<std::pair<DocumentIndex, Day>, std::set<std::uint32_t>> sentences_;  ///< that tell of the day
  std::set<ClaimRef> counted_;  ///< so far from another one of its sentence, and that one: they are two
};

}  // namespace isnad::linking
