#include "claims/reading.h"

#include <algorithm>

#include "claims/finite.h"

namespace isnad::claims {
namespace {

constexpr std::array<std::string_view, word_classes> names = {"event",
                                                              "speech",
                                                              "speech-participle",
                                                              "saying",
                                                              "according",
                                                              "not-source",
                                                              "anonymous",
                                                              "unnamed",
                                                              "medium",
                                                              "agency",
                                                              "outlet",
                                                              "institution",
                                                              "document",
                                                              "title",
                                                              "preposition",
                                                              "complementizer",
                                                              "relative",
                                                              "subordinator",
                                                              "negation",
                                                              "exception",
                                                              "with-pronoun",
                                                              "denial",
                                                              "plan",
                                                              "force",
                                                              "regime",
                                                              "place-name",
                                                              "place-kind",
                                                              "light",
                                                              "auxiliary",
                                                              "perfect-particle",
                                                              "same-time",
                                                              "bound",
                                                              "general-adjective",
                                                              "quoting",
                                                              "belonging",
                                                              "behind-speech",
                                                              "own-voice",
                                                              "hearer",
                                                              "craft",
                                                              "from-event",
                                                              "at-most",
                                                              "sequence",
                                                              "number",
                                                              "conjunction",
                                                              "determiner",
                                                              "passive-auxiliary",
                                                              "pronoun",
                                                              "given-name",
                                                              "acting",
                                                              "deed",
                                                              "past-verb",
                                                              "topic",
                                                              "dating-back",
                                                              "looking-back",
                                                              "past-like-present",
                                                              "obtained",
                                                              "about",
                                                              "any",
                                                              "manner"};

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

Reading::Reading(const Document& d, const Grammar& g, const Annotation& annotation, const std::vector<Timex>& t)
    : document(d),
      grammar(g),
      timexes(t),
      annotation_(annotation),
      concepts_(g.concept_words(d.language)),
      article_prefixes_(g.article_prefixes(d.language)),
      conjunctions_(g.conjunctions(d.language)),
      future_marks_(g.future_marks(d.language)) {
  // The article alone is what most of its written forms end in.
  std::ptrdiff_t most = 0;
  for (const std::string& prefix : article_prefixes_) {
    const auto ends = std::count_if(article_prefixes_.begin(), article_prefixes_.end(),
                                    [&](const std::string& other) { return other.ends_with(prefix); });
    if (ends > most) {
      most = ends;
      article_ = prefix;
    }
  }
  std::vector<std::int8_t> word_of;
  for (std::size_t w = 0; w < word_classes; ++w) {
    ids_[w] = grammar.find_class(names[w]);
    if (!ids_[w]) continue;
    const auto id = static_cast<std::size_t>(*ids_[w]);
    if (word_of.size() <= id) word_of.resize(id + 1, -1);
    word_of[id] = static_cast<std::int8_t>(w);
  }
  bits_.assign(document.tokens.size() + 1, 0);
  for (const Item& item : annotation.items) {
    const auto id = static_cast<std::size_t>(item.cls);
    if (id < word_of.size() && word_of[id] >= 0) bits_[item.first] |= std::uint64_t{1} << word_of[id];
  }
  set_was_apart();
  set_names_apart();
  set_prepositions();
  set_articles();
  timex_of_.assign(document.tokens.size() + 1, 0);
  for (std::size_t i = 0; i < timexes.size(); ++i)
    for (std::uint32_t k = timexes[i].first; k < timexes[i].last; ++k) timex_of_[k] = static_cast<std::uint32_t>(i + 1);
  set_family_names();
}

void Reading::set_family_names() {
  constexpr std::size_t least = 6;  // three letters, of two bytes
  const auto is_name = [&](std::uint32_t t) {
    return is_word(t) && !timex(t) && !is_definite(t) && key(t).size() >= least &&
           (is_given_name(t) || (!is_listed(t) && glued_preposition(t).empty() && !has_meaning(key(t))));
  };
  // behind the article, no noun goes on with the function
  const auto behind_function = [&](std::uint32_t t) {
    std::uint32_t name = after(t, Word::title);
    while (name < document.tokens.size() && is_word(name) && is_definite(name)) ++name;
    if (!is_definite(name - 1)) return t;
    return name < document.tokens.size() && is_comma(name) ? name + 1 : name;
  };
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const std::uint32_t name = is(t, Word::title) ? behind_function(t) : t;
    if ((name == t && !is_given_name(t)) || name + 2 >= document.tokens.size() || !is_name(name) || !is_name(name + 1))
      continue;
    if (is_mark(name + 2) || is_any(name + 2, {Word::complementizer, Word::preposition, Word::relative}) ||
        is_verb(name + 2) || timex(name + 2))
      families_.push_back(key(name + 1));
  }
  std::sort(families_.begin(), families_.end());
}

/// "Was" and "as if" are written alike but for the hamza.
void Reading::set_was_apart() {
  constexpr std::string_view hamza = "\u0623";
  const auto bit = [](Word word) { return std::uint64_t{1} << static_cast<unsigned>(word); };
  const std::uint64_t both = bit(Word::complementizer) | bit(Word::auxiliary);
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t)
    if ((bits_[t] & both) == both)
      bits_[t] &= ~bit(document.surface(document.tokens[t]).find(hamza) == std::string_view::npos ? Word::complementizer
                                                                                                  : Word::auxiliary);
}

void Reading::set_names_apart() {
  name_.assign(document.tokens.size() + 1, false);
  const auto id = ids_[static_cast<std::size_t>(Word::preposition)];
  if (!id) return;
  std::vector<std::uint32_t> otherwise;  // written with another last letter than the preposition is
  bool careful = false;                  // the article writes the preposition as it should
  for (const Item& item : annotation_.items) {
    if (item.cls != *id) continue;
    const auto ends = item.value.text("ends");
    if (!ends) continue;
    if (document.surface(document.tokens[item.first]).ends_with(*ends))
      careful = true;
    else
      otherwise.push_back(item.first);
  }
  if (!careful) return;
  for (const std::uint32_t t : otherwise) {
    name_[t] = true;
    for (const Word word : {Word::preposition, Word::behind_speech, Word::belonging, Word::bound, Word::with_pronoun})
      bits_[t] &= ~(std::uint64_t{1} << static_cast<unsigned>(word));
  }
}

bool Reading::is_any(std::uint32_t token, std::initializer_list<Word> words) const {
  return std::any_of(words.begin(), words.end(), [&](Word w) { return is(token, w); });
}

const Item* Reading::item(std::uint32_t token, std::string_view name) const {
  const std::vector<std::uint32_t>& begins = annotation_.by_token;
  // Where nothing begins no name needs to be looked up.
  if (std::size_t{token} + 1 >= begins.size() || begins[token] == begins[token + 1]) return nullptr;
  const auto id = grammar.find_class(name);
  return id ? annotation_.longest(token, *id) : nullptr;
}

bool Reading::is_class(std::uint32_t token, std::string_view name) const { return item(token, name) != nullptr; }

std::string_view Reading::value_of(std::uint32_t token, std::string_view name) const {
  const Item* found = item(token, name);
  return found ? found->value.text("value").value_or("") : std::string_view{};
}

std::uint32_t Reading::class_end(std::uint32_t token, std::string_view name) const {
  const Item* found = item(token, name);
  return found ? found->last : token;
}

const Item* Reading::item(std::uint32_t token, Word word) const {
  const auto id = ids_[static_cast<std::size_t>(word)];
  return id && is(token, word) ? annotation_.longest(token, *id) : nullptr;
}

std::vector<const Item*> Reading::items(std::uint32_t token, Word word) const {
  const auto id = ids_[static_cast<std::size_t>(word)];
  return id && is(token, word) ? annotation_.at(token, *id) : std::vector<const Item*>{};
}

std::string_view Reading::value(std::uint32_t token, Word word) const {
  const Item* found = item(token, word);
  return found ? found->value.text("value").value_or("") : std::string_view{};
}

std::uint32_t Reading::after(std::uint32_t token, Word word) const {
  const Item* found = item(token, word);
  return found ? found->last : token + 1;
}

std::optional<std::uint32_t> Reading::timex(std::uint32_t token) const {
  if (timex_of_[token] == 0) return std::nullopt;
  return timex_of_[token] - 1;
}

bool Reading::is_comma(std::uint32_t token) const {
  return is_mark(token) && one_of(key(token), {",", "\u060c", ";", "\u061b"});
}

bool Reading::is_quote(std::uint32_t token) const {
  return is_mark(token) &&
         one_of(key(token), {"\"", "\u201c", "\u201d", "\u00ab", "\u00bb", "'", "\u2018", "\u2019", "\u201e"});
}

bool Reading::opens_quote(std::uint32_t token) const {
  if (!is_mark(token) || !one_of(key(token), {"\"", "\u201c", "\u201d", "\u00ab", "\u201e"})) return false;
  const auto& tokens = document.tokens;
  const bool at_word_before = tokens[token].glued,
             at_word_behind = token + 1 < tokens.size() && tokens[token + 1].glued;
  return key(token) != "\"" || !at_word_before || at_word_behind;  // "name" that: the second one closes
}

bool Reading::is_bracket(std::uint32_t token) const {
  return is_mark(token) && one_of(key(token), {"(", ")", "[", "]"});
}

bool Reading::is_verb(std::uint32_t token) const {
  if (is(token, Word::given_name)) return false;
  for (const Word word : {Word::speech, Word::light, Word::event})
    for (const Item* found : items(token, word))
      if (is_finite(*found)) return !is_accusative(token);  // "a contract", no "they two concluded"
  return false;
}

bool Reading::is_accusative(std::uint32_t token) const {
  constexpr std::string_view tanwin = "\u064b", alif = "\u0627";
  std::string_view word = document.surface(document.tokens[token]);
  if (word.ends_with(alif)) word.remove_suffix(alif.size());
  return word.ends_with(tanwin);
}

TokenRange Reading::without_marks(TokenRange range) const {
  while (range.size() > 1 && is_mark(range.first) && !is_bracket(range.first)) ++range.first;
  const auto quotes = [&](std::uint32_t first, std::uint32_t last) {
    std::uint32_t n = 0;
    for (std::uint32_t t = first; t < last; ++t) n += static_cast<std::uint32_t>(is_quote(t));
    return n;
  };
  while (range.size() > 1 && is_mark(range.last - 1) && !is_bracket(range.last - 1)) {
    if (is_quote(range.last - 1) && quotes(range.first, range.last) % 2 == 0) break;  // closes a quotation inside
    --range.last;
  }
  return range;
}

SourceSpan Reading::trimmed(TokenRange range) const {
  range = without_marks(range);
  SourceSpan result = span(range);
  const std::uint32_t begin = annotation_.by_token[range.first], end = annotation_.by_token[range.first + 1];
  // a function, body or name written like a conjunction or preposition and another word ("governor", "bloc", "Faisal")
  const auto is_whole = [&](const Item* word) { return word && word->begin == result.begin; };
  for (const Word word : {Word::title, Word::office, Word::given_name})
    if (is_whole(item(range.first, word))) return result;
  if (is_whole(item(range.first, "personal-name"))) return result;
  if (is(range.first, Word::negation)) return result;  // "not" is written like a preposition and a letter
  // "said Fidel", written like "and so he points": right behind its verb no subject begins with a conjunction
  const bool behind_verb = range.first > 0 && is(range.first - 1, Word::speech) && !is_mark(range.first - 1);
  const auto is_conjunction = [&](const std::string& proclitics) {
    return std::find(conjunctions_.begin(), conjunctions_.end(), proclitics) != conjunctions_.end();
  };
  for (std::uint32_t i = begin; i < end; ++i) {
    const Item& word = annotation_.items[i];
    if (word.begin <= result.begin || word.begin >= result.end || (behind_verb && is_conjunction(word.proclitics)))
      continue;
    result.begin = word.begin;
    break;
  }
  return result;
}

SourceSpan Reading::clause_span(TokenRange range) const {
  range = without_marks(range);
  SourceSpan result = span(range);
  if (is(range.first, Word::negation)) return result;
  std::optional<ByteOffset> bare;
  for (std::uint32_t i = annotation_.by_token[range.first]; i < annotation_.by_token[range.first + 1]; ++i) {
    const ByteOffset at = annotation_.items[i].begin;
    if (at == result.begin) return result;
    if (at < result.end && (!bare || at < *bare)) bare = at;
  }
  if (bare) result.begin = *bare;
  return result;
}

SourceSpan Reading::name_span(TokenRange range) const {
  SourceSpan result = trimmed(range);
  const std::uint32_t begin = annotation_.by_token[range.first], end = annotation_.by_token[range.first + 1];
  for (std::uint32_t i = begin; i < end; ++i) {
    const Item& item = annotation_.items[i];
    if (item.begin != result.begin || !is_contraction(item.proclitics)) continue;
    const std::string_view text = document.text;
    do ++result.begin.value;
    while (result.begin < result.end && (static_cast<unsigned char>(text[result.begin.value]) & 0xC0U) == 0x80U);
    break;
  }
  // "to the agency": the article is the second letter of the word
  const Token& first = document.tokens[range.first];
  const std::string_view bare = stem(range.first), written = document.surface(first);
  if (has_contracting_preposition(range.first) && key(range.first).ends_with(bare) && !bare.empty()) {
    const std::size_t before = key(range.first).size() - bare.size();
    const bool as_written = written.substr(0, before) == key(range.first).substr(0, before);
    if (as_written && result.begin < first.begin + static_cast<std::uint32_t>(before))
      result.begin = first.begin + static_cast<std::uint32_t>(before);
  }
  return result;
}

}  // namespace isnad::claims
