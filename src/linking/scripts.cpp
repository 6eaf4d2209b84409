#include "linking/scripts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "linking/claim_window.h"
#include "linking/identity.h"

namespace isnad::linking {
namespace {

constexpr std::int64_t journey_days = 2;
constexpr std::int64_t another_journey_days = 7;  ///< another one so near makes it unsure which ends belong together
constexpr std::size_t crowd = 64;                 ///< more events of one name than this tell of many people or journeys

const Participant* with_role(const Event& event, std::string_view role) {
  const auto it = std::find_if(event.participants.begin(), event.participants.end(),
                               [&](const Participant& p) { return p.role == role; });
  return it == event.participants.end() ? nullptr : &*it;
}

/// Who it happens to, or who does it; a state that arrests or executes is no one to whom such things happen in order.
const Participant* hero(const Event& event) {
  const Participant* patient = with_role(event, "patient");
  const Participant* who = patient ? patient : with_role(event, "agent");
  return who && is_place(*who) ? nullptr : who;
}

/// When the event is told to have happened, as a fact; nothing where no claim dates it.
std::optional<Window> told_window(const std::vector<DocumentAnalysis>& corpus, const Event& event) {
  std::optional<Window> all;
  for (const ClaimRef r : event.claims) {
    const DocumentAnalysis& analysis = corpus[index(r.document)];
    const Claim& claim = analysis.claims[r.claim];
    if (claim.modality != Modality::actual || claim.polarity == Polarity::denied) continue;
    const auto window = window_of_claim(analysis, claim);
    if (!window || !window->bounded()) continue;
    all = all ? hull(*all, *window) : *window;
  }
  return all;
}

std::int64_t days_apart(const Window& a, const Window& b) {
  if (*a.earliest > *b.latest) return day_of(*a.earliest) - day_of(*b.latest);
  if (*b.earliest > *a.latest) return day_of(*b.earliest) - day_of(*a.latest);
  return 0;
}

class Scripts {
 public:
  Scripts(const std::vector<DocumentAnalysis>& corpus, const std::vector<Event>& events, const Types& types,
          const std::vector<std::string>& collective)
      : corpus_(corpus), events_(events), types_(types), collective_(collective) {}

  std::vector<EventOrder> orders() {
    index_heroes();
    std::vector<EventOrder> all;
    for (std::uint32_t e = 0; e < events_.size(); ++e) {
      const auto facts = types_.find(events_[e].type);
      if (facts == types_.end()) continue;
      for (const std::string& type : facts->second.after) {
        for (const std::uint32_t other : of_same_hero(e, type))
          if (facts->second.once || one_journey(other, e)) all.push_back({other, e});
      }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

 private:
  void index_heroes() {
    for (std::uint32_t e = 0; e < events_.size(); ++e)
      if (const Participant* who = hero(events_[e]))
        for (const auto word : words_of(who->head)) by_word_[{events_[e].type, std::string(word)}].push_back(e);
  }

  [[nodiscard]] std::vector<std::uint32_t> of_same_hero(std::uint32_t event, const std::string& type) const {
    std::set<std::uint32_t> found;
    const Participant* who = hero(events_[event]);
    if (!who) return {};
    for (const auto word : words_of(who->head)) {
      const auto list = by_word_.find({type, std::string(word)});
      if (list == by_word_.end() || list->second.size() > crowd) continue;
      for (const std::uint32_t other : list->second)
        if (other != event && compare(*who, *hero(events_[other]), collective_) == Identity::same) found.insert(other);
    }
    return {found.begin(), found.end()};
  }

  [[nodiscard]] bool one_journey(std::uint32_t begin, std::uint32_t end) const {
    const Participant *from = with_role(events_[begin], "origin"), *to = with_role(events_[end], "destination");
    if (!from || !to || compare(*from, *to, collective_) != Identity::different) return false;
    if (const Participant* meant = with_role(events_[begin], "destination");
        meant && compare(*meant, *to, collective_) == Identity::different)
      return false;
    const auto left = told_window(corpus_, events_[begin]), reached = told_window(corpus_, events_[end]);
    if (!left || !reached || days_apart(*left, *reached) > journey_days) return false;
    const auto alone = [&](std::uint32_t event, const std::string& type, std::uint32_t known) {
      const auto others = of_same_hero(event, type);
      return std::all_of(others.begin(), others.end(), [&](std::uint32_t other) {
        const auto when = told_window(corpus_, events_[other]);
        return other == known || !when ||
               days_apart(*when, *told_window(corpus_, events_[event])) > another_journey_days;
      });
    };
    return alone(end, events_[begin].type, begin) && alone(begin, events_[end].type, end);
  }

  const std::vector<DocumentAnalysis>& corpus_;
  const std::vector<Event>& events_;
  const Types& types_;
  const std::vector<std::string>& collective_;
  std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> by_word_;
};

}  // namespace

std::vector<EventOrder> script_orders(const std::vector<DocumentAnalysis>& corpus, const std::vector<Event>& events,
                                      const Types& types, const std::vector<std::string>& collective) {
  return Scripts(corpus, events, types, collective).orders();
}

}  // namespace isnad::linking
