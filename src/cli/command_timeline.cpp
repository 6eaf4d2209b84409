// isnad timeline: a corpus as a whole.
#include <memory>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/selection.h"
#include "cli/timeline_outputs.h"
#include "cli/update_known.h"

namespace isnad::cli {
namespace {

struct TimelineOptions {
  std::vector<std::string> claims;
  std::string update;
  std::vector<std::string> forget;
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

/// Adds to a known timeline, or takes out of it, in place of making one.
void update(Session& session, const TimelineOptions& options) {
  if (options.update.empty() || !session.options.outputs.empty() || !session.options.format.empty()) {
    session.misuse(session.text("update_alone"), session.text("update_alone.remedy"));
    return;
  }
  if (options.update.ends_with(".gz")) {
    session.misuse(session.text("add_to_gz"), session.text("add_to_gz.remedy"));
    return;
  }
  if (session.options.paths.empty() && options.claims.empty() && options.forget.empty()) {
    session.misuse(session.text("no_paths"), session.text("no_paths.remedy"));
    return;
  }
  const std::optional<Grammar> grammar = load_grammar(session);
  if (!grammar) return;
  std::vector<RawArticle> articles = gather(session, options);
  if (articles.empty() && options.forget.empty()) return;
  update_known(session, options.update, std::move(articles), options.forget, *grammar);
}

void run(Session& session, const TimelineOptions& options) {
  if (!options.update.empty() || !options.forget.empty()) return update(session, options);
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
    write_timeline(session, {output}, timeline, findings, only_findings ? Subject::findings : Subject::timeline,
                   *grammar);
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
  command.option("--update", options->update, "update", "TIMELINE");
  command.options("--forget", options->forget, "forget", "ARTICLE");
  command.reading();
  command.fail_on();
}

}  // namespace isnad::cli
