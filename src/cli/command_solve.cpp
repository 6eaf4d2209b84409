// isnad solve: the constraint solver alone.
#include <chrono>
#include <functional>
#include <memory>

#include "cli/command.h"
#include "cli/command_solve_timeml.h"
#include "cli/outputs.h"
#include "cli/solve_addition.h"
#include "cli/verification.h"
#include "isnad/solve.h"
#include "isnad/store.h"

namespace isnad::cli {
namespace {

struct SolveArguments {
  std::vector<std::string> networks;
  std::string from = "json";
  std::string add;
  bool verify = false;
  std::optional<std::uint32_t> budget;  ///< milliseconds
};

/// Says true once so much time has passed from now.
std::function<bool()> after(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  return [end] { return std::chrono::steady_clock::now() >= end; };
}

void run(Session& session, const SolveArguments& arguments) {
  solver::SolveOptions limits;
  if (arguments.budget) limits.stop = after(std::chrono::milliseconds(*arguments.budget));
  if (arguments.from == "timeml") {
    solve_timeml(session, arguments.networks, limits, arguments.verify);
    return;
  }
  if (arguments.networks.size() > 1) {
    session.misuse(session.text("one_network"), session.text("one_network.remedy"));
    return;
  }
  const std::string& path = arguments.networks.front();
  const auto outputs = plan_outputs(session, {Format::json}, Format::json);
  if (!outputs) return;
  const Result<std::string> json = read_file(path);
  if (!json) {
    session.fail(json.error());
    return;
  }
  Result<solver::Network> network = solver::parse_network(*json, path);
  if (!network) {
    session.fail(network.error());
    return;
  }
  const solver::Solution solution = solver::solve(*network, limits);
  if (!arguments.add.empty()) {
    solve_addition(session, *outputs, std::move(*network), solution, arguments.add, arguments.verify);
    return;
  }
  write_outputs(session, *outputs,
                [&](Format) -> Result<std::string> { return solver::to_json(*network, solution) + "\n"; });
  raise_for(session, solution.status);
  if (arguments.verify) report_verification(session, verify(*network, solution));
}

}  // namespace

void add_solve(CommandLine& line) {
  auto arguments = std::make_shared<SolveArguments>();
  Command command = line.add("solve", [arguments](Session& session) { run(session, *arguments); });
  command.arguments("NETWORK", arguments->networks, "network");
  command.option("--from", arguments->from, "from", "FORMAT", {"json", "timeml"});
  command.option("--add", arguments->add, "add_claims", "FILE");
  command.flag("--verify", arguments->verify, "verify");
  command.number("--budget", arguments->budget, "budget", "MILLISECONDS", 86'400'000);
  command.outputs();
  command.fail_on();
}

}  // namespace isnad::cli
