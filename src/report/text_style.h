// Colours and weights of a terminal (ECMA-48 SGR), or none.
#pragma once

#include <string>
#include <string_view>

#include "isnad/report.h"

namespace isnad {

class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  [[nodiscard]] std::string bold(std::string_view text) const { return wrapped("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return wrapped("2", text); }
  [[nodiscard]] std::string marked(std::string_view text) const { return wrapped("1;4", text); }
  /// In the colour of a level; the level is always named in words beside it.
  [[nodiscard]] std::string level(Level level, std::string_view text) const {
    switch (level) {
      case Level::error:
        return wrapped("1;31", text);
      case Level::warning:
        return wrapped("1;33", text);
      case Level::note:
        break;
    }
    return wrapped("1;36", text);
  }

 private:
  [[nodiscard]] std::string wrapped(std::string_view code, std::string_view text) const {
    if (!on_ || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
  bool on_;
};

}  // namespace isnad
