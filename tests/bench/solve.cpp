// The solver on a chain of events, each dated by two sources that agree but for every hundredth: time by events.
#include "isnad/solve.h"

#include <benchmark/benchmark.h>

namespace {

using namespace isnad::solver;

Network chain(std::int64_t events) {
  constexpr Tick day = 1440;
  Network network;
  PointId before = origin;
  for (std::int64_t i = 0; i < events; ++i) {
    const std::string name = std::to_string(i);
    const PointId point = *network.point("e" + name);
    const Tick begin = i * day;
    const Tick disagreement = i % 100 == 50 ? 3 * day : 0;
    bool sound = !network.add_bounds(*network.add_claim("a" + name, 3), {origin, point, begin, begin + day - 1});
    sound = sound && !network.add_bounds(*network.add_claim("b" + name, 2),
                                         {origin, point, begin + disagreement, begin + disagreement + day - 1});
    if (i > 0) sound = sound && !network.add_bounds(*network.add_hard_claim("o" + name), {before, point, 0, {}});
    if (!sound) std::abort();
    before = point;
  }
  return network;
}

void solve_chain(benchmark::State& state) {
  const Network network = chain(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(solve(network));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(solve_chain)->RangeMultiplier(10)->Range(100, 10'000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
