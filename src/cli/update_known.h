// Adding to a known timeline, and taking out of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "isnad/rules.h"
#include "isnad/store.h"

namespace isnad::cli {

/// What a database knows of the happenings that the articles tell.
[[nodiscard]] Result<KnownTimeline> touched_by(const Session& session, const std::string& path,
                                               const std::vector<RawArticle>& articles, const Grammar& grammar);

/// Adds articles to the timeline at `path` (made where there is none) and forgets those of these ids or paths, all or
/// nothing. Says what became of them, or what is wrong. A database is read only as far as the articles' events touch
/// it.
void update_known(Session& session, const std::string& path, std::vector<RawArticle> articles,
                  const std::vector<std::string>& forget, const Grammar& grammar);

}  // namespace isnad::cli
