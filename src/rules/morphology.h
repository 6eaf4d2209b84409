// Inflection by tables: the forms of a lemma from its principal parts.
#pragma once

#include <string>
#include <vector>

#include "rules/model.h"

namespace isnad::rules {

/// A form of a lemma, with the fields of its cell.
struct InflectedForm {
  std::string text;
  Record fields;
  CliticPermission clitics{};
  const Guards* guards = nullptr;  ///< of the cell
  Place place;
};

/// All forms of `lemma` by the paradigm, in its order. The first part of the paradigm that has the name and the ending
/// of a principal part holds for it. In a lemma of several words the first is inflected. Where two cells with the same
/// field "form" give the same matching form, only the first is kept: tables list what is likely first. Reports unknown
/// parts.
[[nodiscard]] std::vector<InflectedForm> inflect(const Lemma& lemma, const Paradigm& paradigm, Diagnosis& diagnosis);

}  // namespace isnad::rules
