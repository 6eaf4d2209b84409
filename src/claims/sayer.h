// Whose saying a verb of saying tells: its subject behind or before it, whom a relay passes on, the text in which it
// stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/attribution.h"
#include "claims/reading.h"
#include "claims/speaker.h"

namespace isnad::claims {

/// Verbs that may take what is said as their object ("announced the fall of ...").
[[nodiscard]] bool says_without_mark(std::string_view value);

/// "Denied", or "ruled out", which tells of what may come, too.
[[nodiscard]] bool is_denial(std::string_view value);

/// Finds the speakers of the verbs of one sentence. Keeps references: the parts must outlive it.
class SayerFinder {
 public:
  SayerFinder(const Reading& reading, const Sentence& sentence, const Discourse& discourse,
              const std::vector<Scope>& scopes)
      : reading_(reading), sentence_(sentence), discourse_(discourse), scopes_(scopes) {}

  /// The chain that the words around the verb name, and the token behind it; empty where they name none.
  [[nodiscard]] ReadChain sayer_of(std::uint32_t verb) const;
  /// The speaker that a phrase before the verb names, with whom it was told ("told Reuters").
  [[nodiscard]] ReadChain named(TokenRange phrase, std::uint32_t verb) const;
  /// "Confirmed to the agency (its letters) a source in the government that ...": who was told stands first.
  [[nodiscard]] ReadChain told_first(std::uint32_t verb) const;
  /// "(He) accused Washington | of shelling": behind an object that is a state or capital, where a noun of action tells
  /// of what.
  [[nodiscard]] std::optional<std::uint32_t> behind_place_accused(std::uint32_t verb) const;
  /// "[agency] passed on [on Sunday] from [someone] [his saying]"; the agency may stand before the verb.
  [[nodiscard]] ReadChain relayed(std::uint32_t verb) const;

 private:
  [[nodiscard]] std::string cue(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t end_of_sayer(std::uint32_t verb, TokenRange phrase) const;
  [[nodiscard]] std::uint32_t action_in(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool opens_clause(std::uint32_t token) const;
  [[nodiscard]] bool behind_relative(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t behind_function(TokenRange name) const;
  [[nodiscard]] bool opens_saying(std::uint32_t token) const;
  [[nodiscard]] bool has_spoken(TokenRange name) const;
  [[nodiscard]] bool leads_to_content(TokenRange name, std::uint32_t content, bool opines) const;
  [[nodiscard]] std::uint32_t before_aside(std::uint32_t verb, std::uint32_t limit) const;
  [[nodiscard]] TokenRange titled_before(std::uint32_t end, std::uint32_t limit) const;
  [[nodiscard]] ReadChain written_in(std::uint32_t verb) const;
  [[nodiscard]] ReadChain quoted_object(std::uint32_t verb) const;
  [[nodiscard]] ReadChain issued_before(std::uint32_t verb) const;
  [[nodiscard]] TokenRange quoted_name(std::uint32_t preposition) const;
  [[nodiscard]] ReadChain told_behind(std::uint32_t verb) const;
  [[nodiscard]] ReadChain speaker_in(TokenRange before, std::uint32_t verb, bool known_only) const;
  [[nodiscard]] bool opens_part(std::uint32_t first, std::uint32_t limit) const;
  [[nodiscard]] ReadChain subject_that_opens(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_behind_topic(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_of_that_clause(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_before_action(std::uint32_t verb, std::uint32_t first) const;
  /// "(He) warned Iran": a state or capital whose gender is not the verb's is its object.
  [[nodiscard]] bool is_place_that_disagrees(std::uint32_t verb, std::uint32_t token) const;
  [[nodiscard]] ReadChain subject_behind(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_before(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_with_complement(std::uint32_t verb, std::uint32_t limit) const;
  [[nodiscard]] ReadChain subject_singled_out(std::uint32_t verb, std::uint32_t limit) const;
  [[nodiscard]] TokenRange described_before(TokenRange object, std::uint32_t limit) const;
  [[nodiscard]] TokenRange dated_text_before(std::uint32_t verb, std::uint32_t limit) const;
  [[nodiscard]] bool says_behind_aside(std::uint32_t verb, std::uint32_t content) const;
  [[nodiscard]] std::uint32_t behind_hearer(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t behind_introduction(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t before_time(std::uint32_t verb, std::uint32_t limit) const;
  [[nodiscard]] ReadChain subject_of_wish(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_of_while(std::uint32_t verb) const;
  [[nodiscard]] ReadChain subject_of_background(std::uint32_t verb) const;

  const Reading& reading_;
  const Sentence& sentence_;
  const Discourse& discourse_;
  const std::vector<Scope>& scopes_;  ///< those found so far
};

}  // namespace isnad::claims
