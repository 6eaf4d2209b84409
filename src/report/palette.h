// Colours of the picture and the page.
//
// The hues of Okabe and Ito (2008), which colour-blind readers can tell apart, without their vermilion: red belongs to
// contradictions alone. Beyond eight sources the hues repeat, so no reader depends on them: every bar names its source.
#pragma once

#include <cstddef>
#include <string_view>

namespace isnad {

struct SourceColor {
  std::string_view strong;  ///< outline and stripe: at least 3:1 on white
  std::string_view light;   ///< fill behind dark text: at least 7:1 with `ink`
};

/// Colour of the n-th source; repeats with period source_color_count.
[[nodiscard]] SourceColor source_color(std::size_t n);
inline constexpr std::size_t source_color_count = 8;

namespace color {
inline constexpr std::string_view ink = "#1b2430";
inline constexpr std::string_view quiet = "#5b6672";
inline constexpr std::string_view grid = "#c8cfd6";
inline constexpr std::string_view fine_grid = "#e3e7eb";
inline constexpr std::string_view tear = "#aab3bc";
inline constexpr std::string_view paper = "#ffffff";
inline constexpr std::string_view lane = "#f5f7f9";
inline constexpr std::string_view disputed_lane = "#fdeeec";
inline constexpr std::string_view column = "#6f879f";  ///< of an overview: at least 3:1 on paper
inline constexpr std::string_view conflict = "#b3261e";
}  // namespace color

}  // namespace isnad
