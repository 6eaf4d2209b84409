// The rules as written, read from their files and checked for form; names are not yet looked up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/reader.h"

namespace isnad::rules {

/// What may be glued to a word beside what a pattern asks for; docs/rules.md.
enum class CliticPermission : std::uint16_t { none, prefix, article, verb, object, noun, conjunction };

/// A proclitic that an element names: written before a "+", with "?" where it may be absent.
struct NamedClitic {
  std::string form;  ///< matching form
  bool optional = false;
};

/// A condition on the record of a class: "(part=TEV)", "(!part)", "(1..31)".
struct Condition {
  enum class Kind : std::uint8_t { has, lacks, equals, differs, within };
  Kind kind{};
  std::string field;
  Scalar value;                      ///< equals, differs
  std::int64_t least = 0, most = 0;  ///< within
};

/// An element of a pattern.
struct Element {
  enum class Kind : std::uint8_t {
    literal,
    cls,
    integer,
    decimal,
    word,
    mark,
    any_token,
    choice,          ///< one of the branches
    repeat,          ///< the one branch, least .. most times
    sentence_begin,  ///< in guards only
    sentence_end     ///< in guards only
  };
  Kind kind{};
  Place place;
  std::string text;  ///< as written (literal), or the name of the class
  std::vector<Condition> conditions;
  std::vector<NamedClitic> proclitics;
  std::string capture;  ///< empty: none
  bool glued = false;
  bool optional = false;
  std::vector<std::vector<Element>> branches;
  std::uint32_t least = 1, most = 1;
};

/// Elements of which one must, or none may, stand beside a match.
struct Guards {
  std::vector<Element> before, not_before;  ///< directly behind the match
  std::vector<Element> after, not_after;    ///< directly ahead of the match
  [[nodiscard]] bool empty() const {
    return before.empty() && not_before.empty() && after.empty() && not_after.empty();
  }
};

/// An example or counterexample, as written beside its rule.
struct Example {
  Place place;
  bool positive = true;
  bool is_frame = false;  ///< run by a later stage
  std::string language;
  std::string rule;  ///< id of the pattern or frame; empty for a class of words
  std::string cls;   ///< class that must be found
  std::string text;
  std::optional<std::string> match;  ///< exact surface
  Record value;                      ///< fields that must be as given
  std::string published;             ///< day, for "timex"
  std::optional<std::string> timex;
  Record arguments;         ///< of a frame: role -> words
  std::string known_wrong;  ///< why it does not come out as it says; empty: it must
};

/// Principal parts of a word that is to be inflected, by the names of the morphology.
struct Lemma {
  Place place;
  std::vector<std::pair<std::string, std::vector<std::string>>> parts;
};

/// One way to write a word.
struct WrittenForm {
  std::string text;
  Place place;
};

/// An entry of a class of words.
struct WordEntry {
  Place place;
  std::string cls;
  std::string name;  ///< of the rule: "month:12"
  Record fields;
  std::vector<WrittenForm> forms;
  std::vector<Lemma> lemmas;
  std::string paradigm;  ///< for the lemmas
  CliticPermission clitics = CliticPermission::prefix;
  Guards guards;
  bool collective = false;    ///< names many, and tells no two apart
  bool intransitive = false;  ///< its frame has no object: its verb forms take no object pronouns
};

/// How one field of a result is computed.
struct FieldRule {
  std::string field;  ///< without the ".*" of a prefix, empty for "*"
  bool copies_all = false;
  Node source;  ///< scalar of the rule file
};

struct PatternRule {
  Place place;
  std::string id;
  std::string layer;
  std::string emits;
  std::vector<Element> match;
  std::vector<FieldRule> fields;
  Guards guards;
  std::int64_t priority = 0;
  std::size_t examples = 0;
};

/// What `language.json` says.
struct LanguageRule {
  struct Proclitics {
    std::string category;  ///< "conjunction", "preposition", "future", "article"
    std::vector<std::string> forms;
  };
  struct Contraction {
    std::string written;
    std::vector<std::string> means;
    std::vector<std::string> restores;  ///< what the writing swallowed at the begin of the word
  };
  struct Rewrite {
    std::string stem_end, from;
  };
  Place place;
  std::string language;
  std::vector<std::string> layers;
  std::vector<Proclitics> proclitics;
  std::vector<std::vector<std::string>> stacks;  ///< categories from outside in, each of them optional
  std::vector<Contraction> contractions;
  std::vector<std::string> enclitics;
  std::vector<Rewrite> enclitic_rewrites;
  std::vector<std::string> never_enclitic;  ///< last letters that are no pronoun though their matching form is
};

/// One form of a paradigm.
struct Cell {
  std::string prefix, suffix;
  std::vector<LanguageRule::Rewrite> rewrites;
  Record fields;
  std::optional<CliticPermission> clitics;
  bool needs_rewrite = false;  ///< it exists only where one of the rewrites holds
  Guards guards;
};

/// The cells that start from one principal part.
struct ParadigmPart {
  Place place;
  std::string part;
  std::vector<std::string> ends;            ///< it holds for parts that end so; empty: for all
  std::vector<std::string> begins;          ///< and that begin so
  std::vector<std::string> replace_prefix;  ///< cut from the begin
  std::string cut_suffix;                   ///< cut from the end
  Record fields;
  CliticPermission clitics = CliticPermission::prefix;
  std::vector<Cell> cells;
};

struct Paradigm {
  std::string name;
  std::vector<ParadigmPart> parts;
};

/// A frame with the words that tell it.
struct FrameRule {
  Place place;
  Frame frame;
  std::size_t examples = 0;
};

/// A word of a concept.
struct ConceptEntry {
  Place place;
  std::string text;  ///< matching form; two words with a space between them at most
  std::string concept_id;
};

/// All rules of one language.
struct LanguageModel {
  std::string name;  ///< folder
  std::optional<LanguageRule> language;
  std::vector<Paradigm> paradigms;
  std::vector<WordEntry> words;
  std::vector<PatternRule> patterns;
  std::vector<FrameRule> frames;
  std::vector<ConceptEntry> concept_words;
  std::vector<PageCues> page_cues;
  std::vector<Example> examples;
};

}  // namespace isnad::rules
