// isnad timeline: a corpus as a whole.
#include <memory>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/selection.h"
#include "cli/timeline_outputs.h"

namespace isnad::cli {
namespace {

struct TimelineOptions {
  std::vector<std::string> claims;
};

/// The articles of the paths, and those that claims files bring; none where none could be read.
std::vector<RawArticle> gather(Session& session, const TimelineOptions& options) {
  std::vector<RawArticle> out;
  const auto take = [&out](std::vector<RawArticle>& articles) {
    for (RawArticle& article : articles) out.push_back(std::move(article));
  };
  if (!session.options.paths.empty()) {
    if (auto loaded = load_articles(session, session.options.paths)) take(*loaded);
  }
  for (const std::string& path : options.claims) {
    Result<std::vector<RawArticle>> known = read_timeline(path);
    if (known) {
      take(*known);
    } else {
      session.fail(known.error());
    }
  }
  order_articles(out);
  return out;
}

void run(Session& session, const TimelineOptions& options) {
  // With files to write, standard output shows the findings; without, the timeline too.
  const bool to_files = !session.options.outputs.empty();
  auto outputs = plan_outputs(session, timeline_formats(), Format::text);
  if (!outputs || !check_published(session)) return;
  if (session.options.paths.empty() && options.claims.empty()) {
    session.misuse(session.text("no_paths"), session.text("no_paths.remedy"));
    return;
  }
  const std::optional<Grammar> grammar = load_grammar(session);
  if (!grammar) return;

  std::vector<RawArticle> articles = gather(session, options);
  if (articles.empty()) return;

  const Timeline timeline = assemble(analyse_all(session, std::move(articles), *grammar, analyze), *grammar);
  const std::vector<std::size_t> findings = all_findings(timeline);
  for (const Output& output : *outputs) {
    const bool only_findings = to_files && output.path == "-" && session.options.format.empty();
    write_timeline(session, {output}, timeline, findings, only_findings ? Subject::findings : Subject::timeline);
  }
  judge(session, timeline, findings, session.options.fail_on);
}

}  // namespace

void add_timeline(CommandLine& line) {
  auto options = std::make_shared<TimelineOptions>();
  Command command = line.add("timeline", [options](Session& session) { run(session, *options); });
  command.paths(false);
  command.outputs();
  command.options("--claims", options->claims, "claims", "FILE");
  command.reading();
  command.fail_on();
}

}  // namespace isnad::cli
