// Findings as a linter prints them.
#include <fmt/format.h>

#include "isnad/messages.h"
#include "isnad/report.h"
#include "report/escape.h"
#include "report/json_values.h"
#include "report/source_file.h"
#include "report/text_excerpt.h"
#include "report/text_style.h"

namespace isnad {
namespace {

class Printer {
 public:
  Printer(const Timeline& timeline, const TextStyle& style)
      : timeline_(timeline), language_(style.language), paint_(style.color) {}

  void finding(const Finding& finding) {
    const Document& document = document_of(timeline_, finding.evidence.front().span.document);
    out_ += fmt::format("{}: {}: {} {}\n", paint_.bold(printable(place_text(finding.evidence.front().span, document))),
                        paint_.level(finding.level, level_name(finding.level)), paint_.bold(text(finding.message)),
                        paint_.dim(fmt::format("[{}]", to_string(finding.rule))));
    for (std::size_t i = 0; i < finding.evidence.size(); ++i) evidence(finding.evidence[i], i == 0);
    for (std::size_t i = 0; i < finding.reasoning.size(); ++i) {
      detail(i == 0 ? message(language_, "text.because") : std::string(), text(finding.reasoning[i]));
    }
    if (finding.repair && !finding.repair->drop.empty()) repair(*finding.repair);
    out_ += '\n';
  }

  void summary(const std::vector<std::size_t>& selected) {
    std::int64_t counts[3] = {0, 0, 0};
    for (const std::size_t i : selected) ++counts[static_cast<std::size_t>(timeline_.audit.findings[i].level)];
    const auto articles = static_cast<std::int64_t>(timeline_.documents.size());
    if (selected.empty()) {
      out_ += message(language_, "text.summary.clean", {{"articles", articles}}) + "\n";
      return;
    }
    out_ += message(language_, "text.summary.found",
                    {{"articles", articles}, {"errors", counts[2]}, {"warnings", counts[1]}, {"notes", counts[0]}}) +
            "\n";
  }

  [[nodiscard]] std::string result() && { return std::move(out_); }

 private:
  [[nodiscard]] std::string text(const Bilingual& both) const { return printable(in(both, language_)); }

  [[nodiscard]] std::string level_name(Level level) const {
    switch (level) {
      case Level::error:
        return message(language_, "text.level.error");
      case Level::warning:
        return message(language_, "text.level.warning");
      case Level::note:
        break;
    }
    return message(language_, "text.level.note");
  }

  /// A line below an excerpt. Without a name it goes on with what the line before began.
  void detail(const std::string& name, const std::string& content) {
    if (content.empty()) return;
    out_ += fmt::format("       {} {}{}\n", paint_.dim("="), name.empty() ? "" : name + ": ", content);
  }

  void evidence(const Evidence& evidence, bool first) {
    const Document& document = document_of(timeline_, evidence.span.document);
    const LineColumn at = place(document, evidence.span.begin);
    const std::string label = text(evidence.label);
    if (first) {
      if (!label.empty()) out_ += fmt::format("  {}\n", label);
    } else {
      out_ += fmt::format("  {}:{}\n", paint_.bold(printable(place_text(evidence.span, document))),
                          label.empty() ? "" : " " + label);
    }
    excerpt(excerpt_of(document, evidence.span), at.line);
    for (std::size_t i = 0; i < evidence.derivation.size(); ++i) {
      detail(i == 0 ? message(language_, "text.dated") : std::string(), text(evidence.derivation[i]));
    }
    if (!evidence.attribution.empty()) {
      detail(message(language_, "text.attribution"), printable(evidence.attribution));
    }
  }

  void excerpt(const Excerpt& excerpt, std::uint32_t line) {
    out_ += fmt::format("{} ", paint_.dim(fmt::format("{:>6} |", line)));
    if (excerpt.reordered) {
      // A row of carets would stand below other letters: terminals reorder right-to-left text, each in its own way.
      out_ +=
          fmt::format("{}\xE2\x9F\xA6{}\xE2\x9F\xA7{}\n", excerpt.before, paint_.marked(excerpt.marked), excerpt.after);
      return;
    }
    out_ += excerpt.before + excerpt.marked + excerpt.after + "\n";
    out_ += fmt::format("{} {}{}\n", paint_.dim("       |"), std::string(display_width(excerpt.before), ' '),
                        paint_.marked(std::string(std::max<std::size_t>(display_width(excerpt.marked), 1), '^')));
  }

  void repair(const Repair& repair) {
    std::string names;
    for (const ClaimRef& ref : repair.drop) {
      const Claim& claim = claim_of(timeline_, ref);
      const Document& document = document_of(timeline_, ref.document);
      constexpr std::size_t longest = 60;
      names += fmt::format("{}{} \"{}\"", names.empty() ? "" : "; ", claim.id,
                           shortened(printable(slice(document.text, claim.span)), longest));
    }
    detail(message(language_, "text.repair"), names);
    if (!repair.instead.empty()) detail(message(language_, "text.instead"), repair.instead);
  }

  const Timeline& timeline_;
  Language language_;
  Paint paint_;
  std::string out_;
};

}  // namespace

std::string findings_text(const Timeline& timeline, const std::vector<std::size_t>& selected, const TextStyle& style) {
  Printer printer(timeline, style);
  for (const std::size_t i : selected) printer.finding(timeline.audit.findings[i]);
  printer.summary(selected);
  return std::move(printer).result();
}

}  // namespace isnad
