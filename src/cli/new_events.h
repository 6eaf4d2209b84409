// What an article tells that nobody told before.
#pragma once

#include <cstddef>
#include <string>

#include "isnad/audit.h"
#include "isnad/messages.h"

namespace isnad::cli {

/// The dated events that only documents from `first` on tell: a line each, with the place that tells it; "" where there
/// are none. Documents below `first` are the known ones.
[[nodiscard]] std::string new_events_text(const Timeline& timeline, std::size_t first, Language language);

}  // namespace isnad::cli
