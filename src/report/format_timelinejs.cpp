// TimelineJS (Knight Lab): its spreadsheet as CSV (RFC 4180), and its JSON.
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

/// An event's first and last moment, where it has a place in time.
struct Extent {
  Instant first, last;
  explicit Extent(const Window& window)
      : first(window.earliest ? *window.earliest : *window.latest),
        last(window.latest ? *window.latest : *window.earliest) {}
  [[nodiscard]] bool one_day() const { return day_of(first) == day_of(last); }
};

void write_date(JsonWriter& json, std::string_view name, Instant t, Instant edge) {
  const CivilDate date = civil_from_day(day_of(t));
  json.key(name);
  json.begin_object();
  json.member("year", date.year);
  json.member("month", date.month);
  json.member("day", date.day);
  if (t != edge) {
    const std::int64_t minute = (t - start_of(day_of(t))).value;
    json.member("hour", minute / 60);
    json.member("minute", minute % 60);
  }
  json.end_object();
}

}  // namespace

std::string timelinejs_json(const Timeline& timeline, Language language) {
  JsonWriter json(JsonLayout::pretty);
  json.begin_object();
  json.key("events");
  json.begin_array();
  for (const std::size_t i : events_in_time(timeline)) {
    const Event& event = timeline.linking.events[i];
    const Window& window = timeline.graph.event_windows[i];
    const Extent extent(window);
    json.begin_object();
    json.member("unique_id", event.id);
    write_date(json, "start_date", extent.first, start_of(day_of(extent.first)));
    if (!extent.one_day()) write_date(json, "end_date", extent.last, end_of(day_of(extent.last)));
    if (!window.bounded()) json.member("display_date", edtf(window));
    json.key("text");
    json.begin_object();
    json.member("headline", xml_escaped(printable(in(event.label, language))));
    json.member("text", text_cell(timeline, event));
    json.end_object();
    json.member("group", xml_escaped(printable(event.type)));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.result() + "\n";
}

std::string timelinejs_csv(const Timeline& timeline, Language language) {
  std::string out =
      "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
      "Media Caption,Media Thumbnail,Type,Group,Background\r\n";
  for (const std::size_t i : events_in_time(timeline)) {
    const Event& event = timeline.linking.events[i];
    const Window& window = timeline.graph.event_windows[i];
    const Extent extent(window);
    const auto [first, last] = std::pair(extent.first, extent.last);
    out += date_cells(first, window.earliest ? start_of(day_of(first)) : end_of(day_of(first))) + ",";
    out += extent.one_day() ? std::string(",,,")
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
