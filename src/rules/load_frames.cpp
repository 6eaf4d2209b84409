// A frame's lemmas become words of class "event": one entry a lemma.
#include <fmt/format.h>

#include <algorithm>

#include "rules/element_syntax.h"
#include "rules/load.h"

namespace isnad::rules {
namespace {

FrameArgument read_argument(const Source& source, const Node& node) {
  ObjectReader reader(source, node);
  FrameArgument argument;
  argument.role = reader.text("role");
  argument.position = reader.text("position");
  if (argument.position != "subject" && argument.position != "ahead" && argument.position != "object" &&
      argument.position != "preposition") {
    source.report(node, fmt::format("unknown position \"{}\"", argument.position),
                  "known: subject, ahead, object, preposition");
  }
  for (const std::string& preposition : reader.texts("prepositions")) {
    argument.prepositions.push_back(matching_form(preposition));
  }
  if ((argument.position == "preposition") != !argument.prepositions.empty()) {
    source.report(node, "\"prepositions\" go with the position \"preposition\"");
  }
  argument.word_class = reader.text_or("class", "");
  argument.key = reader.flag_or("key", false);
  argument.required = reader.flag_or("required", false);
  argument.alone = reader.flag_or("alone", false);
  reader.finish();
  return argument;
}

WordEntry read_lemma(const Source& source, const Node& node, const Frame& frame, std::string_view paradigm) {
  WordEntry entry;
  entry.place = source.place(node);
  entry.cls = "event";
  entry.clitics = CliticPermission::prefix;
  Lemma lemma;
  lemma.place = entry.place;
  if (!node.is(Node::Kind::object)) source.report(node, "a lemma is an object of principal parts");
  ObjectReader reader(source, node);
  entry.paradigm = reader.text_or("inflect", paradigm);
  entry.guards = read_guards(source, reader);
  for (const Node& form : reader.list("forms")) entry.forms.push_back({read_text(source, form), source.place(form)});
  if (const Node* clitics = reader.optional("clitics")) entry.clitics = read_permission(source, *clitics);
  Record more;
  if (const Node* fields = reader.optional("fields")) more = read_fields(source, *fields);
  for (const Member& member : node.members) {
    // What is none of the keys above must be a principal part: the morphology checks its name.
    constexpr std::string_view keys[] = {"inflect", "forms",  "clitics", "fields",    "about",     "source",
                                         "reason",  "before", "after",   "not_after", "not_before"};
    if (std::find(std::begin(keys), std::end(keys), member.key) != std::end(keys)) continue;
    if (member.value.is(Node::Kind::null)) continue;
    lemma.parts.emplace_back(member.key, read_texts(source, member.value));
  }
  entry.intransitive = entry.clitics != CliticPermission::object &&
                       std::none_of(frame.arguments.begin(), frame.arguments.end(),
                                    [](const FrameArgument& argument) { return argument.position == "object"; });
  entry.fields = more;
  std::string name;
  if (!lemma.parts.empty() && !lemma.parts.front().second.empty()) {
    name = lemma.parts.front().second.front();
  } else if (!entry.forms.empty()) {
    name = entry.forms.front().text;
  } else {
    source.report(node, "a lemma has no form");
  }
  entry.fields.set("type", frame.type);
  entry.fields.set("frame", frame.id);
  entry.fields.set("lemma", name);
  entry.name = fmt::format("{}:{}", frame.id, name);
  if (!lemma.parts.empty()) entry.lemmas.push_back(std::move(lemma));
  return entry;
}

}  // namespace

void load_frames(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader file(source, root);
  (void)file.text("kind");
  const std::string paradigm = file.text_or("inflect", "verb");
  for (const Node& node : file.list("frames")) {
    ObjectReader reader(source, node);
    Frame frame;
    frame.id = reader.text("id");
    frame.type = reader.text("type");
    frame.label = read_bilingual(source, reader.required("label"));
    frame.once = reader.flag_or("once", false);
    frame.prospective = reader.flag_or("prospective", false);
    frame.daily = reader.flag_or("daily", false);
    frame.neighbours = reader.texts("neighbours");
    frame.after = reader.texts("after");
    for (const Node& argument : reader.list("arguments")) frame.arguments.push_back(read_argument(source, argument));
    for (const Node& lemma : reader.list("lemmas")) model.words.push_back(read_lemma(source, lemma, frame, paradigm));
    const std::size_t before = model.examples.size();
    const std::size_t examples = load_examples(source, reader, frame.id, "event", model);
    for (std::size_t i = before; i < model.examples.size(); ++i) model.examples[i].is_frame = true;
    reader.finish();
    for (const FrameRule& other : model.frames) {
      if (other.frame.id == frame.id) source.report(node, fmt::format("the frame \"{}\" is given twice", frame.id));
    }
    model.frames.push_back({source.place(node), std::move(frame), examples});
  }
  file.finish();
}

}  // namespace isnad::rules
