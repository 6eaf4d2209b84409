// What the elements of all patterns ask of the fields of words and values: every answer in one small number.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rules/language.h"
#include "rules/pair_table.h"

namespace isnad::rules {

/// Answers to the questions that patterns ask of a class, or of integers. Equal answers have the same number.
using AnswersId = std::uint32_t;
/// The answers for what nothing is asked of.
inline constexpr AnswersId no_answers = 0;
/// They have not been gathered yet.
inline constexpr AnswersId unknown_answers = 0xFFFFFFFFU;

/// Whether a field is as a condition asks; null where it is absent. `same_text` compares its text with that of the
/// rules.
template <class SameText>
bool satisfies(const CompiledCondition& condition, const Field* field, const SameText& same_text) {
  const auto equal = [&] {
    return field != nullptr && field->is_text == condition.value.is_text &&
           (field->is_text ? same_text(field->value, condition.value.value) : field->value == condition.value.value);
  };
  switch (condition.kind) {
    case Condition::Kind::has:
      return field != nullptr;
    case Condition::Kind::lacks:
      return field == nullptr;
    case Condition::Kind::equals:
      return equal();
    case Condition::Kind::differs:
      return !equal();
    case Condition::Kind::within:
      return field != nullptr && !field->is_text && condition.least <= field->value && field->value <= condition.most;
  }
  return false;
}

/// The conditions of a language's patterns, each once for its class.
class ConditionTable {
 public:
  explicit ConditionTable(const Language& language);

  /// The answers for an integer token; without a value where it does not fit.
  AnswersId of_integer(std::optional<std::int64_t> value);
  /// The answers for fields of a class, those of the first range in place of others of the same name. O(fields).
  template <class SameText>
  AnswersId of_fields(ClassId cls, std::span<const Field> first, std::span<const Field> second,
                      const SameText& same_text);
  /// Whether something is asked of a class.
  [[nodiscard]] bool asks(ClassId cls) const { return by_class_[static_cast<std::size_t>(cls)].count > 0; }
  /// Whether the answers say what an atom asks.
  [[nodiscard]] bool holds(const Atom& atom, AnswersId answers) const;

 private:
  using Bits = std::vector<std::uint64_t>;
  struct Numbered {
    CompiledCondition condition;
    std::uint32_t bit = 0;
  };
  struct FieldConditions {
    FieldId field = 0;
    std::vector<Numbered> conditions;
  };
  struct ClassConditions {
    std::vector<FieldConditions> fields;
    std::uint32_t count = 0;
    Bits absent;  ///< the answers where there is no field at all
  };

  /// The bit of a condition, which it gets where it is met for the first time.
  static std::uint32_t bit_of(ClassConditions& all, const CompiledCondition& condition);
  template <class SameText>
  void answer(const ClassConditions& all, const Field& field, const SameText& same_text);
  AnswersId number_of_bits();

  std::vector<ClassConditions> by_class_;
  ClassConditions integers_;
  std::vector<std::uint32_t> bits_of_conditions_;  // by place in Automaton::conditions
  std::vector<Bits> answers_;
  PairTable<std::uint64_t> known_;  // the last 64 answers, and the number of those before: number
  Bits bits_;                       // being gathered
};

template <class SameText>
void ConditionTable::answer(const ClassConditions& all, const Field& field, const SameText& same_text) {
  for (const FieldConditions& asked : all.fields) {
    if (asked.field != field.name) continue;
    for (const Numbered& c : asked.conditions) {
      const std::uint64_t bit = std::uint64_t{1} << (c.bit % 64);
      std::uint64_t& bits = bits_[c.bit / 64];
      bits = satisfies(c.condition, &field, same_text) ? bits | bit : bits & ~bit;
    }
    return;
  }
}

template <class SameText>
AnswersId ConditionTable::of_fields(ClassId cls, std::span<const Field> first, std::span<const Field> second,
                                    const SameText& same_text) {
  const ClassConditions& all = by_class_[static_cast<std::size_t>(cls)];
  bits_ = all.absent;
  for (const std::span<const Field> fields : {second, first}) {
    for (const Field& field : fields) answer(all, field, same_text);
  }
  return number_of_bits();
}

}  // namespace isnad::rules
