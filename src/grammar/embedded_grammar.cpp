#include "isnad/grammar.h"

#include <cassert>

// Between them stand the bytes that the build put there; see CMakeLists.txt.
extern "C" {
extern const char isnad_grammar_all_begin[];
extern const char isnad_grammar_all_end[];
extern const char isnad_grammar_times_begin[];
extern const char isnad_grammar_times_end[];
}

namespace isnad {

Grammar embedded_grammar(RuleSet set) {
  const bool all = set == RuleSet::all;
  const char* const begin = all ? isnad_grammar_all_begin : isnad_grammar_times_begin;
  const char* const end = all ? isnad_grammar_all_end : isnad_grammar_times_end;
  Result<Grammar> loaded = Grammar::load({begin, static_cast<std::size_t>(end - begin)});
  assert(loaded);
  return *std::move(loaded);
}

}  // namespace isnad
