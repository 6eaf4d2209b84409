// isnad solve: the constraint solver alone.
#include <memory>

#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/solve_addition.h"
#include "cli/verification.h"
#include "isnad/solve.h"
#include "isnad/store.h"

namespace isnad::cli {
namespace {

struct SolveOptions {
  std::string network;
  std::string add;
  bool verify = false;
};

void run(Session& session, const SolveOptions& options) {
  const auto outputs = plan_outputs(session, {Format::json}, Format::json);
  if (!outputs) return;
  const Result<std::string> json = read_file(options.network);
  if (!json) {
    session.fail(json.error());
    return;
  }
  Result<solver::Network> network = solver::parse_network(*json, options.network);
  if (!network) {
    session.fail(network.error());
    return;
  }
  const solver::Solution solution = solver::solve(*network);
  if (!options.add.empty()) {
    solve_addition(session, *outputs, std::move(*network), solution, options.add, options.verify);
    return;
  }
  write_outputs(session, *outputs,
                [&](Format) -> Result<std::string> { return solver::to_json(*network, solution) + "\n"; });
  raise_for(session, solution.status);
  if (options.verify) report_verification(session, verify(*network, solution));
}

}  // namespace

void add_solve(CommandLine& line) {
  auto options = std::make_shared<SolveOptions>();
  Command command = line.add("solve", [options](Session& session) { run(session, *options); });
  command.argument("NETWORK", options->network, "network", true);
  command.option("--add", options->add, "add_claims", "FILE");
  command.flag("--verify", options->verify, "verify");
  command.outputs();
  command.fail_on();
}

}  // namespace isnad::cli
