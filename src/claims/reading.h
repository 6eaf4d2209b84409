// A document as the claims stage sees it: its tokens with what the rules found at each.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/rules.h"
#include "isnad/text.h"
#include "isnad/time.h"

namespace isnad::claims {

/// The classes of words that the claims stage asks for; their names in the rule files are in reading.cpp.
enum class Word : std::uint8_t {
  event,
  speech,
  speech_participle,
  saying,
  according,
  not_source,
  anonymous,
  unnamed,
  medium,
  agency,
  outlet,
  office,
  document,
  title,
  preposition,
  complementizer,
  relative,
  subordinator,
  negation,
  exception,
  with_pronoun,
  denial,
  plan,
  force,
  regime,
  place_name,
  place_kind,
  light,
  auxiliary,
  perfect_particle,
  same_time,
  bound,
  general_adjective,
  quoting,
  belonging,
  behind_speech,
  own_voice,
  hearer,
  craft,
  from_event,
  at_most,
  sequence,
  number,
  conjunction,
  determiner,
  passive_auxiliary,
  pronoun,
  given_name,
  acting,
  deed,
  past_verb,
  topic,
  dating_back,
  looking_back,
  past_like_present,
  obtained,
  about,
  any,
  manner,
  count_
};
inline constexpr std::size_t word_classes = static_cast<std::size_t>(Word::count_);

/// A half-open range of tokens.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
  bool operator==(const TokenRange&) const = default;
  [[nodiscard]] bool empty() const { return first >= last; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : last - first; }
  [[nodiscard]] bool contains(std::uint32_t t) const { return first <= t && t < last; }
};

/// A form of a verb in the past.
[[nodiscard]] inline bool is_perfect_verb(const Item& item) {
  return item.value.text("tense") == "perfect" && item.value.text("form").value_or("verb") == "verb";
}

/// Read-only view of one document; cheap questions about its tokens. Keeps references: the parts must outlive it.
class Reading {
 public:
  Reading(const Document& document, const Grammar& grammar, const Annotation& annotation,
          const std::vector<Timex>& timexes);

  const Document& document;
  const Grammar& grammar;
  const std::vector<Timex>& timexes;

  /// Does a word of this class begin at the token?
  [[nodiscard]] bool is(std::uint32_t token, Word word) const {
    return (bits_[token] >> static_cast<unsigned>(word) & 1U) != 0;
  }
  [[nodiscard]] bool is_any(std::uint32_t token, std::initializer_list<Word> words) const;
  /// Does a word of any of these classes begin at the token?
  [[nodiscard]] bool is_listed(std::uint32_t token) const { return bits_[token] != 0; }
  /// The longest item of a class by name, as frames name them, at the token; or nothing.
  [[nodiscard]] const Item* item(std::uint32_t token, std::string_view name) const;
  [[nodiscard]] bool is_class(std::uint32_t token, std::string_view name) const;
  /// Field `value` of the longest word of a class by name; empty where there is none.
  [[nodiscard]] std::string_view value_of(std::uint32_t token, std::string_view name) const;
  /// The token behind the longest word of a class at the token; the token itself where none is.
  [[nodiscard]] std::uint32_t class_end(std::uint32_t token, std::string_view name) const;
  /// The longest item of the class at the token, or nothing.
  [[nodiscard]] const Item* item(std::uint32_t token, Word word) const;
  [[nodiscard]] std::vector<const Item*> items(std::uint32_t token, Word word) const;
  /// Field `value` of that item; empty where there is none.
  [[nodiscard]] std::string_view value(std::uint32_t token, Word word) const;
  /// Token behind the item of the class at the token (token + 1 where there is none).
  [[nodiscard]] std::uint32_t after(std::uint32_t token, Word word) const;
  /// The timex that covers the token, by index.
  [[nodiscard]] std::optional<std::uint32_t> timex(std::uint32_t token) const;

  [[nodiscard]] std::string_view key(std::uint32_t token) const { return document.key(document.tokens[token]); }
  [[nodiscard]] bool is_word(std::uint32_t token) const { return document.tokens[token].kind == TokenKind::word; }
  [[nodiscard]] bool is_mark(std::uint32_t token) const { return document.tokens[token].kind == TokenKind::mark; }
  /// A comma or semicolon of any script.
  [[nodiscard]] bool is_comma(std::uint32_t token) const;
  [[nodiscard]] bool is_question(std::uint32_t token) const {
    return is_mark(token) && (key(token) == "?" || key(token) == "\u061f");
  }
  [[nodiscard]] bool is_colon(std::uint32_t token) const { return is_mark(token) && key(token) == ":"; }
  /// A quotation mark; straight ones open and close alike.
  [[nodiscard]] bool is_quote(std::uint32_t token) const;
  [[nodiscard]] bool opens_quote(std::uint32_t token) const;
  [[nodiscard]] bool is_bracket(std::uint32_t token) const;
  /// A noun in the accusative, by the vowel mark at its end.
  [[nodiscard]] bool is_accusative(std::uint32_t token) const;
  /// A finite verb of any known kind (of an event, of saying, a light one).
  [[nodiscard]] bool is_verb(std::uint32_t token) const;
  /// Of a language like Arabic: the verb may stand before its subject, and the article is written with its noun. Else
  /// one like English: subjects stand before verbs, and prepositions tie nouns.
  [[nodiscard]] bool verb_first() const { return !article_prefixes_.empty(); }
  /// A particle that negates verbs stands right before it.
  [[nodiscard]] bool is_negated_verb(std::uint32_t token) const {
    return token > 0 && value(token - 1, Word::negation) == "verb";
  }
  /// A conjunction stands before the word, or is written with it as far as a known word or the article shows.
  [[nodiscard]] bool has_conjunction(std::uint32_t token) const;
  /// The proclitics of the known word at the token, in matching form; empty where no known word carries any.
  [[nodiscard]] std::string_view proclitics(std::uint32_t token) const;
  /// The preposition written with the word ("to-the-agency" -> "to"), without conjunction and article; empty where none
  /// is.
  [[nodiscard]] std::string_view glued_preposition(std::uint32_t token) const;
  /// The verb is marked as future by what is glued to it.
  [[nodiscard]] bool has_future(const Item& verb) const;
  /// Written like a preposition in matching form only; the article writes the preposition with another letter.
  [[nodiscard]] bool is_name_like_preposition(std::uint32_t token) const { return name_[token]; }
  /// Somewhere in the article the word is the second of two that name whoever has a function ("the president Angela |
  /// Merkel"); where it stands alone it names the same, and no noun behind it belongs to it.
  [[nodiscard]] bool is_family_name(std::uint32_t token) const {
    return std::binary_search(families_.begin(), families_.end(), key(token));
  }
  /// A given name, one that is hardly another word or one that may be.
  [[nodiscard]] bool is_given_name(std::uint32_t token) const {
    return is(token, Word::given_name) || is_class(token, "personal-name");
  }
  /// What the rules know that a word in matching form means: see ConceptWords::of().
  [[nodiscard]] std::optional<std::string_view> meaning(std::string_view key) const { return concepts_.of(key); }
  /// A common noun, by its meaning.
  [[nodiscard]] bool has_meaning(std::string_view key) const {
    const auto known = meaning(key);
    return known && !known->empty();
  }
  /// Between white space: it sets off an aside, or parts two names.
  [[nodiscard]] bool is_dash(std::uint32_t token) const {
    return (key(token) == "-" || key(token) == "\u2013") && !document.tokens[token].glued;
  }
  /// The word carries the article.
  [[nodiscard]] bool is_definite(std::uint32_t token) const;
  /// Matching form without article and the clitics before it.
  [[nodiscard]] std::string_view stem(std::uint32_t token) const;

  [[nodiscard]] SourceSpan span(TokenRange range) const { return document.span(range.first, range.last); }
  /// Span without conjunction or preposition glued to the first word, where known, and without outer quotes and marks.
  [[nodiscard]] SourceSpan trimmed(TokenRange range) const;
  /// Span of a clause, without what is glued to its first word and without outer quotes and marks; a word that is read
  /// whole is kept whole, though another one may be seen in it ("as" in "was").
  [[nodiscard]] SourceSpan clause_span(TokenRange range) const;
  /// The same for a name: of an article contracted with the preposition before it no letter is left.
  [[nodiscard]] SourceSpan name_span(TokenRange range) const;
  /// The preposition written with the word is the one that the article is contracted with ("for"), seen here or not.
  [[nodiscard]] bool has_contracting_preposition(std::uint32_t token) const;

 private:
  /// Without the marks at its ends, but for brackets and for a quotation mark that closes a quotation inside.
  [[nodiscard]] TokenRange without_marks(TokenRange range) const;
  void set_was_apart();
  void set_names_apart();
  void set_prepositions();
  void set_articles();
  void set_family_names();
  /// The article, with what is written before it, that a word begins with of which two letters and more are left;
  /// nothing where there is none.
  [[nodiscard]] std::string_view written_article(std::uint32_t token) const {
    return article_of_[token] == 0 ? std::string_view{} : std::string_view(article_prefixes_[article_of_[token] - 1U]);
  }
  [[nodiscard]] bool is_contraction(std::string_view clitics) const;

  const Annotation& annotation_;
  ConceptWords concepts_;
  std::array<std::optional<ClassId>, word_classes> ids_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> timex_of_;     // 1 + index, 0: none
  std::vector<std::string_view> families_;  ///< keys of family names, in order
  std::vector<bool> name_;                  // see is_name_like_preposition
  const std::vector<std::string>& article_prefixes_;
  const std::vector<std::string>& conjunctions_;
  const std::vector<std::string>& future_marks_;
  std::string article_;
  std::vector<std::string> glued_;            ///< prepositions that are written with a noun, where no rule lists it
  std::vector<std::uint8_t> preposition_of_;  ///< by token: number of the one before a noun that no rule lists, or 0
  std::vector<std::uint8_t> article_of_;      ///< by token: number of the written article it begins with, from 1; or 0
};

}  // namespace isnad::claims
