// What adding to a known timeline means, for every kind of file.
#pragma once

#include <string>

#include "isnad/store.h"
#include "store/fail.h"

namespace isnad {

/// --forget names what is not there.
[[nodiscard]] inline Error unknown_article(const std::string& path, const std::string& name) {
  return fail(ErrorCode::bad_config, path, "has no article \"" + name + '"', "name it by its id or its path");
}

}  // namespace isnad
