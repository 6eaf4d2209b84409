// isnad claims: what each article says, without comparing any two.
#include "cli/command.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "isnad/report.h"

namespace isnad::cli {
namespace {

void run(Session& session) {
  const auto outputs = plan_outputs(session, {Format::jsonl}, Format::jsonl);
  if (!outputs || !check_published(session)) return;
  const std::optional<Grammar> grammar = load_grammar(session);
  if (!grammar) return;
  auto articles = load_articles(session, session.options.paths);
  if (!articles) return;
  const auto corpus = analyse_all(session, *std::move(articles), *grammar, analyze);
  write_outputs(session, *outputs, [&corpus](Format) -> Result<std::string> {
    std::string out;
    for (const DocumentAnalysis& analysis : corpus) out += claims_jsonl(analysis);
    return out;
  });
}

}  // namespace

void add_claims(CommandLine& line) {
  Command command = line.add("claims", run);
  command.paths(true);
  command.outputs();
  command.reading();
}

}  // namespace isnad::cli
