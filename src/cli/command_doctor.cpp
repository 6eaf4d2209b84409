// isnad doctor: whether the program has what it needs.
#include <fmt/format.h>

#include "cli/build_facts.h"
#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/standard_streams.h"
#include "isnad/report.h"

namespace isnad::cli {
namespace {

void run(Session& session) {
  std::string out;
  const auto say = [&](std::string_view what, const std::string& value) {
    out += fmt::format("{:<12} {}\n", what, value);
  };
  say("isnad", std::string(version));
  for (const auto& [name, value] : build_facts()) say(name, value);
  const std::optional<Grammar> grammar = load_grammar(session);
  if (grammar) {
    for (const Grammar::Summary& s : grammar->summaries()) {
      say("rules/" + s.language, session.text("doctor.rules", {{"patterns", static_cast<std::int64_t>(s.patterns)},
                                                               {"forms", static_cast<std::int64_t>(s.forms)}}));
    }
  }
  const DrawingFacts drawing = drawing_facts();
  say("graphviz", drawing.graphviz_version.empty() ? session.text("doctor.missing") : drawing.graphviz_version);
  say("font",
      drawing.arabic_font + ": " + session.text(drawing.has_arabic ? "doctor.font.arabic" : "doctor.font.no_arabic"));
  if (!drawing.has_arabic) session.raise(Exit::findings);
  say("language", session.language() == Language::ar ? "ar" : "en");
  say("jobs", std::to_string(session.jobs()));
  if (const Result<bool> written = write_output(out); !written) session.fail(written.error());
}

}  // namespace

void add_doctor(CommandLine& line) {
  Command command = line.add("doctor", run);
  command.rules();
}

}  // namespace isnad::cli
