#include "cli/command_solve_timeml.h"

#include <utility>

#include "cli/outputs.h"
#include "cli/verification.h"
#include "isnad/report.h"
#include "isnad/store.h"
#include "isnad/timeml.h"

namespace isnad::cli {

void solve_timeml(Session& session, const std::vector<std::string>& paths, const solver::SolveOptions& options,
                  bool verified) {
  const auto outputs = plan_outputs(session, {Format::text, Format::json}, Format::text);
  if (!outputs) return;
  std::vector<tml::Analysis> checked;
  for (const std::string& path : paths) {
    const Result<std::string> xml = read_file(path);
    if (!xml) {
      session.fail(xml.error());
      continue;
    }
    Result<tml::Document> document = tml::parse(*xml, path);
    if (!document) {
      session.fail(document.error());
      continue;
    }
    Result<tml::Analysis> analysis = tml::analyze(*std::move(document), options);
    if (!analysis) {
      session.fail(analysis.error());
      continue;
    }
    checked.push_back(*std::move(analysis));
  }
  if (checked.empty()) return;  // each file was named with what is wrong with it
  write_outputs(session, *outputs, [&](Format format) -> Result<std::string> {
    if (format == Format::json) return link_check_json(checked);
    std::string out;
    for (const tml::Analysis& analysis : checked) {
      out += link_check_text(analysis, {session.language(), session.color()});
    }
    return out;
  });
  for (const tml::Analysis& analysis : checked) {
    raise_for(session, analysis.solution.status);
    if (!verified) continue;
    report_verification(session, verify(analysis.network.network, analysis.solution), analysis.document.path);
  }
}

}  // namespace isnad::cli
