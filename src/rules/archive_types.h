// The parts of a compiled grammar, as archive.h asks for them.
#pragma once

#include "rules/archive.h"
#include "rules/grammar_impl.h"

namespace isnad::rules {

// Of these there are many: without padding they are read at once, and need no description here.
static_assert(Bytes<FieldRange> && Bytes<Sense> && Bytes<State> && Bytes<Atom>);

template <class A>
void transfer(A& archive, Field& value) {
  auto& [name, is_text, number] = value;
  archive(name, is_text, number);
}

template <class A>
void transfer(A& archive, Operand& value) {
  auto& [constant, number, capture, field] = value;
  archive(constant, number, capture, field);
}

template <class A>
void transfer(A& archive, Product& value) {
  auto& [sign, factors] = value;
  archive(sign, factors);
}

template <class A>
void transfer(A& archive, FieldStep& value) {
  auto& [kind, constant, operand, sum, capture, copies] = value;
  archive(kind, constant, operand, sum, capture, copies);
}

template <class A>
void transfer(A& archive, CompiledCondition& value) {
  auto& [kind, field, constant, least, most] = value;
  archive(kind, field, constant, least, most);
}

template <class A>
void transfer(A& archive, CompiledGuard& value) {
  auto& [before, not_before, after, not_after, also] = value;
  archive(before, not_before, after, not_after, also);
}

template <class A>
void transfer(A& archive, Automaton& value) {
  auto& [states, targets, atoms, conditions, guards] = value;
  archive(states, targets, atoms, conditions, guards);
}

template <class A>
void transfer(A& archive, EntryPoints& value) {
  auto& [by_class, by_literal, by_kind] = value;
  archive(by_class, by_literal, by_kind);
}

template <class A>
void transfer(A& archive, CompiledPattern& value) {
  auto& [rule, cls, start, guard, priority, rank, captures, first_classes, program] = value;
  archive(rule, cls, start, guard, priority, rank, captures, first_classes, program);
}

template <class A>
void transfer(A& archive, NamedClitic& value) {
  auto& [form, optional] = value;
  archive(form, optional);
}

template <class A>
void transfer(A& archive, Bilingual& value) {
  auto& [ar, en] = value;
  archive(ar, en);
}

template <class A>
void transfer(A& archive, FrameArgument& value) {
  auto& [role, prepositions, position, word_class, key, required, alone] = value;
  archive(role, prepositions, position, word_class, key, required, alone);
}

template <class A>
void transfer(A& archive, Frame& value) {
  auto& [id, type, label, once, prospective, daily, neighbours, after, arguments] = value;
  archive(id, type, label, once, prospective, daily, neighbours, after, arguments);
}

/// Without the serial, which is of this run, and the examples, which only whoever has the rule files can run.
template <class A>
void transfer(A& archive, Language& value) {
  auto& [serial, name, code, clitics, lexicon, pool, automaton, patterns, layers, literals, literal_layers,
         class_layers, kind_layers, named_classes, frames, frames_by_id, examples, word_entries] = value;
  archive(name, code, clitics, lexicon, pool, automaton, patterns, layers, literals, literal_layers, class_layers,
          kind_layers, named_classes, frames, frames_by_id, word_entries);
  static_cast<void>(serial);
  static_cast<void>(examples);
}

template <class A>
void transfer(A& archive, Names& value) {
  auto& [classes, rules] = value;
  archive(classes, rules);
}

template <class A>
void transfer(A& archive, ClassForms& value) {
  auto& [classes, ends, forms] = value;
  archive(classes, ends, forms);
}

template <class A>
void transfer(A& archive, ConceptForms& value) {
  auto& [words, concepts, firsts, filter] = value;
  archive(words, concepts, firsts, filter);
}

template <class A>
void transfer(A& archive, LanguageFacts& value) {
  auto& [article_prefixes, conjunctions, future_marks, collective_forms, forms, concepts] = value;
  archive(article_prefixes, conjunctions, future_marks, collective_forms, forms, concepts);
}

template <class A>
void transfer(A& archive, PageCues& value) {
  auto& [language, related_opens, tail_opens, furniture, dateline_opens, date_words, date_particles, section_words,
         byline_words, agencies, caption_words, continues, sentence_ends, abbreviations] = value;
  archive(language, related_opens, tail_opens, furniture, dateline_opens, date_words, date_particles, section_words,
          byline_words, agencies, caption_words, continues, sentence_ends, abbreviations);
}

}  // namespace isnad::rules
