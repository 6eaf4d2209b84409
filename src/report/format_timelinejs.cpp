// The spreadsheet of TimelineJS (Knight Lab), as CSV (RFC 4180).
#include <fmt/format.h>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/escape.h"
#include "report/event_order.h"
#include "report/json_values.h"

namespace isnad {
namespace {

/// One cell. A text that a spreadsheet would take for a formula gets an apostrophe, which it swallows.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

/// Year, month, day, time; the time only where it says more than the edge of a day.
std::string date_cells(Instant t, Instant edge) {
  const CivilDate date = civil_from_day(day_of(t));
  return fmt::format("{},{},{},{}", date.year, date.month, date.day, t == edge ? "" : rfc3339(t).substr(11));
}

std::string text_cell(const Timeline& timeline, const Event& event) {
  constexpr std::size_t longest = 300;
  std::string html;
  for (const ClaimRef& ref : event.claims) {
    const Claim& claim = claim_of(timeline, ref);
    const Document& document = document_of(timeline, ref.document);
    std::string source = xml_escaped(printable(document.source.id));
    for (const Speaker& speaker : claim.attribution) source += " &lt; " + xml_escaped(printable(speaker.name));
    html += fmt::format("<p><b>{}</b>: {}</p>", source,
                        xml_escaped(shortened(printable(slice(document.text, claim.span)), longest)));
  }
  return html;
}

}  // namespace

std::string timelinejs_csv(const Timeline& timeline, Language language) {
  std::string out =
      "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
      "Media Caption,Media Thumbnail,Type,Group,Background\r\n";
  for (const std::size_t i : events_in_time(timeline)) {
    const Event& event = timeline.linking.events[i];
    const Window& window = timeline.graph.event_windows[i];
    const Instant first = window.earliest ? *window.earliest : *window.latest;
    const Instant last = window.latest ? *window.latest : *window.earliest;
    out += date_cells(first, window.earliest ? start_of(day_of(first)) : end_of(day_of(first))) + ",";
    out += day_of(first) == day_of(last)
               ? std::string(",,,")
               : date_cells(last, window.latest ? end_of(day_of(last)) : start_of(day_of(last)));
    // An open side has no cell of its own: the display date says it.
    out += "," + cell(window.bounded() ? std::string() : edtf(window));
    out += "," + cell(xml_escaped(printable(in(event.label, language))));
    out += "," + cell(text_cell(timeline, event));
    out += ",,,,,," + cell(printable(event.type)) + ",\r\n";
  }
  return out;
}

}  // namespace isnad
