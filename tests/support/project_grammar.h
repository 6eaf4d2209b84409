// The project's own rules, loaded once a program.
#pragma once

#include "isnad/grammar.h"

namespace isnad {

inline const Grammar& project_grammar() {
  static const Grammar grammar = embedded_grammar();
  return grammar;
}

}  // namespace isnad
