#include "rules/document_words.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace isnad::rules {

namespace {

template <class T>
T load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof(T));
  return value;
}

/// Compares bytes, words at a time; to call a function for so few takes longer.
bool same_bytes(const char* a, const char* b, std::size_t size) {
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      if (load<std::uint64_t>(a + i) != load<std::uint64_t>(b + i)) return false;
    }
    return load<std::uint64_t>(a + size - 8) == load<std::uint64_t>(b + size - 8);
  }
  if (size >= 4) {
    return load<std::uint32_t>(a) == load<std::uint32_t>(b) &&
           load<std::uint32_t>(a + size - 4) == load<std::uint32_t>(b + size - 4);
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

}  // namespace

KnownWords::KnownWords(const Language& language, std::shared_ptr<KnownPatterns> known_patterns)
    : patterns(std::move(known_patterns)),
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
  return std::any_of(never.begin(), never.end(), [&](const std::string& end) { return surface.ends_with(end); });
}

bool KnownWords::is(const KnownWord& word, std::string_view key) const {
  if (word.key_size != key.size()) return false;
  const char* own = key.size() <= KnownWord::short_key ? word.key.data() : keys_.data() + word.key_begin;
  return same_bytes(own, key.data(), key.size());
}

KnownWord KnownWords::look_up(std::string_view key, const Token& token, bool enclitic) {
  KnownWord word;
  word.key_size = token.key_size;
  if (key.size() <= KnownWord::short_key) {
    std::copy(key.begin(), key.end(), word.key.begin());
  } else {
    word.key_begin = static_cast<std::uint32_t>(keys_.size());
    keys_ += key;
  }
  word.may_have_enclitic = enclitic;
  word.begin = static_cast<std::uint32_t>(readings_.size());
  if (token.kind == TokenKind::word) {
    language_.lexicon.read(key, enclitic, language_.clitics, readings_);
  } else if (const WordId plain = language_.lexicon.words.find(key); plain != no_word) {
    readings_.push_back({plain, 0, 0});
  }
  word.count = static_cast<std::uint16_t>(readings_.size() - word.begin);
  for (std::size_t r = word.begin; r < readings_.size(); ++r) {
    const Reading& reading = readings_[r];
    const auto [sense, senses_end] = language_.lexicon.senses(reading.word);
    if (sense != senses_end || language_.lexicon.longer(reading.word) != 0) word.has_senses = true;
    if (reading.enclitic != 0) continue;
    if (r == word.begin && reading.stack == 0) word.plain = reading.word;
    word.layers |= language_.literal_layers[language_.literals[reading.word]];
    word.signature |= signature_of(Element::Kind::literal, reading.word);
  }
  word.situation = patterns->situations.of_token(kind_of(token.kind), key, std::span(readings_).subspan(word.begin));
  return word;
}

std::uint32_t KnownWords::number_of(const Document& document, const Token& token) {
  const std::string_view key = document.key(token);
  const bool enclitic = has_enclitics_ && token.kind == TokenKind::word &&
                        (!may_rule_out_[static_cast<unsigned char>(document.text[token.end.value - 1])] ||
                         !rules_out_enclitic(document.surface(token)));
  // The two readings of the letters, with and without an enclitic, are two words.
  const std::uint32_t hash = token.key_hash + (enclitic ? 1U : 0U);
  std::size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot].word != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].hash != hash) continue;
    const KnownWord& word = words_[slots_[slot].word - 1];
    if (word.may_have_enclitic == enclitic && is(word, key)) return slots_[slot].word - 1;
  }
  words_.push_back(look_up(key, token, enclitic));
  const auto number = static_cast<std::uint32_t>(words_.size() - 1);
  slots_[slot] = {hash, number + 1};
  if (words_.size() * 2 > slots_.size()) grow();
  return number;
}

const Record& KnownWords::record(FieldRange inflected, FieldRange fields) {
  const auto begin_of = [](FieldRange range) { return range.count == 0 ? ~std::uint32_t{0} : range.begin; };
  const auto [known, fresh] =
      records_.try_emplace((std::uint64_t{begin_of(inflected)} << 32U) | begin_of(fields), Record());
  if (fresh) known->second = language_.pool.record(inflected, fields);
  return known->second;
}

void KnownWords::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& full : old) {
    if (full.word == 0) continue;
    std::size_t slot = full.hash & (slots_.size() - 1);
    while (slots_[slot].word != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = full;
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

DocumentWords::DocumentWords(const Language& language, const Document& document) : known_(known_words(language)) {
  // The tables are larger than the caches near the processor: what the next tokens need is on its way meanwhile.
  constexpr std::size_t on_its_way = 16, half_way = 8;
  const std::vector<Token>& tokens = document.tokens;
  of_token_.resize(tokens.size());
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    if (t + on_its_way < tokens.size()) known_->prepare(tokens[t + on_its_way]);
    if (t + half_way < tokens.size()) known_->prepare_more(tokens[t + half_way]);
    of_token_[t] = known_->number_of(document, tokens[t]);
  }
}

}  // namespace isnad::rules
