// One way to make an Error here.
#pragma once

#include <string>
#include <utility>

#include "isnad/core.h"

namespace isnad {

inline Error fail(ErrorCode code, std::string path, std::string message, std::string remedy = {}) {
  Error error;
  error.code = code;
  error.message = std::move(message);
  error.path = std::move(path);
  error.remedy = std::move(remedy);
  return error;
}

}  // namespace isnad
