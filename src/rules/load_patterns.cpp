#include <fmt/format.h>

#include "rules/element_syntax.h"
#include "rules/load.h"

namespace isnad::rules {
namespace {

std::vector<FieldRule> read_value(const Source& source, const Node& node) {
  std::vector<FieldRule> fields;
  if (!node.is(Node::Kind::object)) source.report(node, "\"value\" must be an object of fields");
  for (const Member& member : node.members) {
    FieldRule field;
    field.field = member.key;
    field.source = member.value;
    if (field.field == "*") {
      field.copies_all = true;
      field.field.clear();
    } else if (field.field.ends_with(".*")) {
      field.copies_all = true;
      field.field.pop_back();
    }
    if (!member.value.is(Node::Kind::integer) && !member.value.is(Node::Kind::string)) {
      source.report(member.value, "a field is an integer or a string");
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace

void load_patterns(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader file(source, root);
  (void)file.text("kind");
  const std::string layer = file.text("layer");
  const std::string emits = file.text_or("emits", "");
  const Guards file_guards = read_guards(source, file);
  for (const Node& node : file.list("patterns")) {
    ObjectReader reader(source, node);
    PatternRule pattern;
    pattern.place = source.place(node);
    pattern.id = reader.text("id");
    pattern.layer = layer;
    pattern.emits = reader.text_or("emits", emits);
    if (pattern.emits.empty()) source.report(node, "\"emits\" is missing, here and in the file");
    pattern.match = read_sequence(source, reader.required("match"));
    if (const Node* value = reader.optional("value")) pattern.fields = read_value(source, *value);
    pattern.guards = read_guards(source, reader);
    for (auto [to, from] : {std::pair{&pattern.guards.before, &file_guards.before},
                            std::pair{&pattern.guards.not_before, &file_guards.not_before},
                            std::pair{&pattern.guards.after, &file_guards.after},
                            std::pair{&pattern.guards.not_after, &file_guards.not_after}}) {
      to->insert(to->end(), from->begin(), from->end());
    }
    pattern.priority = reader.integer_or("priority", 0);
    pattern.examples = load_examples(source, reader, pattern.id, pattern.emits, model);
    reader.finish();
    model.patterns.push_back(std::move(pattern));
  }
  file.finish();
}

}  // namespace isnad::rules
