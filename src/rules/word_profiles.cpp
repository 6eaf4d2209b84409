#include "rules/word_profiles.h"

#include <algorithm>

namespace isnad::rules {

std::optional<Hit> word_of(const Language& language, const Sense& sense, StackId stack, EncliticId enclitic) {
  using enum CliticPermission;
  if (enclitic != 0 && sense.permission != verb && sense.permission != object && sense.permission != noun) return {};
  const bool permitted = language.clitics.fit(0, stack, sense.permission, true).fits;
  if (!permitted && language.named_classes[static_cast<std::size_t>(sense.cls)] == 0) return {};
  Hit hit;
  hit.last = 1;
  hit.cls = sense.cls;
  hit.rule = sense.rule;
  hit.fields = sense.fields;
  hit.inflected = sense.inflected;
  hit.guard = sense.guard;
  hit.permission = sense.permission;
  hit.stack = stack;
  hit.enclitic = enclitic;
  hit.is_word = true;
  hit.item = permitted;
  hit.restricted = !permitted;
  return hit;
}

bool is_same_word(const Hit& a, const Hit& b) {
  return a.rule == b.rule && a.last == b.last && a.stack == b.stack && a.enclitic == b.enclitic &&
         a.inflected == b.inflected && a.guard == b.guard;
}

/// What it is without its hits.
void WordProfiles::read_token(WordProfile& profile, TokenKind kind, std::string_view key, bool enclitic) {
  const Element::Kind token_kind = kind_of(kind);
  profile.signature = signature_of(token_kind, 0);
  profile.layers = language_.kind_layers[static_cast<std::size_t>(token_kind)] |
                   language_.kind_layers[static_cast<std::size_t>(Element::Kind::any_token)];
  profile.readings_begin = static_cast<std::uint32_t>(readings_.size());
  if (kind == TokenKind::word) {
    language_.lexicon.read(key, enclitic, language_.clitics, readings_);
  } else if (const WordId plain = language_.lexicon.words.find(key); plain != no_word) {
    readings_.push_back({plain, 0, 0});
  }
  profile.readings_count = static_cast<std::uint16_t>(readings_.size() - profile.readings_begin);
  for (const Reading& reading : readings(profile)) {
    if (reading.enclitic != 0) continue;
    if (language_.lexicon.longer(reading.word) != 0) profile.begins_longer = true;
    profile.layers |= language_.literal_layers[language_.literals[reading.word]];
    profile.signature |= signature_of(Element::Kind::literal, reading.word);
  }
  profile.token = profile.situation = patterns_.situations.of_token(token_kind, key, readings(profile));
}

void WordProfiles::add_hits(WordProfile& profile) {
  Situations& situations = patterns_.situations;
  profile.hits_begin = static_cast<std::uint32_t>(hits_.size());
  for (const Reading& reading : readings(profile)) {
    const auto [sense, senses_end] = language_.lexicon.senses(reading.word);
    for (const Sense* s = sense; s != senses_end; ++s) {
      std::optional<Hit> hit = word_of(language_, *s, reading.stack, reading.enclitic);
      if (!hit || std::any_of(hits_.begin() + profile.hits_begin, hits_.end(),
                              [&](const Hit& known) { return is_same_word(known, *hit); })) {
        continue;
      }
      profile.layers |= language_.class_layers[static_cast<std::size_t>(s->cls)];
      profile.signature |= signature_of(Element::Kind::cls, static_cast<std::uint32_t>(s->cls));
      if (situations.sees(s->cls)) {
        hit->answers = patterns_.answers_of_word(hit->cls, hit->inflected, hit->fields);
        profile.situation = situations.with_hit(profile.situation, shape_of(*hit));
      }
      hits_.push_back(*hit);
    }
  }
  profile.hits_count = static_cast<std::uint16_t>(hits_.size() - profile.hits_begin);
}

ProfileId WordProfiles::make(TokenKind kind, std::string_view key, bool enclitic) {
  WordProfile profile;
  read_token(profile, kind, key, enclitic);
  const auto fresh = static_cast<ProfileId>(profiles_.size());
  if (profile.readings_count == 0) {
    if (unread_.size() <= profile.token) unread_.resize(profile.token + 1, 0);
    ProfileId& known = unread_[profile.token];
    if (known != 0) return known - 1;
    known = fresh + 1;
  }
  add_hits(profile);
  profiles_.push_back(profile);
  return fresh;
}

}  // namespace isnad::rules
