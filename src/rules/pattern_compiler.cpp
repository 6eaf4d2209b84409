// Elements are compiled from the last to the first, each knowing the state that follows it: what follows an optional
// part stands in the graph once.
#include "rules/pattern_compiler.h"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::rules {
namespace {

/// States of one pattern. Nested repetitions multiply; whoever needs more should use a layer.
constexpr std::size_t max_states = 4096;

void add_entry(std::vector<StateId>& entries, StateId start) {
  if (entries.empty() || entries.back() != start) entries.push_back(start);
}

template <class T>
T& grown(std::vector<T>& values, std::size_t index) {
  if (values.size() <= index) values.resize(index + 1);
  return values[index];
}

}  // namespace

void add_fields(ClassInfo& info, const std::vector<FieldId>& fields) {
  info.fields.insert(info.fields.end(), fields.begin(), fields.end());
  std::sort(info.fields.begin(), info.fields.end());
  info.fields.erase(std::unique(info.fields.begin(), info.fields.end()), info.fields.end());
}

StateId PatternCompiler::push(const State& state) {
  std::vector<State>& states = language_.automaton.states;
  if (states.size() >= state_limit_) {
    diagnosis_.report(place_, fmt::format("the pattern needs more than {} states", max_states),
                      "nest fewer repetitions, or find the repeated part in a layer of its own");
    return 0;
  }
  states.push_back(state);
  return static_cast<StateId>(states.size() - 1);
}

StateId PatternCompiler::fork(const std::vector<StateId>& targets) {
  if (targets.size() == 1) return targets.front();
  State state;
  state.kind = State::Kind::fork;
  state.next = static_cast<StateId>(language_.automaton.targets.size());
  state.arg = static_cast<std::uint32_t>(targets.size());
  language_.automaton.targets.insert(language_.automaton.targets.end(), targets.begin(), targets.end());
  return push(state);
}

StateId PatternCompiler::consume(const Atom& atom, std::uint16_t capture, StateId next) {
  State state;
  state.kind = State::Kind::consume;
  state.capture = capture;
  state.next = next;
  state.arg = static_cast<std::uint32_t>(language_.automaton.atoms.size());
  language_.automaton.atoms.push_back(atom);
  language_.automaton.atoms.back().signature = signature_of(atom.kind, atom.arg);
  return push(state);
}

WordId PatternCompiler::word_of(const std::string& token) { return language_.lexicon.words.intern(token); }

SpecId PatternCompiler::spec_of(const Element& element) {
  std::vector<NamedClitic> named = element.proclitics;
  for (NamedClitic& clitic : named) {
    clitic.form = matching_form(clitic.form);
    if (!language_.clitics.knows(clitic.form)) {
      diagnosis_.report(element.place, fmt::format("the language has no proclitic \"{}\"", clitic.form));
    }
  }
  return language_.clitics.intern(named);
}

void PatternCompiler::compile_conditions(const Element& element, Atom& atom) {
  atom.conditions_begin = static_cast<std::uint32_t>(language_.automaton.conditions.size());
  atom.conditions_count = static_cast<std::uint32_t>(element.conditions.size());
  const bool is_class = element.kind == Element::Kind::cls;
  if (!is_class && element.kind != Element::Kind::integer && atom.conditions_count > 0) {
    diagnosis_.report(element.place, fmt::format("@{} takes no condition", element.text));
  }
  for (const Condition& condition : element.conditions) {
    CompiledCondition compiled;
    compiled.kind = condition.kind;
    compiled.field = language_.pool.field(condition.field);
    compiled.value = language_.pool.make(condition.field, condition.value);
    compiled.least = condition.least;
    compiled.most = condition.most;
    language_.automaton.conditions.push_back(compiled);
    const auto info = classes_.find(element.text);
    const bool known =
        is_class ? info == classes_.end() ||
                       std::binary_search(info->second.fields.begin(), info->second.fields.end(), compiled.field)
                 : condition.field == "value";
    if (!known) {
      diagnosis_.report(element.place,
                        fmt::format("no value of @{} has a field \"{}\"", element.text, condition.field));
    }
  }
}

Atom PatternCompiler::atom_of(const Element& element) {
  Atom atom;
  atom.kind = element.kind;
  atom.glued = element.glued;
  atom.spec = spec_of(element);
  if (element.kind == Element::Kind::cls) {
    const auto info = classes_.find(element.text);
    if (info == classes_.end()) {
      diagnosis_.report(element.place, fmt::format("unknown class \"{}\"", element.text),
                        "a class has words, or a pattern emits it");
    } else if (!info->second.visible) {
      diagnosis_.report(
          element.place,
          fmt::format("\"{}\" is not found before this layer: a pattern sees earlier layers only", element.text));
    }
    const ClassId cls = names_.cls(element.text);
    atom.arg = static_cast<std::uint32_t>(cls);
    if (atom.spec != 0) grown(language_.named_classes, atom.arg) = 1;
  }
  compile_conditions(element, atom);
  return atom;
}

std::uint16_t PatternCompiler::capture_of(const Element& element) const {
  if (element.capture.empty()) return no_capture;
  const auto info =
      std::find_if(captures_.begin(), captures_.end(), [&](const CaptureInfo& c) { return c.name == element.capture; });
  return static_cast<std::uint16_t>(info - captures_.begin());
}

void PatternCompiler::collect_captures(const std::vector<Element>& elements) {
  for (const Element& element : elements) {
    for (const std::vector<Element>& branch : element.branches) collect_captures(branch);
    if (element.capture.empty()) continue;
    auto info = std::find_if(captures_.begin(), captures_.end(),
                             [&](const CaptureInfo& c) { return c.name == element.capture; });
    if (info == captures_.end()) info = captures_.insert(info, CaptureInfo{element.capture, {}});
    ClassInfo fields;
    fields.fields = info->fields;
    const auto cls = classes_.find(element.text);
    if (element.kind == Element::Kind::cls && cls != classes_.end()) {
      add_fields(fields, cls->second.fields);
    } else {
      add_fields(fields, {language_.pool.field("value")});
    }
    info->fields = fields.fields;
  }
}

/// Digits do not share a token with a proclitic: "w+@int" may also be the proclitic and, behind it, the number.
StateId PatternCompiler::detached(const Element& element, const Atom& atom, StateId attached, StateId next) {
  std::vector<std::string> variants{{}};
  for (const NamedClitic& clitic : element.proclitics) {
    const std::string form = matching_form(clitic.form);
    const std::size_t plain = variants.size();
    for (std::size_t i = 0; i < plain; ++i) {
      if (clitic.optional) variants.push_back(variants[i]);
      variants[i] += form;
    }
  }
  Atom bare = atom;
  bare.spec = 0;
  bare.glued = false;
  std::vector<StateId> entries{attached};
  for (const std::string& variant : variants) {
    if (variant.empty()) continue;
    Atom proclitic;
    proclitic.kind = Element::Kind::literal;
    proclitic.glued = atom.glued;
    proclitic.arg = word_of(variant);
    entries.push_back(consume(proclitic, no_capture, consume(bare, capture_of(element), next)));
  }
  return fork(entries);
}

StateId PatternCompiler::literal(const Element& element, StateId next) {
  const std::vector<std::string>& tokens = forms_.tokens(element.text);
  if (tokens.empty()) {
    diagnosis_.report(element.place, fmt::format("\"{}\" has no word", element.text));
    return next;
  }
  const std::uint16_t capture = capture_of(element);
  const bool group = tokens.size() > 1 && capture != no_capture;
  if (group) next = push({State::Kind::close, capture, next, 0});
  for (std::size_t i = tokens.size(); i-- > 0;) {
    Atom atom;
    atom.kind = Element::Kind::literal;
    atom.arg = word_of(tokens[i]);
    if (i == 0) {
      atom.glued = element.glued;
      atom.spec = spec_of(element);
    }
    next = consume(atom, group ? no_capture : capture, next);
  }
  return group ? push({State::Kind::open, capture, next, 0}) : next;
}

StateId PatternCompiler::single(const Element& element, StateId next) {
  if (element.kind == Element::Kind::literal) return literal(element, next);
  const Atom atom = atom_of(element);
  const StateId attached = consume(atom, capture_of(element), next);
  const bool may_begin_with_digits = element.kind == Element::Kind::cls || element.kind == Element::Kind::integer ||
                                     element.kind == Element::Kind::decimal;
  return may_begin_with_digits ? detached(element, atom, attached, next) : attached;
}

StateId PatternCompiler::repeat(const Element& element, StateId next) {
  const std::vector<Element>& branch = element.branches.front();
  StateId entry = next;
  for (std::uint32_t n = element.most; n > 0; --n) {
    entry = sequence(branch, entry);
    if (n > element.least) entry = fork({entry, next});
  }
  return entry;
}

StateId PatternCompiler::element(const Element& element, StateId next) {
  if (!diagnosis_.clean()) return next;
  const bool is_choice = element.kind == Element::Kind::choice;
  if (!is_choice && element.kind != Element::Kind::repeat) {
    const StateId entry = single(element, next);
    return element.optional ? fork({entry, next}) : entry;
  }
  const std::uint16_t capture = capture_of(element);
  const StateId behind = capture == no_capture ? next : push({State::Kind::close, capture, next, 0});
  StateId entry = 0;
  if (is_choice) {
    std::vector<StateId> entries;
    for (const std::vector<Element>& branch : element.branches) entries.push_back(sequence(branch, behind));
    entry = fork(entries);
  } else {
    entry = repeat(element, behind);
  }
  return capture == no_capture ? entry : push({State::Kind::open, capture, entry, 0});
}

StateId PatternCompiler::sequence(const std::vector<Element>& elements, StateId next) {
  for (std::size_t i = elements.size(); i-- > 0;) next = element(elements[i], next);
  return next;
}

void PatternCompiler::compile_guards(const std::vector<Element>& elements, std::vector<Atom>& atoms) {
  for (const Element& element : elements) {
    if (element.kind == Element::Kind::sentence_begin || element.kind == Element::Kind::sentence_end) {
      Atom atom;
      atom.kind = element.kind;
      atoms.push_back(atom);
    } else if (element.kind == Element::Kind::literal) {
      const std::vector<std::string>& tokens = forms_.tokens(element.text);
      if (tokens.size() != 1) {
        diagnosis_.report(element.place, fmt::format("a guard is one word: \"{}\"", element.text));
        continue;
      }
      Atom atom;
      atom.kind = element.kind;
      atom.glued = element.glued;
      atom.arg = word_of(tokens.front());
      atom.spec = spec_of(element);
      atoms.push_back(atom);
    } else {
      atoms.push_back(atom_of(element));
    }
  }
  for (Atom& atom : atoms) atom.signature = signature_of(atom.kind, atom.arg);
}

GuardId PatternCompiler::add(const Guards& guards) {
  if (guards.empty()) return no_guard;
  CompiledGuard compiled;
  compile_guards(guards.before, compiled.before);
  compile_guards(guards.not_before, compiled.not_before);
  compile_guards(guards.after, compiled.after);
  compile_guards(guards.not_after, compiled.not_after);
  language_.automaton.guards.push_back(std::move(compiled));
  return static_cast<GuardId>(language_.automaton.guards.size() - 1);
}

void PatternCompiler::enter(StateId start, std::size_t layer, Place place) {
  EntryPoints& entry = language_.layers[layer];
  const LayerMask bit = LayerMask{1} << layer;
  std::vector<StateId> pending{start};
  std::vector<bool> seen(language_.automaton.states.size());
  while (!pending.empty()) {
    const StateId at = pending.back();
    pending.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const State& state = language_.automaton.states[at];
    switch (state.kind) {
      case State::Kind::accept:
        diagnosis_.report(place, "the pattern can match nothing");
        break;
      case State::Kind::open:
      case State::Kind::close:
        pending.push_back(state.next);
        break;
      case State::Kind::fork:
        for (std::uint32_t k = 0; k < state.arg; ++k) pending.push_back(language_.automaton.targets[state.next + k]);
        break;
      case State::Kind::consume: {
        const Atom& atom = language_.automaton.atoms[state.arg];
        if (atom.kind == Element::Kind::cls) {
          add_entry(grown(entry.by_class, atom.arg), start);
          grown(language_.class_layers, atom.arg) |= bit;
          first_classes_.push_back(static_cast<ClassId>(atom.arg));
        } else if (atom.kind == Element::Kind::literal) {
          std::uint32_t& number = grown(language_.literals, atom.arg);
          if (number == 0) {
            if (language_.literal_layers.empty()) language_.literal_layers.push_back(0);
            number = static_cast<std::uint32_t>(language_.literal_layers.size());
            language_.literal_layers.push_back(0);
          }
          language_.literal_layers[number] |= bit;
          add_entry(grown(entry.by_literal, number), start);
        } else {
          const auto kind = static_cast<std::size_t>(atom.kind);
          add_entry(grown(entry.by_kind, kind), start);
          language_.kind_layers[kind] |= bit;
        }
      }
    }
  }
}

void PatternCompiler::add(const PatternRule& pattern, std::size_t layer, RuleId rule) {
  place_ = pattern.place;
  state_limit_ = language_.automaton.states.size() + max_states;
  captures_.clear();
  collect_captures(pattern.match);
  CompiledPattern compiled;
  compiled.rule = rule;
  compiled.cls = names_.cls(pattern.emits);
  compiled.guard = add(pattern.guards);
  compiled.priority = pattern.priority;
  const StateId accept =
      push({State::Kind::accept, no_capture, 0, static_cast<std::uint32_t>(language_.patterns.size())});
  compiled.start = sequence(pattern.match, accept);
  compiled.program = compile_value(pattern, captures_, language_.pool, diagnosis_);
  for (const CaptureInfo& capture : captures_) compiled.captures.push_back(capture.name);
  fields_ = fields_of(compiled.program);
  first_classes_.clear();
  if (diagnosis_.clean()) enter(compiled.start, layer, pattern.place);
  compiled.first_classes = first_classes_;
  language_.patterns.push_back(std::move(compiled));
}

}  // namespace isnad::rules
