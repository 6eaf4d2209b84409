#include "report/picture_words.h"

#include <algorithm>
#include <map>

#include "report/escape.h"

namespace isnad::picture {
namespace {

constexpr std::string_view dot = " \u00B7 ";

/// The year in which most bars lie: it goes without saying on labels (the axis says it).
std::optional<std::int32_t> usual_year(const PictureModel& model) {
  std::map<std::int32_t, std::size_t> bars;
  for (const Lane& lane : model.lanes) {
    for (const Bar& bar : lane.bars) {
      const Window& w = bar.windows.front();
      ++bars[civil_from_day(day_of(w.earliest ? *w.earliest : *w.latest)).year];
    }
  }
  const auto most =
      std::max_element(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bars.end() ? std::nullopt : std::optional(most->first);
}

/// source -> first -> ... -> last, with names of at most `name` code points and at most `links` of them.
std::string chain(const Bar& bar, Language language, std::size_t name, std::size_t links) {
  const std::string arrow = " " + message(language, "picture.chain.arrow") + " ";
  std::string out = isolated(bar.source_name);
  const std::size_t size = bar.chain.size();
  bool cut = false;
  for (std::size_t i = 0; i < size; ++i) {
    // Who is named first relays, who is last has said it: the middle gives way.
    const bool last = i + 1 == size;
    if (last ? links > 0 : i + 1 < links) {
      out += arrow + isolated(shortened(bar.chain[i], name));
    } else if (!cut) {
      out += arrow + "\u2026";
      cut = true;
    }
  }
  return out;
}

std::string fitted_chain(const std::string& before, const Bar& bar, Language language, const Font& font, double width) {
  struct Attempt {
    std::size_t name, links;
  };
  std::string label;
  for (const Attempt& attempt : {Attempt{48, 8}, {30, 4}, {20, 3}, {20, 2}, {14, 2}, {14, 1}, {10, 1}, {2, 0}}) {
    label = before + chain(bar, language, attempt.name, attempt.links);
    if (label_width(label, font) <= width) break;
  }
  return label;
}

}  // namespace

PictureWords::PictureWords(const PictureModel& model, Language language)
    : language_(language), dates_(language, usual_year(model)) {}

std::string PictureWords::date(const Bar& bar) const {
  std::string out;
  for (const Window& window : bar.windows) {
    const std::string one = dates_.window(window, bar.day_part);
    out = out.empty() ? one : message(language_, "picture.or", {{"a", out}, {"b", one}});
  }
  if (bar.denied) out += (out.empty() ? "" : std::string(dot)) + message(language_, "picture.denied");
  return out;
}

std::string PictureWords::bar(const Bar& bar, const Font& font, double width) const {
  return fitted_chain(date(bar) + std::string(dot), bar, language_, font, width);
}

std::string PictureWords::chip(const Bar& bar, const Font& font, double width) const {
  const std::string before = bar.denied ? message(language_, "picture.denied") + std::string(dot) : std::string();
  return fitted_chain(before, bar, language_, font, width);
}

std::string PictureWords::tooltip(const Bar& bar) const {
  std::string label = date(bar);
  if (!label.empty()) label += dot;
  label += chain(bar, language_, 48, 8);
  return message(language_, "picture.tooltip", {{"label", label}, {"sentence", isolated(bar.sentence)}});
}

std::vector<std::string> PictureWords::status(const Lane& lane) const {
  std::string status;
  switch (lane.status) {
    case EventStatus::agreed:
      status = message(language_, "picture.status.agreed", {{"n", std::int64_t{lane.origins}}});
      break;
    case EventStatus::disputed:
      return {message(language_, "picture.status.disputed")};
    case EventStatus::single_source:
      status = message(language_, "picture.status.single_source");
      break;
    case EventStatus::undated:
      return {message(language_, "picture.status.undated")};
  }
  const std::string window = dates_.window(lane.window);
  if (window.empty()) return {status};
  return {window, status};
}

std::string PictureWords::title(const PictureModel& model) const {
  std::optional<Instant> first;
  std::optional<Instant> last;
  for (const Lane& lane : model.lanes) {
    for (const Bar& bar : lane.bars) {
      for (const Window& w : bar.windows) {
        for (const auto& side : {w.earliest, w.latest}) {
          if (!side) continue;
          if (!first || *side < *first) first = side;
          if (!last || *last < *side) last = side;
        }
      }
    }
  }
  if (!first) return message(language_, "picture.title");
  const DateWords with_year(language_, std::nullopt);
  const Window days{start_of(day_of(*first)), end_of(day_of(*last))};
  return message(language_, "picture.title.dated", {{"range", with_year.window(days)}});
}

}  // namespace isnad::picture
