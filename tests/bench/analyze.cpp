// One article, from text to claims: time by the number of times that its body is repeated. It has to stay linear.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "isnad/claims.h"
#include "isnad/grammar.h"
#include "isnad/text.h"

namespace {

std::string sample() {
  std::ifstream file(ISNAD_SOURCE_DIR "/seeds/000_86184e3eeb1a7f3a.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void analyze_article(benchmark::State& state) {
  const isnad::Grammar grammar = isnad::embedded_grammar();
  const std::string one = sample();
  if (one.empty()) std::abort();
  std::string text;
  for (std::int64_t i = 0; i < state.range(0); ++i) text += "(" + std::to_string(i) + ") " + one + "\n\n";
  for (auto _ : state) {
    auto document = isnad::read_document(isnad::DocumentIndex{0}, {}, text, grammar.page_cues());
    benchmark::DoNotOptimize(isnad::analyze(std::move(document), grammar));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * static_cast<std::int64_t>(state.iterations()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(analyze_article)->RangeMultiplier(8)->Range(1, 512)->Unit(benchmark::kMillisecond)->Complexity();

void compile_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(isnad::Grammar::compile(isnad::embedded_rules()));
}
BENCHMARK(compile_rules)->Unit(benchmark::kMillisecond);

void load_rules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(isnad::embedded_grammar());
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

}  // namespace
