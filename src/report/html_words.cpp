// Both languages of the page.
#include "report/escape.h"
#include "report/html_parts.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

std::string side(std::string_view language, std::string_view words) {
  return "<span class=\"in-" + std::string(language) + "\" lang=\"" + std::string(language) + "\">" +
         xml_escaped(with_isolated_runs(words)) + "</span>";
}

}  // namespace

Page::Page(const Timeline& all)
    : timeline(all),
      ar_dates(Language::ar, std::nullopt),
      en_dates(Language::en, std::nullopt),
      names(picture::short_names(all.documents)) {
  for (std::size_t f = 0; f < all.audit.findings.size(); ++f) {
    const Finding& finding = all.audit.findings[f];
    for (const Evidence& evidence : finding.evidence) {
      if (!evidence.claim) continue;
      findings_of[*evidence.claim].push_back(f);
      if (picture::contradicts(finding)) in_conflict.insert(*evidence.claim);
    }
  }
}

std::string both(const Bilingual& words) {
  const std::string ar = printable(words.ar);
  const std::string en = printable(words.en);
  if (ar == en) return xml_escaped(with_isolated_runs(ar));
  return side("ar", ar) + side("en", en);
}

std::string say(std::string_view key, const MessageArguments& arguments) { return both(message(key, arguments)); }

std::string say(const std::function<std::string(Language)>& words) {
  return both({words(Language::ar), words(Language::en)});
}

std::string say_in(std::string_view attribute, const Bilingual& words, Language language) {
  std::string out;
  if (attribute != "text") out += " " + std::string(attribute) + "=\"" + escaped(in(words, language)) + "\"";
  return out + " data-say=\"" + std::string(attribute) + "\" data-ar=\"" + escaped(words.ar) + "\" data-en=\"" +
         escaped(words.en) + "\"";
}

std::string escaped(std::string_view text) { return xml_escaped(printable(text)); }

std::string quoted_words(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

}  // namespace isnad::html
