// Times that belong to a noun beside them and date no event of their clause.
#pragma once

#include <optional>

#include "claims/reading.h"

namespace isnad::claims {

/// "The exams of | the end of the year": named after the time that stands right behind, which is no day.
[[nodiscard]] bool is_named_after(const Reading& reading, const Timex& timex, std::uint32_t limit);

/// "Compared with March 2017", "the World Cup of 2026", "the mine idle since 2012", "the first one since 2013": a time
/// to compare with, the year of an edition, since when something is as it is called, when the one before it was.
/// `limit`: the first token of the clause.
[[nodiscard]] bool belongs_to_noun(const Reading& reading, const Timex& timex, std::uint32_t limit);

/// "The president | detained since 26 July": the participle that the time belongs to.
[[nodiscard]] std::optional<std::uint32_t> lasting_since(const Reading& reading, const Timex& timex,
                                                         std::uint32_t limit);

/// "The agreement | concluded with the company in 1994", "the match | due on Saturday": the participle, an adjective of
/// the definite noun before it, that owns the time behind it.
[[nodiscard]] std::optional<std::uint32_t> owning_participle(const Reading& reading, const Timex& timex,
                                                             std::uint32_t limit);

/// "Signed", "issued": what was done to the noun, as a concept, by such a participle; empty where it may still be so,
/// and for other words.
[[nodiscard]] std::string_view done_by(const Reading& reading, std::uint32_t participle);

/// "(The arrest of) somebody who stole yesterday", where no word but the verb right behind an indefinite noun opens the
/// clause: such a verb, told as past, stands between the tokens, so that a time behind it is its own.
[[nodiscard]] bool bare_relative_between(const Reading& reading, std::uint32_t first, std::uint32_t last);

}  // namespace isnad::claims
