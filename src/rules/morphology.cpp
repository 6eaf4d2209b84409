#include "rules/morphology.h"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::rules {
namespace {

bool holds_for(const ParadigmPart& part, std::string_view form) {
  const auto ends = [&](const std::string& end) { return form.ends_with(end); };
  const auto begins = [&](const std::string& begin) { return form.starts_with(begin); };
  return (part.ends.empty() || std::any_of(part.ends.begin(), part.ends.end(), ends)) &&
         (part.begins.empty() || std::any_of(part.begins.begin(), part.begins.end(), begins));
}

std::string_view cut(const ParadigmPart& part, std::string_view form) {
  for (const std::string& prefix : part.replace_prefix) {
    if (form.starts_with(prefix)) {
      form.remove_prefix(prefix.size());
      break;
    }
  }
  if (!part.cut_suffix.empty() && form.ends_with(part.cut_suffix)) form.remove_suffix(part.cut_suffix.size());
  return form;
}

std::string form_of(const Cell& cell, std::string_view stem) {
  std::string form = cell.prefix;
  std::string_view end;
  for (const LanguageRule::Rewrite& rewrite : cell.rewrites) {
    if (!stem.ends_with(rewrite.stem_end)) continue;
    stem.remove_suffix(rewrite.stem_end.size());
    end = rewrite.from;
    break;
  }
  form += stem;
  form += end;
  form += cell.suffix;
  return form;
}

std::string names_of(const Paradigm& paradigm) {
  std::vector<std::string_view> names;
  for (const ParadigmPart& part : paradigm.parts) {
    if (std::find(names.begin(), names.end(), part.part) == names.end()) names.push_back(part.part);
  }
  return fmt::format("principal parts of \"{}\": {}", paradigm.name, fmt::join(names, ", "));
}

}  // namespace

std::vector<InflectedForm> inflect(const Lemma& lemma, const Paradigm& paradigm, Diagnosis& diagnosis) {
  std::vector<InflectedForm> forms;
  for (const auto& [name, written] : lemma.parts) {
    const auto named = [&, &part_name = name](const ParadigmPart& part) { return part.part == part_name; };
    if (std::none_of(paradigm.parts.begin(), paradigm.parts.end(), named)) {
      diagnosis.report(lemma.place, fmt::format("unknown principal part \"{}\"", name), names_of(paradigm));
      continue;
    }
    for (const std::string& text : written) {
      const std::size_t space = text.find(' ');
      const std::string_view head = std::string_view(text).substr(0, space);
      const std::string_view tail = space == std::string::npos ? "" : std::string_view(text).substr(space);
      const auto part = std::find_if(paradigm.parts.begin(), paradigm.parts.end(),
                                     [&](const ParadigmPart& p) { return named(p) && holds_for(p, head); });
      if (part == paradigm.parts.end()) {
        diagnosis.report(lemma.place, fmt::format("no table for the {} \"{}\"", name, text), names_of(paradigm));
        continue;
      }
      const std::string_view stem = cut(*part, head);
      for (const Cell& cell : part->cells) {
        InflectedForm form{form_of(cell, stem), part->fields, cell.clitics.value_or(part->clitics), lemma.place};
        form.text += tail;
        for (const auto& [field, value] : cell.fields.fields()) form.fields.set(field, value);
        forms.push_back(std::move(form));
      }
    }
  }
  return forms;
}

}  // namespace isnad::rules
