#include <fmt/format.h>

#include "rules/element_syntax.h"
#include "rules/load.h"

namespace isnad::rules {
namespace {

LanguageRule::Rewrite read_rewrite(const Source& source, const Node& node, std::string_view end, std::string_view to) {
  ObjectReader reader(source, node);
  LanguageRule::Rewrite rewrite{read_text(source, reader.required(end)), read_text(source, reader.required(to))};
  reader.finish();
  return rewrite;
}

Cell read_cell(const Source& source, const Node& node) {
  ObjectReader reader(source, node);
  Cell cell;
  cell.prefix = reader.text_or("prefix", "");
  cell.suffix = reader.text_or("suffix", "");
  for (const Node& rewrite : reader.list("rewrites"))
    cell.rewrites.push_back(read_rewrite(source, rewrite, "end", "to"));
  if (const Node* fields = reader.optional("fields")) cell.fields = read_fields(source, *fields);
  if (const Node* clitics = reader.optional("clitics")) cell.clitics = read_permission(source, *clitics);
  cell.needs_rewrite = reader.flag_or("needs_rewrite", false);
  cell.guards = read_guards(source, reader);
  reader.finish();
  return cell;
}

/// Each cell that has no guards once more with something before it: the future of Arabic verbs.
void add_variants(const Source& source, const Node& node, std::vector<Cell>& cells) {
  const std::size_t plain = cells.size();
  ObjectReader reader(source, node);
  const std::string prefix = reader.text("prefix");
  Record fields;
  if (const Node* more = reader.optional("fields")) fields = read_fields(source, *more);
  for (std::size_t i = 0; i < plain; ++i) {
    if (!cells[i].guards.empty()) continue;
    Cell cell = cells[i];
    cell.prefix = prefix + cell.prefix;
    for (const auto& [field, value] : fields.fields()) cell.fields.set(field, value);
    cells.push_back(std::move(cell));
  }
  reader.finish();
}

ParadigmPart read_part(const Source& source, const Node& node) {
  ObjectReader reader(source, node);
  ParadigmPart part;
  part.place = source.place(node);
  part.part = reader.text("part");
  part.ends = reader.texts("ends");
  part.begins = reader.texts("begins");
  part.replace_prefix = reader.texts("replace_prefix");
  part.cut_suffix = reader.text_or("cut_suffix", "");
  if (const Node* fields = reader.optional("fields")) part.fields = read_fields(source, *fields);
  if (const Node* clitics = reader.optional("clitics")) part.clitics = read_permission(source, *clitics);
  for (const Node& cell : reader.list("cells")) part.cells.push_back(read_cell(source, cell));
  if (const Node* variant = reader.optional("also")) add_variants(source, *variant, part.cells);
  if (part.cells.empty()) source.report(node, "a part of a paradigm needs \"cells\"");
  reader.finish();
  return part;
}

/// The parts named `like` once more under another name, with further fields.
void add_alike(const Source& source, const Node& node, Paradigm& paradigm) {
  ObjectReader reader(source, node);
  const std::string name = reader.text("part");
  const std::string like = reader.text("like");
  Record fields;
  if (const Node* more = reader.optional("fields")) fields = read_fields(source, *more);
  const Node* clitics = reader.optional("clitics");
  reader.finish();
  const std::size_t before = paradigm.parts.size();
  for (std::size_t i = 0; i < before; ++i) {
    if (paradigm.parts[i].part != like) continue;
    ParadigmPart part = paradigm.parts[i];
    part.part = name;
    if (clitics != nullptr) part.clitics = read_permission(source, *clitics);
    for (const auto& [field, value] : fields.fields()) part.fields.set(field, value);
    paradigm.parts.push_back(std::move(part));
  }
  if (paradigm.parts.size() == before) source.report(node, fmt::format("there is no part \"{}\" before this", like));
}

}  // namespace

void load_language(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader reader(source, root);
  (void)reader.text("kind");
  LanguageRule rule;
  rule.place = source.place(root);
  rule.language = reader.text("language");
  rule.layers = reader.texts("layers");
  if (const Node* proclitics = reader.optional("proclitics")) {
    for (const Member& member : proclitics->members) {
      rule.proclitics.push_back({member.key, read_texts(source, member.value)});
      if (member.key != "conjunction" && member.key != "preposition" && member.key != "future" &&
          member.key != "article") {
        source.report(member.value, fmt::format("unknown kind of proclitic \"{}\"", member.key),
                      "known: conjunction, preposition, future, article");
      }
    }
  }
  for (const Node& stack : reader.list("stacks")) rule.stacks.push_back(read_texts(source, stack));
  for (const Node& node : reader.list("contractions")) {
    ObjectReader contraction(source, node);
    LanguageRule::Contraction c{contraction.text("written"), contraction.texts("means"), contraction.texts("restores")};
    if (c.restores.empty()) c.restores.emplace_back();
    contraction.finish();
    rule.contractions.push_back(std::move(c));
  }
  rule.enclitics = reader.texts("enclitics");
  for (const Node& node : reader.list("enclitic_rewrites")) {
    rule.enclitic_rewrites.push_back(read_rewrite(source, node, "stem_end", "from"));
  }
  rule.never_enclitic = reader.texts("never_enclitic");
  reader.finish();
  if (model.language) source.report(root, fmt::format("\"{}\" has two files of kind \"language\"", model.name));
  model.language = std::move(rule);
}

void load_morphology(const Source& source, const Node& root, LanguageModel& model) {
  ObjectReader reader(source, root);
  (void)reader.text("kind");
  for (const Member& member : reader.required("paradigms").members) {
    Paradigm paradigm;
    paradigm.name = member.key;
    if (!member.value.is(Node::Kind::array)) source.report(member.value, "a paradigm is a list of parts");
    for (const Node& part : member.value.items) {
      if (part.find("like") != nullptr) {
        add_alike(source, part, paradigm);
      } else {
        paradigm.parts.push_back(read_part(source, part));
      }
    }
    model.paradigms.push_back(std::move(paradigm));
  }
  reader.finish();
}

}  // namespace isnad::rules
