// Lines between claims that cannot both be true.
#include <algorithm>

#include "report/escape.h"
#include "report/layout_parts.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

/// From the odd one out to another bar, kept clear of labels, which stand behind bars: down from the earlier bar's end
/// and along the other's row to its begin; or, where both lie at one time, around their begins.
std::vector<Point> between_bars(const Rect& a, const Rect& b) {
  constexpr double inset = 7;
  constexpr double around = 9;
  const Rect& first = a.along <= b.along ? a : b;
  const Rect& second = a.along <= b.along ? b : a;
  const double side = second.down > first.down ? first.bottom() : first.down;
  const double row = second.center().down;
  if (first.end() <= second.along + 1) {
    const double along = std::max(first.along + first.length / 2, first.end() - inset);
    return {{along, side}, {along, row}, {second.along, row}};
  }
  const double along = first.along - around;
  return {{first.along, first.center().down}, {along, first.center().down}, {along, row}, {second.along, row}};
}

/// Chips of one lane stand side by side: a bracket under them. Those of two lanes: around their begins, not through
/// their words.
std::vector<Point> between_chips(const Rect& a, const Rect& b) {
  if (a.bottom() < b.down || b.bottom() < a.down) {
    constexpr double beside = 3;
    const double along = std::min(a.along, b.along) - beside;
    return {{a.along, a.center().down}, {along, a.center().down}, {along, b.center().down}, {b.along, b.center().down}};
  }
  constexpr double below = 3;
  const double down = std::max(a.bottom(), b.bottom()) + below;
  return {{a.center().along, a.bottom()},
          {a.center().along, down},
          {b.center().along, down},
          {b.center().along, b.bottom()}};
}

std::vector<Point> straight(const Rect& a, const Rect& b) {
  const bool downwards = a.center().down < b.center().down;
  return {{a.center().along, downwards ? a.bottom() : a.down}, {b.center().along, downwards ? b.down : b.bottom()}};
}

}  // namespace

void add_clashes(Scene& scene, const PictureModel& model, const Timeline& timeline, Language language,
                 const Places& places) {
  for (const Clash& clash : model.clashes) {
    const auto odd = places.find(clash.odd);
    const auto other = places.find(clash.other);
    if (odd == places.end() || other == places.end()) continue;  // in a lane that is left out
    const Finding& finding = timeline.audit.findings[clash.finding];
    Stroke line;
    line.css = "clash";
    line.color = color::conflict;
    line.width = 1.7;
    line.link.url = "#" + anchor("finding-", finding.id);
    line.link.tooltip = shortened(printable(in(finding.message, language)), 400);
    const Rect& a = odd->second.rect;
    const Rect& b = other->second.rect;
    if (odd->second.chip && other->second.chip) {
      line.points = between_chips(a, b);
    } else if (odd->second.chip || other->second.chip) {
      line.points = straight(a, b);
    } else {
      line.points = between_bars(a, b);
    }
    scene.strokes.push_back(std::move(line));
  }
}

}  // namespace isnad::picture
