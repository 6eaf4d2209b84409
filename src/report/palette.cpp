#include "report/palette.h"

#include <array>

namespace isnad {
namespace {

constexpr std::array<SourceColor, source_color_count> colors{{
    {"#0072b2", "#cbe2f4"},  // blue
    {"#b06a00", "#fddcaa"},  // orange, darkened to be seen as a line
    {"#007a5a", "#bfe6d7"},  // bluish green
    {"#a2487f", "#f1d3e5"},  // reddish purple
    {"#7d7200", "#f6f08f"},  // yellow, darkened
    {"#5a4fa2", "#dcd7f5"},  // violet
    {"#1b8ca6", "#c9f1f7"},  // sky blue, darkened
    {"#555f68", "#dde1e5"},  // grey
}};

}  // namespace

SourceColor source_color(std::size_t n) { return colors[n % colors.size()]; }

}  // namespace isnad
