// isnad check: new articles against a known timeline.
#include <algorithm>
#include <memory>
#include <set>
#include <tuple>

#include "cli/acceptance.h"
#include "cli/command.h"
#include "cli/new_events.h"
#include "cli/pipeline.h"
#include "cli/selection.h"
#include "cli/standard_streams.h"
#include "cli/timeline_outputs.h"
#include "cli/update_known.h"
#include "cli/watch.h"
#include "isnad/report.h"

namespace isnad::cli {
namespace {

struct CheckOptions {
  std::string against;
  std::string suppressions;
  bool add = false;
  bool watch = false;
};

/// What a finding is about: its rule and the words that lead it. More articles against the same words are not a new
/// finding.
using FindingSubject = std::tuple<std::string, std::string, std::string>;  // rule, article, words

FindingSubject subject_of(const KnownFinding& finding) { return {finding.rule, finding.article, finding.place}; }

/// The known articles, and behind them the new ones.
struct Joined {
  std::vector<RawArticle> articles;
  std::size_t known = 0;              ///< how many of them are
  std::set<std::string> fresh;        ///< ids
  std::set<FindingSubject> subjects;  ///< what the known ones contradict by themselves
};

/// An article that is already known word for word, under whatever name, is the new one: it can be checked again after
/// it was added. What only it contradicts is then not known.
Joined join(KnownTimeline known, std::vector<RawArticle> fresh) {
  Joined out;
  std::set<std::string> taken, again;
  for (const RawArticle& old : known.articles) {
    const bool same = std::any_of(fresh.begin(), fresh.end(), [&old](const RawArticle& article) {
      return article.text == old.text && article.source.published == old.source.published;
    });
    (same ? again : taken).insert(old.source.id);
  }
  std::erase_if(known.articles, [&again](const RawArticle& old) { return again.contains(old.source.id); });
  for (const KnownFinding& finding : known.findings) {
    const bool stands =
        finding.others.empty() || std::any_of(finding.others.begin(), finding.others.end(),
                                              [&again](const std::string& other) { return !again.contains(other); });
    if (stands && !again.contains(finding.article)) out.subjects.insert(subject_of(finding));
  }
  for (RawArticle& article : fresh) {
    // The known ones keep their ids, which other files may name.
    const std::string id = article.source.id;
    for (std::size_t n = 2; taken.contains(article.source.id); ++n) {
      article.source.id = id + "-" + std::to_string(n);
    }
    taken.insert(article.source.id);
    out.fresh.insert(article.source.id);
  }
  out.known = known.articles.size();
  out.articles = std::move(known.articles);
  out.articles.insert(out.articles.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  return out;
}

/// Findings that quote a new article and are about something that was not there without the new ones.
std::vector<std::size_t> new_findings(const Timeline& timeline, const Joined& joined) {
  const std::vector<KnownFinding> findings = known_findings(timeline);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const KnownFinding& finding = findings[i];
    const bool quotes = joined.fresh.contains(finding.article) ||
                        std::any_of(finding.others.begin(), finding.others.end(),
                                    [&joined](const std::string& other) { return joined.fresh.contains(other); });
    if (quotes && !joined.subjects.contains(subject_of(finding))) out.push_back(i);
  }
  return out;
}

/// The new articles as they are now, against what is known now.
void check_once(Session& session, const CheckOptions& options, const std::vector<Output>& outputs,
                const Settings& settings, const Acceptance& acceptance, const Grammar& grammar) {
  auto fresh = load_articles(session, session.options.paths);
  if (!fresh) return;
  // Of a large database, no more than the new articles touch.
  Result<KnownTimeline> known = is_database_file(options.against)
                                    ? touched_by(session, options.against, *fresh, grammar)
                                    : read_timeline(options.against);
  if (!known) {
    session.fail(known.error());
    return;
  }
  Joined joined = join(*std::move(known), *fresh);
  apply_source_settings(joined.articles, settings);
  Timeline timeline = assemble(analyse_all(session, joined.articles, grammar, analyze), grammar);
  apply_rule_settings(timeline, settings);
  const std::vector<std::size_t> selected =
      left_after(session, acceptance, timeline, new_findings(timeline, joined), false);
  write_timeline(session, outputs, timeline, selected, Subject::findings, grammar);
  for (const Output& output : outputs) {
    if (output.path != "-" || output.format != Format::text) continue;
    const Result<bool> written = write_output(new_events_text(timeline, joined.known, session.language()));
    if (!written) session.fail(written.error());
  }
  const std::string& fail_on = session.options.fail_on;
  const bool failed = judge(session, timeline, selected, fail_on.empty() ? settings.fail_on : fail_on);
  if (options.add && !failed && session.exit() == Exit::clean)
    update_known(session, options.against, *std::move(fresh), {}, grammar);
}

void run(Session& session, const CheckOptions& options) {
  const auto outputs = plan_outputs(session, timeline_formats(), Format::text);
  if (!outputs || !check_published(session)) return;
  if (options.add && options.against.ends_with(".gz")) {
    session.misuse(session.text("add_to_gz"), session.text("add_to_gz.remedy"));
    return;
  }
  const Result<Settings> settings = find_settings(".");
  if (!settings) {
    session.fail(settings.error());
    return;
  }
  const std::vector<std::string>& paths = session.options.paths;
  if (options.watch && std::find(paths.begin(), paths.end(), "-") != paths.end()) {
    session.misuse(session.text("watch_stdin"), session.text("watch_stdin.remedy"));
    return;
  }
  const auto acceptance = load_acceptance(session, *settings, options.suppressions, {});
  if (!acceptance) return;
  const std::optional<Grammar> grammar = load_grammar(session);
  if (!grammar) return;
  if (!options.watch) return check_once(session, options, *outputs, *settings, *acceptance, *grammar);
  std::vector<std::string> watched = paths;
  watched.push_back(options.against);
  while (true) {
    const std::vector<std::string> before = traces_of(watched);
    check_once(session, options, *outputs, *settings, *acceptance, *grammar);
    wait_for_change(watched, before);
  }
}

}  // namespace

void add_check(CommandLine& line) {
  auto options = std::make_shared<CheckOptions>();
  Command command = line.add("check", [options](Session& session) { run(session, *options); });
  command.paths(true);
  command.option("--against", options->against, "against", "TIMELINE", true);
  command.option("--suppressions", options->suppressions, "suppressions", "FILE");
  command.flag("--watch", options->watch, "watch");
  command.flag("--add", options->add, "add");
  command.outputs();
  command.reading();
  command.fail_on();
}

}  // namespace isnad::cli
