// isnad timeline: a corpus as a whole.
#include <memory>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/selection.h"
#include "cli/timeline_outputs.h"
#include "cli/update_known.h"
#include "isnad/calendar.h"

namespace isnad::cli {
namespace {

struct TimelineOptions {
  std::vector<std::string> claims;
  std::string update;
  std::vector<std::string> forget;
  std::string from, to, group, style = "lanes";
  bool only_disputed = false;
};

/// What is to be shown; nothing where a date cannot be read.
std::optional<Selection> selection_of(Session& session, const TimelineOptions& options) {
  Selection selection;
  selection.only_disputed = options.only_disputed;
  for (const std::string* side : {&options.from, &options.to}) {
    if (side->empty()) continue;
    const auto domain = parse_edtf(*side);
    const Window hull = domain && !domain->empty() ? domain->hull() : Window{};
    if (!hull.bounded()) {
      session.misuse(session.text("bad_period", {{"value", *side}}), session.text("bad_period.remedy"));
      return std::nullopt;
    }
    if (side == &options.from) selection.from = hull.earliest;
    if (side == &options.to) selection.to = hull.latest;
  }
  return selection;
}

PictureGroup group_of(const std::string& name) {
  if (name == "story") return PictureGroup::story;
  if (name == "place") return PictureGroup::place;
  return name == "type" ? PictureGroup::type : PictureGroup::none;
}

/// What programs read is whole; what people look at shows what they ask for.
bool is_for_programs(Format format) {
  return format == Format::json || format == Format::jsonl || format == Format::db;
}

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
    Result<KnownTimeline> known = read_timeline(path);
    if (known) {
      take(known->articles);
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
  const std::optional<Selection> selection = selection_of(session, options);
  if (!selection) return;
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
  std::optional<Timeline> part;
  if (selection->from || selection->to || selection->only_disputed) part = narrowed(timeline, *selection);
  PictureOptions picture;
  picture.group = group_of(options.group);
  picture.style = options.style == "graph" ? PictureStyle::graph : PictureStyle::lanes;
  for (const Output& output : *outputs) {
    const bool only_findings = to_files && output.path == "-" && session.options.format.empty();
    const Timeline& shown = part && !is_for_programs(output.format) ? *part : timeline;
    write_timeline(session, {output}, shown, all_findings(shown), only_findings ? Subject::findings : Subject::timeline,
                   *grammar, picture);
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
  command.option("--from", options->from, "period_from", "DATE");
  command.option("--to", options->to, "period_to", "DATE");
  command.flag("--only-disputed", options->only_disputed, "only_disputed");
  command.option("--group", options->group, "group", "BY", {"story", "place", "type"});
  command.option("--dot-style", options->style, "dot_style", "STYLE", {"lanes", "graph"});
  command.reading();
  command.fail_on();
}

}  // namespace isnad::cli
