// isnad rules: the rules of the languages, and their examples.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/reading.h"
#include "cli/standard_streams.h"
#include "isnad/claims.h"

namespace isnad::cli {
namespace {

void print(Session& session, const std::string& text) {
  if (const Result<bool> written = write_output(text); !written) session.fail(written.error());
}

void list(Session& session, const Grammar& grammar) {
  std::string out =
      fmt::format("{:<10} {:>8} {:>8} {:>9} {:>9}\n", session.text("rules.language"), session.text("rules.words"),
                  session.text("rules.forms"), session.text("rules.patterns"), session.text("rules.examples_column"));
  for (const Grammar::Summary& s : grammar.summaries()) {
    out += fmt::format("{:<10} {:>8} {:>8} {:>9} {:>9}\n", s.language, s.words, s.forms, s.patterns, s.examples);
  }
  print(session, out);
}

/// The TIMEX3 values of a text published on a day: for examples that state one.
std::vector<std::pair<std::string, std::string>> timexes_of(const Grammar& grammar, const std::string& text,
                                                            const std::string& published) {
  DocumentSource source;
  source.id = "example";
  source.published = published;
  const DocumentAnalysis analysis =
      read_timexes(read_document(DocumentIndex{0}, source, text, grammar.page_cues()), grammar);
  std::vector<std::pair<std::string, std::string>> out;
  for (const Timex& timex : analysis.timexes) {
    out.emplace_back(std::string(slice(analysis.document.text, timex.span)), timex.value);
  }
  return out;
}

std::string line_of(const ExampleFailure& failure) {
  return fmt::format("{}:{}:{}: {}: {}", failure.path, failure.place.line, failure.place.column, failure.rule,
                     failure.message);
}

void test(Session& session, const Grammar& grammar) {
  ExampleReport report = run_examples(grammar, [&grammar](const std::string& text, const std::string& published) {
    return timexes_of(grammar, text, published);
  });
  ExampleReport frames = run_frame_examples(grammar);
  report.run += frames.run;
  std::move(frames.failures.begin(), frames.failures.end(), std::back_inserter(report.failures));
  std::move(frames.known_wrong.begin(), frames.known_wrong.end(), std::back_inserter(report.known_wrong));
  std::string out;
  for (const ExampleFailure& wrong : report.known_wrong) {
    out += session.text("rules.known_wrong", {{"example", line_of(wrong)}}) + "\n";
  }
  for (const ExampleFailure& failure : report.failures) out += line_of(failure) + "\n";
  for (const std::string& rule : grammar.without_examples()) {
    out += session.text("rules.no_example", {{"rule", rule}}) + "\n";
  }
  out += session.text("rules.summary", {{"run", static_cast<std::int64_t>(report.run)},
                                        {"failed", static_cast<std::int64_t>(report.failures.size())}}) +
         "\n";
  print(session, out);
  if (!report.failures.empty() || !grammar.without_examples().empty()) session.raise(Exit::findings);
}

}  // namespace

void add_rules(CommandLine& line) {
  auto action = std::make_shared<std::string>("list");
  Command command = line.add("rules", [action](Session& session) {
    const std::optional<Grammar> grammar = compile_grammar(session);
    if (!grammar) return;
    *action == "test" ? test(session, *grammar) : list(session, *grammar);
  });
  command.argument("ACTION", *action, "rules_action", false, {"list", "test"});
  command.rules();
}

}  // namespace isnad::cli
