// The constraint solver alone, as an installed library: two claims that cannot both hold.
#include <isnad/solve.h>

int main() {
  using namespace isnad::solver;
  Network network;
  const auto fall = network.point("fall");
  const auto first = network.add_claim("first", 3);
  const auto second = network.add_claim("second", 1);
  if (!fall || !first || !second) return 1;
  if (network.add_bounds(*first, {origin, *fall, 0, 1439})) return 2;
  if (network.add_bounds(*second, {origin, *fall, 1440, 2879})) return 3;
  const Solution solution = solve(network);
  if (solution.status != Status::inconsistent || solution.conflicts.size() != 1) return 4;
  // The cheaper of the two goes.
  return solution.repair.drop == std::vector<ClaimId>{*second} ? 0 : 5;
}
