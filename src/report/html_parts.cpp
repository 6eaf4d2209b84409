#include "report/html_parts.h"

#include <unicode/uloc.h>

#include <algorithm>

#include "report/escape.h"
#include "report/json_values.h"
#include "report/palette.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

/// A stretch of a document to quote.
struct Context {
  std::size_t begin = 0, end = 0;
  bool cut_before = false, cut_behind = false;
};

constexpr std::size_t longest_context = 360;  // bytes on either side of the evidence

/// Where a quotation that would begin at `begin` can begin: at a word, `longest_context` before `at` at the most.
std::size_t begin_of_word(const std::string& text, std::size_t begin, std::size_t at) {
  if (at - begin <= longest_context) return begin;
  const std::size_t space = text.find(' ', at - longest_context);
  return std::min(space == std::string::npos ? at : space + 1, at);
}

std::size_t end_of_word(const std::string& text, std::size_t end, std::size_t at) {
  if (end - at <= longest_context) return end;
  const std::size_t space = text.rfind(' ', at + longest_context);
  return std::max(space == std::string::npos ? at : space, at);
}

/// The sentence that holds [begin, end); where there is none, the rest of its line. Not endless.
Context context_of(const Document& document, std::size_t begin, std::size_t end) {
  const std::string& text = document.text;
  std::size_t from = begin;
  std::size_t to = end;
  const auto sentence = std::find_if(document.sentences.begin(), document.sentences.end(), [&](const Sentence& s) {
    if (s.first >= s.last) return false;
    const SourceSpan span = document.span(s);
    return span.begin.value <= begin && begin < span.end.value;
  });
  if (sentence != document.sentences.end()) {
    from = document.span(*sentence).begin.value;
    to = std::max<std::size_t>(end, document.span(*sentence).end.value);
  } else {
    while (from > 0 && text[from - 1] != '\n') --from;
    to = std::min(text.find('\n', end), text.size());
  }
  Context context;
  context.begin = begin_of_word(text, from, begin);
  context.end = end_of_word(text, to, end);
  context.cut_before = context.begin > from;
  context.cut_behind = context.end < to;
  return context;
}

}  // namespace

std::string language_attributes(const Document& document) {
  const bool right_to_left = uloc_isRightToLeft(document.language.c_str()) != 0;
  return " lang=\"" + xml_escaped(document.language) + (right_to_left ? "\" dir=\"rtl\"" : "\" dir=\"ltr\"");
}

std::string quotation(const Page& page, const SourceSpan& span, const ClaimRef* claim) {
  const DocumentAnalysis& analysis = page.timeline.documents[index(span.document)];
  const std::string_view text(analysis.document.text);
  std::size_t begin = span.begin.value;
  std::size_t end = span.end.value;
  std::size_t mark_begin = begin;
  std::size_t mark_end = end;
  if (claim != nullptr && claim->document == span.document) {
    const auto timex = claim_of(page.timeline, *claim).time.timex;
    if (timex && *timex < analysis.timexes.size()) {
      const SourceSpan& date = analysis.timexes[*timex].span;
      // A date far away was carried over from another sentence: quoting up to it would quote half the article.
      if (date.begin.value + longest_context >= begin && date.end.value <= end + longest_context) {
        mark_begin = date.begin.value;
        mark_end = date.end.value;
        begin = std::min(begin, mark_begin);
        end = std::max(end, mark_end);
      }
    }
  }
  const Context context = context_of(analysis.document, begin, end);
  // The spaces beside the mark would go with printable(): they are put back.
  const auto part = [&text](std::size_t from, std::size_t to, bool space_before, bool space_behind) {
    if (from >= to) return std::string();
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    const std::string words = escaped(text.substr(from, to - from));
    if (words.empty()) return std::string(" ");
    return (space_before && blank(text[from]) ? " " : "") + words + (space_behind && blank(text[to - 1]) ? " " : "");
  };
  std::string out = "<bdi>";
  if (context.cut_before) out += "\u2026 ";
  if (mark_begin == context.begin && mark_end == context.end) {
    out += part(context.begin, context.end, false, false);
  } else {
    out += part(context.begin, mark_begin, false, true) + "<mark>" + part(mark_begin, mark_end, false, false) +
           "</mark>" + part(mark_end, context.end, true, false);
  }
  if (context.cut_behind) out += " \u2026";
  return out + "</bdi>";
}

std::string source_chip(const Page& page, DocumentIndex document) {
  const std::size_t d = index(document);
  return "<a class=\"source source-" + std::to_string(d % source_color_count) + "\" href=\"#" +
         picture::anchor("document-", page.timeline.documents[d].document.source.id) + "\"><bdi>" +
         escaped(page.names[d]) + "</bdi></a>";
}

std::string chain_words(const Claim& claim) {
  if (claim.attribution.empty()) return "<span class=\"quiet\">" + say("html.own_voice") + "</span>";
  std::string out;
  for (const Speaker& speaker : claim.attribution) {
    if (!out.empty()) out += " " + say("picture.chain.arrow") + " ";
    out += quoted_words(shortened(printable(speaker.name), 120));
  }
  return out;
}

std::string when_cell(const Page& page, ClaimRef ref) {
  const DatedClaim* dated = picture::dated_of(page.timeline, ref);
  if (dated == nullptr || !dated->domain) return "<span class=\"quiet\">" + say("picture.status.undated") + "</span>";
  const auto part = picture::day_part_of(page.timeline, ref);
  std::string out = say([&](Language language) {
    std::string words;
    for (const Window& window : picture::drawn_windows(dated->domain)) {
      const std::string one = page.dates(language).window(window, part);
      words = words.empty() ? one : message(language, "picture.or", {{"a", words}, {"b", one}});
    }
    return words.empty() ? printable(dated->text) : words;
  });
  const std::string as_edtf = date_of(page.timeline, ref);
  if (!as_edtf.empty()) out += "<span class=\"edtf\"><bdi dir=\"ltr\">" + xml_escaped(as_edtf) + "</bdi></span>";
  return out;
}

std::string steps(const std::vector<Bilingual>& texts, std::string_view tag) {
  if (texts.empty()) return {};
  std::string out = "<" + std::string(tag) + " class=\"steps\">";
  for (const Bilingual& text : texts) out += "<li>" + both(text) + "</li>";
  return out + "</" + std::string(tag) + ">\n";
}

}  // namespace isnad::html
