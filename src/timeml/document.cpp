// From elements to intervals and links: instances found, references resolved, faults named.
#include <fmt/format.h>

#include <unordered_map>

#include "isnad/timeml.h"
#include "timeml/elements.h"

namespace isnad::tml {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

class Resolver {
 public:
  Resolver(const Elements& elements, const std::string& path) : elements_(elements) {
    document_.path = path;
    document_.other_links = elements.other_links;
  }

  Result<Document> run() {
    gather_instances();
    add_intervals();
    for (std::size_t i = 0; i < document_.intervals.size() && !fault_; ++i) resolve_end_points(i);
    for (const Element& element : elements_.list) {
      if (element.name == "TLINK" && !fault_) add_link(element);
    }
    if (fault_) return *fault_;
    return std::move(document_);
  }

 private:
  /// Keeps the first fault.
  void fail(const Element& at, std::string message, std::string remedy) {
    if (!fault_) fault_ = {ErrorCode::bad_timeml, std::move(message), document_.path, at.place, std::move(remedy), {}};
  }

  std::string_view id_of(const Element& element, std::string_view name) {
    const std::string_view id = element.get({name, "id"});
    if (id.empty()) {
      fail(element, fmt::format("this {} has no {}", element.name, name), fmt::format("give it a {} of its own", name));
    }
    return id;
  }

  /// False, and a fault, where the id is taken.
  template <class Map>
  bool claim(Map& taken, std::string_view id, std::size_t index, const Element& element) {
    if (id.empty()) return false;
    const auto [at, fresh] = taken.try_emplace(std::string(id), index);
    if (!fresh) {
      fail(element, fmt::format("the id {} is taken already", quoted(id)), "give each element an id of its own");
    }
    return fresh;
  }

  void gather_instances() {
    std::unordered_map<std::string, std::size_t> taken;
    for (std::size_t i = 0; i < elements_.list.size(); ++i) {
      const Element& element = elements_.list[i];
      if (element.name != "MAKEINSTANCE") continue;
      const std::string_view event = element.get({"eventID"});
      if (!claim(taken, id_of(element, "eiid"), i, element)) continue;
      if (event.empty()) fail(element, "this MAKEINSTANCE has no eventID", "name the EVENT that it is an instance of");
      instances_[std::string(event)].push_back(i);
    }
  }

  void add_intervals() {
    for (const Element& element : elements_.list) {
      if (element.name == "EVENT") {
        add_event(element);
      } else if (element.name == "TIMEX3") {
        add_timex(element);
      }
    }
    for (const auto& [event, makers] : instances_) {
      if (events_.contains(event)) continue;
      const Element& maker = elements_.list[makers.front()];
      // Of several, the first in the file, whatever the order of the table.
      if (!dangling_ || maker.place < dangling_->place) dangling_ = &maker;
    }
    if (dangling_ != nullptr) {
      fail(*dangling_, fmt::format("there is no EVENT {}", quoted(dangling_->get({"eventID"}))),
           "correct its eventID, or mark the event");
    }
  }

  void add_event(const Element& element) {
    const std::string_view id = id_of(element, "eid");
    if (!claim(events_, id, nowhere, element)) return;
    Interval interval;
    interval.kind = IntervalKind::event;
    interval.text = element.text;
    interval.place = element.place;
    const auto made = instances_.find(std::string(id));
    if (made == instances_.end()) {
      events_[std::string(id)] = document_.intervals.size();
      interval.id = id;
      add(std::move(interval), element);
      return;
    }
    if (made->second.size() == 1) events_[std::string(id)] = document_.intervals.size();
    for (const std::size_t i : made->second) {
      interval.id = elements_.list[i].get({"eiid", "id"});
      add(interval, elements_.list[i]);
    }
  }

  void add_timex(const Element& element) {
    Interval interval;
    interval.kind = IntervalKind::timex;
    interval.id = id_of(element, "tid");
    interval.text = element.text;
    interval.place = element.place;
    interval.type = element.get({"type"});
    interval.value = element.get({"value"});
    interval.mod = element.get({"mod"});
    interval.function = element.get({"functionInDocument"});
    add(std::move(interval), element);
  }

  void add(Interval interval, const Element& element) {
    if (!claim(intervals_, interval.id, document_.intervals.size(), element)) return;
    document_.intervals.push_back(std::move(interval));
    sources_.push_back(&element);
  }

  /// The interval of this id, among instances, events without or with one instance, and times; else a fault.
  std::size_t find(const Element& element, std::string_view attribute, std::string_view id) {
    if (const auto at = intervals_.find(std::string(id)); at != intervals_.end()) return at->second;
    const auto event = events_.find(std::string(id));
    if (event != events_.end() && event->second != nowhere) return event->second;
    if (event != events_.end()) {
      fail(element, fmt::format("{} {} has several instances", attribute, quoted(id)),
           "name one of them, by its eiid, as eventInstanceID or relatedToEventInstance");
    } else {
      fail(element, fmt::format("{} {} names nothing that is marked", attribute, quoted(id)),
           "correct the id, or mark the event or time");
    }
    return nowhere;
  }

  void resolve_end_points(std::size_t i) {
    if (document_.intervals[i].kind != IntervalKind::timex) return;
    const Element& element = *sources_[i];
    const auto resolve = [&](std::string_view name) -> std::optional<std::size_t> {
      const std::string_view id = element.get({name});
      if (id.empty()) return std::nullopt;
      return find(element, name, id);
    };
    document_.intervals[i].begin_point = resolve("beginPoint");
    document_.intervals[i].end_point = resolve("endPoint");
  }

  void add_link(const Element& element) {
    Link link;
    link.id = id_of(element, "lid");
    link.place = element.place;
    if (!claim(links_, link.id, document_.links.size(), element)) return;
    link.source = side(element, {"eventInstanceID", "eventID", "timeID"});
    link.target = side(element, {"relatedToEventInstance", "relatedToEvent", "relatedToTime"});
    const std::string_view rel_type = element.get({"relType"});
    const auto relation = relation_of(rel_type);
    if (!relation) {
      fail(element,
           rel_type.empty() ? fmt::format("TLINK {} has no relType", quoted(link.id))
                            : fmt::format("TLINK {} has the unknown relType {}", quoted(link.id), quoted(rel_type)),
           "use BEFORE, AFTER, IBEFORE, IAFTER, INCLUDES, IS_INCLUDED, DURING, DURING_INV, SIMULTANEOUS, IDENTITY, "
           "BEGINS, "
           "BEGUN_BY, ENDS, ENDED_BY, OVERLAP or VAGUE");
      return;
    }
    link.relation = *relation;
    document_.links.push_back(std::move(link));
  }

  std::size_t side(const Element& element, std::initializer_list<std::string_view> names) {
    std::string_view found;
    for (const std::string_view name : names) {
      if (element.get({name}).empty()) continue;
      if (!found.empty()) {
        fail(element, fmt::format("TLINK {} has both {} and {}", quoted(element.get({"lid", "id"})), found, name),
             "keep one of them");
        return nowhere;
      }
      found = name;
    }
    if (found.empty()) {
      fail(element,
           fmt::format("TLINK {} has neither {}, {} nor {}", quoted(element.get({"lid", "id"})), names.begin()[0],
                       names.begin()[1], names.begin()[2]),
           "name the event or time that it relates");
      return nowhere;
    }
    return find(element, found, element.get({found}));
  }

  const Elements& elements_;
  Document document_;
  std::optional<Error> fault_;
  std::unordered_map<std::string, std::vector<std::size_t>> instances_;  ///< by eid: elements
  std::unordered_map<std::string, std::size_t> events_;                  ///< by eid: its only interval, or nowhere
  std::unordered_map<std::string, std::size_t> intervals_;               ///< by eiid, eid or tid
  std::unordered_map<std::string, std::size_t> links_;
  std::vector<const Element*> sources_;  ///< by interval
  const Element* dangling_ = nullptr;
};

}  // namespace

std::optional<std::size_t> Document::creation_time() const {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    if (intervals[i].function != "CREATION_TIME") continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

Result<Document> parse(std::string_view xml, const std::string& path) {
  const Result<Elements> elements = read_elements(xml, path);
  if (!elements) return elements.error();
  return Resolver(*elements, path).run();
}

}  // namespace isnad::tml
