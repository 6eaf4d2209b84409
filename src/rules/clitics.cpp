#include "rules/clitics.h"

#include <algorithm>
#include <tuple>

namespace isnad::rules {
namespace {

CliticCategory category_of(std::string_view name) {
  if (name == "conjunction") return CliticCategory::conjunction;
  if (name == "preposition") return CliticCategory::preposition;
  if (name == "future") return CliticCategory::future;
  return CliticCategory::article;
}

bool permits(CliticPermission permission, CliticCategory category, bool first) {
  using enum CliticPermission;
  switch (category) {
    case CliticCategory::conjunction:
      return first && permission != none;
    case CliticCategory::preposition:
      return first && (permission == prefix || permission == article || permission == noun);
    case CliticCategory::future:
      return permission == verb;
    case CliticCategory::article:
      return permission == article || permission == noun;
  }
  return false;
}

}  // namespace

CliticTable::CliticTable() {
  add({}, nullptr, {});
  intern({});
}

StackId CliticTable::add(const Stack& stack, Diagnosis* diagnosis, Place place) {
  const auto known = std::find(stacks_.begin(), stacks_.end(), stack);
  if (known != stacks_.end()) return static_cast<StackId>(known - stacks_.begin());
  if (stacks_.size() == 255) {
    diagnosis->report(place, "the clitics of the language make more than 255 combinations");
    return 0;
  }
  std::vector<StackId> outer;
  for (std::size_t n = 0; n < stack.size(); ++n) {
    outer.push_back(add(Stack(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(n)), diagnosis, place));
  }
  const auto id = static_cast<StackId>(stacks_.size());
  outer.push_back(id);
  stacks_.push_back(stack);
  outer_stacks_.push_back(std::move(outer));
  std::string letters;
  for (const Proclitic& proclitic : stack) letters += proclitic.form;
  letters_.push_back(std::move(letters));
  return id;
}

void CliticTable::build(const LanguageRule& rule, Diagnosis& diagnosis) {
  for (const LanguageRule::Proclitics& table : rule.proclitics) {
    for (const std::string& form : table.forms) {
      proclitics_.push_back({category_of(table.category), matching_form(form)});
    }
  }
  // Every choice of at most one proclitic of each category, in the order of the language's stacks.
  std::vector<Stack> all;
  for (const std::vector<std::string>& categories : rule.stacks) {
    std::vector<Stack> stacks{{}};
    for (const std::string& category : categories) {
      const auto table = std::find_if(rule.proclitics.begin(), rule.proclitics.end(),
                                      [&](const auto& p) { return p.category == category; });
      if (table == rule.proclitics.end()) {
        diagnosis.report(rule.place, "\"stacks\" names \"" + category + "\", which \"proclitics\" does not list");
        continue;
      }
      const std::size_t plain = stacks.size();
      for (std::size_t i = 0; i < plain; ++i) {
        for (const std::string& form : table->forms) {
          Stack longer = stacks[i];
          longer.push_back({category_of(category), matching_form(form)});
          stacks.push_back(std::move(longer));
        }
      }
      if (stacks.size() > 255) break;  // add() reports it
    }
    all.insert(all.end(), stacks.begin(), stacks.end());
  }
  for (const Stack& stack : all) {
    if (stack.empty()) continue;
    const StackId id = add(stack, &diagnosis, rule.place);
    bool contracted = false;
    for (const LanguageRule::Contraction& contraction : rule.contractions) {
      // The contracted proclitics stand at the inner end of the stack, next to the stem.
      const std::size_t n = contraction.means.size();
      if (stack.size() < n) continue;
      const std::size_t from = stack.size() - n;
      bool same = true;
      for (std::size_t k = 0; k < n; ++k) same = same && stack[from + k].form == matching_form(contraction.means[k]);
      if (!same) continue;
      contracted = true;
      const Stack before(stack.begin(), stack.begin() + static_cast<std::ptrdiff_t>(from));
      const std::string written = letters_[add(before, &diagnosis, rule.place)] + matching_form(contraction.written);
      // The last of them may also be part of a stem that the lexicon has with it ("today" with its article).
      const Stack but_last(stack.begin(), stack.end() - 1);
      for (const std::string& restored : contraction.restores) {
        prefixes_.push_back({written, id, matching_form(restored)});
        prefixes_.push_back(
            {written, add(but_last, &diagnosis, rule.place), stack.back().form + matching_form(restored)});
      }
    }
    if (!contracted) prefixes_.push_back({letters_[id], id, {}});
  }
  // The same proclitics may come from two stacks.
  const auto key = [](const Prefix& p) { return std::tie(p.written, p.stack, p.restored); };
  std::sort(prefixes_.begin(), prefixes_.end(), [&](const Prefix& a, const Prefix& b) { return key(a) < key(b); });
  prefixes_.erase(std::unique(prefixes_.begin(), prefixes_.end(),
                              [&](const Prefix& a, const Prefix& b) { return key(a) == key(b); }),
                  prefixes_.end());
  for (const std::string& enclitic : rule.enclitics) enclitics_.push_back(matching_form(enclitic));
  if (enclitics_.size() > 254 || prefixes_.size() > 255) {
    diagnosis.report(rule.place, "the language has more than 254 enclitics or 255 combinations of proclitics");
    return;
  }
  for (std::size_t i = 0; i < prefixes_.size(); ++i) {
    if (prefixes_[i].written.empty()) continue;
    prefixes_by_byte_[head_byte(prefixes_[i].written)].push_back(static_cast<std::uint8_t>(i));
  }
  for (std::size_t i = 0; i < enclitics_.size(); ++i) {
    if (enclitics_[i].empty()) continue;
    enclitics_by_byte_[static_cast<unsigned char>(enclitics_[i].back())].push_back(static_cast<std::uint8_t>(i));
  }
  for (const LanguageRule::Rewrite& rewrite : rule.enclitic_rewrites) {
    rewrites_.push_back({matching_form(rewrite.stem_end), matching_form(rewrite.from)});
  }
  never_enclitic_ = rule.never_enclitic;
}

bool CliticTable::knows(std::string_view form) const {
  return std::any_of(proclitics_.begin(), proclitics_.end(), [&](const Proclitic& p) { return p.form == form; });
}

bool CliticTable::is_article(std::string_view form) const {
  return std::any_of(proclitics_.begin(), proclitics_.end(),
                     [&](const Proclitic& p) { return p.form == form && p.category == CliticCategory::article; });
}

SpecId CliticTable::intern(const std::vector<NamedClitic>& named) {
  const auto same = [&](const std::vector<NamedClitic>& spec) {
    return std::equal(spec.begin(), spec.end(), named.begin(), named.end(),
                      [](const auto& a, const auto& b) { return a.form == b.form && a.optional == b.optional; });
  };
  const auto known = std::find_if(specs_.begin(), specs_.end(), same);
  if (known != specs_.end()) return static_cast<SpecId>(known - specs_.begin());
  specs_.push_back(named);
  return static_cast<SpecId>(specs_.size() - 1);
}

CliticTable::Fit CliticTable::work_out(const std::vector<NamedClitic>& named, const Stack& stack,
                                       CliticPermission permission, bool first) const {
  // Both lists have at most a handful of items: try every alignment, named ones taken as early as they can be.
  constexpr std::size_t nowhere = 255;
  const auto align = [&](const auto& self, std::size_t i, std::size_t j, std::size_t begin) -> Fit {
    if (i == stack.size()) {
      for (; j < named.size(); ++j) {
        if (!named[j].optional) return {};
      }
      return {true, static_cast<std::uint8_t>(begin == nowhere ? stack.size() : begin)};
    }
    if (j < named.size()) {
      if (stack[i].form == named[j].form) {
        const Fit fit = self(self, i + 1, j + 1, begin == nowhere ? i : begin);
        if (fit.fits) return fit;
      }
      if (named[j].optional) {
        const Fit fit = self(self, i, j + 1, begin);
        if (fit.fits) return fit;
      }
    }
    if (!permits(permission, stack[i].category, first)) return {};
    const bool inner = stack[i].category == CliticCategory::future || stack[i].category == CliticCategory::article;
    return self(self, i + 1, j, inner && begin == nowhere ? i : begin);
  };
  return align(align, 0, 0, nowhere);
}

void CliticTable::finish() {
  fits_.clear();
  fits_.reserve(specs_.size() * stacks_.size() * permissions * 2);
  for (const std::vector<NamedClitic>& named : specs_) {
    for (const Stack& stack : stacks_) {
      for (std::size_t permission = 0; permission < permissions; ++permission) {
        for (const bool first : {false, true}) {
          fits_.push_back(work_out(named, stack, static_cast<CliticPermission>(permission), first));
        }
      }
    }
  }
}

}  // namespace isnad::rules
