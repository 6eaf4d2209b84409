// The solver on stories of a dozen events, of which a twentieth of the claims are wrong: time by claims, and as a
// multiple of one textbook decision in the same run, Bellman and Ford's by Boost.Graph over what the repair keeps.
#include "isnad/solve.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <ctime>
#include <random>

namespace {

using namespace isnad::solver;

class Stories {
 public:
  explicit Stories(std::int64_t claims) {
    for (std::int64_t story = 0; count_ < claims; ++story) tell(story, claims);
  }
  const Network& network() const { return network_; }

 private:
  Tick upto(Tick n) { return static_cast<Tick>(random_() % static_cast<std::uint64_t>(n)); }

  void claim(const Atom& atom) {
    const auto id = network_.add_claim("c" + std::to_string(count_++), 1 + upto(9));
    if (!id || network_.add_bounds(*id, atom)) std::abort();
  }

  void tell(std::int64_t story, std::int64_t claims) {
    const Tick start = 2000 + upto(7000);
    std::vector<PointId> events;
    std::vector<Tick> days;
    for (int i = 0; i < 12; ++i) {
      events.push_back(*network_.point("e" + std::to_string(story) + "_" + std::to_string(i)));
      days.push_back(start + upto(40));
    }
    for (int i = 0; i < 96 && count_ < claims; ++i) {
      const std::size_t e = random_() % events.size();
      const std::size_t other = random_() % events.size();
      const Tick day = days[e] + (upto(20) == 0 ? upto(61) - 30 : 0);
      if (upto(4) > 0 || e == other) {
        claim({origin, events[e], day, day + (upto(3) == 0 ? upto(10) : 0)});
      } else {
        claim({events[other], events[e], day - days[other], day - days[other] + upto(3)});
      }
    }
  }

  Network network_;
  std::mt19937_64 random_{1};
  std::int64_t count_ = 0;
};

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Seconds that one decision of the claims kept takes: the median of five.
double reference(const Network& network, const Solution& solution) {
  using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                   boost::property<boost::edge_weight_t, Tick>>;
  std::vector<char> kept(network.claims().size(), 1);
  for (const ClaimId c : solution.repair.drop) kept[index(c)] = 0;
  std::vector<std::pair<std::size_t, std::size_t>> arcs;
  std::vector<Tick> lengths;
  const auto arc = [&](PointId from, PointId to, Tick length) {
    arcs.emplace_back(index(from), index(to));
    lengths.push_back(length);
  };
  for (std::size_t p = 1; p < network.points().size(); ++p) {
    arc(origin, PointId{static_cast<std::uint32_t>(p)}, max_tick);
  }
  for (const Clause& clause : network.clauses()) {
    if (!kept[index(clause.claim)]) continue;
    const Atom& a = std::get<Alternatives>(clause.body).front();
    if (a.max) arc(a.from, a.to, *a.max);
    if (a.min) arc(a.to, a.from, -*a.min);
  }
  const Graph graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), lengths.begin(),
                    network.points().size());
  std::vector<double> seconds;
  for (int i = 0; i < 5; ++i) {
    const double begin = processor_seconds();
    std::vector<Tick> distance(network.points().size(), std::numeric_limits<Tick>::max() / 4);
    distance[0] = 0;
    const bool consistent = boost::bellman_ford_shortest_paths(
        graph, static_cast<int>(network.points().size()),
        boost::weight_map(boost::get(boost::edge_weight, graph)).distance_map(distance.data()));
    if (!consistent) std::abort();
    seconds.push_back(processor_seconds() - begin);
  }
  std::nth_element(seconds.begin(), seconds.begin() + 2, seconds.end());
  return seconds[2];
}

void solve_stories(benchmark::State& state) {
  const Stories stories(state.range(0));
  const double yardstick = reference(stories.network(), solve(stories.network()));
  const double begin = processor_seconds();
  for (auto _ : state) benchmark::DoNotOptimize(solve(stories.network()));
  const double each = (processor_seconds() - begin) / static_cast<double>(state.iterations());
  state.counters["decision_ms"] = 1000 * yardstick;
  state.counters["times_decision"] = each / yardstick;
  state.SetComplexityN(state.range(0));
}
BENCHMARK(solve_stories)->RangeMultiplier(10)->Range(1000, 1'000'000)->Unit(benchmark::kMillisecond)->Complexity();

void read_stories(benchmark::State& state) {
  const std::string json = to_json(Stories(state.range(0)).network());
  for (auto _ : state) benchmark::DoNotOptimize(parse_network(json));
  state.SetBytesProcessed(static_cast<std::int64_t>(json.size()) * static_cast<std::int64_t>(state.iterations()));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(read_stories)->RangeMultiplier(10)->Range(1000, 1'000'000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
