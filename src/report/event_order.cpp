#include "report/event_order.h"

#include <algorithm>
#include <tuple>

namespace isnad {

std::vector<std::size_t> events_in_time(const Timeline& timeline) {
  const std::vector<Window>& windows = timeline.graph.event_windows;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < timeline.linking.events.size(); ++i) {
    if (windows[i].earliest || windows[i].latest) order.push_back(i);
  }
  const auto key = [&windows](std::size_t i) {
    const Window& w = windows[i];
    return std::tuple(w.earliest ? *w.earliest : *w.latest, w.latest ? *w.latest : *w.earliest, i);
  };
  std::sort(order.begin(), order.end(), [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

}  // namespace isnad
