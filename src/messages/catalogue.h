// The messages as read from the embedded files.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad {

using Catalogue = std::map<std::string, Bilingual, std::less<>>;

/// The messages of the file after which the key is named ("picture.title": picture.json); read when first asked for,
/// for most runs of the program need one or two of them. Empty where there is no such file. Thread-safe.
const Catalogue& catalogue_for(std::string_view key);

/// All of them, by file.
std::vector<const Catalogue*> catalogues();

}  // namespace isnad
