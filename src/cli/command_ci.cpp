// isnad ci: the corpus against itself, as a build server runs it.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/acceptance.h"
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
  std::string suppressions;
  bool write_baseline = false;
  bool prune_baseline = false;
};

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

void save(Session& session, const Baseline& baseline, std::string_view key, std::size_t n) {
  const Result<bool> written = write_file(baseline.path, baseline_json(baseline));
  if (!written) {
    session.fail(written.error());
  } else if (!session.options.quiet) {
    write_error(session.text(key, {{"path", baseline.path}, {"n", static_cast<std::int64_t>(n)}}) + "\n");
  }
}

/// Takes the entries out of the baseline whose findings are gone.
void prune(Session& session, const Acceptance& acceptance, const Timeline& timeline,
           const std::vector<std::size_t>& findings) {
  Baseline pruned = *acceptance.baseline;
  const std::vector<std::size_t> stale = compare(pruned, timeline, findings).stale;
  for (auto e = stale.rbegin(); e != stale.rend(); ++e) {
    pruned.entries.erase(pruned.entries.begin() + static_cast<std::ptrdiff_t>(*e));
  }
  if (!stale.empty()) save(session, pruned, "baseline_pruned", stale.size());
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
  if (options.prune_baseline && baseline.empty()) {
    session.misuse(session.text("no_baseline"), session.text("no_baseline.remedy"));
    return;
  }
  const auto acceptance =
      load_acceptance(session, *settings, options.suppressions, options.write_baseline ? std::string() : baseline);
  if (!acceptance) return;
  const std::optional<Grammar> grammar = load_grammar(session);
  if (!grammar) return;
  auto articles = load_articles(session, *paths);
  if (!articles) return;
  apply_source_settings(*articles, *settings);
  Timeline timeline = assemble(analyse_all(session, *std::move(articles), *grammar, analyze), *grammar);
  apply_rule_settings(timeline, *settings);

  const bool whole = session.options.paths.empty() && !options.prune_baseline;
  const std::vector<std::size_t> findings = all_findings(timeline);
  const std::vector<std::size_t> selected = left_after(session, *acceptance, timeline, findings, whole);
  if (options.write_baseline) {
    save(session, accept(timeline, selected, baseline), "baseline_written", selected.size());
    return;
  }
  if (options.prune_baseline) prune(session, *acceptance, timeline, findings);
  write_timeline(session, *outputs, timeline, selected, Subject::findings, *grammar);
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
  command.flag("--prune-baseline", options->prune_baseline, "prune_baseline");
  command.option("--suppressions", options->suppressions, "suppressions", "FILE");
  command.outputs();
  command.reading();
  command.fail_on();
}

}  // namespace isnad::cli
