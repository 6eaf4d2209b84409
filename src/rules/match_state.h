// What is known of a document while it is matched.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/document_words.h"
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

/// Where an element stands in its match.
enum class Position : std::uint8_t {
  inner,  ///< it carries the proclitics that it names, no others
  loose,  ///< also conjunctions and prepositions that nobody asked for
  first   ///< also any other proclitics, but the match is then restricted
};

[[nodiscard]] constexpr Element::Kind kind_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return Element::Kind::word;
    case TokenKind::integer:
      return Element::Kind::integer;
    case TokenKind::decimal:
      return Element::Kind::decimal;
    case TokenKind::mark:
      return Element::Kind::mark;
  }
  return Element::Kind::any_token;
}

/// Hits, by token; the steps of all matches; and how atoms are held against tokens.
class MatchState {
 public:
  MatchState(const Language& matched_language, const Document& matched_document);

  const Language& language;
  const Document& document;
  DocumentWords words;
  std::vector<Hit> hits;
  std::vector<std::uint32_t> heads;   ///< by token: the longest hit
  std::vector<LayerMask> masks;       ///< by token: layers of which something may begin there
  std::vector<LayerMask> stretches;   ///< the same of `stretch_tokens` tokens together
  std::vector<Signature> signatures;  ///< by token: what may stand there

  /// The words of all classes, as their guards allow.
  void find_words();
  /// Makes a value of a match.
  void add_value(const Candidate& candidate, bool item);
  std::uint32_t add_step(const PathStep& step) {
    steps_.push_back(step);
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }
  [[nodiscard]] std::size_t step_count() const { return steps_.size(); }
  /// Forgets the steps from `count` on; nothing may point to them.
  void drop_steps(std::size_t count) { steps_.resize(count); }
  /// Whether the atom may match at a token at all; most do not. O(1).
  [[nodiscard]] bool may_match(const Atom& atom, std::uint32_t token) const {
    return (atom.signature & signatures[token]) != 0 && (!atom.glued || document.tokens[token].glued);
  }
  /// Calls `found` with every way in which the atom matches at a token, longest first, until it returns true.
  /// Returns whether it did.
  template <class Found>
  bool each_match(const Atom& atom, std::uint32_t token, Position position, const Found& found) const;
  /// Do the guards allow a match of tokens [first, last) there?
  [[nodiscard]] bool allows(GuardId guard, std::uint32_t first, std::uint32_t last, const Sentence& sentence) const;
  [[nodiscard]] const PathStep& first_step(std::uint32_t path) const;
  [[nodiscard]] std::uint32_t literals_in(std::uint32_t path) const;
  /// The items of the classes for which `wanted` holds a bit by ClassId; of all where it is empty.
  [[nodiscard]] Annotation take_annotation(const std::vector<bool>& wanted);

  static constexpr std::uint32_t stretch_tokens = 32;

 private:
  void mark(std::uint32_t token, LayerMask layers) {
    masks[token] |= layers;
    stretches[token / stretch_tokens] |= layers;
  }
  void add_hit(Hit hit);
  void find_words_at(std::uint32_t token, const Sentence& sentence);
  void add_word(const Sense& sense, std::uint32_t first, std::uint32_t last, const Reading& reading,
                EncliticId enclitic);
  void drop_inner_words();
  [[nodiscard]] bool holds(const Atom& atom, const Hit& hit) const;
  [[nodiscard]] bool stands_behind(const Atom& atom, std::uint32_t token, const Sentence& sentence) const;
  [[nodiscard]] bool stands_ahead(const Atom& atom, std::uint32_t token, const Sentence& sentence) const;

  // Values.
  struct Captured {
    std::uint32_t step = 0;  ///< the step that captured; of a group the closing mark
    std::uint32_t open = 0;  ///< of a group
  };
  void gather(std::uint32_t path, std::size_t captures);
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
  [[nodiscard]] Item item_of(const Hit& hit) const;

  std::vector<PathStep> steps_;
  std::vector<Field> fields_;  // of values
  std::vector<std::string> texts_;
  std::vector<Captured> captured_;  // of the match whose value is being made
  std::uint32_t gathered_path_ = 0;
  std::uint32_t longest_hit_ = 1;
};

/// The value of an integer token; nothing when it does not fit.
[[nodiscard]] std::optional<std::int64_t> integer_of(std::string_view key);

/// More than one letter of the Arabic block.
constexpr std::size_t least_stem_bytes = 3;

template <class Found>
bool MatchState::each_match(const Atom& atom, std::uint32_t token, Position position, const Found& found) const {
  const bool first = position != Position::inner;
  const bool restrictable = position == Position::first && atom.spec == 0;
  const Token& at = document.tokens[token];
  if (!may_match(atom, token)) return false;
  PathStep match;
  match.element = atom.kind;
  match.first = token;
  match.last = token + 1;
  switch (atom.kind) {
    case Element::Kind::literal: {
      const auto [begin, end] = words.readings(token);
      for (const bool restricted : {false, true}) {
        if (restricted && !restrictable) break;
        for (const Reading* reading = begin; reading != end; ++reading) {
          if (reading->word != atom.arg || reading->enclitic != 0) continue;
          const CliticTable::Fit fit = language.clitics.fit(atom.spec, reading->stack, CliticPermission::prefix, first);
          if (fit.fits == restricted) continue;
          match.stack = reading->stack;
          match.outer = restricted ? language.clitics.size(reading->stack) : fit.outer;
          match.restricted = restricted;
          if (found(match)) return true;
        }
      }
      return false;
    }
    case Element::Kind::cls:
      for (const bool restricted : {false, true}) {
        if (restricted && !restrictable) break;
        for (std::uint32_t h = heads[token]; h != no_hit; h = hits[h].next) {
          const Hit& hit = hits[h];
          if (hit.cls != static_cast<ClassId>(atom.arg) || hit.dead) continue;
          const CliticTable::Fit fit = language.clitics.fit(atom.spec, hit.stack, hit.permission, first);
          if (fit.fits == restricted || (atom.conditions_count > 0 && !holds(atom, hit))) continue;
          match.last = hit.last;
          match.hit = h;
          match.stack = hit.stack;
          match.outer = restricted ? language.clitics.size(hit.stack) : fit.outer;
          match.restricted = restricted;
          match.enclitic = hit.enclitic;
          if (found(match)) return true;
        }
      }
      return false;
    case Element::Kind::integer: {
      if (at.kind != TokenKind::integer || !language.clitics.fit(atom.spec, 0, CliticPermission::prefix, first).fits) {
        return false;
      }
      const std::optional<std::int64_t> value = integer_of(document.key(at));
      if (!value) return false;
      for (std::uint32_t c = 0; c < atom.conditions_count; ++c) {
        const CompiledCondition& condition = language.automaton.conditions[atom.conditions_begin + c];
        if (condition.kind == Condition::Kind::within && (*value < condition.least || *value > condition.most)) {
          return false;
        }
        if (condition.kind == Condition::Kind::equals && *value != condition.value.value) return false;
        if (condition.kind == Condition::Kind::differs && *value == condition.value.value) return false;
      }
      return found(match);
    }
    case Element::Kind::decimal:
    case Element::Kind::mark:
    case Element::Kind::word:
      if (kind_of(at.kind) != atom.kind) return false;
      [[fallthrough]];
    case Element::Kind::any_token: {
      if (language.clitics.fit(atom.spec, 0, CliticPermission::prefix, first).fits && found(match)) return true;
      if (atom.spec == 0 || at.kind != TokenKind::word) return false;
      // A word that no rule lists: the named proclitics are its first letters, where two letters are left; "ila" is
      // spelled like an article with one.
      const std::string_view key = document.key(at);
      for (const std::uint8_t p : language.clitics.prefixes_of(key)) {
        const CliticTable::Prefix& prefix = language.clitics.prefixes()[p];
        if (key.size() < prefix.written.size() + least_stem_bytes || !key.starts_with(prefix.written)) continue;
        const CliticTable::Fit fit = language.clitics.fit(atom.spec, prefix.stack, CliticPermission::none, false);
        if (!fit.fits) continue;
        match.stack = prefix.stack;
        match.outer = fit.outer;
        match.skip = static_cast<std::uint16_t>(prefix.written.size());
        if (found(match)) return true;
      }
      return false;
    }
    case Element::Kind::choice:
    case Element::Kind::repeat:
    case Element::Kind::sentence_begin:
    case Element::Kind::sentence_end:
      return false;
  }
  return false;
}

}  // namespace isnad::rules
