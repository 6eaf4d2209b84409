#include <fmt/format.h>

#include "rules/element_syntax.h"
#include "rules/load.h"

namespace isnad::rules {
namespace {

void append(std::vector<Element>& to, const std::vector<Element>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// The guards of an entry beside those of its file.
Guards joined(Guards guards, const Guards& more) {
  append(guards.before, more.before);
  append(guards.not_before, more.not_before);
  append(guards.after, more.after);
  append(guards.not_after, more.not_after);
  return guards;
}

std::string rule_name(const WordEntry& entry) {
  if (const Scalar* value = entry.fields.find("value")) {
    if (const auto* number = std::get_if<std::int64_t>(value)) return fmt::format("{}:{}", entry.cls, *number);
    return fmt::format("{}:{}", entry.cls, std::get<std::string>(*value));
  }
  return entry.forms.empty() ? entry.cls : fmt::format("{}:{}", entry.cls, entry.forms.front().text);
}

Lemma read_lemma(const Source& source, const Node& node) {
  Lemma lemma;
  lemma.place = source.place(node);
  if (!node.is(Node::Kind::object)) source.report(node, "a lemma is an object of principal parts");
  for (const Member& part : node.members) lemma.parts.emplace_back(part.key, read_texts(source, part.value));
  return lemma;
}

}  // namespace

void load_words(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader file(source, root);
  (void)file.text("kind");
  const std::string cls = file.text("class");
  CliticPermission clitics = CliticPermission::prefix;
  if (const Node* node = file.optional("clitics")) clitics = read_permission(source, *node);
  const std::string inflect = file.text_or("inflect", "");
  Record common;
  if (const Node* fields = file.optional("fields")) common = read_fields(source, *fields);
  const Guards guards = read_guards(source, file);
  const bool collective = file.flag_or("collective", false);
  load_examples(source, file, "", cls, model);

  for (const Node& node : file.list("entries")) {
    ObjectReader reader(source, node);
    WordEntry entry;
    entry.place = source.place(node);
    entry.cls = cls;
    entry.collective = collective;
    entry.fields = common;
    if (const Node* fields = reader.optional("fields")) {
      const Record own = read_fields(source, *fields);
      for (const auto& [field, value] : own.fields()) entry.fields.set(field, value);
    }
    if (const Node* value = reader.optional("value")) entry.fields.set("value", read_scalar(source, *value));
    for (const Node& form : reader.list("forms")) entry.forms.push_back({read_text(source, form), source.place(form)});
    entry.clitics = clitics;
    if (const Node* permission = reader.optional("clitics")) entry.clitics = read_permission(source, *permission);
    entry.paradigm = reader.text_or("inflect", inflect);
    if (const Node* lemma = reader.optional("lemma")) entry.lemmas.push_back(read_lemma(source, *lemma));
    for (const Node& lemma : reader.list("lemmas")) entry.lemmas.push_back(read_lemma(source, lemma));
    if (!entry.lemmas.empty() && entry.paradigm.empty()) source.report(node, "a lemma needs \"inflect\"");
    if (!entry.lemmas.empty() && !entry.fields.has("lemma") && !entry.lemmas[0].parts.empty() &&
        !entry.lemmas[0].parts[0].second.empty()) {
      entry.fields.set("lemma", entry.lemmas[0].parts[0].second[0]);
    }
    if (entry.forms.empty() && entry.lemmas.empty()) source.report(node, "a word needs \"forms\" or \"lemma\"");
    entry.guards = joined(read_guards(source, reader), guards);
    entry.name = rule_name(entry);
    load_examples(source, reader, entry.name, cls, model);
    reader.finish();
    model.words.push_back(std::move(entry));
  }
  file.finish();
}

}  // namespace isnad::rules
