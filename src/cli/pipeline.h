// From paths to an analysed corpus.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "isnad/audit.h"
#include "isnad/grammar.h"
#include "isnad/store.h"

namespace isnad::cli {

/// The rules of --rules, or those inside the program. Nothing: said what is wrong with them.
[[nodiscard]] std::optional<Grammar> load_grammar(Session& session, RuleSet set = RuleSet::all);
/// The same compiled now in any case, so that they have their examples.
[[nodiscard]] std::optional<Grammar> compile_grammar(Session& session, RuleSet set = RuleSet::all);

/// The articles of the paths; what cannot be read is named and left out. Nothing where none is left, or where
/// --published is no day.
[[nodiscard]] std::optional<std::vector<RawArticle>> load_articles(Session& session,
                                                                   const std::vector<std::string>& paths);
/// False, and said so, where --published is given and is no day.
[[nodiscard]] bool check_published(Session& session);

/// Reads each article with `read`, on the threads of the session; results in order of the articles. The articles are
/// used up.
[[nodiscard]] std::vector<DocumentAnalysis> analyse_all(
    const Session& session, std::vector<RawArticle> articles, const Grammar& grammar,
    const std::function<DocumentAnalysis(Document, const Grammar&)>& read);

}  // namespace isnad::cli
