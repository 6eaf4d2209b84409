// isnad check: new articles against a known timeline.
#include <algorithm>
#include <memory>
#include <set>

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

/// The known articles, and behind them the new ones.
struct Joined {
  std::vector<RawArticle> articles;
  std::size_t known = 0;        ///< how many of them are
  std::set<std::string> fresh;  ///< ids
};

/// An article that is already known word for word is the new one: it can be checked again after it was added.
Joined join(std::vector<RawArticle> known, std::vector<RawArticle> fresh) {
  std::erase_if(known, [&fresh](const RawArticle& old) {
    return std::any_of(fresh.begin(), fresh.end(), [&old](const RawArticle& article) {
      return article.source.id == old.source.id && article.text == old.text;
    });
  });
  std::set<std::string> taken;
  for (const RawArticle& article : known) taken.insert(article.source.id);
  Joined out;
  for (RawArticle& article : fresh) {
    // The known ones keep their ids, which other files may name.
    const std::string id = article.source.id;
    for (std::size_t n = 2; taken.contains(article.source.id); ++n) {
      article.source.id = id + "-" + std::to_string(n);
    }
    taken.insert(article.source.id);
    out.fresh.insert(article.source.id);
  }
  out.known = known.size();
  out.articles = std::move(known);
  out.articles.insert(out.articles.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  return out;
}

/// What a finding is about: its rule and the one place that leads it. More articles against the same place are not a
/// new finding.
using FindingSubject = std::pair<FindingRule, std::string>;

FindingSubject subject_of(const Timeline& timeline, const Finding& finding) {
  const Evidence& first = finding.evidence.front();
  const Document& document = timeline.documents[index(first.span.document)].document;
  return {finding.rule, document.source.id + '\n' + std::string(slice(document.text, first.span))};
}

/// Findings that quote a new article and are about something that was not there without the new ones. To know that, the
/// known articles are assembled by themselves, but only where a place in one of them leads a finding.
std::vector<std::size_t> new_findings(const Timeline& timeline, const Joined& joined,
                                      const std::vector<DocumentAnalysis>& analyses, const Grammar& grammar) {
  const auto is_fresh = [&](const Evidence& e) {
    return joined.fresh.contains(timeline.documents[index(e.span.document)].document.source.id);
  };
  std::vector<std::size_t> quoting;
  bool led_by_known = false;
  for (std::size_t i = 0; i < timeline.audit.findings.size(); ++i) {
    const std::vector<Evidence>& evidence = timeline.audit.findings[i].evidence;
    if (std::none_of(evidence.begin(), evidence.end(), is_fresh)) continue;
    quoting.push_back(i);
    led_by_known = led_by_known || !is_fresh(evidence.front());
  }
  if (!led_by_known) return quoting;
  const auto end = analyses.begin() + static_cast<std::ptrdiff_t>(joined.known);
  const Timeline without = assemble({analyses.begin(), end}, grammar);
  std::set<FindingSubject> known;
  for (const Finding& finding : without.audit.findings) known.insert(subject_of(without, finding));
  std::erase_if(quoting,
                [&](std::size_t i) { return known.contains(subject_of(timeline, timeline.audit.findings[i])); });
  return quoting;
}

/// What is known about the events of the new articles: of a large database, no more than they touch.
Result<std::vector<RawArticle>> known_of(const Session& session, const std::string& path,
                                         const std::vector<RawArticle>& fresh, const Grammar& grammar) {
  if (!is_database_file(path)) return read_timeline(path);
  std::vector<std::int64_t> keys;
  for (const DocumentAnalysis& analysis : analyse_all(session, fresh, grammar, analyze)) {
    const std::vector<std::int64_t> own = article_keys(analysis, grammar);
    keys.insert(keys.end(), own.begin(), own.end());
  }
  return read_touched(path, keys, most_touched * fresh.size());
}

/// The new articles as they are now, against what is known now.
void check_once(Session& session, const CheckOptions& options, const std::vector<Output>& outputs,
                const Settings& settings, const Acceptance& acceptance, const Grammar& grammar) {
  auto fresh = load_articles(session, session.options.paths);
  if (!fresh) return;
  Result<std::vector<RawArticle>> known = known_of(session, options.against, *fresh, grammar);
  if (!known) {
    session.fail(known.error());
    return;
  }
  const Joined joined = join(*std::move(known), *fresh);
  const std::vector<DocumentAnalysis> analyses = analyse_all(session, joined.articles, grammar, analyze);
  Timeline timeline = assemble(analyses, grammar);
  apply_rule_settings(timeline, settings);
  const std::vector<std::size_t> selected =
      left_after(session, acceptance, timeline, new_findings(timeline, joined, analyses, grammar), false);
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
