// A scene, drawn by Graphviz.
#pragma once

#include <string>

#include "isnad/report.h"
#include "report/graph_scene.h"
#include "report/layout_scene.h"

namespace isnad::picture {

/// Graphviz scales a bitmap down beyond this, silently.
inline constexpr double longest_side_px = 32767;

/// The scene in a format. All positions are given: Graphviz lays out nothing (its engine "nop2"). Errors: rendering.
/// Thread-safe. The same scene gives the same bytes, but for PDF, which carries the time of its making.
[[nodiscard]] Result<std::string> render(const Scene& scene, PictureFormat format);

/// The same of a graph, whose places Graphviz finds (its engine "dot").
[[nodiscard]] Result<std::string> render(const GraphScene& scene, PictureFormat format);

/// Graphviz's SVG made fit for a page: sized in pixels, with styles instead of font tricks, without comments and
/// without the titles that would show node names on hover.
[[nodiscard]] std::string tidy_svg(const std::string& svg, Language language, double length, double height);

}  // namespace isnad::picture
