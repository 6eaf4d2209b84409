// A finding in plain words, for formats that have room for one text.
#pragma once

#include <string>

#include "isnad/report.h"

namespace isnad {

/// The message on one line, then one line for each evidence: place, label, quotation. Safe to show; no trailing line
/// end.
[[nodiscard]] std::string finding_summary(const Timeline& timeline, const Finding& finding, Language language);

}  // namespace isnad
