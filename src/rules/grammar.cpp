#include <algorithm>
#include <set>

#include "rules/grammar_impl.h"
#include "rules/load.h"
#include "rules/matcher.h"

namespace isnad {
namespace {

std::string_view primary_subtag(std::string_view code) { return code.substr(0, code.find('-')); }

}  // namespace

std::optional<std::size_t> Grammar::Impl::number_of(std::string_view code) const {
  const auto it = std::find_if(codes.begin(), codes.end(),
                               [&](const std::string& known) { return primary_subtag(known) == primary_subtag(code); });
  return it == codes.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - codes.begin()));
}

const rules::Language* Grammar::Impl::find(std::string_view code) const {
  const auto number = number_of(code);
  return number ? &languages[*number].get() : nullptr;
}

Grammar::Grammar(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Grammar::Grammar(Grammar&&) noexcept = default;
Grammar& Grammar::operator=(Grammar&&) noexcept = default;
Grammar::~Grammar() = default;

Result<Grammar> Grammar::compile(std::vector<RuleFile> files) {
  auto impl = std::make_unique<Impl>();
  std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  impl->files = std::move(files);
  rules::Diagnosis diagnosis(impl->files);
  const std::vector<rules::LanguageModel> models = rules::load_rules(diagnosis);
  if (!diagnosis.clean()) return diagnosis.error();
  std::set<std::string> without;
  for (const rules::LanguageModel& model : models) {
    rules::Language language = rules::compile_language(model, impl->names, diagnosis);
    rules::LanguageFacts facts = rules::facts_of(model, diagnosis);
    if (!diagnosis.clean()) return diagnosis.error();
    impl->codes.push_back(language.code);
    impl->languages.emplace_back(std::move(language));
    impl->facts.emplace_back(std::move(facts));
    impl->page_cues.insert(impl->page_cues.end(), model.page_cues.begin(), model.page_cues.end());
    impl->pattern_counts.push_back(model.patterns.size());
    for (const rules::PatternRule& pattern : model.patterns) {
      if (pattern.examples == 0) without.insert(pattern.id);
    }
    for (const rules::FrameRule& frame : model.frames) {
      if (frame.examples == 0) without.insert(frame.frame.id);
    }
  }
  impl->without_examples.assign(without.begin(), without.end());
  return Grammar(std::move(impl));
}

Annotation Grammar::annotate(const Document& document) const { return annotate(document, {}); }

Annotation Grammar::annotate(const Document& document, const std::vector<std::string_view>& only) const {
  std::vector<bool> wanted;
  if (!only.empty()) wanted.resize(impl_->names.classes.size());
  for (const std::string_view name : only) {
    if (const auto cls = find_class(name)) wanted[static_cast<std::size_t>(*cls)] = true;
  }
  if (const rules::Language* language = impl_->find(document.language)) {
    return rules::annotate(*language, document, wanted);
  }
  Annotation annotation;
  annotation.by_token.assign(document.tokens.size() + 1, 0);
  return annotation;
}

std::optional<ClassId> Grammar::find_class(std::string_view name) const {
  const rules::WordId id = impl_->names.classes.find(name);
  return id == rules::no_word ? std::nullopt : std::optional(static_cast<ClassId>(id));
}

std::string_view Grammar::class_name(ClassId cls) const {
  return impl_->names.classes.word(static_cast<rules::WordId>(cls));
}

std::string_view Grammar::rule_name(RuleId rule) const { return impl_->names.rules[static_cast<std::size_t>(rule)]; }

const std::vector<PageCues>& Grammar::page_cues() const { return impl_->page_cues; }

const std::vector<Frame>& Grammar::frames(std::string_view language) const {
  static const std::vector<Frame> none;
  const rules::Language* found = impl_->find(language);
  return found != nullptr ? found->frames : none;
}

const Frame* Grammar::frame(std::string_view language, std::string_view id) const {
  const rules::Language* found = impl_->find(language);
  if (found == nullptr) return nullptr;
  const auto& order = found->frames_by_id;
  const auto at = std::lower_bound(order.begin(), order.end(), id, [&](std::uint32_t i, std::string_view wanted) {
    return found->frames[i].id < wanted;
  });
  return at != order.end() && found->frames[*at].id == id ? &found->frames[*at] : nullptr;
}

std::vector<FrameExample> Grammar::frame_examples(std::string_view language) const {
  std::vector<FrameExample> examples;
  const rules::Language* found = impl_->find(language);
  if (found == nullptr) return examples;
  for (const rules::Example& example : found->examples) {
    if (!example.is_frame) continue;
    const RuleFile& file = impl_->files[example.place.file];
    examples.push_back({file.path, rules::place_in(file, example.place.at), example.rule, example.positive,
                        example.text, example.match.value_or(""), example.published, example.value, example.arguments,
                        example.known_wrong});
  }
  return examples;
}

std::vector<Grammar::Summary> Grammar::summaries() const {
  std::vector<Summary> summaries;
  for (std::size_t i = 0; i < impl_->languages.size(); ++i) {
    const rules::Language& language = impl_->languages[i].get();
    summaries.push_back({language.code, language.word_entries, language.lexicon.forms(), impl_->pattern_counts[i],
                         language.examples.size()});
  }
  return summaries;
}

std::vector<std::string> Grammar::without_examples() const { return impl_->without_examples; }

}  // namespace isnad
