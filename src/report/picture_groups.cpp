// Which lanes stand together: those of one place, of one type, or of one story.
#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "report/escape.h"
#include "report/json_values.h"
#include "report/picture_model.h"

namespace isnad::picture {
namespace {

/// Articles that tell a common event tell one story: a union-find over documents, by their smallest.
class Stories {
 public:
  explicit Stories(const Timeline& timeline) : parent_(timeline.documents.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (const Event& event : timeline.linking.events) {
      for (const ClaimRef& ref : event.claims) join(index(event.claims.front().document), index(ref.document));
    }
  }
  [[nodiscard]] std::size_t of(std::size_t document) {
    while (parent_[document] != document) document = parent_[document] = parent_[parent_[document]];
    return document;
  }

 private:
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }
  std::vector<std::size_t> parent_;
};

/// The headline of the story's article that says most.
std::string story_name(const Timeline& timeline, Stories& stories, std::size_t story, Language language) {
  std::size_t best = story;
  for (std::size_t d = 0; d < timeline.documents.size(); ++d) {
    if (stories.of(d) != story || title_of(timeline.documents[d].document).empty()) continue;
    const bool better = timeline.documents[d].claims.size() > timeline.documents[best].claims.size();
    if (better || title_of(timeline.documents[best].document).empty()) best = d;
  }
  const std::string title = printable(title_of(timeline.documents[best].document));
  const std::string name = title.empty() ? printable(timeline.documents[best].document.source.id) : title;
  return message(language, "picture.group.story", {{"name", name}});
}

std::string place_name(const Event& event, Language language) {
  for (const char* role : {"place", "destination", "origin"}) {
    for (const Participant& participant : event.participants) {
      if (participant.role == role && !participant.name.empty()) return printable(participant.name);
    }
  }
  return message(language, "picture.group.no_place");
}

/// One name for one place, whatever the articles call it.
std::string place_key(const Event& event) {
  for (const char* role : {"place", "destination", "origin"}) {
    for (const Participant& p : event.participants) {
      if (p.role == role && !p.name.empty()) return p.entity.empty() ? p.head : p.entity;
    }
  }
  return {};
}

}  // namespace

Bilingual type_name(const Event& event) {
  if (event.type == "statement" || event.type == "other") return message("picture.type." + event.type);
  // The name of a type is what the label of its events has before their participants.
  const auto before = [](const std::string& label) { return printable(label.substr(0, label.find(": "))); };
  return {before(event.label.ar), before(event.label.en)};
}

void group_lanes(std::vector<Lane>& lanes, const Timeline& timeline, PictureGroup by, Language language) {
  if (by == PictureGroup::none) return;
  Stories stories(timeline);
  std::map<std::string, std::size_t> order;  // key -> first lane, for lanes are in order of time
  std::map<std::string, std::string> names;
  std::vector<std::string> keys;
  for (const Lane& lane : lanes) {
    const Event& event = timeline.linking.events[lane.event];
    std::string key;
    switch (by) {
      case PictureGroup::story:
        key = std::to_string(event.claims.empty() ? 0 : stories.of(index(event.claims.front().document)));
        break;
      case PictureGroup::place:
        key = place_key(event);
        break;
      case PictureGroup::type:
      case PictureGroup::none:
        key = event.type;
        break;
    }
    if (order.emplace(key, order.size()).second) {
      names[key] = by == PictureGroup::story   ? story_name(timeline, stories, std::stoul(key), language)
                   : by == PictureGroup::place ? place_name(event, language)
                                               : in(type_name(event), language);
    }
    keys.push_back(std::move(key));
  }
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    lanes[i].group = names[keys[i]];
    lanes[i].group_order = order[keys[i]];
  }
  std::stable_sort(lanes.begin(), lanes.end(),
                   [](const Lane& a, const Lane& b) { return a.group_order < b.group_order; });
}

}  // namespace isnad::picture
