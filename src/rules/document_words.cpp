#include "rules/document_words.h"

#include <algorithm>
#include <array>

namespace isnad::rules {

KnownWords::KnownWords(const Language& language, std::shared_ptr<KnownPatterns> known_patterns)
    : patterns(std::move(known_patterns)),
      profiles(language, *patterns),
      language_(language),
      serial_(language.serial.value),
      has_enclitics_(!language.clitics.enclitics().empty()) {
  for (const std::string& end : language.clitics.never_enclitic()) {
    if (end.empty()) {
      may_rule_out_.fill(true);
    } else {
      may_rule_out_[static_cast<unsigned char>(end.back())] = true;
    }
  }
}

bool KnownWords::rules_out_enclitic(std::string_view surface) const {
  const std::vector<std::string>& never = language_.clitics.never_enclitic();
  return std::any_of(never.begin(), never.end(), [&](const std::string& end) {
    return surface.size() >= end.size() &&
           same_bytes(surface.data() + surface.size() - end.size(), end.data(), end.size());
  });
}

KnownWord KnownWords::make(std::string_view key, const Token& token, bool enclitic) {
  KnownWord word;
  word.key_size = token.key_size;
  if (key.size() <= KnownWord::short_key) {
    std::copy(key.begin(), key.end(), word.key.begin());
  } else {
    word.key_begin = static_cast<std::uint32_t>(keys_.size());
    keys_ += key;
  }
  word.kind = token.kind;
  word.may_have_enclitic = enclitic;
  word.profile = profiles.make(token.kind, key, enclitic);
  return word;
}

std::uint32_t KnownWords::number_of(const Document& document, const Token& token) {
  const bool enclitic = may_have_enclitic(document, token);
  std::size_t slot = slot_of(token.key_hash);
  for (; slots_[slot].taken(); slot = slot_of(slot + 1)) {
    if (slots_[slot].may_be(token.key_hash) && is(slots_[slot].word(), document, token)) return slots_[slot].word();
  }
  words_.push_back(make(document.key(token), token, enclitic));
  hashes_.push_back(token.key_hash);
  const auto number = static_cast<std::uint32_t>(words_.size() - 1);
  slots_[slot] = Slot(token.key_hash, number);
  if (words_.size() * 2 > slots_.size()) grow();
  return number;
}

const Record& KnownWords::record(FieldRange inflected, FieldRange fields) {
  const auto [known, fresh] = records_.try_emplace(key_of(inflected, fields), Record());
  if (fresh) known->second = language_.pool.record(inflected, fields);
  return known->second;
}

void KnownWords::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    std::size_t slot = slot_of(hashes_[word]);
    while (slots_[slot].taken()) slot = slot_of(slot + 1);
    slots_[slot] = Slot(hashes_[word], word);
  }
}

namespace {

/// What this thread knows of the language. Corpora mix languages, so a few are kept.
std::shared_ptr<KnownWords> known_words(const Language& language) {
  constexpr std::size_t kept = 4;
  thread_local std::array<std::shared_ptr<KnownWords>, kept> known;
  thread_local std::size_t oldest = 0;
  auto at =
      std::find_if(known.begin(), known.end(), [&](const auto& k) { return k != nullptr && k->are_of(language); });
  if (at == known.end()) {
    at = known.begin() + static_cast<std::ptrdiff_t>(oldest);
    oldest = (oldest + 1) % kept;
    *at = std::make_shared<KnownWords>(language, std::make_shared<KnownPatterns>(language));
  } else if ((*at)->full()) {
    // There are far fewer patterns than words.
    const std::shared_ptr<KnownPatterns>& patterns = (*at)->patterns;
    *at =
        std::make_shared<KnownWords>(language, patterns->full() ? std::make_shared<KnownPatterns>(language) : patterns);
  }
  return *at;
}

}  // namespace

DocumentWords::DocumentWords(const Language& language, const Document& document)
    : known_(known_words(language)), of_token_(take_room(room().words)) {
  // The tables are larger than the caches near the processor. All tokens are looked for first, and looked at only then:
  // so nothing that has to be decided on what comes late keeps the next from being fetched.
  const std::span<const Token> tokens = document.tokens;
  of_token_.resize(tokens.size());
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (t + KnownWords::on_its_way < tokens.size()) known_->prepare(tokens[t + KnownWords::on_its_way]);
    of_token_[t] = known_->guess(tokens[t]);
  }
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    std::uint32_t number = of_token_[t];
    if (!known_->is(number, document, tokens[t])) number = known_->number_of(document, tokens[t]);
    of_token_[t] = known_->profile(number);
  }
}

}  // namespace isnad::rules
