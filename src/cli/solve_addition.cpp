#include "cli/solve_addition.h"

#include "cli/verification.h"
#include "isnad/solve_session.h"
#include "isnad/store.h"

namespace isnad::cli {

void solve_addition(Session& session, const std::vector<Output>& outputs, solver::Network network,
                    const solver::Solution& solution, const std::string& more, bool verify) {
  const Result<std::string> json = read_file(more);
  if (!json) {
    session.fail(json.error());
    return;
  }
  const Result<solver::Network> document = solver::parse_network(*json, more);
  if (!document) {
    session.fail(document.error());
    return;
  }
  const std::optional<solver::Network> known = verify ? std::optional(network) : std::nullopt;
  Result<solver::Session> taking_up = solver::Session::load(std::move(network), solution);
  if (!taking_up) {
    session.fail(taking_up.error());
    return;
  }
  const Result<solver::Addition> addition = taking_up->add(*document);
  if (!addition) {
    Error error = addition.error();
    error.path = more;
    error.place = {0, 0};
    session.fail(error);
    return;
  }
  write_outputs(session, outputs,
                [&](Format) -> Result<std::string> { return solver::to_json(*taking_up, *addition) + "\n"; });
  raise_for(session, addition->status);
  if (known) report_verification(session, cli::verify(*known, *document, *taking_up, *addition));
}

}  // namespace isnad::cli
