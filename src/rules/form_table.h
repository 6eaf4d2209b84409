// The tokens of the words that rules write.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::rules {

/// Splits the written forms of the rules into tokens just as the articles are split: one document with a form a line,
/// read once.
class FormTable {
 public:
  void add(std::string_view form);
  void tokenise();
  /// The tokens of a form that was added, in matching form; empty when it has none.
  [[nodiscard]] const std::vector<std::string>& tokens(std::string_view form) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> forms_;
};

}  // namespace isnad::rules
