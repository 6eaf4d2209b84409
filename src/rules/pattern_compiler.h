// From the elements of patterns to states.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/form_table.h"
#include "rules/language.h"

namespace isnad::rules {

/// What is known of a class while its language is compiled.
struct ClassInfo {
  bool visible = false;         ///< it has words, or an earlier layer emits it
  std::vector<FieldId> fields;  ///< that its values may have, in order
};
using ClassTable = std::map<std::string, ClassInfo, std::less<>>;

/// Adds the fields to those that a class may have.
void add_fields(ClassInfo& info, const std::vector<FieldId>& fields);

/// Compiles elements into the automaton of `language`.
class PatternCompiler {
 public:
  PatternCompiler(Language& language, Names& names, const ClassTable& classes, const FormTable& forms,
                  Diagnosis& diagnosis)
      : language_(language), names_(names), classes_(classes), forms_(forms), diagnosis_(diagnosis) {}

  /// Adds a pattern to a layer: its states, its value, its entry points.
  void add(const PatternRule& pattern, std::size_t layer, RuleId rule);
  /// The guard, or no_guard when it asks for nothing.
  GuardId add(const Guards& guards);
  /// The fields that the last pattern added may give.
  [[nodiscard]] const std::vector<FieldId>& fields() const { return fields_; }

 private:
  StateId push(const State& state);
  StateId fork(const std::vector<StateId>& targets);
  StateId sequence(const std::vector<Element>& elements, StateId next);
  StateId element(const Element& element, StateId next);
  StateId single(const Element& element, StateId next);
  StateId literal(const Element& element, StateId next);
  StateId repeat(const Element& element, StateId next);
  StateId consume(const Atom& atom, std::uint16_t capture, StateId next);
  StateId detached(const Element& element, const Atom& atom, StateId attached, StateId next);

  [[nodiscard]] Atom atom_of(const Element& element);
  [[nodiscard]] WordId word_of(const std::string& token);
  [[nodiscard]] SpecId spec_of(const Element& element);
  void compile_conditions(const Element& element, Atom& atom);
  void compile_guards(const std::vector<Element>& elements, std::vector<Atom>& atoms);
  void collect_captures(const std::vector<Element>& elements);
  [[nodiscard]] std::uint16_t capture_of(const Element& element) const;
  void enter(StateId start, std::size_t layer, Place place);

  Language& language_;
  Names& names_;
  const ClassTable& classes_;
  const FormTable& forms_;
  Diagnosis& diagnosis_;
  std::vector<CaptureInfo> captures_;
  std::vector<FieldId> fields_;
  std::vector<ClassId> first_classes_;
  std::size_t state_limit_ = 0;
  Place place_;  // of the pattern
};

}  // namespace isnad::rules
