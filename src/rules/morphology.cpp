#include "rules/morphology.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace isnad::rules {
namespace {

/// Does `form` end in `end`, in which '*' is any one letter? Gives the letter.
bool ends_in(std::string_view form, std::string_view end, std::string_view& letter) {
  const std::size_t star = end.find('*');
  if (star == std::string_view::npos) return form.ends_with(end);
  const std::string_view behind = end.substr(star + 1);
  if (!form.ends_with(behind)) return false;
  form.remove_suffix(behind.size());
  std::size_t size = 0;
  do {
    if (size == form.size()) return false;
    ++size;
  } while ((static_cast<unsigned char>(form[form.size() - size]) & 0xC0U) == 0x80U);
  letter = form.substr(form.size() - size);
  form.remove_suffix(size);
  return form.ends_with(end.substr(0, star));
}

bool holds_for(const ParadigmPart& part, std::string_view form) {
  std::string_view letter;
  const auto ends = [&](const std::string& end) { return ends_in(form, end, letter); };
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

/// Nothing where the cell needs a rewrite and none holds.
std::optional<std::string> form_of(const Cell& cell, std::string_view stem) {
  std::string end;
  bool rewritten = false;
  for (const LanguageRule::Rewrite& rewrite : cell.rewrites) {
    std::string_view letter;
    if (!ends_in(stem, rewrite.stem_end, letter)) continue;
    stem.remove_suffix(rewrite.stem_end.size() - (rewrite.stem_end.find('*') == std::string::npos ? 0 : 1) +
                       letter.size());
    end = rewrite.from;
    if (const std::size_t star = end.find('*'); star != std::string::npos) end.replace(star, 1, letter);
    rewritten = true;
    break;
  }
  if (cell.needs_rewrite && !rewritten) return std::nullopt;
  std::string form = cell.prefix;
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
  std::set<std::pair<std::string, Scalar>> seen;
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
        std::optional<std::string> inflected = form_of(cell, stem);
        if (!inflected) continue;
        InflectedForm form{std::move(*inflected), part->fields, cell.clitics.value_or(part->clitics),
                           cell.guards.empty() ? nullptr : &cell.guards, lemma.place};
        form.text += tail;
        for (const auto& [field, value] : cell.fields.fields()) form.fields.set(field, value);
        const Scalar* kind = form.fields.find("form");
        const bool fresh = seen.emplace(matching_form(form.text), kind != nullptr ? *kind : Scalar{}).second;
        if (fresh) forms.push_back(std::move(form));
      }
    }
  }
  return forms;
}

}  // namespace isnad::rules
