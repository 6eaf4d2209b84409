// SARIF 2.1.0 (OASIS, 2020): findings for code hosts and editors.
//
// Each result has the odd one out as its location, the other places as related locations that its message links to
// (3.11.6), and the way from each sentence to the contradiction as a code flow (3.36). What a code host would refuse is
// left out, and told as a notification (3.20.21).
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "isnad/report.h"
#include "report/escape.h"
#include "report/json_values.h"
#include "report/source_file.h"

namespace isnad {
namespace {

std::string text_json(std::string_view text) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.member("text", text);
  json.end_object();
  return json.result();
}

/// The name of a rule as SARIF has it, beside its id: "date-conflict" -> "DateConflict".
std::string pascal_case(std::string_view id) {
  std::string out;
  bool begins = true;
  for (const char c : id) {
    if (c != '-') out += begins ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '-';
  }
  return out;
}

/// What GitHub calls a note.
std::string_view problem_severity(Level level) { return level == Level::note ? "recommendation" : to_string(level); }

/// `[words](id)` in a message leads to the related location of that id.
std::string link(std::string_view words, std::size_t id) {
  std::string out = "[";
  for (const char c : words) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out + fmt::format("]({})", id);
}

class Sarif {
 public:
  Sarif(const Timeline& timeline, Language language, const std::vector<FileHash>& hashes, const SarifLimits& limits)
      : timeline_(timeline), language_(language), limits_(limits) {
    for (const FileHash& hash : hashes) hashes_[hash.path] = hash.sha256;
  }

  std::string write(std::vector<std::size_t> selected) {
    if (selected.size() > limits_.results) {
      left_out_.push_back(fmt::format("{} of {} findings are left out: a run may have {} results",
                                      selected.size() - limits_.results, selected.size(), limits_.results));
      selected.resize(limits_.results);  // by level, errors first
    }
    json_.begin_object();
    json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.member("version", "2.1.0");
    json_.key("runs");
    json_.begin_array();
    json_.begin_object();
    tool();
    json_.member("language", language_ == Language::ar ? "ar" : "en-US");
    json_.member("columnKind", "unicodeCodePoints");
    artifacts(selected);
    json_.key("results");
    json_.begin_array();
    for (const std::size_t i : selected) result(timeline_.audit.findings[i]);
    json_.end_array();
    invocation();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    return json_.result() + "\n";
  }

 private:
  [[nodiscard]] std::string words(const Bilingual& both) const { return printable(in(both, language_)); }

  void text(std::string_view name, std::string_view content) {
    json_.key(name);
    json_.raw(text_json(content));
  }

  void tool() {
    json_.key("tool");
    json_.begin_object();
    json_.key("driver");
    json_.begin_object();
    json_.member("name", "isnad");
    json_.member("version", version);
    json_.member("semanticVersion", version);
    json_.key("rules");
    json_.begin_array();
    for (std::size_t i = 0; i < finding_rule_count; ++i) rule(describe(static_cast<FindingRule>(i)));
    json_.end_array();
    json_.end_object();
    json_.end_object();
  }

  void rule(const RuleDescription& rule) {
    const std::string explanation = in(rule.explanation, language_);
    const std::string bad = in(rule.bad, language_);
    const std::string good = in(rule.good, language_);
    json_.begin_object();
    json_.member("id", to_string(rule.rule));
    json_.member("name", pascal_case(to_string(rule.rule)));
    text("shortDescription", in(rule.summary, language_));
    text("fullDescription", explanation);
    json_.key("help");
    json_.begin_object();
    json_.member("text", explanation + "\n\n" + bad + "\n\n" + good);
    json_.member("markdown", fmt::format("{}\n\n> \xE2\x9C\x98 {}\n\n> \xE2\x9C\x94 {}\n", explanation, bad, good));
    json_.end_object();
    json_.key("defaultConfiguration");
    json_.begin_object();
    json_.member("level", to_string(rule.level));
    json_.end_object();
    json_.key("properties");
    json_.begin_object();
    json_.member("precision", "high");
    json_.member("problem.severity", problem_severity(rule.level));
    json_.key("tags");
    json_.raw("[\"news\"]");
    json_.end_object();
    json_.end_object();
  }

  /// The files that results name, each once, in the order in which they are named.
  void artifacts(const std::vector<std::size_t>& selected) {
    json_.key("artifacts");
    json_.begin_array();
    for (const std::size_t i : selected) {
      for (const Evidence& evidence : timeline_.audit.findings[i].evidence) {
        const DocumentSource& source = document_of(timeline_, evidence.span.document).source;
        const auto [at, is_new] = artifact_.try_emplace(uri_of(source), artifact_.size());
        if (!is_new) continue;
        json_.begin_object();
        json_.key("location");
        json_.begin_object();
        json_.member("uri", at->first);
        json_.end_object();
        if (const auto hash = hashes_.find(file_of(source)); hash != hashes_.end()) {
          json_.key("hashes");
          json_.begin_object();
          json_.member("sha-256", hash->second);
          json_.end_object();
        }
        json_.end_object();
      }
    }
    json_.end_array();
  }

  void physical_location(const SourceSpan& span) {
    const Document& document = document_of(timeline_, span.document);
    const std::string uri = uri_of(document.source);
    json_.key("physicalLocation");
    json_.begin_object();
    json_.key("artifactLocation");
    json_.begin_object();
    json_.member("uri", uri);
    json_.member("index", artifact_.at(uri));
    json_.end_object();
    // A place in a text that was taken out of the file would mark something else.
    if (places_hold(document.source)) {
      const Region region = region_of(span, document);
      json_.key("region");
      json_.begin_object();
      json_.member("startLine", region.begin.line);
      json_.member("startColumn", region.begin.column);
      json_.member("endLine", region.end.line);
      json_.member("endColumn", region.end.column);
      text("snippet", slice(document.text, span));
      json_.end_object();
    }
    json_.end_object();
    json_.key("logicalLocations");
    json_.begin_array();
    json_.begin_object();
    json_.member("name", document.source.id);
    json_.end_object();
    json_.end_array();
  }

  /// The members of a location, within an open object.
  void location(const SourceSpan& span, const std::string& said) {
    physical_location(span);
    if (!said.empty()) text("message", said);
  }

  /// What is wrong, and a link to each of the other places.
  [[nodiscard]] std::string message_of(const Finding& finding, std::size_t related) const {
    std::string out = words(finding.message);
    for (std::size_t i = 1; i <= related; ++i) {
      const Evidence& evidence = finding.evidence[i];
      const Document& document = document_of(timeline_, evidence.span.document);
      const std::string label = words(evidence.label);
      out += "\n" + link(printable(place_text(evidence.span, document)), i) + (label.empty() ? "" : ": " + label);
    }
    return out;
  }

  void code_flow(const Finding& finding) {
    struct Step {
      SourceSpan span;
      std::string said;
    };
    std::vector<Step> steps;
    for (const Evidence& evidence : finding.evidence) {
      steps.push_back({evidence.span, words(evidence.label)});
      for (const Bilingual& step : evidence.derivation) steps.push_back({evidence.span, words(step)});
    }
    for (const Bilingual& step : finding.reasoning) steps.push_back({finding.evidence.front().span, words(step)});
    std::erase_if(steps, [](const Step& step) { return step.said.empty(); });
    if (steps.empty()) return;
    if (steps.size() > limits_.steps) {
      left_out_.push_back(fmt::format("{}: {} of {} steps of reasoning are left out", finding.id,
                                      steps.size() - limits_.steps, steps.size()));
      steps.resize(limits_.steps);
    }
    json_.key("codeFlows");
    json_.begin_array();
    json_.begin_object();
    json_.key("threadFlows");
    json_.begin_array();
    json_.begin_object();
    json_.key("locations");
    json_.begin_array();
    for (const Step& step : steps) {
      json_.begin_object();
      json_.key("location");
      json_.begin_object();
      location(step.span, step.said);
      json_.end_object();
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  void result(const Finding& finding) {
    const std::size_t others = finding.evidence.size() - 1;
    const std::size_t related = std::min(others, limits_.locations);
    if (related < others) {
      left_out_.push_back(fmt::format("{}: {} of {} places are left out", finding.id, others - related, others));
    }
    json_.begin_object();
    json_.member("ruleId", to_string(finding.rule));
    json_.member("ruleIndex", static_cast<std::int64_t>(finding.rule));
    json_.member("level", to_string(finding.level));
    text("message", message_of(finding, related));
    json_.key("locations");
    json_.begin_array();
    json_.begin_object();
    location(finding.evidence.front().span, words(finding.evidence.front().label));
    json_.end_object();
    json_.end_array();
    json_.key("relatedLocations");
    json_.begin_array();
    for (std::size_t i = 1; i <= related; ++i) {
      json_.begin_object();
      json_.member("id", i);
      location(finding.evidence[i].span, words(finding.evidence[i].label));
      json_.end_object();
    }
    json_.end_array();
    code_flow(finding);
    json_.key("partialFingerprints");
    json_.begin_object();
    json_.member("isnadFinding/v1", finding.id);
    // The one that GitHub compares; without it, it would take the words of the whole line.
    json_.member("primaryLocationLineHash", finding.id);
    json_.end_object();
    json_.end_object();
  }

  void invocation() {
    json_.key("invocations");
    json_.begin_array();
    json_.begin_object();
    json_.member("executionSuccessful", true);
    json_.key("toolExecutionNotifications");
    json_.begin_array();
    for (const std::string& note : left_out_) {
      json_.begin_object();
      json_.member("level", "warning");
      text("message", note);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
    json_.end_array();
  }

  const Timeline& timeline_;
  Language language_;
  SarifLimits limits_;
  std::map<std::string, std::string> hashes_;    // by path
  std::map<std::string, std::size_t> artifact_;  // number by URI
  std::vector<std::string> left_out_;
  JsonWriter json_{JsonLayout::pretty};
};

}  // namespace

std::string findings_sarif(const Timeline& timeline, const std::vector<std::size_t>& selected, Language language,
                           const std::vector<FileHash>& hashes, const SarifLimits& limits) {
  return Sarif(timeline, language, hashes, limits).write(selected);
}

std::vector<std::string> files_of(const Timeline& timeline, const std::vector<std::size_t>& selected) {
  std::vector<std::string> out;
  for (const std::size_t i : selected) {
    for (const Evidence& evidence : timeline.audit.findings[i].evidence) {
      out.push_back(file_of(document_of(timeline, evidence.span.document).source));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace isnad
