// What cannot all be true: both sides quoted, how each date was reached, the least to give up.
#include "report/escape.h"
#include "report/html_parts.h"
#include "report/json_values.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

std::string link_to(const Page& page, ClaimRef ref) {
  const Claim& claim = claim_of(page.timeline, ref);
  return "<a href=\"#" + picture::anchor("claim-", claim.id) + "\"><bdi>" + escaped(page.names[index(ref.document)]) +
         " \u00B6" + std::to_string(ref.claim + 1) + "</bdi></a>";
}

std::string side(const Page& page, const Evidence& evidence, bool odd) {
  const Document& document = document_of(page.timeline, evidence.span.document);
  const ClaimRef* claim = evidence.claim ? &*evidence.claim : nullptr;
  const LineColumn where = place(document, evidence.span.begin);
  std::string out = odd ? "<div class=\"side odd\">" : "<div class=\"side\">";
  out += source_chip(page, evidence.span.document) + " <span class=\"label\">" + both(evidence.label) + "</span>\n";
  out += "<blockquote" + language_attributes(document) + ">" + quotation(page, evidence.span, claim) +
         "</blockquote>\n<div class=\"chain\">";
  if (claim != nullptr) out += chain_words(claim_of(page.timeline, *claim));
  out += "</div>\n<div class=\"place\">" +
         say("html.place", {{"line", std::int64_t{where.line}}, {"column", std::int64_t{where.column}}});
  if (claim != nullptr) out += " \u00B7 " + link_to(page, *claim);
  return out + "</div>\n" + steps(evidence.derivation, "ul") + "</div>\n";
}

std::string repair_words(const Page& page, const Repair& repair) {
  std::string claims;
  for (const ClaimRef& ref : repair.drop) claims += (claims.empty() ? "" : ", ") + link_to(page, ref);
  std::string out = say("html.repair") + " " + claims;
  if (!repair.instead.empty()) {
    const auto domain = parse_edtf(repair.instead);
    out += "<br>" + say([&](Language language) {
             const std::string words = domain && !domain->empty() ? page.dates(language).window(domain->hull()) : "";
             return message(language, "html.repair.instead", {{"date", words.empty() ? repair.instead : words}});
           });
  }
  return "<p class=\"repair\">" + out + "</p>\n";
}

/// The articles that it quotes and its claims, for filters and for the evidence.
std::string data(const Page& page, const Finding& finding) {
  std::string sources;
  std::string claims;
  for (const Evidence& evidence : finding.evidence) {
    sources += (sources.empty() ? "" : " ") + std::to_string(index(evidence.span.document));
    if (!evidence.claim) continue;
    claims += (claims.empty() ? "" : " ") + picture::anchor("claim-", claim_of(page.timeline, *evidence.claim).id);
  }
  return " data-rule=\"" + std::string(to_string(finding.rule)) + "\" data-sources=\"" + sources + "\" data-claims=\"" +
         claims + "\"";
}

std::string finding(const Page& page, const Finding& finding, Language language) {
  const std::string level(to_string(finding.level));
  const std::string id = picture::anchor("finding-", finding.id);
  std::string out = "<article class=\"finding " + level + "\" id=\"" + id + "\"" + data(page, finding) + ">\n";
  out += "<p><span class=\"badge\">" + say("html.level." + level) + "</span>" +
         say("picture.rule." + std::string(to_string(finding.rule))) + " <a class=\"permalink\" href=\"#" + id + "\"" +
         say_in("aria-label", message("html.permalink"), language) + ">\u00B6</a></p>\n";
  out += "<p class=\"message\">" + both(finding.message) + "</p>\n<div class=\"sides\">\n";
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    out += side(page, finding.evidence[i], i == 0 && finding.evidence.size() > 1);
  }
  out += "</div>\n";
  if (!finding.reasoning.empty()) {
    out += "<p class=\"why\">" + say("html.reasoning") + "</p>" + steps(finding.reasoning, "ol");
  }
  if (finding.repair && !finding.repair->drop.empty()) out += repair_words(page, *finding.repair);
  return out + "</article>\n";
}

}  // namespace

std::string findings_section(const Page& page, Language language) {
  std::string out = "<section id=\"findings\">\n<h2>" + say("html.findings") + "</h2>\n";
  const auto& findings = page.timeline.audit.findings;
  if (findings.empty()) out += "<p class=\"quiet\">" + say("html.findings.none") + "</p>\n";
  for (const Finding& one : findings) out += finding(page, one, language);
  return out + "</section>\n";
}

}  // namespace isnad::html
