// From rule files to the rules as written.
#pragma once

#include "rules/model.h"

namespace isnad::rules {

/// The languages in order of name; the rules of "common" are copied into each of them.
[[nodiscard]] std::vector<LanguageModel> load_rules(Diagnosis& diagnosis);

// The kinds of file; each reads one file into the model of its language.
void load_words(const Source& source, const Node& root, LanguageModel& model);
void load_patterns(const Source& source, const Node& root, LanguageModel& model);
void load_language(const Source& source, const Node& root, LanguageModel& model);
void load_morphology(const Source& source, const Node& root, LanguageModel& model);
void load_frames(const Source& source, const Node& root, LanguageModel& model);
void load_concepts(const Source& source, const Node& root, LanguageModel& model);
void load_page(const Source& source, const Node& root, LanguageModel& model);

/// "examples" and "counterexamples" of a rule; returns how many examples (not counterexamples) there are.
std::size_t load_examples(const Source& source, ObjectReader& reader, std::string_view rule, std::string_view cls,
                          LanguageModel& model);

/// The name of a permission ("prefix"); reports unknown ones.
[[nodiscard]] CliticPermission read_permission(const Source& source, const Node& node);

}  // namespace isnad::rules
