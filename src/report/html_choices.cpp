// What the events can be filtered by, and the tools that do it.
#include <algorithm>
#include <map>

#include "report/escape.h"
#include "report/html_parts.h"
#include "report/json_values.h"
#include "report/picture_model.h"

namespace isnad::html {
namespace {

std::string option(std::string_view value, const Bilingual& words, Language language) {
  return "<option value=\"" + xml_escaped(value) + "\"" + say_in("text", words, language) + ">" +
         escaped(in(words, language)) + "</option>";
}

/// A list to choose one of `options` from, or all.
std::string choice(const std::string& id, const std::string& options, Language language) {
  return "<label>" + say("html.filter." + id) + " <select id=\"filter-" + id + "\">" +
         option("", message("html.filter.all"), language) + options + "</select></label>\n";
}

std::string button(const std::string& id, Language language, std::string_view more = "") {
  const Bilingual words = message("html.button." + id);
  return "<button type=\"button\" id=\"" + id + "\"" + say_in("text", words, language) + std::string(more) + ">" +
         escaped(in(words, language)) + "</button>\n";
}

}  // namespace

Choices choices_of(const Timeline& timeline) {
  Choices choices;
  const std::vector<Event>& events = timeline.linking.events;
  std::map<std::string, Bilingual> types;
  std::map<std::string, std::pair<std::size_t, std::string>> places;  // key -> events, name
  std::vector<std::set<std::string>> places_of(events.size());
  for (std::size_t e = 0; e < events.size(); ++e) {
    types.emplace(events[e].type, picture::type_name(events[e]));
    for (const Participant& participant : events[e].participants) {
      if (participant.role != "place" && participant.role != "destination" && participant.role != "origin") continue;
      const std::string& key = participant.entity.empty() ? participant.head : participant.entity;
      if (key.empty() || !places_of[e].insert(key).second) continue;
      auto& [count, name] = places[key];
      ++count;
      if (name.empty()) name = shortened(printable(participant.name), 60);
    }
  }
  std::map<std::string, std::size_t> type_number;
  for (const auto& [id, name] : types) {
    type_number[id] = choices.types.size();
    choices.type_ids.push_back(id);
    choices.types.push_back(name);
  }
  std::vector<std::pair<std::string, std::pair<std::size_t, std::string>>> by_count(places.begin(), places.end());
  std::stable_sort(by_count.begin(), by_count.end(),
                   [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
  std::map<std::string, std::size_t> place_number;
  for (const auto& [key, place] : by_count) {
    place_number[key] = choices.places.size();
    choices.places.push_back(place.second);
  }
  for (std::size_t e = 0; e < events.size(); ++e) {
    choices.type_of.push_back(type_number[events[e].type]);
    auto& numbers = choices.places_of.emplace_back();
    for (const std::string& key : places_of[e]) numbers.push_back(place_number[key]);
  }
  choices.overview = picture::overview_of(timeline);
  return choices;
}

namespace {

/// Periods that hold events, under the names that the picture's columns lead to.
std::string period_options(const Page& page, const picture::Overview& overview, Language language) {
  std::string out;
  for (const picture::Period& period : overview.periods) {
    if (period.events == 0) continue;
    const auto name = [&](Language of) {
      return picture::period_name(period, overview.unit, page.dates(of), of) + " (" + std::to_string(period.events) +
             ")";
    };
    out += option(picture::period_id(period), {name(Language::ar), name(Language::en)}, language);
  }
  return out;
}

}  // namespace

std::string tools(const Page& page, const Choices& choices, Language language) {
  std::string sources;
  for (std::size_t d = 0; d < page.names.size(); ++d) {
    const std::string title = shortened(printable(title_of(page.timeline.documents[d].document)), 60);
    const std::string name = page.names[d] + (title.empty() ? "" : " \u00B7 " + title);
    sources += option(std::to_string(d), {name, name}, language);
  }
  std::string types;
  for (std::size_t t = 0; t < choices.types.size(); ++t) types += option(std::to_string(t), choices.types[t], language);
  std::string places;
  for (std::size_t p = 0; p < choices.places.size(); ++p) {
    places += option(std::to_string(p), {choices.places[p], choices.places[p]}, language);
  }
  std::set<FindingRule> rules;
  for (const Finding& finding : page.timeline.audit.findings) rules.insert(finding.rule);
  std::string rule_options;
  for (const FindingRule rule : rules) {
    const std::string id(to_string(rule));
    rule_options += option(id, message("picture.rule." + id), language);
  }
  const std::string periods = period_options(page, choices.overview, language);
  return "<div class=\"tools\" role=\"search\" hidden>\n<label>" + say("html.search") +
         " <input type=\"search\" id=\"search\" autocomplete=\"off\"></label>\n" + choice("source", sources, language) +
         choice("type", types, language) + choice("place", places, language) +
         (periods.empty() ? "" : choice("period", periods, language)) + choice("rule", rule_options, language) +
         "<label><input type=\"checkbox\" id=\"disputed\"> " + say("html.disputed_only") + "</label>\n" +
         button("table", language, " aria-pressed=\"false\"") + button("reset", language) + "<span class=\"quiet\">" +
         say("html.shown") + " <output id=\"shown\"></output></span>\n</div>\n";
}

}  // namespace isnad::html
