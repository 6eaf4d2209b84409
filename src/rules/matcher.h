// Applies a compiled language to a document.
//
// 1. Words: each token is looked up once; its readings give the words of all classes that stand there.
// 2. Layers, in order: from each token at which something of the layer may begin, its automaton is followed breadth
//    first, token by token, all states at a token at once. What is accepted is a candidate. Of each class the
//    candidates that win become values, which the next layers see.
// 3. The winners become items.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/condition_table.h"
#include "rules/element_ways.h"
#include "rules/language.h"
#include "rules/situations.h"

namespace isnad::rules {

/// What the matcher did, for tests of its cost.
struct MatchStatistics {
  std::uint64_t states = 0;  ///< (state, token) pairs reached
  std::uint64_t tries = 0;   ///< of them those that ask something of the token
};

/// The items of the classes for which `wanted` holds a bit by ClassId; of all where it is empty.
[[nodiscard]] Annotation annotate(const Language& language, const Document& document,
                                  const std::vector<bool>& wanted = {}, MatchStatistics* statistics = nullptr);

/// A word or value found at a token.
struct Hit {
  std::uint32_t first = 0, last = 0;
  ClassId cls{};
  RuleId rule{};
  FieldRange fields;
  FieldRange inflected;  ///< of a word: fields of its form, in place of those of the same name
  GuardId guard = no_guard;
  std::uint32_t path = 0;     ///< of a pattern: the last step of its match
  std::uint32_t pattern = 0;  ///< of a pattern
  std::uint32_t next = 0;     ///< next hit of the same token, longest first
  CliticPermission permission{};
  StackId stack = 0;                    ///< proclitics in the first token: of a word all, of a value those before it
  EncliticId enclitic = 0;              ///< in the last token
  AnswersId answers = unknown_answers;  ///< what patterns may know of its fields
  bool is_word = false;
  bool restricted = false;  ///< it carries proclitics that only an element which names them may take
  bool dead = false;        ///< a guard forbids it, or a longer word holds it
  bool item = false;        ///< becomes an item
};

/// What patterns may know of a hit; its answers must be known.
[[nodiscard]] inline HitShape shape_of(const Hit& hit) {
  return {hit.cls,    static_cast<std::uint16_t>(hit.last - hit.first), hit.permission, hit.stack, hit.enclitic,
          hit.answers};
}

/// One step of a match, pointing back to the one before.
struct PathStep {
  enum class Kind : std::uint8_t { consume, open, close };
  std::uint32_t previous = 0;  ///< 0: none
  std::uint32_t first = 0, last = 0;
  std::uint32_t hit = no_hit;
  std::uint16_t capture = no_capture;
  Kind kind{};
  Element::Kind element{};
  StackId stack = 0;       ///< proclitics of the first token
  std::uint8_t outer = 0;  ///< how many of them lie outside of the element
  EncliticId enclitic = 0;
  bool restricted = false;  ///< of the first element: see Hit
  std::uint16_t skip = 0;   ///< bytes of the first key before the element
};

}  // namespace isnad::rules
