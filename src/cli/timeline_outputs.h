// A timeline in each of the formats.
#pragma once

#include <cstddef>
#include <vector>

#include "cli/outputs.h"
#include "cli/session.h"
#include "isnad/report.h"

namespace isnad::cli {

/// What text and JSON are about: the whole timeline, or only the findings selected. Pictures always show the whole.
enum class Subject { timeline, findings };

/// The formats of timelines and findings.
[[nodiscard]] const std::vector<Format>& timeline_formats();

void write_timeline(Session& session, const std::vector<Output>& outputs, const Timeline& timeline,
                    const std::vector<std::size_t>& selected, Subject subject, const Grammar& grammar,
                    const PictureOptions& options = {});

}  // namespace isnad::cli
