// The order of things: words are inflected and split into tokens; then the layers are compiled one after another, each
// knowing the classes and fields of those before it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "rules/form_table.h"
#include "rules/language.h"
#include "rules/morphology.h"
#include "rules/pattern_compiler.h"

namespace isnad::rules {
namespace {

class LanguageCompiler {
 public:
  LanguageCompiler(const LanguageModel& model, Names& names, Diagnosis& diagnosis)
      : model_(model), names_(names), diagnosis_(diagnosis) {}

  Language compile() {
    language_.name = model_.name;
    language_.code = model_.language->language;
    language_.clitics.build(*model_.language, diagnosis_);
    for (const FrameRule& rule : model_.frames) {
      language_.frames_by_id.push_back(static_cast<std::uint32_t>(language_.frames.size()));
      language_.frames.push_back(rule.frame);
    }
    std::sort(language_.frames_by_id.begin(), language_.frames_by_id.end(),
              [this](std::uint32_t a, std::uint32_t b) { return language_.frames[a].id < language_.frames[b].id; });
    language_.examples = model_.examples;
    language_.word_entries = model_.words.size();
    inflect_words();
    collect_forms();
    declare_classes();
    PatternCompiler patterns(language_, names_, classes_, forms_, diagnosis_);
    add_words(patterns);
    add_layers(patterns);
    spread_named_classes();
    language_.clitics.finish();
    language_.lexicon.finish();
    fit_tables();
    return std::move(language_);
  }

 private:
  void inflect_words() {
    inflected_.resize(model_.words.size());
    for (std::size_t i = 0; i < model_.words.size(); ++i) {
      const WordEntry& entry = model_.words[i];
      if (entry.lemmas.empty()) continue;
      // A language's own paradigm goes before a common one of the same name.
      const auto paradigm = std::find_if(model_.paradigms.rbegin(), model_.paradigms.rend(),
                                         [&](const Paradigm& p) { return p.name == entry.paradigm; });
      if (paradigm == model_.paradigms.rend()) {
        diagnosis_.report(entry.place, fmt::format("the language has no paradigm \"{}\"", entry.paradigm),
                          "paradigms are in a file of kind \"morphology\"");
        continue;
      }
      for (const Lemma& lemma : entry.lemmas) {
        std::vector<InflectedForm> forms = inflect(lemma, *paradigm, diagnosis_);
        std::move(forms.begin(), forms.end(), std::back_inserter(inflected_[i]));
      }
    }
  }

  void collect_literals(const std::vector<Element>& elements) {
    for (const Element& element : elements) {
      if (element.kind == Element::Kind::literal) forms_.add(element.text);
      for (const std::vector<Element>& branch : element.branches) collect_literals(branch);
    }
  }
  void collect_literals(const Guards& guards) {
    for (const auto* elements : {&guards.before, &guards.not_before, &guards.after, &guards.not_after}) {
      collect_literals(*elements);
    }
  }

  void collect_forms() {
    for (std::size_t i = 0; i < model_.words.size(); ++i) {
      for (const WrittenForm& form : model_.words[i].forms) forms_.add(form.text);
      for (const InflectedForm& form : inflected_[i]) forms_.add(form.text);
      collect_literals(model_.words[i].guards);
      for (const InflectedForm& form : inflected_[i]) {
        if (form.guards != nullptr) collect_literals(*form.guards);
      }
    }
    for (const PatternRule& pattern : model_.patterns) {
      collect_literals(pattern.match);
      collect_literals(pattern.guards);
    }
    forms_.tokenise();
  }

  std::vector<FieldId> ids_of(const Record& record) {
    std::vector<FieldId> ids;
    for (const auto& field : record.fields()) ids.push_back(language_.pool.field(field.first));
    return ids;
  }

  void declare_classes() {
    for (std::size_t i = 0; i < model_.words.size(); ++i) {
      ClassInfo& info = classes_[model_.words[i].cls];
      info.visible = true;
      add_fields(info, ids_of(model_.words[i].fields));
      for (const InflectedForm& form : inflected_[i]) add_fields(info, ids_of(form.fields));
    }
    for (const PatternRule& pattern : model_.patterns) classes_.try_emplace(pattern.emits);
  }

  void add_form(const std::string& text, Place place, const Sense& sense) {
    const std::vector<std::string>& tokens = forms_.tokens(text);
    if (tokens.empty()) return diagnosis_.report(place, fmt::format("the form \"{}\" has no word", text));
    std::vector<WordId> form;
    for (const std::string& token : tokens) form.push_back(language_.lexicon.words.intern(token));
    language_.lexicon.add(form, sense);
  }

  /// The guards of a cell beside those of the word; compiled once for all words that share them.
  GuardId cell_guard(PatternCompiler& patterns, const Guards& guards, GuardId own) {
    const auto [known, fresh] = cell_guards_.try_emplace({&guards, own}, no_guard);
    if (fresh) {
      known->second = patterns.add(guards);
      language_.automaton.guards[known->second].also = own;
    }
    return known->second;
  }

  void add_words(PatternCompiler& patterns) {
    for (std::size_t i = 0; i < model_.words.size(); ++i) {
      const WordEntry& entry = model_.words[i];
      Sense sense;
      sense.cls = names_.cls(entry.cls);
      sense.rule = names_.rule(entry.name);
      const GuardId own = patterns.add(entry.guards);
      sense.guard = own;
      sense.permission = entry.clitics;
      sense.fields = language_.pool.store(entry.fields);
      for (const WrittenForm& form : entry.forms) add_form(form.text, form.place, sense);
      for (const InflectedForm& form : inflected_[i]) {
        const bool no_pronoun = entry.intransitive && form.clitics == CliticPermission::object;
        sense.permission = no_pronoun ? CliticPermission::conjunction : form.clitics;
        sense.inflected = language_.pool.store(form.fields);
        sense.guard = form.guards != nullptr ? cell_guard(patterns, *form.guards, own) : own;
        add_form(form.text, form.place, sense);
      }
    }
  }

  /// The layers in order; "number.2" is a layer behind "number" that needs no declaration of its own.
  std::vector<std::string> ordered_layers() {
    std::vector<std::string> ordered;
    for (const std::string& base : model_.language->layers) {
      std::set<int> steps;
      for (const PatternRule& pattern : model_.patterns) {
        const std::string_view layer = pattern.layer;
        if (layer.size() <= base.size() + 1 || !layer.starts_with(base) || layer[base.size()] != '.') continue;
        const std::string_view number = layer.substr(base.size() + 1);
        int step = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), step);
        if (error == std::errc() && end == number.data() + number.size()) steps.insert(step);
      }
      ordered.push_back(base);
      for (const int step : steps) ordered.push_back(fmt::format("{}.{}", base, step));
    }
    if (ordered.size() > max_layers) {
      diagnosis_.report(model_.language->place, fmt::format("more than {} layers", max_layers));
      ordered.resize(max_layers);
    }
    return ordered;
  }

  void add_layers(PatternCompiler& patterns) {
    const std::vector<std::string> layers = ordered_layers();
    language_.layers.resize(layers.size());
    std::set<std::string_view> ids;
    for (const PatternRule& pattern : model_.patterns) {
      if (!ids.insert(pattern.id).second) {
        diagnosis_.report(pattern.place, fmt::format("the pattern \"{}\" is given twice", pattern.id));
      }
      if (std::find(layers.begin(), layers.end(), pattern.layer) == layers.end()) {
        diagnosis_.report(pattern.place, fmt::format("unknown layer \"{}\"", pattern.layer),
                          fmt::format("layers of the language: {}", fmt::join(layers, ", ")));
      }
    }
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      std::vector<std::pair<std::string_view, std::vector<FieldId>>> emitted;
      for (const PatternRule& pattern : model_.patterns) {
        if (pattern.layer != layers[layer]) continue;
        patterns.add(pattern, layer, names_.rule(pattern.id));
        language_.patterns.back().rank = static_cast<std::uint32_t>(std::distance(ids.begin(), ids.find(pattern.id)));
        emitted.emplace_back(pattern.emits, patterns.fields());
      }
      for (const auto& [cls, fields] : emitted) {
        ClassInfo& info = classes_.find(cls)->second;
        info.visible = true;
        add_fields(info, fields);
      }
    }
  }

  /// "al+@number" names a proclitic of numbers, and so of all that a number may begin with.
  void spread_named_classes() {
    language_.named_classes.resize(names_.classes.size());
    for (bool grew = true; grew;) {
      grew = false;
      for (const CompiledPattern& pattern : language_.patterns) {
        if (language_.named_classes[static_cast<std::size_t>(pattern.cls)] == 0) continue;
        for (const ClassId first : pattern.first_classes) {
          std::uint8_t& named = language_.named_classes[static_cast<std::size_t>(first)];
          grew = grew || named == 0;
          named = 1;
        }
      }
    }
  }

  /// Tables that are looked up without asking whether they reach so far.
  void fit_tables() {
    const std::size_t classes = names_.classes.size();
    language_.class_layers.resize(classes);
    language_.named_classes.resize(classes);
    language_.literals.resize(language_.lexicon.words.size());
    if (language_.literal_layers.empty()) language_.literal_layers.push_back(0);
    for (EntryPoints& entry : language_.layers) {
      entry.by_class.resize(classes);
      entry.by_literal.resize(language_.literal_layers.size());
      entry.by_kind.resize(language_.kind_layers.size());
    }
  }

  const LanguageModel& model_;
  Names& names_;
  Diagnosis& diagnosis_;
  Language language_;
  std::vector<std::vector<InflectedForm>> inflected_;                 // by word entry
  std::map<std::pair<const Guards*, GuardId>, GuardId> cell_guards_;  // looked up only
  FormTable forms_;
  ClassTable classes_;
};

}  // namespace

Language compile_language(const LanguageModel& model, Names& names, Diagnosis& diagnosis) {
  return LanguageCompiler(model, names, diagnosis).compile();
}

}  // namespace isnad::rules
