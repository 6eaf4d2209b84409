#include "sample_timeline.h"

#include <rapidjson/document.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "isnad/calendar.h"

namespace isnad::test {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

std::string text_of(const rapidjson::Value& value, const char* name) {
  return value.HasMember(name) ? value[name].GetString() : std::string();
}

Bilingual both(const rapidjson::Value& value) { return {value["ar"].GetString(), value["en"].GetString()}; }

std::vector<Bilingual> pairs(const rapidjson::Value& value) {
  std::vector<Bilingual> out;
  for (const auto& pair : value.GetArray()) out.push_back({pair[0].GetString(), pair[1].GetString()});
  return out;
}

template <class Enum>
Enum one_of(const std::string& name, const std::vector<std::pair<const char*, Enum>>& names) {
  for (const auto& entry : names) {
    if (name == entry.first) return entry.second;
  }
  throw std::runtime_error("unknown name " + name);
}

/// Where `words` stand in the document's text.
SourceSpan find(const Document& document, const std::string& words, std::size_t from = 0) {
  const std::size_t at = document.text.find(words, from);
  if (at == std::string::npos) throw std::runtime_error(document.source.id + " lacks " + words);
  return {document.index, {static_cast<std::uint32_t>(at)}, {static_cast<std::uint32_t>(at + words.size())}};
}

void fill_lines(Document& document) {
  document.lines.push_back({0});
  for (std::size_t i = 0; i + 1 < document.text.size(); ++i) {
    if (document.text[i] == '\n') document.lines.push_back({static_cast<std::uint32_t>(i + 1)});
  }
}

}  // namespace

std::size_t TimelineBuilder::document(const std::string& id, const std::string& text, const std::string& title) {
  DocumentAnalysis analysis;
  Document& document = analysis.document;
  document.index = DocumentIndex{static_cast<std::uint32_t>(timeline_.documents.size())};
  document.source.id = id;
  document.source.path = id + ".txt";
  document.source.title = title;
  document.language = "ar";
  document.text = text;
  fill_lines(document);
  timeline_.documents.push_back(std::move(analysis));
  timeline_.graph.dated.emplace_back();
  timeline_.graph.publications.emplace_back();
  timeline_.graph.publication_windows.emplace_back();
  return timeline_.documents.size() - 1;
}

std::size_t TimelineBuilder::event(const Bilingual& label, EventStatus status) {
  Event event;
  event.id = "e" + std::to_string(timeline_.linking.events.size() + 1);
  event.type = "event";
  event.label = label;
  timeline_.linking.events.push_back(std::move(event));
  timeline_.graph.event_windows.emplace_back();
  timeline_.graph.status.push_back(status);
  timeline_.audit.origins.push_back({1, {}});
  return timeline_.linking.events.size() - 1;
}

ClaimRef TimelineBuilder::claim(std::size_t document, std::size_t event, const std::string& when,
                                const std::vector<std::string>& chain) {
  DocumentAnalysis& analysis = timeline_.documents[document];
  const ClaimRef ref{DocumentIndex{static_cast<std::uint32_t>(document)},
                     static_cast<std::uint32_t>(analysis.claims.size())};
  Claim claim;
  claim.id = analysis.document.source.id + "-c" + std::to_string(analysis.claims.size() + 1);
  claim.type = timeline_.linking.events[event].type;
  claim.span = {ref.document, {0}, {static_cast<std::uint32_t>(analysis.document.text.size())}};
  for (const std::string& name : chain) claim.attribution.push_back({name, SpeakerKind::agency, "", {}, false});
  analysis.claims.push_back(std::move(claim));
  timeline_.linking.events[event].claims.push_back(ref);
  DatedClaim dated;
  dated.claim = ref;
  if (!when.empty()) {
    dated.domain = parse_edtf(when);
    if (!dated.domain) throw std::runtime_error("no EDTF: " + when);
  }
  timeline_.graph.dated[document].push_back(std::move(dated));
  return ref;
}

void TimelineBuilder::finding(FindingRule rule, Level level, const std::vector<ClaimRef>& claims,
                              const Bilingual& message) {
  Finding finding;
  finding.id = "f" + std::to_string(timeline_.audit.findings.size() + 1);
  finding.rule = rule;
  finding.level = level;
  finding.message = message;
  for (const ClaimRef& ref : claims) {
    Evidence evidence;
    evidence.claim = ref;
    evidence.span = timeline_.documents[index(ref.document)].claims[ref.claim].span;
    finding.evidence.push_back(std::move(evidence));
  }
  timeline_.audit.findings.push_back(std::move(finding));
}

Timeline sample_story() {
  const std::string root = ISNAD_SOURCE_DIR;
  rapidjson::Document json;
  json.Parse<rapidjson::kParseCommentsFlag>(read(root + "/tests/data/picture/story.json").c_str());
  if (json.HasParseError()) throw std::runtime_error("story.json");

  TimelineBuilder builder;
  Timeline& timeline = builder.edit();
  for (const auto& d : json["documents"].GetArray()) {
    const std::string id = d["id"].GetString();
    const std::size_t at = builder.document(id, read(root + "/seeds/" + id + ".txt"), d["title"].GetString());
    if (const std::string published = text_of(d, "published"); !published.empty()) {
      const auto day = parse_iso_day(published);
      timeline.documents[at].publication.day = day;
      timeline.documents[at].publication.origin = PublicationOrigin::stated;
      timeline.graph.publications[at] = timeline.documents[at].publication;
      timeline.graph.publication_windows[at] = window_of(*day);
    }
  }
  const std::vector<std::pair<const char*, EventStatus>> statuses{{"agreed", EventStatus::agreed},
                                                                  {"disputed", EventStatus::disputed},
                                                                  {"single_source", EventStatus::single_source},
                                                                  {"undated", EventStatus::undated}};
  for (const auto& e : json["events"].GetArray()) {
    const std::size_t at = builder.event(both(e), one_of<EventStatus>(e["status"].GetString(), statuses));
    timeline.linking.events[at].type = e["type"].GetString();
    if (const auto window = parse_edtf(e["window"].GetString())) timeline.graph.event_windows[at] = window->hull();
    timeline.audit.origins[at].count = e["origins"].GetUint();
  }
  const std::vector<std::pair<const char*, DayPart>> parts{{"dawn", DayPart::dawn},
                                                           {"morning", DayPart::morning},
                                                           {"afternoon", DayPart::afternoon},
                                                           {"evening", DayPart::evening}};
  std::vector<ClaimRef> claims;
  for (const auto& c : json["claims"].GetArray()) {
    std::vector<std::string> chain;
    for (const auto& name : c["chain"].GetArray()) chain.emplace_back(name.GetString());
    const std::size_t document = c["document"].GetUint();
    const ClaimRef ref = builder.claim(document, c["event"].GetUint(), text_of(c, "when"), chain);
    claims.push_back(ref);
    DocumentAnalysis& analysis = timeline.documents[document];
    Claim& claim = analysis.claims[ref.claim];
    claim.span = find(analysis.document, c["span"].GetString());
    claim.trigger = claim.span;
    if (!c.HasMember("time")) continue;
    Timex timex;
    timex.span = find(analysis.document, c["time"].GetString());
    timex.type = TimexType::date;
    timex.domain = timeline.graph.dated[document][ref.claim].domain;
    if (c.HasMember("part")) timex.meaning.fields.part = one_of<DayPart>(c["part"].GetString(), parts);
    claim.time.timex = static_cast<std::uint32_t>(analysis.timexes.size());
    analysis.timexes.push_back(std::move(timex));
    timeline.graph.dated[document][ref.claim].text = c["time"].GetString();
  }
  const std::vector<std::pair<const char*, FindingRule>> rules{
      {"date_conflict", FindingRule::date_conflict},
      {"attribution_conflict", FindingRule::attribution_conflict},
      {"value_conflict", FindingRule::value_conflict}};
  for (const auto& f : json["findings"].GetArray()) {
    Finding finding;
    finding.id = f["id"].GetString();
    finding.rule = one_of<FindingRule>(f["rule"].GetString(), rules);
    finding.level = std::string(f["level"].GetString()) == "error" ? Level::error : Level::warning;
    finding.message = both(f["message"]);
    finding.event = f["event"].GetUint();
    finding.reasoning = pairs(f["reasoning"]);
    for (const auto& e : f["evidence"].GetArray()) {
      const ClaimRef ref = claims[e["claim"].GetUint()];
      const Claim& claim = timeline.documents[index(ref.document)].claims[ref.claim];
      Evidence evidence;
      evidence.claim = ref;
      evidence.span = claim.span;
      evidence.label = both(e);
      evidence.derivation = pairs(e["derivation"]);
      for (const Speaker& speaker : claim.attribution) {
        evidence.attribution += (evidence.attribution.empty() ? "" : " < ") + speaker.name;
      }
      finding.evidence.push_back(std::move(evidence));
    }
    if (f["repair"].IsObject()) {
      Repair repair;
      for (const auto& c : f["repair"]["drop"].GetArray()) repair.drop.push_back(claims[c.GetUint()]);
      repair.instead = f["repair"]["instead"].GetString();
      finding.repair = std::move(repair);
    }
    timeline.audit.findings.push_back(std::move(finding));
  }
  return std::move(timeline);
}

}  // namespace isnad::test
