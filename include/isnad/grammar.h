// isnad/grammar.h - the project's own rules, compiled when the program is built.
//
// Compiling them takes a good part of a tenth of a second, most of it to inflect tens of thousands of words: more than
// reading an article. What is loaded here was compiled before, and takes a few milliseconds.
#pragma once

#include <cstdint>

#include "isnad/rules.h"

namespace isnad {

enum class RuleSet : std::uint8_t {
  all,
  times  ///< what temporal expressions need: without the rules of claims
};

/// The rules of embedded_rules(), as Grammar::compile() makes them, but without their examples. O(bytes).
[[nodiscard]] Grammar embedded_grammar(RuleSet set = RuleSet::all);

/// Whether a rule file belongs to a set.
[[nodiscard]] bool belongs_to(RuleSet set, const RuleFile& file);

}  // namespace isnad
