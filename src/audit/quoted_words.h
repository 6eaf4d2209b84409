// Words between quotation marks, and who is said to have spoken them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/told_words.h"

namespace isnad::audit_rules {

/// A stretch of an article's body in quotation marks.
struct Quotation {
  DocumentIndex document{};
  std::uint32_t sentence = 0;           ///< in which it opens
  std::uint32_t first = 0, last = 0;    ///< its tokens, without the marks
  std::vector<std::string_view> words;  ///< matching forms; they live as long as the corpus
};

/// The quotations of five words and more of an article's body, in order. O(tokens).
[[nodiscard]] std::vector<Quotation> quotations_of(const Context& context, DocumentIndex d);

/// Who is said, in the sentence in which a quotation opens, to have spoken it.
struct Spoken {
  std::string name;                   ///< as the text names him
  SourceSpan span;                    ///< of the name
  std::vector<std::string> here;      ///< content words of the name
  std::vector<std::string> words;     ///< and of the longest one by which the article names him
  bool unnamed = false;               ///< a source that keeps its name back
  std::vector<std::string> proper;    ///< content words from the first one of the name that no rule knows, sorted
  bool by_proper_name = false;        ///< two words at least that no rule knows: more than an office
  std::vector<std::string> bodies;    ///< institutions named in and behind the name, sorted
  std::vector<std::string> sentence;  ///< content words of the sentence, as far as the quotation
};
[[nodiscard]] std::optional<Spoken> speaker_of(const Context& context, const Quotation& quotation);

}  // namespace isnad::audit_rules
