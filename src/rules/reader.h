// Strict reading of JSON values: what is not understood is an error with its place.
//
// Reading goes on after an error with default values, so that readers need no branches; only the first error counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_node.h"

namespace isnad::rules {

/// A place in the rule files.
struct Place {
  std::uint32_t file = 0;  ///< index
  std::uint32_t at = 0;    ///< byte
};

/// The rule files and the first error found in them.
class Diagnosis {
 public:
  explicit Diagnosis(const std::vector<RuleFile>& files) : files_(files) {}
  void report(Place place, std::string message, std::string remedy = {});
  void report(Error error);
  [[nodiscard]] bool clean() const { return !error_; }
  [[nodiscard]] const Error& error() const { return *error_; }
  [[nodiscard]] const std::vector<RuleFile>& files() const { return files_; }

 private:
  const std::vector<RuleFile>& files_;
  std::optional<Error> error_;
};

/// The file being read, and where its errors go.
struct Source {
  std::uint32_t file = 0;
  Diagnosis* diagnosis = nullptr;
  [[nodiscard]] Place place(const Node& node) const { return {file, node.at}; }
  void report(const Node& node, std::string message, std::string remedy = {}) const {
    diagnosis->report(place(node), std::move(message), std::move(remedy));
  }
};

/// The members of one object. Each reading function marks its member as known; finish() reports the others.
/// "about", "source" and "reason" (strings for people) are known everywhere.
class ObjectReader {
 public:
  ObjectReader(const Source& source, const Node& node);
  [[nodiscard]] const Node* optional(std::string_view key);
  /// Reports when it is missing, and gives a null node then.
  [[nodiscard]] const Node& required(std::string_view key);
  [[nodiscard]] std::string text(std::string_view key);  ///< required, not empty
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view otherwise);
  [[nodiscard]] std::int64_t integer_or(std::string_view key, std::int64_t otherwise);
  [[nodiscard]] bool flag_or(std::string_view key, bool otherwise);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);  ///< a list of strings, or one; absent: none
  /// The items of a list; absent: none.
  [[nodiscard]] const std::vector<Node>& list(std::string_view key);
  void finish();

 private:
  const Source& source_;
  const Node& node_;
  std::vector<std::string_view> known_;
};

/// A string, an integer, or an error.
[[nodiscard]] std::string read_text(const Source& source, const Node& node);
[[nodiscard]] Scalar read_scalar(const Source& source, const Node& node);
[[nodiscard]] Record read_fields(const Source& source, const Node& node);
[[nodiscard]] std::vector<std::string> read_texts(const Source& source, const Node& node);
/// A text in both languages: {"ar":...,"en":...}.
[[nodiscard]] Bilingual read_bilingual(const Source& source, const Node& node);

}  // namespace isnad::rules
