// How a temporal expression came to its date, as a tree: the rules and words that it is made of, then the steps to the
// date.
#pragma once

#include <string>

#include "isnad/messages.h"
#include "isnad/rules.h"
#include "isnad/text.h"
#include "isnad/time.h"

namespace isnad::cli {

/// Several lines, ended each. `timex` must be of `document` and resolved; `annotation` is the document's.
[[nodiscard]] std::string timex_tree(const Document& document, const Grammar& grammar, const Annotation& annotation,
                                     const Timex& timex, Language language);

}  // namespace isnad::cli
