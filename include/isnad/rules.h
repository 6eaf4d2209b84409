// isnad/rules.h - rules as data: words, patterns over tokens, and the values that they compute.
//
// docs/rules.md describes the language of the rule files. Rules are compiled once into a Grammar, which is immutable
// and may be shared by threads; annotate() applies it to a document in one pass, linear in the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "isnad/core.h"
#include "isnad/text.h"

namespace isnad {

/// One file of rules, as read.
struct RuleFile {
  std::string path;     ///< for messages, and its first folder is its language: "ar/time/months.json"
  std::string content;  ///< JSON with comments
};

/// Class of a word or of a found value, by name ("month", "date"); dense ids, valid for one Grammar.
enum class ClassId : std::uint16_t {};
/// A rule (pattern or word entry) of one Grammar.
enum class RuleId : std::uint32_t {};

/// A scalar of a record.
using Scalar = std::variant<std::int64_t, std::string>;

/// The value of a match: few named fields, flat, in order of name.
class Record {
 public:
  Record() = default;
  /// Fields in any order, no name twice.
  explicit Record(std::vector<std::pair<std::string, Scalar>> fields);
  [[nodiscard]] const Scalar* find(std::string_view field) const;
  [[nodiscard]] bool has(std::string_view field) const { return find(field) != nullptr; }
  /// The field as integer (or text); nothing where it is absent or of the other kind.
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view field) const;
  [[nodiscard]] std::optional<std::string_view> text(std::string_view field) const;
  void set(std::string_view field, Scalar value);
  [[nodiscard]] const std::vector<std::pair<std::string, Scalar>>& fields() const;
  /// The fields that begin with `prefix`, without it ("from." -> day, month).
  [[nodiscard]] Record part(std::string_view prefix) const;
  friend bool operator==(const Record& a, const Record& b) { return a.fields() == b.fields(); }

 private:
  /// In order of name; null where there are none. Shared by the copies: the forms of a word come up all the time.
  std::shared_ptr<const std::vector<std::pair<std::string, Scalar>>> fields_;
};

/// A named part of a match: tokens [first, last).
struct Capture {
  std::string name;
  std::uint32_t first = 0, last = 0;
  std::optional<ClassId> cls;  ///< of the word or value that was taken; nothing for a token or a stretch
};

/// Something found: a word of a class, or a pattern's match.
struct Item {
  ClassId cls{};
  RuleId rule{};
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  ByteOffset begin, end;              ///< in the text, without the proclitics (and pronouns) that do not belong to it
  std::string proclitics;  ///< those before `begin` in the first token, in matching form (U+0648); may be empty
  std::string enclitic;    ///< a pronoun glued behind, in matching form; may be empty
  Record value;
  std::vector<Capture> captures;
};

/// What was found in a document: items in order of (first, longest first, class), with an index by first token.
class Annotation {
 public:
  std::vector<Item> items;
  std::vector<std::uint32_t> by_token;  ///< items that begin at token t: [by_token[t], by_token[t+1])

  /// Items of class `cls` that begin at token t, longest first.
  [[nodiscard]] std::vector<const Item*> at(std::uint32_t token, ClassId cls) const;
  /// The longest of them, or nothing.
  [[nodiscard]] const Item* longest(std::uint32_t token, ClassId cls) const;
};

/// One participant that an event type expects, and how the sentence brings it.
struct FrameArgument {
  std::string role;  ///< "agent", "patient", "place", "destination", "origin", "instrument", "topic"
  std::vector<std::string> prepositions;  ///< in matching form; empty: the subject or object position
  std::string position;                   ///< "subject" | "object" | "preposition"
  std::string word_class;                 ///< one of its words must be of this class ("force", "place"); empty: any
  bool key = false;                       ///< tells happenings of this type apart: linking compares it
  bool required = false;                  ///< without it the word does not tell this event
  bool alone = false;  ///< an object: a single noun beside the verb is this, not the subject (active and passive are
                       ///< written alike, and news tells who was killed more often than who killed)
};

/// An event type of a language: the words that tell it and what they bring along.
struct Frame {
  std::string id;    ///< "ar.capture"
  std::string type;  ///< common to all languages: "capture"
  Bilingual label;
  bool once = false;         ///< happens once to the same participants (a fall, a death); else recurring
  bool prospective = false;  ///< what it is about is still to come (a decision, a postponement): an event that it
                             ///< governs is planned, and a date behind it may be that of the plan
  bool daily = false;  ///< may happen to the same participants day after day (prices, raids, talks): two dates are
                       ///< two happenings
  std::vector<std::string> neighbours;  ///< types that can tell the same happening ("fall" ~ "capture" ~ "enter")
  std::vector<std::string> after;       ///< types that cannot come later for the same participants (script)
  std::vector<FrameArgument> arguments;

  [[nodiscard]] bool has_neighbour(std::string_view other) const {
    return std::find(neighbours.begin(), neighbours.end(), other) != neighbours.end();
  }
};

/// An example or counterexample of a frame, as written; the claims stage runs it.
struct FrameExample {
  std::string path;
  LineColumn place;
  std::string frame;     ///< id
  bool positive = true;  ///< the event must be found, or must not
  std::string text;
  std::string match;        ///< the words that tell it, exactly; empty: any
  std::string published;    ///< day; empty: not stated
  Record value;             ///< fields that the word must have
  Record arguments;         ///< role -> words
  std::string known_wrong;  ///< why it does not come out as it says; empty: it must
};

namespace rules {
struct ConceptForms;
}

/// The concepts of one language of a Grammar, by their words.
class ConceptWords {
 public:
  explicit ConceptWords(const rules::ConceptForms& forms) : forms_(&forms) {}
  /// The concept of a word, or of two with a space between them, in matching form: its name, common to all languages
  /// ("postpone"); empty for a word that is known to be of none (the name of a place), nothing for one that is not
  /// known. Also of what is left of a known word without its ending. O(log words).
  [[nodiscard]] std::optional<std::string_view> of(std::string_view word) const;
  /// Is there a concept of two words of which the first is this? O(log words).
  [[nodiscard]] bool begins_phrase(std::string_view word) const;

 private:
  const rules::ConceptForms* forms_;
};

/// All rules of all languages, compiled.
class Grammar {
 public:
  /// Compiles rule files. Errors: bad_rule or bad_json, naming file, line and column, with the lines around the place.
  [[nodiscard]] static Result<Grammar> compile(std::vector<RuleFile> files);

  /// The compiled rules as bytes, without their examples; and back, in a small part of the time that compiling takes.
  /// Only the build that saved them can load them. Error: bad_rule, for bytes that are cut short. What is loaded is
  /// read when it is first asked for, a language at a time: `saved` must outlive it.
  [[nodiscard]] std::string save() const;
  [[nodiscard]] static Result<Grammar> load(std::string_view saved);

  Grammar(Grammar&&) noexcept;
  Grammar& operator=(Grammar&&) noexcept;
  ~Grammar();

  /// Applies all layers of the document's language (and the common rules). A language without rules gives an empty
  /// Annotation. O(tokens) for fixed rules.
  [[nodiscard]] Annotation annotate(const Document& document) const;
  /// The items of these classes alone, for who needs no others: to make items takes a good part of the time.
  [[nodiscard]] Annotation annotate(const Document& document, const std::vector<std::string_view>& only) const;

  /// The id of a class; nothing when no rule names it.
  [[nodiscard]] std::optional<ClassId> find_class(std::string_view name) const;
  [[nodiscard]] std::string_view class_name(ClassId cls) const;
  /// "ar.date.day-month-year"; for words "month:12".
  [[nodiscard]] std::string_view rule_name(RuleId rule) const;

  [[nodiscard]] const std::vector<PageCues>& page_cues() const;
  [[nodiscard]] const std::vector<Frame>& frames(std::string_view language) const;
  /// The frame of this id; nothing where the language has none. O(log frames).
  [[nodiscard]] const Frame* frame(std::string_view language, std::string_view id) const;
  [[nodiscard]] std::vector<FrameExample> frame_examples(std::string_view language) const;

  /// The ways a word of this language is written with the article, with and without other clitics before it ("wal",
  /// "bil", "al"), and its conjunctions; in matching form, longest first. Empty for a language without rules.
  [[nodiscard]] const std::vector<std::string>& article_prefixes(std::string_view language) const;
  [[nodiscard]] const std::vector<std::string>& conjunctions(std::string_view language) const;
  /// What marks a verb as future when glued before it.
  [[nodiscard]] const std::vector<std::string>& future_marks(std::string_view language) const;

  /// The forms of a class of words in matching form, sorted; without inflected ones.
  [[nodiscard]] std::vector<std::string> forms(std::string_view language, std::string_view cls) const;

  /// The forms of all classes that the rules call collective: words that name many people or things and tell no two of
  /// them apart ("the forces"); in matching form, sorted. Empty for a language without rules.
  [[nodiscard]] const std::vector<std::string>& collective_forms(std::string_view language) const;

  /// What the words of a language mean. Valid as long as the grammar.
  [[nodiscard]] ConceptWords concept_words(std::string_view language) const;

  struct Summary {
    std::string language;
    std::size_t words = 0, forms = 0, patterns = 0, examples = 0;
  };
  [[nodiscard]] std::vector<Summary> summaries() const;
  /// Ids of patterns and frames that have no example.
  [[nodiscard]] std::vector<std::string> without_examples() const;

 private:
  struct Impl;
  explicit Grammar(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
  friend struct ExampleRunner;
};

/// An example that did not come out as it says.
struct ExampleFailure {
  std::string path;
  LineColumn place;
  std::string rule;
  std::string message;  ///< what was expected, what came; of an example known to be wrong: why
};

/// `resolve(text, published)` gives the TIMEX3 values found in a text, for examples that state one; may be empty, then
/// those parts are not checked.
using TimexOracle = std::function<std::vector<std::pair<std::string, std::string>>(const std::string& text,
                                                                                   const std::string& published)>;

struct ExampleReport {
  std::size_t run = 0;
  std::vector<ExampleFailure> failures;     ///< also examples that come out right though they are marked as wrong
  std::vector<ExampleFailure> known_wrong;  ///< marked as wrong, and so they are
  /// Notes how `example` (of either kind) came out: `fault` is what is wrong with it, empty where nothing is.
  void note(ExampleFailure example, const std::string& known_wrong_reason, std::string fault);
};
[[nodiscard]] ExampleReport run_examples(const Grammar& grammar, const TimexOracle& oracle);

/// The rules that are inside the binary (generated at build time from rules/).
[[nodiscard]] const std::vector<RuleFile>& embedded_rules();

}  // namespace isnad
