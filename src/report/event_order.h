// Events in order of time.
#pragma once

#include <cstdint>
#include <vector>

#include "isnad/audit.h"

namespace isnad {

/// Indices of the events whose window is closed on at least one side, by begin (else end), then end, then id.
[[nodiscard]] std::vector<std::size_t> events_in_time(const Timeline& timeline);

}  // namespace isnad
