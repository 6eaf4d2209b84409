// isnad ci: the corpus against itself, as a build server runs it.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/selection.h"
#include "cli/standard_streams.h"
#include "cli/timeline_outputs.h"

namespace isnad::cli {
namespace {

constexpr const char* usual_baseline = "isnad-baseline.json";

struct CiOptions {
  std::string baseline;
  bool write_baseline = false;
};

/// A path of the settings, which is relative to their file, as seen from here.
std::string from_settings(const Settings& settings, const std::string& path) {
  return (std::filesystem::path(settings.path).parent_path() / path).lexically_normal().string();
}

/// Where the baseline is; empty where there is none.
std::string baseline_of(const Settings& settings, const CiOptions& options) {
  if (!options.baseline.empty()) return options.baseline;
  if (!settings.baseline.empty()) return from_settings(settings, settings.baseline);
  return options.write_baseline ? from_settings(settings, usual_baseline) : std::string();
}

/// The paths given, or the corpus of the settings.
std::optional<std::vector<std::string>> corpus(Session& session, const Settings& settings) {
  if (!session.options.paths.empty()) return session.options.paths;
  if (settings.corpus.empty()) {
    session.misuse(session.text("no_corpus"), session.text("no_corpus.remedy"));
    return std::nullopt;
  }
  Result<std::vector<std::string>> paths = corpus_paths(settings);
  if (!paths) {
    session.fail(paths.error());
    return std::nullopt;
  }
  // Shown as seen from here, which is what code hosts and editors can follow.
  for (std::string& path : *paths) {
    const std::string near = std::filesystem::path(path).lexically_proximate(std::filesystem::current_path()).string();
    if (!near.starts_with("..")) path = near;
  }
  return *std::move(paths);
}

void run(Session& session, const CiOptions& options) {
  const Result<Settings> settings = find_settings(".");
  if (!settings) {
    session.fail(settings.error());
    return;
  }
  for (const std::string& path : settings->outputs) {
    session.options.outputs.push_back(from_settings(*settings, path));
  }
  const auto outputs = plan_outputs(session, timeline_formats(), Format::text);
  if (!outputs) return;
  const auto paths = corpus(session, *settings);
  if (!paths) return;
  const std::string baseline = baseline_of(*settings, options);
  std::vector<std::string> accepted;
  if (!baseline.empty() && !options.write_baseline) {
    Result<std::vector<std::string>> read = read_baseline(baseline);
    if (!read) {
      session.fail(read.error());
      return;
    }
    accepted = *std::move(read);
  }
  const std::optional<Grammar> grammar = load_grammar(session);
  if (!grammar) return;
  auto articles = load_articles(session, *paths);
  if (!articles) return;
  Timeline timeline = assemble(analyse_all(session, *std::move(articles), *grammar, analyze), *grammar);
  apply_levels(timeline, *settings);

  if (options.write_baseline) {
    const Result<bool> written = write_file(baseline, baseline_json(timeline));
    if (!written) {
      session.fail(written.error());
    } else if (!session.options.quiet) {
      write_error(session.text("baseline_written",
                               {{"path", baseline}, {"n", static_cast<std::int64_t>(timeline.audit.findings.size())}}) +
                  "\n");
    }
    return;
  }
  std::vector<std::size_t> selected = all_findings(timeline);
  std::erase_if(selected, [&](std::size_t i) {
    return std::binary_search(accepted.begin(), accepted.end(), timeline.audit.findings[i].id);
  });
  write_timeline(session, *outputs, timeline, selected, Subject::findings);
  const std::string& fail_on = session.options.fail_on;
  judge(session, timeline, selected, fail_on.empty() ? settings->fail_on : fail_on);
}

}  // namespace

void add_ci(CommandLine& line) {
  auto options = std::make_shared<CiOptions>();
  Command command = line.add("ci", [options](Session& session) { run(session, *options); });
  command.paths(false);
  command.option("--baseline", options->baseline, "baseline", "FILE");
  command.flag("--write-baseline", options->write_baseline, "write_baseline");
  command.outputs();
  command.reading();
  command.fail_on();
}

}  // namespace isnad::cli
