// Runs the examples that stand beside the frames: each as an article of its own, through the whole reading.
#include <fmt/format.h>

#include <algorithm>

#include "isnad/claims.h"

namespace isnad {
namespace {

std::string_view trigger_of(const DocumentAnalysis& analysis, const Claim& claim) {
  return slice(analysis.document.text, claim.trigger);
}

std::string show(const DocumentAnalysis& analysis, const Claim& claim) {
  std::string out =
      fmt::format("{} \"{}\"", claim.frame.empty() ? claim.type : claim.frame, trigger_of(analysis, claim));
  for (const Participant& p : claim.participants) out += fmt::format(" {}=\"{}\"", p.role, p.name);
  return out;
}

std::string show(const DocumentAnalysis& analysis) {
  std::string out;
  for (const Claim& claim : analysis.claims) out += (out.empty() ? "" : "; ") + show(analysis, claim);
  return out.empty() ? "nothing" : out;
}

/// Does the claim have a participant of this role that is named so?
bool brings(const Claim& claim, std::string_view role, std::string_view words) {
  return std::any_of(claim.participants.begin(), claim.participants.end(),
                     [&](const Participant& p) { return p.role == role && p.name == words; });
}

bool brings_all(const Claim& claim, const Record& arguments) {
  return std::all_of(arguments.fields().begin(), arguments.fields().end(), [&](const auto& field) {
    const auto* words = std::get_if<std::string>(&field.second);
    return words != nullptr && brings(claim, field.first, *words);
  });
}

/// What is wrong; empty where the example comes out as it says.
std::string fault_of(const FrameExample& example, const DocumentAnalysis& analysis) {
  std::vector<const Claim*> told;
  for (const Claim& claim : analysis.claims) {
    const bool here = example.match.empty() || trigger_of(analysis, claim) == example.match;
    if (claim.frame == example.frame && here) told.push_back(&claim);
  }
  if (!example.positive) {
    return told.empty() ? "" : fmt::format("must not be found, but there is {}", show(analysis, *told.front()));
  }
  if (told.empty()) return fmt::format("is not found; there is {}", show(analysis));
  const bool complete =
      std::any_of(told.begin(), told.end(), [&](const Claim* c) { return brings_all(*c, example.arguments); });
  return complete ? "" : fmt::format("has other arguments: {}", show(analysis, *told.front()));
}

}  // namespace

ExampleReport run_frame_examples(const Grammar& grammar) {
  ExampleReport report;
  for (const Grammar::Summary& summary : grammar.summaries()) {
    for (const FrameExample& example : grammar.frame_examples(summary.language)) {
      DocumentSource source;
      source.id = "example";
      source.published = example.published;
      Document document = read_document(DocumentIndex{0}, std::move(source), example.text, grammar.page_cues());
      document.language = summary.language;  // a few words do not always tell their language
      const DocumentAnalysis analysis = analyze(std::move(document), grammar);
      report.note({example.path, example.place, example.frame, fmt::format("\"{}\"", example.text)},
                  example.known_wrong, fault_of(example, analysis));
    }
  }
  return report;
}

}  // namespace isnad
