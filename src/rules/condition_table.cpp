#include "rules/condition_table.h"

#include <algorithm>

namespace isnad::rules {
namespace {

/// Texts of the rules are stored once.
constexpr auto same_number = [](std::int64_t a, std::int64_t b) { return a == b; };

}  // namespace

ConditionTable::ConditionTable(const Language& language)
    : by_class_(language.class_layers.size()), bits_of_conditions_(language.automaton.conditions.size()), answers_(1) {
  const Automaton& automaton = language.automaton;
  for (const State& state : automaton.states) {
    if (state.kind != State::Kind::consume) continue;
    const Atom& atom = automaton.atoms[state.arg];
    ClassConditions& all = atom.kind == Element::Kind::cls ? by_class_[atom.arg] : integers_;
    for (std::uint32_t c = atom.conditions_begin; c < atom.conditions_begin + atom.conditions_count; ++c) {
      bits_of_conditions_[c] = bit_of(all, automaton.conditions[c]);
    }
  }
}

std::uint32_t ConditionTable::bit_of(ClassConditions& all, const CompiledCondition& condition) {
  auto asked = std::find_if(all.fields.begin(), all.fields.end(),
                            [&](const FieldConditions& f) { return f.field == condition.field; });
  if (asked == all.fields.end()) asked = all.fields.insert(asked, {condition.field, {}});
  for (const Numbered& known : asked->conditions) {
    if (known.condition == condition) return known.bit;
  }
  const std::uint32_t bit = all.count++;
  asked->conditions.push_back({condition, bit});
  all.absent.resize(bit / 64 + 1);
  if (satisfies(condition, nullptr, same_number)) all.absent[bit / 64] |= std::uint64_t{1} << (bit % 64);
  return bit;
}

AnswersId ConditionTable::number_of_bits() {
  AnswersId number = no_answers;
  for (const std::uint64_t word : bits_) {
    AnswersId longer = known_.find(word, number);
    if (longer == no_answers) {
      longer = static_cast<AnswersId>(answers_.size());
      Bits bits = answers_[number];
      bits.push_back(word);
      answers_.push_back(std::move(bits));
      known_.add(word, number, longer);
    }
    number = longer;
  }
  return number;
}

AnswersId ConditionTable::of_integer(std::optional<std::int64_t> value) {
  if (!value) return no_answers;
  bits_ = integers_.absent;
  // Even where nothing is asked of integers, one with a value has answers.
  if (bits_.empty()) bits_.push_back(0);
  for (const FieldConditions& asked : integers_.fields) answer(integers_, {asked.field, false, *value}, same_number);
  return number_of_bits();
}

bool ConditionTable::holds(const Atom& atom, AnswersId answers) const {
  if (atom.kind == Element::Kind::integer && answers == no_answers) return false;
  const Bits& bits = answers_[answers];
  for (std::uint32_t c = atom.conditions_begin; c < atom.conditions_begin + atom.conditions_count; ++c) {
    const std::uint32_t bit = bits_of_conditions_[c];
    if ((bits[bit / 64] >> (bit % 64) & 1U) == 0) return false;
  }
  return true;
}

}  // namespace isnad::rules
