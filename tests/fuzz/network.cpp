// Any bytes as a constraint network: refused, or written and read again as the same, and solved within its budget.
#include <cstdlib>

#include "isnad/solve.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace isnad::solver;
  const std::string json(data, data + size);
  const auto network = parse_network(json);
  if (!network) return 0;
  const std::string written = to_json(*network);
  const auto again = parse_network(written);
  if (!again || to_json(*again) != written) std::abort();
  if (network->clauses().size() > 200) return 0;
  SolveOptions options;
  options.decide_budget = 200'000;
  options.decide_budget_per_claim = 0;
  options.conflict_budget = 50'000;
  const Solution solution = solve(*network, options);
  if (to_json(*network, solution) != to_json(*network, solve(*again, options))) std::abort();
  return 0;
}
