// The project's own rules, compiled once a program.
#pragma once

#include <gtest/gtest.h>

#include "isnad/rules.h"

namespace isnad {

inline const Grammar& project_grammar() {
  static const Grammar grammar = [] {
    Result<Grammar> compiled = Grammar::compile(embedded_rules());
    if (!compiled) {
      const Error& e = compiled.error();
      ADD_FAILURE() << e.path << ':' << e.place.line << ": " << e.message << '\n' << e.context;
      return *Grammar::compile({});
    }
    return *std::move(compiled);
  }();
  return grammar;
}

}  // namespace isnad
