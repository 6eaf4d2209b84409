// The parts of the page.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/report.h"
#include "report/picture_dates.h"

namespace isnad::html {

/// What every part needs.
struct Page {
  const Timeline& timeline;
  Language language;
  picture::DateWords dates;        ///< with years
  std::vector<std::string> names;  ///< short, of documents
  std::set<ClaimRef> in_conflict;

  Page(const Timeline& all, Language in_language);
  [[nodiscard]] std::string say(std::string_view key, const MessageArguments& arguments = {}) const {
    return message(language, key, arguments);
  }
  /// Both sides escaped, the one of the page's language.
  [[nodiscard]] std::string text(const Bilingual& both) const;
};

/// Text for element content: one line, escaped.
[[nodiscard]] std::string escaped(std::string_view text);
/// An article's words in an element of their own: escaped, with their own direction.
[[nodiscard]] std::string quoted_words(std::string_view text);

/// ` lang="ar" dir="rtl"`: the language of an article's words and the direction of their lines.
[[nodiscard]] std::string language_attributes(const Document& document);
/// The sentence in which `span` stands, with what dates the claim (else `span`, where it is less than all) marked.
[[nodiscard]] std::string quotation(const Page& page, const SourceSpan& span, const ClaimRef* claim);
/// A chip with the document's short name in its colour.
[[nodiscard]] std::string source_chip(const Page& page, DocumentIndex document);
/// Who says it through whom, outermost first; in the article's own voice, where nobody is named.
[[nodiscard]] std::string chain_words(const Page& page, const Claim& claim);
/// When a claim puts its event: in words, EDTF below.
[[nodiscard]] std::string when_cell(const Page& page, ClaimRef ref);

/// Sections, each with its heading.
[[nodiscard]] std::string findings_section(const Page& page);
[[nodiscard]] std::string events_section(const Page& page);
[[nodiscard]] std::string sources_section(const Page& page);

}  // namespace isnad::html
