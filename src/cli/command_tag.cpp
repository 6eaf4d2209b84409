// isnad tag: temporal expressions alone.
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "cli/reading.h"
#include "isnad/report.h"

namespace isnad::cli {
namespace {

void run(Session& session) {
  const auto outputs = plan_outputs(session, {Format::jsonl, Format::timeml}, Format::jsonl);
  if (!outputs || !check_published(session)) return;
  const std::optional<Grammar> grammar = load_grammar(session, RuleSet::times);
  if (!grammar) return;
  auto articles = load_articles(session, session.options.paths);
  if (!articles) return;
  const auto corpus = analyse_all(session, *std::move(articles), *grammar, read_timexes);
  write_outputs(session, *outputs, [&corpus](Format format) -> Result<std::string> {
    std::string out;
    for (const DocumentAnalysis& analysis : corpus) {
      out += format == Format::timeml ? timeml(analysis) : timex_jsonl(analysis);
    }
    return out;
  });
}

}  // namespace

void add_tag(CommandLine& line) {
  Command command = line.add("tag", run);
  command.paths(true);
  command.outputs();
  command.reading();
}

}  // namespace isnad::cli
