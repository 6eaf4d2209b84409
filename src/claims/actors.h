// Who acts or speaks in the main clauses of a sentence, and so may go on speaking where a verb of saying names nobody.
#pragma once

#include <optional>
#include <vector>

#include "claims/attribution.h"
#include "claims/reading.h"

namespace isnad::claims {

/// Makes a chain the last one that may go on in the sentences behind. `spoke`: else it only acted.
void remember_recent(const AttributionChain& chain, bool spoke, Discourse& discourse);

/// The actors of one sentence, read from left to right. Keeps references: the parts must outlive it.
class Actors {
 public:
  Actors(const Reading& reading, const Sentence& sentence, const Discourse& discourse, const std::vector<Scope>& scopes)
      : reading_(reading), sentence_(sentence), discourse_(discourse), scopes_(scopes) {}

  /// Follows where clauses are embedded and what is quoted; called for each token in order.
  void pass(std::uint32_t token);
  /// "Burst Fulan into tears and said": a word that no rule knows opens the sentence, most likely a verb; who stands
  /// behind it acts, and where he is not known nobody of the sentences before goes on.
  void read_opening();
  /// Who acts in the sentence, and is not known.
  [[nodiscard]] bool is_unknown() const { return opens_unknown_; }
  /// "The ministry welcomed ...", "the president left": reads who acts by a verb that tells no saying. Not inside what
  /// another says.
  void read(std::uint32_t verb);
  /// "Welcomed Fulan the decision": the verb is one that only people do, so any short name acts.
  void read_person(std::uint32_t verb);
  /// "Answered Fulan the questions": the same for a verb whose subject may be left out; no common noun acts.
  void read_name(std::uint32_t verb);
  void add(std::uint32_t verb, AttributionChain chain) { actors_.push_back({verb, std::move(chain)}); }

  /// Who goes on at a verb of saying without a subject: the nearest one of its sentence who agrees with it, else, where
  /// its subject is left out, the last one of the sentences before. `adds`: only one who has spoken. Empty where none.
  [[nodiscard]] AttributionChain going_on(std::uint32_t verb, const Item& form, bool adds) const;
  /// The same at a participle ("adding that"): one of the sentences before only where nobody acts here.
  [[nodiscard]] AttributionChain going_on_in_participle(std::uint32_t at) const;
  /// Who acts in the main clauses before the colon at the token, where it is one alone: "Fulan shakes his head: "..."".
  [[nodiscard]] AttributionChain before_quotation(std::uint32_t colon) const;
  /// The one who acts in a sentence without a word of saying, and may speak in the next; empty where none does.
  [[nodiscard]] AttributionChain silent_actor() const;

 private:
  struct Actor {
    std::uint32_t token = 0;  ///< the verb
    AttributionChain chain;
    bool is_place = false;
  };

  [[nodiscard]] AttributionChain of_sentence(std::uint32_t at, const Item& form) const;
  [[nodiscard]] AttributionChain named_before(std::uint32_t token) const;
  [[nodiscard]] AttributionChain topic() const;
  [[nodiscard]] TokenRange name_in(TokenRange phrase) const;
  void add_named(std::uint32_t verb, TokenRange name);
  [[nodiscard]] bool leaves_subject_out(std::uint32_t verb) const;
  [[nodiscard]] bool opens_with_adverbial(std::uint32_t comma) const;

  const Reading& reading_;
  const Sentence& sentence_;
  const Discourse& discourse_;
  const std::vector<Scope>& scopes_;  ///< those found so far
  std::vector<Actor> actors_;         ///< in order
  /// Behind the subject of the verb read last, where that stands behind it.
  std::optional<std::uint32_t> behind_subject_;
  bool unknown_ = false;        ///< a main clause tells of someone who is not known to speak
  bool opens_unknown_ = false;  ///< the sentence opens with what someone did who is not known
  bool said_ = false;           ///< a verb of saying stands before
  bool embedded_ = false;       ///< the token lies in a clause that is part of another
  bool quoted_ = false;         ///< the token lies in a quotation: whoever acts there is not the speaker
};

}  // namespace isnad::claims
