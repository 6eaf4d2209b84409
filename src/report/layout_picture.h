// Gives every lane, bar and label its place.
//
//   title, counts
//   [event labels] | axis
//   [lane]         | bars, each in a row of its own, with its label inside or beside it
//   [undated]      | chips
//   legend, what is left out
#pragma once

#include "report/layout_scale.h"
#include "report/layout_scene.h"
#include "report/picture_model.h"
#include "report/picture_words.h"

namespace isnad::picture {

enum class Heading : std::uint8_t { shown, left_out };

/// O(shapes). `timeline` for the findings' messages. Without heading where a page has one of its own.
[[nodiscard]] Scene lay_out(const PictureModel& model, const Timeline& timeline, const PictureWords& words,
                            Heading heading = Heading::shown);

/// draw(), with or without heading.
[[nodiscard]] Result<std::string> draw_picture(const Timeline& timeline, PictureFormat format,
                                               const PictureOptions& options, Heading heading);

}  // namespace isnad::picture
