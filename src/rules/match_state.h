// What is known of a document while it is matched.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/document_words.h"
#include "rules/layer_begins.h"
#include "rules/match_room.h"
#include "rules/matcher.h"

namespace isnad::rules {

/// A match that may lose against others.
struct Candidate {
  PatternId pattern = 0;
  std::uint32_t first = 0, last = 0;
  std::uint32_t path = 0;
  std::uint32_t literals = 0;  ///< literal elements in it
  bool restricted = false;     ///< see Hit
};

/// Hits, by token; the steps of all matches; and how atoms are held against tokens.
class MatchState {
 public:
  MatchState(const Language& matched_language, const Document& matched_document);
  MatchState(const MatchState&) = delete;
  MatchState& operator=(const MatchState&) = delete;
  ~MatchState();

  const Language& language;
  const Document& document;
  DocumentWords words;
  std::vector<Hit> hits;
  std::vector<std::uint32_t> heads;  ///< by token: the longest hit
  LayerBegins begins;
  std::vector<Surroundings> surroundings;  ///< by token, and behind the last one

  /// The words of all classes, as their guards allow.
  void find_words();
  /// Makes a value of a match.
  void add_value(const Candidate& candidate, bool item);
  std::uint32_t add_step(const PathStep& step) {
    steps_.push_back(step);
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }
  /// What stands at a token now, for patterns. O(1), or O(hits) where more was found there since it was last asked.
  SituationId situation(std::uint32_t token) {
    const SituationId known = situations_[token];
    return known != no_situation ? known : make_situation(token);
  }
  /// The hit of this number in the token's situation. O(hits).
  [[nodiscard]] std::uint32_t hit_of(std::uint32_t token, std::uint32_t number) const;
  /// Calls `found` with every way in which the atom matches at a token; see each_way(). Most do not, which is told at
  /// once.
  template <class Found>
  bool each_match(const Atom& atom, std::uint32_t token, Position position, const Found& found) const;
  /// Do the guards allow a match of tokens [first, last) there?
  [[nodiscard]] bool allows(GuardId guard, std::uint32_t first, std::uint32_t last, const Sentence& sentence) const;
  [[nodiscard]] const PathStep& first_step(std::uint32_t path) const;
  [[nodiscard]] std::uint32_t literals_in(std::uint32_t path) const;
  /// The items of the classes for which `wanted` holds a bit by ClassId; of all where it is empty.
  [[nodiscard]] Annotation take_annotation(const std::vector<bool>& wanted);

 private:
  /// A token as each_way() sees it; its hits by their index.
  struct TokenPlace;
  void add_hit(Hit hit);
  SituationId make_situation(std::uint32_t token);
  void add_own_words(std::uint32_t token, std::span<const Hit> words_of_token);
  void find_longer_words(std::uint32_t token, const Sentence& sentence);
  void add_longer_word(const Sense& sense, std::uint32_t first, std::uint32_t last, StackId stack, EncliticId enclitic);
  void drop(std::uint32_t hit);
  void drop_inner_words();
  /// Whether a hit of the token (or, without one, the integer) is as the atom's conditions ask.
  [[nodiscard]] bool holds(const Atom& atom, std::uint32_t token, std::uint32_t hit) const;
  [[nodiscard]] bool holds_integer(const Atom& atom, std::uint32_t token) const;
  [[nodiscard]] bool holds_fields(const Atom& atom, const Hit& hit) const;
  template <class FieldOf>
  [[nodiscard]] bool holds_all(const Atom& atom, const FieldOf& field_of) const;
  /// What patterns may know of its fields.
  [[nodiscard]] AnswersId answers_of(const Hit& hit) const;
  /// Whether a text of a value is one of the rules.
  [[nodiscard]] bool same_text(std::int64_t id, std::int64_t of_rules) const {
    return id < language.pool.text_count() ? id == of_rules : text(id) == language.pool.text(of_rules);
  }
  [[nodiscard]] bool stands_behind(const Atom& atom, std::uint32_t token, const Sentence& sentence) const;
  [[nodiscard]] bool stands_ahead(const Atom& atom, std::uint32_t token, const Sentence& sentence) const;

  // Values.
  struct Captured {
    std::uint32_t step = 0;  ///< the step that captured; of a group the closing mark
    std::uint32_t open = 0;  ///< of a group
  };
  void gather(std::uint32_t path, std::size_t captures);
  template <class Set>
  void copy_fields(const FieldStep& step, const Set& set);
  [[nodiscard]] bool field_of(std::uint16_t capture, FieldId name, Field& field);
  [[nodiscard]] bool evaluate(const FieldStep& step, Field& field, const Candidate& candidate);
  /// The fields of a range of the hit: of a word those of the rules, of a value its own.
  [[nodiscard]] std::span<const Field> fields_of(const Hit& hit, FieldRange range) const;
  /// A hit's field of this name; null where it has none.
  [[nodiscard]] const Field* find_field(const Hit& hit, FieldId name) const;
  [[nodiscard]] std::string text_of(std::uint32_t first, std::uint32_t last, std::uint32_t skip,
                                    EncliticId enclitic) const;
  [[nodiscard]] std::int64_t add_text(std::string text);
  [[nodiscard]] std::string_view text(std::int64_t id) const;
  [[nodiscard]] const PathStep& last_step(std::uint32_t path) const;
  void write_item(const Hit& hit, Item& item);

  KnownPatterns& patterns_;
  std::vector<SituationId> situations_;  // by token; none where it is to be made anew
  WordId value_field_;                   // the name "value", or none
  std::vector<PathStep> steps_;
  std::vector<Field> fields_;  // of values
  std::vector<std::string> texts_;
  std::vector<Captured> captured_;                                  // of the match whose value is being made
  std::vector<std::pair<std::string_view, const Field*>> by_name_;  // of the item that is being written
  std::uint32_t gathered_path_ = 0;
  std::uint32_t longest_hit_ = 1;
};

struct MatchState::TokenPlace {
  const MatchState& state;
  std::uint32_t token;

  [[nodiscard]] Element::Kind kind() const { return kind_of(state.document.tokens[token].kind); }
  [[nodiscard]] std::span<const Reading> readings() const { return state.words.readings(token); }
  template <class Found>
  bool each_hit(const Found& found) const {
    for (std::uint32_t h = state.heads[token]; h != no_hit; h = state.hits[h].next) {
      const Hit& hit = state.hits[h];
      if (!hit.dead && found(h, hit.last - token, hit)) return true;
    }
    return false;
  }
  template <class Found>
  bool each_prefix(const Found& found) const {
    const std::string_view key = state.document.key(state.document.tokens[token]);
    const CliticTable& clitics = state.language.clitics;
    for (const std::uint8_t p : clitics.prefixes_of(key)) {
      if (may_begin(clitics.prefixes()[p], key) && found(p)) return true;
    }
    return false;
  }
};

template <class Found>
bool MatchState::each_match(const Atom& atom, std::uint32_t token, Position position, const Found& found) const {
  if ((atom.signature & surroundings[token].here) == 0 || (atom.glued && !document.tokens[token].glued)) return false;
  return each_way(
      language.clitics, atom, TokenPlace{*this, token}, position,
      [&](const Atom& asking, std::uint32_t hit) { return holds(asking, token, hit); }, found);
}

}  // namespace isnad::rules
