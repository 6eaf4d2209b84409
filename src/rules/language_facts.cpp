#include "rules/language_facts.h"

#include <algorithm>
#include <map>

#include "rules/grammar_impl.h"

namespace isnad::rules {
namespace {

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::vector<std::string> category(const LanguageRule& rule, std::string_view name) {
  std::vector<std::string> forms;
  for (const LanguageRule::Proclitics& p : rule.proclitics)
    if (p.category == name)
      for (const std::string& form : p.forms) forms.push_back(matching_form(form));
  return forms;
}

/// Each way to write the article behind the other proclitics: every prefix of "conjunction preposition article",
/// contractions applied.
std::vector<std::string> article_prefixes(const LanguageRule& rule) {
  std::vector<std::string> prefixes;
  auto conjunctions = category(rule, "conjunction"), prepositions = category(rule, "preposition");
  conjunctions.emplace_back();
  prepositions.emplace_back();
  for (const std::string& article : category(rule, "article"))
    for (const std::string& preposition : prepositions) {
      std::string written = preposition + article;
      for (const LanguageRule::Contraction& c : rule.contractions) {
        std::string means;
        for (const std::string& part : c.means) means += matching_form(part);
        if (means == written) written = matching_form(c.written);
      }
      for (const std::string& conjunction : conjunctions) prefixes.push_back(conjunction + written);
    }
  sort_unique(prefixes);
  std::stable_sort(prefixes.begin(), prefixes.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return prefixes;
}

}  // namespace

void ClassForms::add(std::string_view cls, const std::vector<std::string>& forms_of_it) {
  classes.push_back(cls);
  for (const std::string& form : forms_of_it) forms.push_back(form);
  ends.push_back(static_cast<std::uint32_t>(forms.size()));
}

std::vector<std::string> ClassForms::of(std::string_view cls) const {
  std::size_t first = 0, last = classes.size();
  while (first < last) {
    const std::size_t middle = (first + last) / 2;
    classes[middle] < cls ? first = middle + 1 : last = middle;
  }
  std::vector<std::string> all;
  if (first == classes.size() || classes[first] != cls) return all;
  const std::uint32_t begin = first == 0 ? 0 : ends[first - 1];
  all.reserve(ends[first] - begin);
  for (std::uint32_t f = begin; f < ends[first]; ++f) all.emplace_back(forms[f]);
  return all;
}

LanguageFacts facts_of(const LanguageModel& model) {
  LanguageFacts facts;
  std::map<std::string, std::vector<std::string>> by_class;
  if (model.language) {
    facts.article_prefixes = article_prefixes(*model.language);
    facts.conjunctions = category(*model.language, "conjunction");
    facts.future_marks = category(*model.language, "future");
  }
  for (const WordEntry& entry : model.words)
    for (const WrittenForm& form : entry.forms) {
      by_class[entry.cls].push_back(matching_form(form.text));
      if (entry.collective) facts.collective_forms.push_back(by_class[entry.cls].back());
    }
  sort_unique(facts.collective_forms);
  for (auto& [cls, forms] : by_class) {
    sort_unique(forms);
    facts.forms.add(cls, forms);
  }
  return facts;
}

}  // namespace isnad::rules

namespace isnad {

const rules::LanguageFacts& Grammar::Impl::find_facts(std::string_view code) const {
  static const rules::LanguageFacts none;
  const auto number = number_of(code);
  return number ? facts[*number].get() : none;
}

const std::vector<std::string>& Grammar::article_prefixes(std::string_view language) const {
  return impl_->find_facts(language).article_prefixes;
}

const std::vector<std::string>& Grammar::conjunctions(std::string_view language) const {
  return impl_->find_facts(language).conjunctions;
}

const std::vector<std::string>& Grammar::future_marks(std::string_view language) const {
  return impl_->find_facts(language).future_marks;
}

const std::vector<std::string>& Grammar::collective_forms(std::string_view language) const {
  return impl_->find_facts(language).collective_forms;
}

std::vector<std::string> Grammar::forms(std::string_view language, std::string_view cls) const {
  return impl_->find_facts(language).forms.of(cls);
}

}  // namespace isnad
