#include "rules/match_state.h"

#include <algorithm>

namespace isnad::rules {
namespace {

constexpr std::uint32_t max_guard_distance = 16;  // tokens of a value that a guard looks back at

}  // namespace

MatchState::MatchState(const Language& matched_language, const Document& matched_document)
    : language(matched_language),
      document(matched_document),
      words(matched_language, matched_document),
      hits(take_room(words.room().hits)),
      heads(take_room(words.room().heads)),
      begins(matched_language.layers.size(), matched_document.tokens.size(), take_room(words.room().begin_bits)),
      surroundings(take_room(words.room().surroundings)),
      patterns_(words.patterns()),
      situations_(take_room(words.room().situations)),
      value_field_(matched_language.pool.find_field("value")),
      steps_(take_room(words.room().steps)),
      fields_(take_room(words.room().fields)) {
  const std::size_t tokens = matched_document.tokens.size();
  heads.assign(tokens, no_hit);
  surroundings.assign(tokens + 1, {});
  situations_.assign(tokens, no_situation);
  steps_.emplace_back();
  // So that they seldom grow: news has about one word of a class in four tokens, and one value in ten.
  hits.reserve(tokens / 2 + 16);
  steps_.reserve(tokens / 2 + 16);
  fields_.reserve(tokens / 2 + 16);
}

MatchState::~MatchState() {
  MatchRoom& room = words.room();
  keep_room(room.hits, hits);
  keep_room(room.heads, heads);
  keep_room(room.begin_bits, begins.room());
  keep_room(room.surroundings, surroundings);
  keep_room(room.situations, situations_);
  keep_room(room.steps, steps_);
  keep_room(room.fields, fields_);
}

void MatchState::add_hit(Hit hit) {
  const auto id = static_cast<std::uint32_t>(hits.size());
  std::uint32_t* link = &heads[hit.first];
  while (*link != no_hit && hits[*link].last >= hit.last) link = &hits[*link].next;
  hit.next = *link;
  *link = id;
  begins.mark(hit.first, language.class_layers[static_cast<std::size_t>(hit.cls)]);
  const Signature signature = signature_of(Element::Kind::cls, static_cast<std::uint32_t>(hit.cls));
  surroundings[hit.first].here |= signature;
  surroundings[hit.last].ahead |= signature;
  situations_[hit.first] = no_situation;
  longest_hit_ = std::max(longest_hit_, hit.last - hit.first);
  hits.push_back(hit);
}

// ------------------------------------------------------------------------ words

/// They are the first of their token.
void MatchState::add_own_words(std::uint32_t token, std::span<const Hit> words_of_token) {
  heads[token] = static_cast<std::uint32_t>(hits.size());
  for (const Hit& word : words_of_token) {
    Hit& hit = hits.emplace_back(word);
    hit.first = token;
    hit.last = token + 1;
    hit.next = static_cast<std::uint32_t>(hits.size());
  }
  hits.back().next = no_hit;
}

void MatchState::add_longer_word(const Sense& sense, std::uint32_t first, std::uint32_t last, StackId stack,
                                 EncliticId enclitic) {
  std::optional<Hit> hit = word_of(language, sense, stack, enclitic);
  if (!hit) return;
  hit->first = first;
  hit->last = last;
  for (std::uint32_t h = heads[first]; h != no_hit; h = hits[h].next) {
    if (is_same_word(hits[h], *hit)) return;
  }
  add_hit(*hit);
}

void MatchState::find_longer_words(std::uint32_t token, const Sentence& sentence) {
  for (const Reading& reading : words.readings(token)) {
    Lexicon::TrieNode node = reading.enclitic == 0 ? language.lexicon.longer(reading.word) : 0;
    for (std::uint32_t next = token + 1; node != 0 && next < sentence.last; ++next) {
      // Only the last word of a form may carry a pronoun; none may carry a proclitic.
      Lexicon::TrieNode plain = 0;
      for (const Reading& further : words.readings(next)) {
        if (further.stack != 0) continue;
        const Lexicon::TrieNode to = language.lexicon.next(node, further.word);
        if (to == 0) continue;
        if (further.enclitic == 0) plain = to;
        const auto [longer, longer_end] = language.lexicon.senses_at(to);
        for (const Sense* s = longer; s != longer_end; ++s) {
          add_longer_word(*s, token, next + 1, reading.stack, further.enclitic);
        }
      }
      node = plain;
    }
  }
}

void MatchState::drop(std::uint32_t hit) {
  hits[hit].dead = true;
  situations_[hits[hit].first] = no_situation;
}

void MatchState::find_words() {
  std::vector<std::uint32_t> forbidden;
  const std::span<const Token> tokens = document.tokens;
  const std::span<Surroundings> around = surroundings;
  const std::span<SituationId> situations = situations_;
  for (const Sentence& sentence : document.sentences) {
    const std::size_t before = hits.size();
    for (std::uint32_t token = sentence.first; token < sentence.last; ++token) {
      const WordProfile& word = words.profile(token);
      around[token].here |= word.signature;
      around[token + 1].ahead |= word.signature;
      situations[token] = tokens[token].glued ? Situations::glued(word.situation) : word.situation;
      if (!word.begins_any()) continue;
      begins.mark(token, word.layers);
      if (word.hits_count != 0) add_own_words(token, words.hits(word));
      if (word.begins_longer) find_longer_words(token, sentence);
    }
    // All guards see the same words; only then do some of them go.
    forbidden.clear();
    for (std::size_t h = before; h < hits.size(); ++h) {
      const Hit& hit = hits[h];
      if (hit.guard != no_guard && !allows(hit.guard, hit.first, hit.last, sentence)) {
        forbidden.push_back(static_cast<std::uint32_t>(h));
      }
    }
    for (const std::uint32_t h : forbidden) drop(h);
  }
  drop_inner_words();
}

/// A word that begins inside a longer one of its class is no word of its own. The hits stand in the order of the
/// tokens.
void MatchState::drop_inner_words() {
  if (hits.empty()) return;
  std::vector<std::uint32_t> covered(language.class_layers.size(), 0);  // by class: end of the word that began before
  for (std::size_t begin = 0, end = 0; begin < hits.size(); begin = end) {
    for (; end < hits.size() && hits[end].first == hits[begin].first; ++end) {
      if (hits[end].first < covered[static_cast<std::size_t>(hits[end].cls)]) drop(static_cast<std::uint32_t>(end));
    }
    for (std::size_t h = begin; h < end; ++h) {
      std::uint32_t& last = covered[static_cast<std::size_t>(hits[h].cls)];
      if (!hits[h].dead && hits[h].item) last = std::max(last, hits[h].last);
    }
  }
}

// ------------------------------------------------------------------- situations

SituationId MatchState::make_situation(std::uint32_t token) {
  SituationId& known = situations_[token];
  Situations& situations = patterns_.situations;
  known = words.profile(token).token;
  if (document.tokens[token].glued) known = Situations::glued(known);
  for (std::uint32_t h = heads[token]; h != no_hit; h = hits[h].next) {
    Hit& hit = hits[h];
    if (hit.dead || !situations.sees(hit.cls)) continue;
    if (hit.answers == unknown_answers) hit.answers = answers_of(hit);
    known = situations.with_hit(known, shape_of(hit));
  }
  return known;
}

AnswersId MatchState::answers_of(const Hit& hit) const {
  if (hit.is_word) return patterns_.answers_of_word(hit.cls, hit.inflected, hit.fields);
  ConditionTable& conditions = patterns_.situations.conditions;
  if (!conditions.asks(hit.cls)) return no_answers;
  return conditions.of_fields(hit.cls, {}, fields_of(hit, hit.fields), [&](auto a, auto b) { return same_text(a, b); });
}

std::uint32_t MatchState::hit_of(std::uint32_t token, std::uint32_t number) const {
  std::uint32_t h = heads[token];
  for (;; h = hits[h].next) {
    if (!hits[h].dead && patterns_.situations.sees(hits[h].cls) && number-- == 0) return h;
  }
}

// ----------------------------------------------------------------------- guards

bool MatchState::stands_behind(const Atom& atom, std::uint32_t token, const Sentence& sentence) const {
  if (atom.kind == Element::Kind::sentence_end) return token == sentence.last;
  if (atom.kind == Element::Kind::sentence_begin || token >= sentence.last) return false;
  return each_match(atom, token, Position::inner, [&](const Way& way) { return token + way.length <= sentence.last; });
}

bool MatchState::stands_ahead(const Atom& atom, std::uint32_t token, const Sentence& sentence) const {
  if (atom.kind == Element::Kind::sentence_begin) return token == sentence.first;
  if (atom.kind == Element::Kind::sentence_end) return false;
  const std::uint32_t distance =
      atom.kind == Element::Kind::cls ? std::min(longest_hit_, max_guard_distance) : std::uint32_t{1};
  for (std::uint32_t back = 1; back <= distance && token >= sentence.first + back; ++back) {
    const bool ends_here =
        each_match(atom, token - back, Position::loose, [&](const Way& way) { return way.length == back; });
    if (ends_here) return true;
  }
  return false;
}

bool MatchState::allows(GuardId id, std::uint32_t first, std::uint32_t last, const Sentence& sentence) const {
  const CompiledGuard& guard = language.automaton.guards[id];
  if (guard.also != no_guard && !allows(guard.also, first, last, sentence)) return false;
  // Most of what is asked for does not stand there, which its signature tells.
  const Signature there = last < sentence.last ? surroundings[last].here : ~Signature{0};
  const Signature before = first > sentence.first ? surroundings[first].ahead : ~Signature{0};
  const auto behind = [&](const Atom& atom) {
    return (atom.signature & there) != 0 && stands_behind(atom, last, sentence);
  };
  const auto ahead = [&](const Atom& atom) {
    return (atom.signature & before) != 0 && stands_ahead(atom, first, sentence);
  };
  return std::none_of(guard.not_before.begin(), guard.not_before.end(), behind) &&
         std::none_of(guard.not_after.begin(), guard.not_after.end(), ahead) &&
         (guard.before.empty() || std::any_of(guard.before.begin(), guard.before.end(), behind)) &&
         (guard.after.empty() || std::any_of(guard.after.begin(), guard.after.end(), ahead));
}

bool MatchState::holds(const Atom& atom, std::uint32_t token, std::uint32_t hit) const {
  return hit == no_hit ? holds_integer(atom, token) : holds_fields(atom, hits[hit]);
}

bool MatchState::holds_integer(const Atom& atom, std::uint32_t token) const {
  const std::optional<std::int64_t> value = integer_of(document.key(document.tokens[token]));
  if (!value) return false;
  Field field;
  field.value = *value;
  return holds_all(atom, [&](FieldId) { return &field; });
}

bool MatchState::holds_fields(const Atom& atom, const Hit& hit) const {
  return holds_all(atom, [&](FieldId name) { return find_field(hit, name); });
}

template <class FieldOf>
bool MatchState::holds_all(const Atom& atom, const FieldOf& field_of) const {
  const auto begin = language.automaton.conditions.begin() + atom.conditions_begin;
  return std::all_of(begin, begin + atom.conditions_count, [&](const CompiledCondition& condition) {
    return satisfies(condition, field_of(condition.field), [&](auto a, auto b) { return same_text(a, b); });
  });
}

}  // namespace isnad::rules
