#include "rules/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace isnad::rules {
namespace {

std::string_view first_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

using Loader = void (*)(const Source&, const Node&, LanguageModel&);
constexpr std::pair<std::string_view, Loader> loaders[] = {
    {"words", load_words},   {"patterns", load_patterns}, {"language", load_language}, {"morphology", load_morphology},
    {"frames", load_frames}, {"page", load_page},         {"concepts", load_concepts}};

void load_file(std::uint32_t file, Diagnosis& diagnosis, std::map<std::string, LanguageModel, std::less<>>& models) {
  const Source source{file, &diagnosis};
  const RuleFile& rules = diagnosis.files()[file];
  const std::string_view folder = first_folder(rules.path);
  Result<Node> root = parse_json(rules);
  if (!root) return diagnosis.report(root.error());
  if (folder.empty())
    source.report(*root, "a rule file lies in the folder of its language", "move it to LANGUAGE/NAME.json");
  if (!root->is(Node::Kind::object)) return source.report(*root, "a rule file is one object");
  const Node* kind = root->find("kind");
  if (kind == nullptr) return source.report(*root, "\"kind\" is missing");
  const auto* loader = std::find_if(std::begin(loaders), std::end(loaders), [&](const auto& l) {
    return kind->is(Node::Kind::string) && l.first == kind->text;
  });
  if (loader == std::end(loaders)) {
    return source.report(*kind, fmt::format("unknown kind \"{}\"", kind->text),
                         "known kinds: words, patterns, language, morphology, frames, page, concepts");
  }
  LanguageModel& model = models[std::string(folder)];
  model.name = folder;
  loader->second(source, *root, model);
}

/// The common rules before the language's own.
void prepend_common(const LanguageModel& common, LanguageModel& model) {
  const auto prepend = [](const auto& from, auto& to) { to.insert(to.begin(), from.begin(), from.end()); };
  prepend(common.paradigms, model.paradigms);
  prepend(common.words, model.words);
  prepend(common.patterns, model.patterns);
  prepend(common.frames, model.frames);
  prepend(common.concept_words, model.concept_words);
  prepend(common.examples, model.examples);
}

}  // namespace

std::vector<LanguageModel> load_rules(Diagnosis& diagnosis) {
  std::map<std::string, LanguageModel, std::less<>> models;
  for (std::uint32_t file = 0; file < diagnosis.files().size(); ++file) load_file(file, diagnosis, models);
  LanguageModel common;
  if (auto it = models.find("common"); it != models.end()) {
    common = std::move(it->second);
    models.erase(it);
  }
  std::vector<LanguageModel> languages;
  for (auto& [name, model] : models) {
    if (!model.language && diagnosis.clean()) {
      Error error;
      error.code = ErrorCode::bad_rule;
      error.message = fmt::format("the language \"{}\" has no file of kind \"language\"", name);
      error.path = name;
      error.remedy = fmt::format("add {}/language.json", name);
      diagnosis.report(std::move(error));
    }
    for (Example& example : model.examples) example.language = name;
    prepend_common(common, model);
    for (Example& example : model.examples) {
      if (example.language.empty()) example.language = name;
    }
    for (PageCues& cues : model.page_cues) {
      if (cues.language.empty()) cues.language = name;
    }
    languages.push_back(std::move(model));
  }
  return languages;
}

CliticPermission read_permission(const Source& source, const Node& node) {
  constexpr std::pair<std::string_view, CliticPermission> permissions[] = {
      {"none", CliticPermission::none},
      {"prefix", CliticPermission::prefix},
      {"article", CliticPermission::article},
      {"verb", CliticPermission::verb},
      {"object", CliticPermission::object},
      {"noun", CliticPermission::noun},
      {"conjunction", CliticPermission::conjunction}};
  const std::string text = read_text(source, node);
  for (const auto& [name, permission] : permissions) {
    if (name == text) return permission;
  }
  source.report(node, fmt::format("unknown clitics \"{}\"", text),
                "known: none, prefix, article, verb, object, noun, conjunction");
  return CliticPermission::prefix;
}

std::size_t load_examples(const Source& source, ObjectReader& reader, std::string_view rule, std::string_view cls,
                          LanguageModel& model) {
  std::size_t count = 0;
  for (const bool positive : {true, false}) {
    for (const Node& node : reader.list(positive ? "examples" : "counterexamples")) {
      Example example;
      example.place = source.place(node);
      example.positive = positive;
      example.rule = rule;
      example.cls = cls;
      if (node.is(Node::Kind::string)) {
        example.text = node.text;
      } else {
        ObjectReader fields(source, node);
        example.text = fields.text("text");
        example.published = fields.text_or("published", "");
        if (const Node* match = fields.optional("match")) example.match = read_text(source, *match);
        if (const Node* timex = fields.optional("timex")) example.timex = read_text(source, *timex);
        if (const Node* value = fields.optional("value")) {
          // "value":"x" is short for {"value":"x"}.
          if (value->is(Node::Kind::object)) {
            example.value = read_fields(source, *value);
          } else {
            example.value.set("value", read_scalar(source, *value));
          }
        }
        if (const Node* arguments = fields.optional("arguments")) example.arguments = read_fields(source, *arguments);
        example.known_wrong = fields.text_or("known_wrong", "");
        if (example.match && example.text.find(*example.match) == std::string::npos) {
          source.report(node, "\"match\" is no part of \"text\"");
        }
        fields.finish();
      }
      if (example.text.empty()) source.report(node, "an example is empty");
      model.examples.push_back(std::move(example));
      if (positive) ++count;
    }
  }
  return count;
}

void load_page(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader reader(source, root);
  (void)reader.text("kind");
  PageCues cues;
  cues.language = reader.text_or("language", "");
  const auto read = [&](std::string_view key) {
    std::vector<std::string> texts = reader.texts(key);
    for (std::string& text : texts) text = matching_form(text);
    return texts;
  };
  cues.related_opens = read("related_opens");
  cues.tail_opens = read("tail_opens");
  cues.furniture = read("furniture");
  cues.dateline_opens = read("dateline_opens");
  cues.date_words = read("date_words");
  cues.date_particles = read("date_particles");
  cues.section_words = read("section_words");
  cues.byline_words = read("byline_words");
  cues.agencies = read("agencies");
  cues.caption_words = read("caption_words");
  cues.continues = read("continues");
  cues.abbreviations = read("abbreviations");
  cues.sentence_ends = read("sentence_ends");
  reader.finish();
  model.page_cues.push_back(std::move(cues));
}

}  // namespace isnad::rules
