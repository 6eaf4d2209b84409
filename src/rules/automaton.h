// The patterns of one layer as one nondeterministic automaton.
//
// A state consumes a token (or a value that spans several), forks, marks the begin or end of a group, or accepts.
// Repetitions are bounded and unrolled, so the graph has no loops: a state is visited at most once for each token at
// which a match may begin and each token that it may reach, and the work for one begin is bounded by the rules alone.
// See pattern_memo.h for how it is followed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/clitics.h"
#include "rules/lexicon.h"
#include "rules/model.h"
#include "rules/values.h"

namespace isnad::rules {

using StateId = std::uint32_t;
using PatternId = std::uint32_t;
inline constexpr std::uint16_t no_capture = 0xFFFF;

/// A condition with its names looked up.
struct CompiledCondition {
  Condition::Kind kind{};
  FieldId field = 0;
  Field value;
  std::int64_t least = 0, most = 0;
  bool operator==(const CompiledCondition&) const = default;
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

/// What may stand at a token, in 64 bits: of each kind of token one, the words and classes on the rest by hash. An atom
/// whose bit a token lacks cannot match there, which tells most of them at once.
using Signature = std::uint64_t;

[[nodiscard]] constexpr Signature signature_of(Element::Kind kind, std::uint32_t arg) {
  switch (kind) {
    case Element::Kind::integer:
      return Signature{1} << 0U;
    case Element::Kind::decimal:
      return Signature{1} << 1U;
    case Element::Kind::word:
      return Signature{1} << 2U;
    case Element::Kind::mark:
      return Signature{1} << 3U;
    case Element::Kind::literal:
    case Element::Kind::cls: {
      const std::uint64_t mixed = (std::uint64_t{arg} * 2 + (kind == Element::Kind::cls ? 1 : 0)) * 0x9E3779B97F4A7C15U;
      return Signature{1} << (4U + (mixed >> 32U) % 60U);
    }
    default:
      return ~Signature{0};
  }
}

/// What one element asks of a place in the text.
struct Atom {
  Element::Kind kind{};
  bool glued = false;
  SpecId spec = 0;
  std::uint32_t arg = 0;  ///< literal: WordId; cls: ClassId
  std::uint32_t conditions_begin = 0;
  std::uint32_t conditions_count = 0;
  Signature signature = 0;
};

struct State {
  enum class Kind : std::uint16_t { consume, fork, open, close, accept };
  Kind kind{};
  std::uint16_t capture = no_capture;  ///< consume, open, close
  StateId next = 0;                    ///< consume, open, close; fork: first of its targets
  std::uint32_t arg = 0;               ///< consume: atom; fork: number of targets; accept: pattern
};

/// Guards of a pattern or word: at least one of, none of.
struct CompiledGuard {
  std::vector<Atom> before, not_before, after, not_after;
  std::uint32_t also = 0xFFFFFFFFU;  ///< another guard that must allow it too
};

/// States, atoms and conditions of all layers of a language. Only the entry points differ by layer.
struct Automaton {
  std::vector<State> states;
  std::vector<StateId> targets;  ///< of forks
  std::vector<Atom> atoms;
  std::vector<CompiledCondition> conditions;
  std::vector<CompiledGuard> guards;
};

/// Where the patterns of a layer begin, by what stands at a token.
struct EntryPoints {
  std::vector<std::vector<StateId>> by_class;    ///< by ClassId
  std::vector<std::vector<StateId>> by_literal;  ///< by number of the literal
  std::vector<std::vector<StateId>> by_kind;     ///< by Element::Kind
};

}  // namespace isnad::rules
