// Who sends a dispatch, as it stands behind its day.
#pragma once

#include <cstdint>

#include "text/cue_index.h"

namespace isnad::text {

/// The token behind the signature that begins at `at`: a name between slashes, though we may not know it ("/Name of an
/// Agency/", "/N.A./"), or brackets that hold the name of an agency; `at` where there is none. Bounded by a few tokens.
[[nodiscard]] std::uint32_t signature_end(const TokenView& view, const CueIndex& cues, std::uint32_t at,
                                          std::uint32_t last);

/// A line of its own that opens as a dispatch does: place, day, who sends it ("CITY, 8 August /Agency/ Name of the
/// author").
[[nodiscard]] bool is_signed_line(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last);

/// A line that is a place and a whole day: "CITY in 8 August 2024", as below a communique, or between its headline and
/// its text. A headline may read so too ("Attack in 8 August 2024").
[[nodiscard]] bool is_place_and_day(const TokenView& view, const CueIndex& cues, std::uint32_t first,
                                    std::uint32_t last);

}  // namespace isnad::text
