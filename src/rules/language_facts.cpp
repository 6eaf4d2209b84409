#include "rules/language_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "isnad/text.h"
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

constexpr std::size_t fewest_letters = 3;  ///< that are left of a word without its ending

/// Words and their concepts: those that the rules give, then what can be made of them where no other word is written
/// so. Names of places, and the words of the class no-concept, are of none.
class ConceptTable {
 public:
  ConceptTable(const ClassForms& classes, const std::vector<std::string>& articles)
      : endings_(classes.of("stem-behind")),
        exchanges_(classes.of("stem-exchange")),
        names_(classes.of("place-name")),
        articles_(articles) {
    for (std::string& word : classes.of("no-concept")) names_.push_back(std::move(word));
  }

  [[nodiscard]] ConceptForms read(const std::vector<ConceptEntry>& entries, Diagnosis& diagnosis) {
    for (const ConceptEntry& entry : entries) {
      const auto [known, fresh] = table_.try_emplace(entry.text, entry.concept_id);
      if (!fresh && known->second != entry.concept_id)
        diagnosis.report(entry.place, fmt::format("\"{}\" is a word of \"{}\" already", entry.text, known->second),
                         "a word belongs to the concept that it nearly always means, or to none");
    }
    for (const ConceptEntry& entry : entries) exchange_endings(entry);
    for (const std::string& name : names_) add_name(name);
    for (const ConceptEntry& entry : entries) cut_endings(entry.text, entry.concept_id);
    return list();
  }

 private:
  void exchange_endings(const ConceptEntry& entry) {
    for (const std::string& pair : exchanges_) {
      const std::string_view all = pair, from = all.substr(0, all.find(' ')), to = all.substr(all.find(' ') + 1);
      if (entry.text.ends_with(from))
        table_.try_emplace(entry.text.substr(0, entry.text.size() - from.size()).append(to), entry.concept_id);
    }
  }
  void add_name(const std::string& name) {
    table_.try_emplace(name);
    for (const std::string& article : articles_)
      if (name.starts_with(article) && letters_of(name) >= letters_of(article) + fewest_letters) {
        table_.try_emplace(name.substr(article.size()));
        break;
      }
    cut_endings(name, {});
  }
  void cut_endings(const std::string& word, const std::string& concept_id) {
    for (const std::string& ending : endings_)
      if (word.ends_with(ending) && letters_of(word) >= letters_of(ending) + fewest_letters)
        table_.try_emplace(word.substr(0, word.size() - ending.size()), concept_id);
  }
  [[nodiscard]] ConceptForms list() const {
    ConceptForms forms;
    std::string_view last_first;
    for (const auto& [word, concept_id] : table_) {
      forms.add(word, concept_id);
      const std::size_t space = word.find(' ');
      if (space == std::string::npos || std::string_view(word).substr(0, space) == last_first) continue;
      last_first = std::string_view(word).substr(0, space);
      forms.firsts.push_back(last_first);
    }
    return forms;
  }

  std::vector<std::string> endings_, exchanges_, names_;
  const std::vector<std::string>& articles_;
  std::map<std::string, std::string, std::less<>> table_;
};

/// The place of a text in an ascending list, or of the next one behind it.
std::size_t position_in(const TextList& list, std::string_view text) {
  std::size_t first = 0, last = list.size();
  while (first < last) {
    const std::size_t middle = (first + last) / 2;
    list[middle] < text ? first = middle + 1 : last = middle;
  }
  return first;
}

constexpr std::size_t filter_words = 4096;  ///< of 64 bits: some ten bits for each word of a language

std::pair<std::size_t, std::uint64_t> bit_of(std::string_view word) {
  const std::uint32_t hash = hash_of_key(word);
  return {hash / 64 % filter_words, std::uint64_t{1} << (hash % 64)};
}

}  // namespace

void ClassForms::add(std::string_view cls, const std::vector<std::string>& forms_of_it) {
  classes.push_back(cls);
  for (const std::string& form : forms_of_it) forms.push_back(form);
  ends.push_back(static_cast<std::uint32_t>(forms.size()));
}

void ConceptForms::add(std::string_view word, std::string_view concept_id) {
  words.push_back(word);
  concepts.push_back(concept_id);
  filter.resize(filter_words);
  const auto [at, bit] = bit_of(word);
  filter[at] |= bit;
}

std::optional<std::string_view> ConceptForms::of(std::string_view word) const {
  if (filter.empty()) return std::nullopt;
  if (const auto [place, bit] = bit_of(word); (filter[place] & bit) == 0) return std::nullopt;
  const std::size_t at = position_in(words, word);
  return at < words.size() && words[at] == word ? std::optional(concepts[at]) : std::nullopt;
}

bool ConceptForms::begins_phrase(std::string_view word) const {
  const std::size_t at = position_in(firsts, word);
  return at < firsts.size() && firsts[at] == word;
}

std::vector<std::string> ClassForms::of(std::string_view cls) const {
  const std::size_t first = position_in(classes, cls);
  std::vector<std::string> all;
  if (first == classes.size() || classes[first] != cls) return all;
  const std::uint32_t begin = first == 0 ? 0 : ends[first - 1];
  all.reserve(ends[first] - begin);
  for (std::uint32_t f = begin; f < ends[first]; ++f) all.emplace_back(forms[f]);
  return all;
}

LanguageFacts facts_of(const LanguageModel& model, Diagnosis& diagnosis) {
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
  facts.concepts = ConceptTable(facts.forms, facts.article_prefixes).read(model.concept_words, diagnosis);
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

ConceptWords Grammar::concept_words(std::string_view language) const {
  return ConceptWords(impl_->find_facts(language).concepts);
}

std::optional<std::string_view> ConceptWords::of(std::string_view word) const { return forms_->of(word); }

bool ConceptWords::begins_phrase(std::string_view word) const { return forms_->begins_phrase(word); }

}  // namespace isnad
