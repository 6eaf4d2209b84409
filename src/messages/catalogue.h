// The messages as read from the embedded files.
#pragma once

#include <map>
#include <string>

#include "isnad/core.h"

namespace isnad {

using Catalogue = std::map<std::string, Bilingual, std::less<>>;

/// All messages by key; read once.
const Catalogue& catalogue();

}  // namespace isnad
