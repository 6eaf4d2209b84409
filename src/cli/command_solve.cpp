// isnad solve: the constraint solver alone.
#include <memory>

#include "cli/command.h"
#include "cli/command_solve_timeml.h"
#include "cli/outputs.h"
#include "cli/verification.h"
#include "isnad/solve.h"
#include "isnad/store.h"

namespace isnad::cli {
namespace {

struct SolveOptions {
  std::vector<std::string> networks;
  std::string from = "json";
  bool verify = false;
};

void run(Session& session, const SolveOptions& options) {
  if (options.from == "timeml") {
    solve_timeml(session, options.networks, {}, options.verify);
    return;
  }
  if (options.networks.size() > 1) {
    session.misuse(session.text("one_network"), session.text("one_network.remedy"));
    return;
  }
  const std::string& path = options.networks.front();
  const auto outputs = plan_outputs(session, {Format::json}, Format::json);
  if (!outputs) return;
  const Result<std::string> json = read_file(path);
  if (!json) {
    session.fail(json.error());
    return;
  }
  const Result<solver::Network> network = solver::parse_network(*json, path);
  if (!network) {
    session.fail(network.error());
    return;
  }
  const solver::Solution solution = solver::solve(*network);
  write_outputs(session, *outputs,
                [&](Format) -> Result<std::string> { return solver::to_json(*network, solution) + "\n"; });
  raise_for(session, solution.status);
  if (options.verify) report_verification(session, verify(*network, solution));
}

}  // namespace

void add_solve(CommandLine& line) {
  auto options = std::make_shared<SolveOptions>();
  Command command = line.add("solve", [options](Session& session) { run(session, *options); });
  command.arguments("NETWORK", options->networks, "network");
  command.option("--from", options->from, "from", "FORMAT", {"json", "timeml"});
  command.flag("--verify", options->verify, "verify");
  command.outputs();
  command.fail_on();
}

}  // namespace isnad::cli
