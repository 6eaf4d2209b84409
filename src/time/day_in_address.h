// The day that the address of a page or the name of a file tells.
#pragma once

#include <optional>
#include <string_view>

#include "isnad/calendar.h"

namespace isnad {

/// ".../2024/12/08/...", ".../2024-12-08/..." or ".../2024-12-08-headline" in an address. Linear.
[[nodiscard]] std::optional<Day> day_in_address(std::string_view url);

/// "...-20241208" or "...-2024-12-08" at the end of a file's name, before its extension. Linear.
[[nodiscard]] std::optional<Day> day_in_name(std::string_view path);

}  // namespace isnad
