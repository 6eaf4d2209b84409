#include "linking/tellings.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <unordered_map>

#include "linking/claim_window.h"
#include "linking/clause_words.h"

namespace isnad::linking {
namespace {

/// What the content words that two articles of one story share must weigh, in all and for each word of the shorter one:
/// of the annotated stories nine in ten pairs of one story reach it, one in six pairs of different ones. Articles of
/// two languages share notions.
constexpr double least_shared = 1.5, least_share = 0.04;

template <class T>
void make_set(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// What a word tells that so many have.
double rarity(std::size_t times) { return 1 / std::cbrt(static_cast<double>(std::max<std::size_t>(1, times))); }

double sum_of_shared(const std::vector<WordId>& a, const std::vector<WordId>& b, const std::vector<double>& weights) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) sum += weights[*x];
    const bool first = *x <= *y, second = *y <= *x;
    x += first, y += second;
  }
  return sum;
}

std::vector<std::string> numbers_of(const DocumentAnalysis& analysis, const Claim& claim) {
  const Document& document = analysis.document;
  std::vector<std::string> numbers;
  for (auto t = document.tokens.begin() + document.first_token_from(claim.span.begin);
       t != document.tokens.end() && t->begin < claim.span.end; ++t) {
    if (t->kind != TokenKind::integer && t->kind != TokenKind::decimal) continue;
    const SourceSpan span{document.index, t->begin, t->end};
    if (std::none_of(analysis.timexes.begin(), analysis.timexes.end(),
                     [&](const Timex& time) { return time.span.overlaps(span); }))
      numbers.emplace_back(document.key(*t));
  }
  make_set(numbers);
  return numbers;
}

}  // namespace

Tellings::Tellings(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  const ClauseWords words_of_clause(corpus, grammar);
  std::unordered_map<std::string, WordId> numbers;  // looked up only, never walked
  const auto number_of = [&](std::string&& word) {
    const auto [known, fresh] = numbers.try_emplace(std::move(word), static_cast<WordId>(postings_.size()));
    if (fresh) postings_.emplace_back();
    return known->second;
  };
  for (const DocumentAnalysis& d : corpus) {
    std::map<std::uint32_t, std::uint32_t> context_of;  // sentence
    std::set<std::uint32_t> anchors;                    // claims that others are counted from
    for (const Claim& claim : d.claims)
      if (claim.time.is_counted()) anchors.insert(*claim.time.other);
    std::vector<WordId>& words = words_of_.emplace_back();
    std::vector<WordId>& notions = notions_of_.emplace_back();
    language_of_.push_back(d.document.language);
    first_of_.push_back(tellings_.size());
    for (std::uint32_t c = 0; c < d.claims.size(); ++c) {
      Telling telling{{d.document.index, c},
                      &d.claims[c],
                      window_of_telling(d, d.claims[c]),
                      {},
                      d.publication.day,
                      {},
                      {},
                      {},
                      0,
                      {},
                      0,
                      0};
      telling.numbers = numbers_of(d, d.claims[c]);
      const auto [context, fresh] =
          context_of.try_emplace(d.claims[c].sentence, static_cast<std::uint32_t>(contexts_.size()));
      telling.context = context->second;
      if (fresh) {
        std::vector<WordId>& beside = contexts_.emplace_back();
        for (const std::string_view word : words_of_clause.sentence(d, d.claims[c].sentence))
          beside.push_back(number_of(std::string(word)));
        make_set(beside);
      }
      for (std::string& word : words_of_clause(d, d.claims[c])) telling.words.push_back(number_of(std::move(word)));
      if (anchors.contains(c))
        for (std::string& word : words_of_clause.anchor(d, d.claims[c]))
          telling.anchor.push_back(number_of(std::move(word)));
      for (std::string& notion : words_of_clause.notions(d, d.claims[c]))
        telling.notions.push_back(number_of(std::move(notion)));
      for (const std::string_view word : words_of_clause.trigger(d, d.claims[c]))
        telling.trigger.push_back(number_of(std::string(word)));
      make_set(telling.trigger);
      make_set(telling.anchor);
      make_set(telling.words);
      make_set(telling.notions);
      const auto place = static_cast<std::uint32_t>(tellings_.size());
      for (const auto* list : {&telling.notions, &telling.words})  // a concept is of both
        for (const WordId word : *list)
          if (auto& with = postings_[word]; with.empty() || with.back() != place) with.push_back(place);
      words.insert(words.end(), telling.words.begin(), telling.words.end());
      notions.insert(notions.end(), telling.notions.begin(), telling.notions.end());
      tellings_.push_back(std::move(telling));
    }
    make_set(words);
    make_set(notions);
  }
  std::vector<std::uint32_t> sentences(postings_.size());
  for (const std::vector<WordId>& context : contexts_)
    for (const WordId word : context) ++sentences[word];
  for (WordId word = 0; word < postings_.size(); ++word) {
    weights_.push_back(rarity(postings_[word].size()));
    context_weights_.push_back(rarity(sentences[word]));
  }
  for (Telling& telling : tellings_) {
    telling.words_weight = weight_of(telling.words);
    telling.notions_weight = weight_of(telling.notions);
  }
}

double Tellings::weight_of(const std::vector<WordId>& words) const {
  double sum = 0;
  for (const WordId word : words) sum += weight(word);
  return sum;
}

double Tellings::shared_weight(const std::vector<WordId>& a, const std::vector<WordId>& b) const {
  return sum_of_shared(a, b, weights_);
}

double Tellings::cover(const Telling& a, const Telling& b) const {
  const double shorter = std::min(a.words_weight, b.words_weight);
  return shorter > 0 ? shared_weight(a.words, b.words) / shorter : 0;
}

double Tellings::shared_context(const Telling& a, const Telling& b) const {
  return sum_of_shared(contexts_[a.context], contexts_[b.context], context_weights_);
}

double Tellings::likeness(DocumentIndex a, DocumentIndex b) const {
  if (a == b) return 1;
  const auto [known, fresh] = likeness_.try_emplace(std::minmax(a, b), 0);
  if (!fresh) return known->second;
  const std::size_t x = index(a), y = index(b);
  const auto& words = one_language(a, b) ? words_of_ : notions_of_;
  const double shared = shared_weight(words[x], words[y]);
  if (shared >= least_shared) known->second = shared / static_cast<double>(std::min(words[x].size(), words[y].size()));
  return known->second;
}

bool Tellings::one_story(DocumentIndex a, DocumentIndex b) const { return likeness(a, b) >= least_share; }

std::vector<WordId> shared_words(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  std::vector<WordId> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

bool counted_anew(const Telling& a, const Telling& b, const Types& types) {
  if (a.numbers.empty() || b.numbers.empty() || a.claim->type != b.claim->type) return false;
  const auto facts = types.find(a.claim->type);
  return facts != types.end() && facts->second.daily &&
         std::find_first_of(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end()) == a.numbers.end();
}

}  // namespace isnad::linking
