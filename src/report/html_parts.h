// The parts of the page.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/report.h"
#include "report/overview.h"
#include "report/picture_dates.h"

namespace isnad::html {

/// What every part needs. The page speaks both languages; one of them is shown.
struct Page {
  const Timeline& timeline;
  picture::DateWords ar_dates, en_dates;  ///< with years
  std::vector<std::string> names;         ///< short, of documents
  std::set<ClaimRef> in_conflict;
  std::map<ClaimRef, std::vector<std::size_t>> findings_of;  ///< indices into audit.findings

  explicit Page(const Timeline& all);
  [[nodiscard]] const picture::DateWords& dates(Language language) const {
    return language == Language::ar ? ar_dates : en_dates;
  }
};

/// `words` as element content in both languages, escaped, dates and names of files kept in order; once, where both
/// sides are the same.
[[nodiscard]] std::string both(const Bilingual& words);
/// The same of a message, and of what `words` says in each language.
[[nodiscard]] std::string say(std::string_view key, const MessageArguments& arguments = {});
[[nodiscard]] std::string say(const std::function<std::string(Language)>& words);
/// ` title="..."` and what the script needs to say it in the other language. `attribute`: "title", "aria-label", or
/// "text" for the content of an element that can hold no others (which the caller writes).
[[nodiscard]] std::string say_in(std::string_view attribute, const Bilingual& words, Language language);

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
[[nodiscard]] std::string chain_words(const Claim& claim);
/// When a claim puts its event: in words, EDTF below.
[[nodiscard]] std::string when_cell(const Page& page, ClaimRef ref);
/// The steps by which something was concluded, in a list of the kind `tag`; nothing for none.
[[nodiscard]] std::string steps(const std::vector<Bilingual>& texts, std::string_view tag);

/// What the events can be filtered by, beside words.
struct Choices {
  std::vector<std::string> type_ids;                ///< by number
  std::vector<Bilingual> types;                     ///< their names
  std::vector<std::string> places;                  ///< their names, those of most events first
  std::vector<std::size_t> type_of;                 ///< by event
  std::vector<std::vector<std::size_t>> places_of;  ///< by event
  picture::Overview overview;                       ///< its periods; none for a small timeline
};
[[nodiscard]] Choices choices_of(const Timeline& timeline);

/// The tools above the events; shown by the script alone, for without it they would do nothing.
[[nodiscard]] std::string tools(const Page& page, const Choices& choices, Language language);

/// Sections, each with its heading.
[[nodiscard]] std::string findings_section(const Page& page, Language language);
[[nodiscard]] std::string events_section(const Page& page, const Choices& choices, Language language);
[[nodiscard]] std::string articles_section(const Page& page);

/// The id of a sentence in articles_section; only sentences that hold a claim have one.
[[nodiscard]] std::string sentence_id(const Timeline& timeline, ClaimRef ref);

}  // namespace isnad::html
