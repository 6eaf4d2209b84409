#include "rules/language_facts.h"

#include <algorithm>

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

LanguageFacts facts_of(const LanguageModel& model) {
  LanguageFacts facts;
  if (model.language) {
    facts.article_prefixes = article_prefixes(*model.language);
    facts.conjunctions = category(*model.language, "conjunction");
    facts.future_marks = category(*model.language, "future");
  }
  for (const WordEntry& entry : model.words)
    for (const WrittenForm& form : entry.forms) {
      facts.forms[entry.cls].push_back(matching_form(form.text));
      if (entry.collective) facts.collective_forms.push_back(facts.forms[entry.cls].back());
    }
  sort_unique(facts.collective_forms);
  for (auto& [cls, forms] : facts.forms) sort_unique(forms);
  return facts;
}

}  // namespace isnad::rules

namespace isnad {

const rules::LanguageFacts& Grammar::Impl::find_facts(std::string_view code) const {
  static const rules::LanguageFacts none;
  const rules::Language* language = find(code);
  return language ? facts[static_cast<std::size_t>(language - languages.data())] : none;
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
  const auto& all = impl_->find_facts(language).forms;
  const auto it = all.find(cls);
  return it == all.end() ? std::vector<std::string>{} : it->second;
}

}  // namespace isnad
