// isnad solve: the constraint solver alone.
#include <chrono>
#include <functional>
#include <memory>

#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/standard_streams.h"
#include "cli/verification.h"
#include "isnad/solve.h"
#include "isnad/store.h"

namespace isnad::cli {
namespace {

struct SolveOptions {
  std::string network;
  bool verify = false;
  std::optional<std::uint32_t> budget;  ///< milliseconds
};

/// Says true once so much time has passed from now.
std::function<bool()> after(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  return [end] { return std::chrono::steady_clock::now() >= end; };
}

void run(Session& session, const SolveOptions& options) {
  const auto outputs = plan_outputs(session, {Format::json}, Format::json);
  if (!outputs) return;
  const Result<std::string> json = read_file(options.network);
  if (!json) {
    session.fail(json.error());
    return;
  }
  const Result<solver::Network> network = solver::parse_network(*json, options.network);
  if (!network) {
    session.fail(network.error());
    return;
  }
  solver::SolveOptions limits;
  if (options.budget) limits.stop = after(std::chrono::milliseconds(*options.budget));
  const solver::Solution solution = solver::solve(*network, limits);
  write_outputs(session, *outputs,
                [&](Format) -> Result<std::string> { return solver::to_json(*network, solution) + "\n"; });
  const std::string& fail_on = session.options.fail_on;
  if (solution.status == solver::Status::inconsistent && !fail_on.empty() && fail_on != "never") {
    session.raise(Exit::findings);
  }
  if (!options.verify) return;
  const checker::Report report = verify(*network, solution);
  for (const std::string& fault : report.faults) write_error(session.text("verify.fault", {{"fault", fault}}) + "\n");
  if (!report.faults.empty()) session.raise(Exit::internal);
  if (session.options.quiet || !report.faults.empty()) return;
  write_error(report.unproven == 0
                  ? session.text("verify.confirmed") + "\n"
                  : session.text("verify.unproven", {{"n", static_cast<std::int64_t>(report.unproven)}}) + "\n");
}

}  // namespace

void add_solve(CommandLine& line) {
  auto options = std::make_shared<SolveOptions>();
  Command command = line.add("solve", [options](Session& session) { run(session, *options); });
  command.argument("NETWORK", options->network, "network", true);
  command.flag("--verify", options->verify, "verify");
  command.number("--budget", options->budget, "budget", "MILLISECONDS", 86'400'000);
  command.outputs();
  command.fail_on();
}

}  // namespace isnad::cli
