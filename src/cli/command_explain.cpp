// isnad explain: a rule of findings in words, or how the times in a text came to their dates.
#include <fmt/format.h>
#include <memory>

#include "cli/command.h"
#include "cli/nearest_word.h"
#include "cli/pipeline.h"
#include "cli/standard_streams.h"
#include "cli/timex_tree.h"
#include "isnad/audit.h"

namespace isnad::cli {
namespace {

std::vector<std::string> rule_names() {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < finding_rule_count; ++i) out.emplace_back(to_string(static_cast<FindingRule>(i)));
  return out;
}

void print(Session& session, const std::string& text) {
  if (const Result<bool> written = write_output(text); !written) session.fail(written.error());
}

/// The trees of the temporal expressions in `text`; nothing where there are none. False: the rules cannot be read.
bool explain_times(Session& session, const std::string& text, std::string& out) {
  if (!check_published(session)) return false;
  const std::optional<Grammar> grammar = load_grammar(session, RuleSet::times);
  if (!grammar) return false;
  DocumentSource source;
  source.published = session.options.published;
  const Document document = read_document(DocumentIndex{0}, source, text, grammar->page_cues());
  const Annotation annotation = grammar->annotate(document);
  std::vector<Timex> timexes = tag(document, *grammar, annotation);
  resolve_all(timexes, document, find_publication(document, timexes).day, {});
  for (const Timex& timex : timexes) {
    out += timex_tree(document, *grammar, annotation, timex, session.language());
  }
  return true;
}

void run(Session& session, const std::string& name) {
  const Language language = session.language();
  if (name.empty()) {
    std::string out;
    for (std::size_t i = 0; i < finding_rule_count; ++i) {
      const RuleDescription& rule = describe(static_cast<FindingRule>(i));
      out += fmt::format("{:<22} {:<8} {}\n", to_string(rule.rule), to_string(rule.level), in(rule.summary, language));
    }
    print(session, out);
    return;
  }
  const std::optional<FindingRule> found = finding_rule(name);
  if (!found) {
    std::string trees;
    if (!explain_times(session, name, trees)) return;
    if (!trees.empty()) return print(session, trees);
    const std::string nearest = nearest_word(name, rule_names());
    session.misuse(
        session.text("unknown_rule", {{"value", name}}),
        nearest.empty() ? session.text("unknown_rule.remedy") : session.text("did_you_mean", {{"word", nearest}}));
    return;
  }
  const RuleDescription& rule = describe(*found);
  print(session, fmt::format("{} ({})\n{}\n\n{}\n\n{}\n  {}\n{}\n  {}\n", name, to_string(rule.level),
                             in(rule.summary, language), in(rule.explanation, language), session.text("explain.bad"),
                             in(rule.bad, language), session.text("explain.good"), in(rule.good, language)));
}

}  // namespace

void add_explain(CommandLine& line) {
  auto name = std::make_shared<std::string>();
  Command command = line.add("explain", [name](Session& session) { run(session, *name); });
  command.argument("RULE", *name, "rule", false);
  command.published();
  command.rules();
}

}  // namespace isnad::cli
