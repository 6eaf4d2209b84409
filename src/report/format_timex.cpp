// Temporal expressions alone: JSON Lines, and TimeML.
#include <fmt/format.h>

#include "isnad/calendar.h"
#include "isnad/report.h"
#include "report/escape.h"
#include "report/json_values.h"

namespace isnad {
namespace {

std::string_view type_name(TimexType type) {
  switch (type) {
    case TimexType::date:
      return "DATE";
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      break;
  }
  return "SET";
}

std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::absolute:
      return "absolute";
    case Anchor::publication:
      return "publication";
    case Anchor::previous:
      return "previous";
    case Anchor::event:
      return "event";
    case Anchor::none:
      break;
  }
  return {};
}

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, xml_escaped(value));
}

std::string iso_date(Day day) { return rfc3339(start_of(day)).substr(0, 10); }

}  // namespace

std::string timex_jsonl(const DocumentAnalysis& analysis) {
  const Document& document = analysis.document;
  std::string out;
  for (const Timex& timex : analysis.timexes) {
    JsonWriter json(JsonLayout::line);
    json.begin_object();
    json.member("document", document.source.id);
    json.member("begin", timex.span.begin.value);
    json.member("end", timex.span.end.value);
    json.member("text", slice(document.text, timex.span));
    json.member("type", type_name(timex.type));
    json.member("value", timex.value);
    json.member_if("mod", timex.mod);
    json.member_if("anchor", anchor_name(timex.meaning.anchor));
    if (timex.domain && !timex.domain->empty()) {
      const Window hull = timex.domain->hull();
      json.member_if("edtf", edtf(timex));
      if (hull.earliest) json.member("earliest", rfc3339(*hull.earliest));
      if (hull.latest) json.member("latest", rfc3339(*hull.latest));
    }
    json.end_object();
    out += json.result();
    out += '\n';
  }
  return out;
}

std::string timeml(const DocumentAnalysis& analysis) {
  const Document& document = analysis.document;
  // ISO-TimeML 1.2.1: the document creation time is t0, and what depends on it says so.
  const std::string created = analysis.publication.day ? iso_date(*analysis.publication.day) : "XXXX-XX-XX";
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>{}</DOCID>\n"
      "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{}\" functionInDocument=\"CREATION_TIME\">{}</TIMEX3>"
      "</DCT>\n<TEXT>",
      xml_escaped(document.source.id), created, created);
  std::uint32_t done = 0;
  std::size_t number = 0;
  for (const Timex& timex : analysis.timexes) {
    const Anchor anchor = timex.meaning.anchor;
    out += xml_escaped(std::string_view(document.text).substr(done, timex.span.begin.value - done));
    out += fmt::format("<TIMEX3 tid=\"t{}\"", ++number);
    out += attribute("type", type_name(timex.type));
    out += attribute("value", timex.value);
    out += attribute("mod", timex.mod);
    if (anchor == Anchor::publication) out += attribute("anchorTimeID", "t0");
    if (anchor == Anchor::previous && number > 1) out += attribute("anchorTimeID", fmt::format("t{}", number - 1));
    if (anchor == Anchor::publication || anchor == Anchor::previous) out += attribute("temporalFunction", "true");
    out += fmt::format(">{}</TIMEX3>", xml_escaped(slice(document.text, timex.span)));
    done = timex.span.end.value;
  }
  out += xml_escaped(std::string_view(document.text).substr(done));
  out += "</TEXT>\n</TimeML>\n";
  return out;
}

}  // namespace isnad
