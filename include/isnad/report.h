// isnad/report.h - a timeline or its findings, written for people and for machines.
//
// Every function gives the whole output as a string and touches no file. Article text is escaped for the format.
// Same timeline, same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/audit.h"
#include "isnad/messages.h"
#include "isnad/timeml.h"

namespace isnad {

inline constexpr std::string_view version = "0.1.0";
inline constexpr int json_schema_version = 1;

// ------------------------------------------------------------ for machines

/// DESIGN, "JSON": documents (with their decoded text, so that a timeline can be checked against), claims, events,
/// relations, findings.
[[nodiscard]] std::string timeline_json(const Timeline& timeline);
/// The same, one object a line: {"document":...} {"claim":...} {"event":...} {"finding":...}.
[[nodiscard]] std::string timeline_jsonl(const Timeline& timeline);
/// The map step: for each document its line {"document":...} and its claims, without linking.
[[nodiscard]] std::string claims_jsonl(const DocumentAnalysis& analysis);
/// Temporal expressions of one document: JSONL, or a TimeML document.
[[nodiscard]] std::string timex_jsonl(const DocumentAnalysis& analysis);
[[nodiscard]] std::string timeml(const DocumentAnalysis& analysis);

/// Findings for tools. `selected`: indices into timeline.audit.findings, in the order to print.
[[nodiscard]] std::string findings_json(const Timeline& timeline, const std::vector<std::size_t>& selected);
[[nodiscard]] std::string findings_jsonl(const Timeline& timeline, const std::vector<std::size_t>& selected);
/// One line a finding: path:line:column: level: message [rule].
[[nodiscard]] std::string findings_lines(const Timeline& timeline, const std::vector<std::size_t>& selected,
                                         Language language);

/// A file that an article came from, for SARIF.
struct FileHash {
  std::string path;
  std::string sha256;  ///< of the file's bytes
};
/// The files that hold the evidence of findings, sorted.
[[nodiscard]] std::vector<std::string> files_of(const Timeline& timeline, const std::vector<std::size_t>& selected);
/// What GitHub takes; a file that has more is refused. What is left out is told in the file.
/// https://docs.github.com/en/code-security/code-scanning, "SARIF support"
struct SarifLimits {
  std::size_t results = 25'000;   ///< a run; of them GitHub shows 5,000, the gravest first
  std::size_t locations = 1'000;  ///< a result
  std::size_t steps = 10'000;     ///< a result's reasoning
};
[[nodiscard]] std::string findings_sarif(const Timeline& timeline, const std::vector<std::size_t>& selected,
                                         Language language, const std::vector<FileHash>& hashes = {},
                                         const SarifLimits& limits = {});
[[nodiscard]] std::string findings_junit(const Timeline& timeline, const std::vector<std::size_t>& selected,
                                         Language language);
[[nodiscard]] std::string findings_github(const Timeline& timeline, const std::vector<std::size_t>& selected,
                                          Language language);
[[nodiscard]] std::string findings_gitlab(const Timeline& timeline, const std::vector<std::size_t>& selected,
                                          Language language);
/// The same checks of TimeML links as link_check_text, by ids alone, nothing cut: docs/schema/solve-timeml.schema.json.
[[nodiscard]] std::string link_check_json(const std::vector<tml::Analysis>& documents);

// -------------------------------------------------------------- for people

/// What of a timeline is to be shown.
struct Selection {
  std::optional<Instant> from, to;  ///< both included; an event counts where a claim or all together put it there
  bool only_disputed = false;       ///< events that a contradiction is about
  bool only_shared = false;         ///< those, and events that more than one article tells
};
/// The timeline with those events alone, and the findings about them. Its documents stay whole. Events without a date
/// are in no period. O(claims).
[[nodiscard]] Timeline narrowed(Timeline timeline, const Selection& selection);

struct TextStyle {
  Language language = Language::ar;
  bool color = false;  ///< ANSI colours and weights
};

/// Findings as a linter prints them: place, level, message, both excerpts with carets, how each date was reached, who
/// said it through whom, the smallest repair; then a summary line.
[[nodiscard]] std::string findings_text(const Timeline& timeline, const std::vector<std::size_t>& selected,
                                        const TextStyle& style);
/// The timeline as a table for a terminal: date, event, claims by source, disputed ones marked.
[[nodiscard]] std::string timeline_text(const Timeline& timeline, const TextStyle& style);
/// What `isnad solve --from timeml` says of a document: consistent or not, the cycles with the words of each link, the
/// repair, the stretches whose order is open, what no link relates. Long lists are cut, and say so.
[[nodiscard]] std::string link_check_text(const tml::Analysis& analysis, const TextStyle& style);
enum class PictureFormat : std::uint8_t { dot, svg, png, pdf };
/// What lanes stand together for: nothing but time; articles that tell a common event; a place; a kind of event.
enum class PictureGroup : std::uint8_t { none, story, place, type };
/// A lane an event along the axis of time; or the temporal graph: events, what lies between them, and the cycles of
/// claims that cannot all be true.
enum class PictureStyle : std::uint8_t { lanes, graph };
struct PictureOptions {
  Language language = Language::ar;  ///< Arabic runs right to left, English left to right
  PictureGroup group = PictureGroup::none;
  PictureStyle style = PictureStyle::lanes;  ///< of a picture alone; the page shows lanes
};

/// One self-contained page in both languages, that of the options first: the picture, the findings, the claims with
/// their evidence, the articles. From 6,000 claims on it shows what is disputed or told by more than one article, and
/// says what it leaves out: a browser would choke on the rest.
[[nodiscard]] Result<std::string> report_html(const Timeline& timeline, const PictureOptions& options);
/// TimelineJS's spreadsheet.
[[nodiscard]] std::string timelinejs_csv(const Timeline& timeline, Language language);
/// The same events as TimelineJS's JSON.
[[nodiscard]] std::string timelinejs_json(const Timeline& timeline, Language language);
/// The events as schema.org Events (JSON-LD 1.1), each with the articles that tell it; what is disputed is called so in
/// its description, and no side is said to be right.
[[nodiscard]] std::string timeline_jsonld(const Timeline& timeline, Language language);

// ----------------------------------------------------------------- picture

/// The picture of DESIGN, drawn by Graphviz at our own positions. Errors: rendering (no font, too large to be read).
/// Thread-safe: one lock around libgvc.
[[nodiscard]] Result<std::string> draw(const Timeline& timeline, PictureFormat format, const PictureOptions& options);

/// What `doctor` tells of drawing: Graphviz's version, the font that stands in for Arabic, and whether it has the
/// letters.
struct DrawingFacts {
  std::string graphviz_version;
  std::string arabic_font;
  bool has_arabic = false;
};
[[nodiscard]] DrawingFacts drawing_facts();

}  // namespace isnad
