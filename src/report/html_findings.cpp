// What cannot all be true: both sides quoted, how each date was reached, the least to give up.
#include "report/escape.h"
#include "report/html_parts.h"
#include "report/json_values.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

std::string steps(const Page& page, const std::vector<Bilingual>& texts, const char* tag) {
  if (texts.empty()) return {};
  std::string out = std::string("<") + tag + " class=\"steps\">";
  for (const Bilingual& text : texts) out += "<li>" + page.text(text) + "</li>";
  return out + "</" + tag + ">\n";
}

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
  out +=
      source_chip(page, evidence.span.document) + " <span class=\"label\">" + page.text(evidence.label) + "</span>\n";
  out += "<blockquote" + language_attributes(document) + ">" + quotation(page, evidence.span, claim) +
         "</blockquote>\n<div class=\"chain\">";
  if (claim != nullptr) out += chain_words(page, claim_of(page.timeline, *claim));
  out +=
      "</div>\n<div class=\"place\">" +
      xml_escaped(page.say("html.place", {{"line", std::int64_t{where.line}}, {"column", std::int64_t{where.column}}}));
  if (claim != nullptr) out += " \u00B7 " + link_to(page, *claim);
  out += "</div>\n" + steps(page, evidence.derivation, "ul");
  return out + "</div>\n";
}

std::string repair_words(const Page& page, const Repair& repair) {
  std::string claims;
  for (const ClaimRef& ref : repair.drop) claims += (claims.empty() ? "" : ", ") + link_to(page, ref);
  // The sentence is escaped before the links come in; no message holds this mark.
  std::string out = xml_escaped(page.say("html.repair", {{"claims", "@@"}}));
  if (const std::size_t at = out.find("@@"); at != std::string::npos) out.replace(at, 2, claims);
  if (!repair.instead.empty()) {
    const auto domain = parse_edtf(repair.instead);
    const std::string words = domain && !domain->empty() ? page.dates.window(domain->hull()) : std::string();
    const std::string date = words.empty() ? printable(repair.instead) : words;
    out += "<br>" + xml_escaped(page.say("html.repair.instead", {{"date", date}}));
  }
  return "<p class=\"repair\">" + out + "</p>\n";
}

std::string finding(const Page& page, const Finding& finding) {
  const std::string level(to_string(finding.level));
  std::string out =
      "<article class=\"finding " + level + "\" id=\"" + picture::anchor("finding-", finding.id) + "\">\n";
  out += "<p><span class=\"badge\">" + xml_escaped(page.say("html.level." + level)) + "</span>" +
         xml_escaped(page.say("picture.rule." + std::string(to_string(finding.rule)))) +
         " <a class=\"permalink\" href=\"#" + picture::anchor("finding-", finding.id) + "\" title=\"" +
         xml_escaped(page.say("html.permalink")) + "\">\u00B6</a></p>\n";
  out += "<p class=\"message\">" + page.text(finding.message) + "</p>\n<div class=\"sides\">\n";
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    out += side(page, finding.evidence[i], i == 0 && finding.evidence.size() > 1);
  }
  out += "</div>\n";
  if (!finding.reasoning.empty()) {
    out +=
        "<p class=\"why\">" + xml_escaped(page.say("html.reasoning")) + "</p>" + steps(page, finding.reasoning, "ol");
  }
  if (finding.repair && !finding.repair->drop.empty()) out += repair_words(page, *finding.repair);
  return out + "</article>\n";
}

}  // namespace

std::string findings_section(const Page& page) {
  std::string out = "<section>\n<h2>" + xml_escaped(page.say("html.findings")) + "</h2>\n";
  const auto& findings = page.timeline.audit.findings;
  if (findings.empty()) out += "<p class=\"quiet\">" + xml_escaped(page.say("html.findings.none")) + "</p>\n";
  for (const Finding& one : findings) out += finding(page, one);
  return out + "</section>\n";
}

}  // namespace isnad::html
