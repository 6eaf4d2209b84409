// A document with what the rules found in it: cheap questions about its tokens.
#pragma once

#include <algorithm>
#include <optional>

#include "audit/context.h"

namespace isnad::audit_rules {

[[nodiscard]] inline bool is_quote(const Document& document, std::uint32_t token) {
  const std::string_view key = document.key(document.tokens[token]);
  return key == "\"" || key == "\u00ab" || key == "\u00bb" || key == "\u201c" || key == "\u201d";
}

/// Keeps references: context and corpus must outlive it.
class Annotated {
 public:
  Annotated(const Context& context, DocumentIndex d)
      : analysis(context.document(d)), document(analysis.document), annotation_(context.annotation(d)) {}

  const DocumentAnalysis& analysis;
  const Document& document;

  /// The longest item of a class that begins at a token; nothing where no rule names the class. O(items at the token).
  [[nodiscard]] const Item* item(std::uint32_t token, const std::optional<ClassId>& cls) const {
    return cls ? annotation_.longest(token, *cls) : nullptr;
  }
  /// All items of a class that begin at a token, longest first. O(items at the token).
  [[nodiscard]] std::vector<const Item*> items(std::uint32_t token, const std::optional<ClassId>& cls) const {
    return cls ? annotation_.at(token, *cls) : std::vector<const Item*>{};
  }
  /// The expression of time that a token belongs to. O(log timexes).
  [[nodiscard]] const Timex* timex(std::uint32_t token) const {
    const auto at = std::lower_bound(analysis.timexes.begin(), analysis.timexes.end(), token,
                                     [](const Timex& x, std::uint32_t t) { return x.last <= t; });
    return at != analysis.timexes.end() && at->first <= token ? &*at : nullptr;
  }
  /// Does an item of the class, of a few tokens and not before `first`, end where the token begins? "It is he who |
  /// told".
  [[nodiscard]] bool stands_behind(std::uint32_t token, std::uint32_t first, const std::optional<ClassId>& cls) const {
    constexpr std::uint32_t longest = 4;
    for (std::uint32_t t = token; t > first && token - t < longest; --t)
      if (const Item* before = item(t - 1, cls); before && before->last == token) return true;
    return false;
  }
  [[nodiscard]] bool is_comma(std::uint32_t token) const {
    const std::string_view surface = document.surface(document.tokens[token]);
    return surface == "," || surface == "\u060c";
  }
  [[nodiscard]] bool is_mark(std::uint32_t token) const { return document.tokens[token].kind == TokenKind::mark; }

 private:
  const Annotation& annotation_;
};

}  // namespace isnad::audit_rules
