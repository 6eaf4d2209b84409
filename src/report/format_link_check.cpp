// Checked TimeML documents as JSON.
#include "isnad/report.h"
#include "report/json_values.h"
#include "report/json_writer.h"

namespace isnad {
namespace {

std::string_view status_name(solver::Status status) {
  switch (status) {
    case solver::Status::consistent:
      return "consistent";
    case solver::Status::inconsistent:
      return "inconsistent";
    case solver::Status::undecided:
      break;
  }
  return "undecided";
}

void write_links(JsonWriter& json, const tml::Document& document, const std::vector<std::size_t>& links) {
  json.begin_array();
  for (const std::size_t l : links) json.value(document.links[l].id);
  json.end_array();
}

void write_intervals(JsonWriter& json, const tml::Document& document, const std::vector<std::size_t>& intervals) {
  json.begin_array();
  for (const std::size_t i : intervals) json.value(document.intervals[i].id);
  json.end_array();
}

void write_moment(JsonWriter& json, const tml::Document& document, const tml::Moment& moment) {
  json.begin_array();
  for (const tml::Point& p : moment) {
    json.value(document.intervals[p.interval].id + (p.end == tml::End::begin ? ".begin" : ".end"));
  }
  json.end_array();
}

void write_counts(JsonWriter& json, const tml::Analysis& analysis) {
  const tml::Document& document = analysis.document;
  std::size_t events = 0;
  std::size_t placed = 0;
  std::size_t vague = 0;
  for (std::size_t i = 0; i < document.intervals.size(); ++i) {
    events += document.intervals[i].kind == tml::IntervalKind::event ? 1U : 0U;
    placed += analysis.network.placements[i] ? 1U : 0U;
  }
  for (const tml::Link& link : document.links) vague += link.relation == tml::Relation::vague ? 1U : 0U;
  json.member("events", events);
  json.member("times", document.intervals.size() - events);
  json.member("placed", placed);
  json.member("links", document.links.size());
  json.member("vague", vague);
  json.member("ignored", document.other_links);
}

void write_stretch(JsonWriter& json, const tml::Document& document, const tml::Stretch& stretch) {
  const auto neighbour = [&](std::string_view name, const std::optional<tml::Moment>& moment) {
    json.key(name);
    if (moment) {
      write_moment(json, document, *moment);
    } else {
      json.null();
    }
  };
  json.begin_object();
  neighbour("after", stretch.after);
  neighbour("before", stretch.before);
  json.key("moments");
  json.begin_array();
  for (const tml::Moment& moment : stretch.moments) write_moment(json, document, moment);
  json.end_array();
  json.key("open");
  json.begin_array();
  for (const std::size_t i : stretch.open) json.value(i);
  json.end_array();
  json.end_object();
}

void write_document(JsonWriter& json, const tml::Analysis& analysis) {
  const tml::Document& document = analysis.document;
  const solver::Solution& solution = analysis.solution;
  json.begin_object();
  json.member("path", document.path);
  json.member("status", status_name(solution.status));
  write_counts(json, analysis);
  json.key("conflicts");
  json.begin_array();
  for (const tml::Cycle& cycle : analysis.cycles) {
    json.begin_object();
    json.key("links");
    write_links(json, document, cycle.links);
    json.key("times");
    write_intervals(json, document, cycle.values);
    json.end_object();
  }
  json.end_array();
  json.member("conflicts_complete", solution.conflicts_complete);
  json.key("repair");
  json.begin_object();
  json.key("drop");
  write_links(json, document, analysis.give_up);
  json.member("weight", solution.repair.weight);
  json.member("optimal", solution.repair.optimal);
  json.member("lower_bound", solution.repair.lower_bound);
  json.member("possible", solution.repair.possible);
  json.end_object();
  json.key("stretches");
  json.begin_array();
  for (const tml::Stretch& stretch : analysis.stretches) write_stretch(json, document, stretch);
  json.end_array();
  json.key("unrelated");
  write_intervals(json, document, analysis.unrelated);
  json.end_object();
}

}  // namespace

std::string link_check_json(const std::vector<tml::Analysis>& documents) {
  JsonWriter json(JsonLayout::line);
  json.begin_object();
  json.key("isnad");
  write_head(json);
  json.key("documents");
  json.begin_array();
  for (const tml::Analysis& analysis : documents) write_document(json, analysis);
  json.end_array();
  json.end_object();
  return json.result() + "\n";
}

}  // namespace isnad
