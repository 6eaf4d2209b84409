#include "cli/timeline_outputs.h"

#include "isnad/report.h"
#include "isnad/store.h"

namespace isnad::cli {
namespace {

Result<std::string> render(const Session& session, Format format, bool to_terminal, const Timeline& timeline,
                           const std::vector<std::size_t>& selected, Subject subject, PictureOptions options) {
  const Language language = session.language();
  const TextStyle style{language, to_terminal && session.color()};
  options.language = language;
  const bool whole = subject == Subject::timeline;
  const auto picture = [&](PictureFormat f) { return draw(timeline, f, options); };
  switch (format) {
    case Format::text:
      if (!whole) return findings_text(timeline, selected, style);
      return timeline_text(timeline, style) + "\n" + findings_text(timeline, selected, style);
    case Format::json:
      return whole ? timeline_json(timeline) : findings_json(timeline, selected);
    case Format::jsonl:
      return whole ? timeline_jsonl(timeline) : findings_jsonl(timeline, selected);
    case Format::sarif:
      return findings_sarif(timeline, selected, language, hash_files(files_of(timeline, selected)));
    case Format::lines:
      return findings_lines(timeline, selected, language);
    case Format::junit:
      return findings_junit(timeline, selected, language);
    case Format::github:
      return findings_github(timeline, selected, language);
    case Format::gitlab:
      return findings_gitlab(timeline, selected, language);
    case Format::dot:
      return picture(PictureFormat::dot);
    case Format::svg:
      return picture(PictureFormat::svg);
    case Format::png:
      return picture(PictureFormat::png);
    case Format::pdf:
      return picture(PictureFormat::pdf);
    case Format::html:
      return report_html(timeline, options);
    case Format::csv:
      return timelinejs_csv(timeline, language);
    case Format::timelinejs:
      return timelinejs_json(timeline, language);
    case Format::jsonld:
      return timeline_jsonld(timeline, language);
    case Format::timeml:
    case Format::db:
      break;
  }
  assert(false);  // not among timeline_formats(), or written by write_database
  return std::string();
}

}  // namespace

const std::vector<Format>& timeline_formats() {
  static const std::vector<Format> formats{
      Format::text,   Format::json,   Format::jsonl,      Format::sarif,  Format::lines, Format::junit,
      Format::github, Format::gitlab, Format::dot,        Format::svg,    Format::png,   Format::pdf,
      Format::html,   Format::csv,    Format::timelinejs, Format::jsonld, Format::db};
  return formats;
}

void write_timeline(Session& session, const std::vector<Output>& outputs, const Timeline& timeline,
                    const std::vector<std::size_t>& selected, Subject subject, const Grammar& grammar,
                    const PictureOptions& options) {
  for (const Output& output : outputs) {
    if (output.format == Format::db) {
      const Result<bool> written =
          write_database(output.path, known_articles(timeline, grammar), known_findings(timeline));
      if (!written) session.fail(written.error());
      continue;
    }
    write_outputs(session, {output}, [&](Format format) {
      return render(session, format, output.path == "-", timeline, selected, subject, options);
    });
  }
}

}  // namespace isnad::cli
