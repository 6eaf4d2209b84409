#include "rules/document_words.h"

#include <algorithm>
#include <bit>

namespace isnad::rules {
namespace {

bool may_have_enclitic(const CliticTable& clitics, const Document& document, const Token& token) {
  if (clitics.enclitics().empty() || token.kind != TokenKind::word) return false;
  const std::string_view surface = document.surface(token);
  const std::vector<std::string>& never = clitics.never_enclitic();
  return std::none_of(never.begin(), never.end(), [&](const std::string& end) { return surface.ends_with(end); });
}

}  // namespace

DocumentWords::DocumentWords(const Language& language, const Document& document) {
  const std::size_t tokens = document.tokens.size();
  of_token_.resize(tokens);
  // Open addressing, at most half full; slots hold analysis + 1.
  std::vector<std::uint32_t> slots(std::bit_ceil(std::max<std::size_t>(16, tokens * 2)), 0);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t t = 0; t < tokens; ++t) {
    const Token& token = document.tokens[t];
    const std::string_view key = document.key(token);
    const bool enclitic = may_have_enclitic(language.clitics, document, token);
    const std::uint32_t hash = hash_of(key);
    std::size_t slot = (hash + (enclitic ? 1U : 0U)) & mask;
    const auto same = [&](const Analysis& a) {
      return a.hash == hash && a.may_have_enclitic == enclitic &&
             std::string_view(document.keys).substr(a.key_begin, a.key_size) == key;
    };
    while (slots[slot] != 0 && !same(analyses_[slots[slot] - 1])) slot = (slot + 1) & mask;
    if (slots[slot] == 0) {
      Analysis analysis;
      analysis.key_begin = token.key_begin;
      analysis.key_size = token.key_size;
      analysis.hash = hash;
      analysis.may_have_enclitic = enclitic;
      analysis.begin = static_cast<std::uint32_t>(readings_.size());
      if (token.kind == TokenKind::word) {
        language.lexicon.read(key, enclitic, language.clitics, readings_);
      } else if (const WordId word = language.lexicon.words.find(key); word != no_word) {
        readings_.push_back({word, 0, 0});
      }
      analysis.count = static_cast<std::uint16_t>(readings_.size() - analysis.begin);
      if (analysis.count > 0) {
        const Reading& reading = readings_[analysis.begin];
        if (reading.stack == 0 && reading.enclitic == 0) analysis.plain = reading.word;
      }
      analyses_.push_back(analysis);
      slots[slot] = static_cast<std::uint32_t>(analyses_.size());
    }
    of_token_[t] = slots[slot] - 1;
  }
}

}  // namespace isnad::rules
