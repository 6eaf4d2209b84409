// All rules of one language, ready to be applied.
#pragma once

#include <array>
#include <atomic>
#include <string>
#include <vector>

#include "rules/automaton.h"
#include "rules/clitics.h"
#include "rules/lexicon.h"
#include "rules/model.h"
#include "rules/text_list.h"
#include "rules/value_program.h"
#include "rules/values.h"

namespace isnad::rules {

/// Bit n: something of layer n may begin here.
using LayerMask = std::uint32_t;
inline constexpr std::size_t max_layers = 32;

struct CompiledPattern {
  RuleId rule{};
  ClassId cls{};
  StateId start = 0;
  GuardId guard = no_guard;
  std::int64_t priority = 0;
  std::uint32_t rank = 0;  ///< of its id among all ids
  std::vector<std::string> captures;
  std::vector<ClassId> first_classes;  ///< of which a value may begin it
  ValueProgram program;
};

/// Tells a language from any other that takes its place in memory later.
struct LanguageSerial {
  std::uint64_t value = next();

 private:
  static std::uint64_t next() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
  }
};

struct Language {
  LanguageSerial serial;
  std::string name;  ///< folder
  std::string code;  ///< BCP 47, as documents carry it
  CliticTable clitics;
  Lexicon lexicon;
  ValuePool pool;
  Automaton automaton;
  std::vector<CompiledPattern> patterns;
  std::vector<EntryPoints> layers;
  std::vector<std::uint32_t> literals;      ///< by WordId: number of the literal that begins patterns, from 1; or 0
  std::vector<LayerMask> literal_layers;    ///< by number of the literal
  std::vector<LayerMask> class_layers;      ///< by ClassId
  std::array<LayerMask, 16> kind_layers{};  ///< by Element::Kind
  std::vector<std::uint8_t> named_classes;  ///< by ClassId: some element names a proclitic of what begins with it
  std::vector<Frame> frames;
  std::vector<std::uint32_t> frames_by_id;  ///< indices into `frames`, ascending by id
  std::vector<Example> examples;
  std::size_t word_entries = 0;
};

/// Names of classes and rules, common to all languages of a grammar.
struct Names {
  Vocabulary classes;
  TextList rules;
  ClassId cls(std::string_view name) { return static_cast<ClassId>(classes.intern(name)); }
  RuleId rule(std::string_view name) {
    rules.push_back(name);
    return static_cast<RuleId>(rules.size() - 1);
  }
};

/// Compiles the rules of a language. Problems go to `diagnosis`.
[[nodiscard]] Language compile_language(const LanguageModel& model, Names& names, Diagnosis& diagnosis);

}  // namespace isnad::rules
