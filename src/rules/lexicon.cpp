#include "rules/lexicon.h"

#include <cassert>

namespace isnad::rules {

void Lexicon::Senses::add(std::size_t at, const Sense& sense) {
  if (building.size() <= at) building.resize(at + 1);
  // A form that two cells of a paradigm share stands once for each.
  building[at].push_back(sense);
}

void Lexicon::Senses::finish(std::size_t size) {
  building.resize(size);
  begins.clear();
  all.clear();
  for (const std::vector<Sense>& senses : building) {
    begins.push_back(static_cast<std::uint32_t>(all.size()));
    all.insert(all.end(), senses.begin(), senses.end());
  }
  begins.push_back(static_cast<std::uint32_t>(all.size()));
  building = {};
}

void Lexicon::add(const std::vector<WordId>& form, const Sense& sense) {
  assert(!form.empty());
  ++forms_;
  if (form.size() == 1) return word_senses_.add(form.front(), sense);
  if (roots_.size() <= form.front()) roots_.resize(form.front() + 1, 0);
  TrieNode& root = roots_[form.front()];
  if (root == 0) root = ++last_node_;
  TrieNode node = root;
  for (std::size_t i = 1; i < form.size(); ++i) {
    if (inner_.size() <= form[i]) inner_.resize(form[i] + 1, 0);
    inner_[form[i]] = 1;
    const auto [edge, fresh] = edges_.try_emplace((std::uint64_t{node} << 32U) | form[i], 0);
    if (fresh) edge->second = ++last_node_;
    node = edge->second;
  }
  node_senses_.add(node, sense);
}

void Lexicon::finish() {
  word_senses_.finish(words.size());
  node_senses_.finish(std::size_t{last_node_} + 1);
}

Lexicon::TrieNode Lexicon::find_next(TrieNode node, WordId word) const {
  const auto edge = edges_.find((std::uint64_t{node} << 32U) | word);
  return edge == edges_.end() ? 0 : edge->second;
}

void Lexicon::read_stem(std::string_view restored, std::string_view stem, StackId stack, bool may_have_enclitic,
                        const CliticTable& clitics, std::vector<Reading>& readings) const {
  const auto look_up = [&](std::string_view begin, std::string_view end) {
    return begin.empty() ? words.find(end) : words.find(begin, end);
  };
  if (const WordId word = look_up(restored, stem); word != no_word) readings.push_back({word, stack, 0});
  if (!may_have_enclitic || stem.empty()) return;
  const std::vector<std::string>& enclitics = clitics.enclitics();
  for (const std::uint8_t e : clitics.enclitics_of(stem)) {
    if (stem.size() <= enclitics[e].size() || !stem.ends_with(enclitics[e])) continue;
    const std::string_view bare = stem.substr(0, stem.size() - enclitics[e].size());
    const auto enclitic = static_cast<EncliticId>(e + 1);
    if (const WordId word = look_up(restored, bare); word != no_word) readings.push_back({word, stack, enclitic});
    for (const CliticTable::Rewrite& rewrite : clitics.rewrites()) {
      if (bare.size() <= rewrite.stem_end.size() || !bare.ends_with(rewrite.stem_end)) continue;
      std::string whole(restored);
      whole += bare.substr(0, bare.size() - rewrite.stem_end.size());
      if (const WordId word = look_up(whole, rewrite.from); word != no_word) {
        readings.push_back({word, stack, enclitic});
      }
    }
  }
}

void Lexicon::read(std::string_view key, bool may_have_enclitic, const CliticTable& clitics,
                   std::vector<Reading>& readings) const {
  read_stem({}, key, 0, may_have_enclitic, clitics, readings);
  if (key.empty()) return;
  for (const std::uint8_t p : clitics.prefixes_of(key)) {
    const CliticTable::Prefix& prefix = clitics.prefixes()[p];
    if (key.size() <= prefix.written.size() || !key.starts_with(prefix.written)) continue;
    read_stem(prefix.restored, key.substr(prefix.written.size()), prefix.stack, may_have_enclitic, clitics, readings);
  }
}

}  // namespace isnad::rules
