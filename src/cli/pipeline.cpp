#include "cli/pipeline.h"

#include "cli/parallel.h"
#include "cli/progress.h"
#include "isnad/calendar.h"

namespace isnad::cli {
namespace {

/// Of so many the annotations are kept: reading them anew takes longer than all else that is asked of them.
constexpr std::size_t few_articles = 64;

}  // namespace

std::optional<Grammar> compile_grammar(Session& session, RuleSet set) {
  std::vector<RuleFile> files;
  if (session.options.rules.empty()) {
    files = embedded_rules();
  } else {
    Result<std::vector<RuleFile>> read = read_rules(session.options.rules);
    if (!read) {
      session.fail(read.error());
      return std::nullopt;
    }
    files = *std::move(read);
  }
  std::erase_if(files, [set](const RuleFile& file) { return !belongs_to(set, file); });
  Result<Grammar> grammar = Grammar::compile(std::move(files));
  if (!grammar) {
    Error error = grammar.error();
    // Paths of rule files are relative to their folder; people want to open them.
    if (!session.options.rules.empty() && !error.path.empty()) {
      const bool slash = session.options.rules.ends_with('/');
      error.path = session.options.rules + (slash ? "" : "/") + error.path;
    }
    session.fail(error);
    return std::nullopt;
  }
  return std::move(grammar).value();
}

std::optional<Grammar> load_grammar(Session& session, RuleSet set) {
  return session.options.rules.empty() ? embedded_grammar(set) : compile_grammar(session, set);
}

bool check_published(Session& session) {
  const std::string& day = session.options.published;
  if (day.empty() || parse_iso_day(day)) return true;
  session.misuse(session.text("bad_published", {{"value", day}}), session.text("bad_published.remedy"));
  return false;
}

std::optional<std::vector<RawArticle>> load_articles(Session& session, const std::vector<std::string>& paths) {
  if (!check_published(session)) return std::nullopt;
  ReadResult read = read_articles(paths, session.options.published);
  session.fail(read.errors);
  if (read.articles.empty()) {
    if (read.errors.empty()) session.misuse(session.text("no_articles"), session.text("no_articles.remedy"));
    return std::nullopt;
  }
  return std::move(read.articles);
}

std::vector<DocumentAnalysis> analyse_all(const Session& session, std::vector<RawArticle> articles,
                                          const Grammar& grammar,
                                          const std::function<DocumentAnalysis(Document, const Grammar&)>& read) {
  std::vector<DocumentAnalysis> out(articles.size());
  const PageCueIndex cues(grammar.page_cues());  // of all articles: to make it costs as much as to read one
  Progress progress(session.progress(), session.text("progress.articles"), articles.size());
  parallel_for(articles.size(), session.jobs(), [&](std::size_t i) {
    RawArticle& article = articles[i];
    const auto number = static_cast<DocumentIndex>(i);
    out[i] = read(read_document(number, std::move(article.source), std::move(article.text), cues), grammar);
    if (articles.size() > few_articles) out[i].annotation.reset();
    progress.advance();
  });
  return out;
}

}  // namespace isnad::cli
