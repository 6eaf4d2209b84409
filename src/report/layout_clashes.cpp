// Lines between claims that cannot both be true.
#include <algorithm>
#include <cmath>

#include "report/escape.h"
#include "report/layout_parts.h"
#include "report/palette.h"

namespace isnad::picture {
namespace {

/// Where letters are: lines of text are taller than they.
struct Letters {
  double begin, end, top, bottom;
};

/// The letters between two depths.
std::vector<Letters> letters_between(const Scene& scene, double top, double bottom) {
  std::vector<Letters> found;
  for (const Text& text : scene.texts) {
    const Rect& r = text.rect;
    const Letters letters{r.along, r.end(), r.down + r.height * 0.2, r.bottom() - r.height * 0.2};
    if (letters.top < bottom && top < letters.bottom) found.push_back(letters);
  }
  return found;
}

/// A line of horizontal and vertical pieces that crosses no letters.
bool is_clear(const std::vector<Point>& line, const std::vector<Letters>& letters) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const auto [left, right] = std::minmax(line[i - 1].along, line[i].along);
    const auto [top, bottom] = std::minmax(line[i - 1].down, line[i].down);
    const bool hit =
        std::any_of(letters.begin(), letters.end(), [&, l = left, r = right, t = top, b = bottom](const Letters& x) {
          return l < x.end && x.begin < r + 0.5 && t < x.bottom && x.top < b + 0.5;
        });
    if (hit) return false;
  }
  return true;
}

/// Does any piece of a line, of whatever direction, run through letters?
bool crosses(const std::vector<Point>& line, const std::vector<Letters>& letters) {
  constexpr double step = 1;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point &from = line[i - 1], &to = line[i];
    const double length = std::hypot(to.along - from.along, to.down - from.down);
    for (double at = 0; at <= length; at += step) {
      const double share = length > 0 ? at / length : 0;
      const double along = from.along + share * (to.along - from.along),
                   down = from.down + share * (to.down - from.down);
      if (std::any_of(letters.begin(), letters.end(), [&](const Letters& x) {
            return x.begin < along && along < x.end && x.top < down && down < x.bottom;
          }))
        return true;
    }
  }
  return false;
}

/// Down from the earlier bar, at `along` or from its begin, and along the other's row to its begin or onto it.
std::vector<Point> by_way_of(double along, const Rect& first, const Rect& second) {
  const bool downwards = second.down > first.down;
  const double row = second.center().down;
  std::vector<Point> line;
  if (along >= first.along && along <= first.end()) {
    line.push_back({along, downwards ? first.bottom() : first.down});
  } else {
    line.push_back({along < first.along ? first.along : first.end(), first.center().down});
    line.push_back({along, first.center().down});
  }
  if (along > second.along && along < second.end()) {
    line.push_back({along, downwards ? second.down : second.bottom()});
  } else {
    line.push_back({along, row});
    line.push_back({along <= second.along ? second.along : second.end(), row});
  }
  return line;
}

/// From the odd one out to another bar, kept clear of letters: down from the earlier bar's end and along the other's
/// row to its begin; where both lie at one time, around their begins; where labels of lanes between them stand in the
/// way, as near to there as there is room. Empty where there is none: far apart in a crowded picture, a line tells no
/// more than the signs at both bars.
std::vector<Point> between_bars(const Rect& a, const Rect& b, const Scene& scene) {
  constexpr double inset = 7;
  constexpr double around = 9;
  constexpr double step = 5, farthest = 400;
  const Rect& first = a.along <= b.along ? a : b;
  const Rect& second = a.along <= b.along ? b : a;
  const double wanted = first.end() <= second.along + 1 ? std::max(first.along + first.length / 2, first.end() - inset)
                                                        : first.along - around;
  const std::vector<Letters> letters =
      letters_between(scene, std::min(first.down, second.down), std::max(first.bottom(), second.bottom()));
  for (double aside = 0; aside <= farthest; aside += step) {
    for (const double along : {wanted - aside, wanted + aside}) {
      std::vector<Point> line = by_way_of(along, first, second);
      if (along > 0 && along < scene.length && is_clear(line, letters)) return line;
    }
  }
  return {};
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
    const bool both_chips = odd->second.chip && other->second.chip;
    if (odd->second.chip || other->second.chip) line.points = both_chips ? between_chips(a, b) : straight(a, b);
    const std::vector<Letters> letters =
        letters_between(scene, std::min(a.down, b.down), std::max(a.bottom(), b.bottom()));
    if (line.points.empty() || crosses(line.points, letters)) line.points = between_bars(a, b, scene);
    if (!line.points.empty()) scene.strokes.push_back(std::move(line));
  }
}

}  // namespace isnad::picture
