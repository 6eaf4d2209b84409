// What is told and what is denied of one day.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/told_words.h"

namespace isnad::audit_rules {

/// The one day, or part of it, on which a claim's own clause puts what it tells; nothing where it tells none. What has
/// not happened "since midnight" did not happen on that day.
[[nodiscard]] std::optional<Window> told_day(const Context& context, ClaimRef r);
/// Do both tell of the same day?
[[nodiscard]] bool of_one_day(const Context& context, ClaimRef a, ClaimRef b);
/// Does what is told to have happened lie within the time for which it is denied: a day, or some days or a month that
/// both name? What did not happen on Monday may have happened in that month.
[[nodiscard]] bool within_denied_time(const Context& context, ClaimRef asserted, ClaimRef denied);
/// Is the time for which it is denied no longer than a third of a month ("at the end of March")?
[[nodiscard]] bool within_some_days(const Context& context, ClaimRef denied);
/// Stems of a claim's clause.
[[nodiscard]] std::vector<std::string> words_of(const Context& context, const ToldWords& words, ClaimRef r);
/// Those of what is denied, and of who denies it: "the customs deny that their men were arrested".
[[nodiscard]] std::vector<std::string> words_of_denial(const Context& context, const ToldWords& words, ClaimRef denied);
/// Facts by the day that their own clause tells.
[[nodiscard]] std::multimap<Day, ClaimRef> facts_by_day(const Context& context);
/// "He denied having met the prime minister on Tuesday", "the prime minister received him on Tuesday": another article
/// of the story tells of that day what has the denied clause's rare words, with the one who denies it.
[[nodiscard]] bool tells_what_is_denied(const Context& context, const ToldWords& words, ClaimRef asserted,
                                        ClaimRef denied);

}  // namespace isnad::audit_rules
