// Temporal expressions of real news, beside a bare pass of ICU's word breaks over the same bytes: tagging has to run at
// half its speed or better. ISNAD_BENCH_NEWS names the articles (.jsonl, .jsonl.gz); without it the seeds are read,
// often.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cstdlib>
#include <memory>

#include "isnad/grammar.h"
#include "isnad/report.h"
#include "isnad/store.h"
#include "isnad/text.h"
#include "isnad/time.h"

namespace {

struct News {
  std::vector<isnad::RawArticle> articles;
  std::int64_t bytes = 0;

  News() {
    const char* path = std::getenv("ISNAD_BENCH_NEWS");
    const std::string seeds = ISNAD_SOURCE_DIR "/seeds";
    for (int i = path != nullptr ? 1 : 50; i > 0; --i) {
      auto read = isnad::read_articles({path != nullptr ? path : seeds}, {});
      for (isnad::RawArticle& article : read.articles) {
        bytes += static_cast<std::int64_t>(article.text.size());
        articles.push_back(std::move(article));
      }
    }
    if (articles.empty()) std::abort();
  }
};

const News& news() {
  static const News read;
  return read;
}

const isnad::Grammar& times() {
  static const isnad::Grammar grammar = isnad::embedded_grammar(isnad::RuleSet::times);
  return grammar;
}

void icu_word_breaks(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("ar"), status));
  if (U_FAILURE(status)) std::abort();
  for (auto _ : state) {
    std::int64_t boundaries = 0;
    for (const isnad::RawArticle& article : news().articles) {
      UText text = UTEXT_INITIALIZER;
      utext_openUTF8(&text, article.text.data(), static_cast<std::int64_t>(article.text.size()), &status);
      words->setText(&text, status);
      while (words->next() != icu::BreakIterator::DONE) ++boundaries;
      utext_close(&text);
    }
    benchmark::DoNotOptimize(boundaries);
  }
  state.SetBytesProcessed(news().bytes * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(icu_word_breaks)->Unit(benchmark::kMillisecond);

void read_documents(benchmark::State& state) {
  const isnad::Grammar& grammar = times();
  const isnad::PageCueIndex cues(grammar.page_cues());
  for (auto _ : state) {
    for (const isnad::RawArticle& article : news().articles) {
      benchmark::DoNotOptimize(isnad::read_document(isnad::DocumentIndex{0}, article.source, article.text, cues));
    }
  }
  state.SetBytesProcessed(news().bytes * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(read_documents)->Unit(benchmark::kMillisecond);

void annotate_news(benchmark::State& state) {
  const isnad::Grammar& grammar = times();
  const isnad::PageCueIndex cues(grammar.page_cues());
  std::vector<isnad::Document> documents;
  for (const isnad::RawArticle& article : news().articles) {
    documents.push_back(isnad::read_document(isnad::DocumentIndex{0}, article.source, article.text, cues));
  }
  for (auto _ : state) {
    for (const isnad::Document& document : documents) benchmark::DoNotOptimize(grammar.annotate(document));
  }
  state.SetBytesProcessed(news().bytes * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(annotate_news)->Unit(benchmark::kMillisecond);

void tag_news(benchmark::State& state) {
  const isnad::Grammar& grammar = times();
  const isnad::PageCueIndex cues(grammar.page_cues());
  for (auto _ : state) {
    for (const isnad::RawArticle& article : news().articles) {
      const isnad::Document document =
          isnad::read_document(isnad::DocumentIndex{0}, article.source, article.text, cues);
      std::vector<isnad::Timex> timexes = isnad::tag(document, grammar);
      const isnad::Publication published = isnad::find_publication(document, timexes);
      isnad::resolve_all(timexes, document, published.day, {}, false);
      benchmark::DoNotOptimize(timexes);
    }
  }
  state.SetBytesProcessed(news().bytes * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(tag_news)->Unit(benchmark::kMillisecond);

}  // namespace
