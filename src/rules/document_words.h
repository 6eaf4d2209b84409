// The readings of a document's tokens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/language.h"

namespace isnad::rules {

/// Looks each token up once; equal tokens share their readings.
class DocumentWords {
 public:
  DocumentWords(const Language& language, const Document& document);
  [[nodiscard]] std::pair<const Reading*, const Reading*> readings(std::uint32_t token) const {
    const Analysis& analysis = analyses_[of_token_[token]];
    return {readings_.data() + analysis.begin, readings_.data() + analysis.begin + analysis.count};
  }
  /// The token as a word of the vocabulary without clitics, or no_word.
  [[nodiscard]] WordId plain(std::uint32_t token) const { return analyses_[of_token_[token]].plain; }

 private:
  struct Analysis {
    std::uint32_t key_begin = 0;
    std::uint32_t hash = 0;
    std::uint32_t begin = 0;
    WordId plain = no_word;
    std::uint16_t key_size = 0;
    std::uint16_t count = 0;
    bool may_have_enclitic = false;
  };
  std::vector<Analysis> analyses_;
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> of_token_;
};

}  // namespace isnad::rules
