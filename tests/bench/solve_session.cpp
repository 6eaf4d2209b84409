// Articles of ten claims against a network of many: each is taken up, judged and undone. Prints the time of an article
// as p50, p99 and the longest, in microseconds, the 99th percentile of processor time beside it (on a busy machine the
// clock also counts the others), the share that contradicts, and the seconds it took to load.
#include "isnad/solve_session.h"

#include <benchmark/benchmark.h>

#include <time.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>

#include "news_network.h"

namespace {

using namespace isnad::solver;
using Clock = std::chrono::steady_clock;

double processor_seconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

struct Known {
  isnad::test::Dice dice{isnad::test::seed_or(1)};
  isnad::test::NewsWorld world;
  std::optional<Session> session;
  double loading = 0;

  explicit Known(std::int64_t claims) : world(dice, claims, 12) {
    Network network;
    std::int64_t soft = 0;
    while (soft < claims) {
      const auto count = static_cast<int>(dice.between(1, 8));
      world.write_article(network, count, 0);
      soft += count;
    }
    // Nothing in it is wrong: so its solution keeps all of it.
    const auto begin = Clock::now();
    auto loaded = Session::load(std::move(network), Solution{});
    loading = seconds_since(begin);
    if (!loaded) std::abort();
    session.emplace(std::move(*loaded));
  }
};

/// One for each size: building it takes longer than measuring.
Known& known(std::int64_t claims) {
  static std::map<std::int64_t, std::unique_ptr<Known>> all;
  auto& one = all[claims];
  if (!one) one = std::make_unique<Known>(claims);
  return *one;
}

void check_article(benchmark::State& state) {
  Known& world = known(state.range(0));
  const int wrong = static_cast<int>(state.range(1));
  std::vector<double> times, processor_times;
  std::size_t contradicted = 0;
  const Session::Mark before = world.session->mark();
  for (auto _ : state) {
    Network article;
    world.world.write_article(article, 10, wrong);
    const double processor = processor_seconds();
    const auto begin = Clock::now();
    const auto addition = world.session->add(article);
    world.session->roll_back(before);
    const double taken = seconds_since(begin);
    if (!addition) std::abort();
    if (addition->status != Status::consistent) ++contradicted;
    state.SetIterationTime(taken);
    times.push_back(taken * 1e6);
    processor_times.push_back((processor_seconds() - processor) * 1e6);
  }
  std::sort(times.begin(), times.end());
  std::sort(processor_times.begin(), processor_times.end());
  state.counters["p50_us"] = times[times.size() / 2];
  state.counters["p99_us"] = times[times.size() * 99 / 100];
  state.counters["p99_cpu_us"] = processor_times[times.size() * 99 / 100];
  state.counters["max_us"] = times.back();
  state.counters["contradict_%"] = 100.0 * static_cast<double>(contradicted) / static_cast<double>(times.size());
  state.counters["load_s"] = world.loading;
}
BENCHMARK(check_article)
    ->ArgNames({"claims", "wrong"})
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {0, 5}})
    ->Iterations(5'000)
    ->UseManualTime()
    ->Unit(benchmark::kMicrosecond);

}  // namespace
