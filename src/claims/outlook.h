// What lies ahead of an article and what has gone by, where a weekday or a date alone would leave it open.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "claims/clause.h"
#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// A weekday, without day and month.
[[nodiscard]] bool is_weekday(const Meaning& meaning);
/// "Tomorrow", "next Saturday", counted from the article's own day: what is still to come.
[[nodiscard]] bool looks_ahead(const Meaning& meaning);

/// Do the words tell that something was put off?
[[nodiscard]] bool is_put_off(const Reading& reading, TokenRange tokens);

/// "Put off to Thursday", "moved the meeting to Sunday": the time is that of what was put off, which is still to come.
[[nodiscard]] bool is_put_off_to(const Reading& reading, std::uint32_t timex, std::uint32_t limit);

/// The present with a bare weekday or date tells what is to come ("visits Paris on Monday"); not in a headline, nor
/// behind "was" and "did not", nor behind a verb that answers what has happened ("condemns the attack of Monday").
[[nodiscard]] bool tells_what_comes(const Reading& reading, const Clause& clause, std::uint32_t timex);

/// "From 1 March on", "as of today": the time is when something begins.
[[nodiscard]] bool begins_on(const Reading& reading, std::uint32_t time, std::uint32_t limit);

/// "The closure as of Friday": of a weekday, that is the next one.
[[nodiscard]] bool begins_on_coming_day(const Reading& reading, std::uint32_t timex, std::uint32_t limit);

/// Where a date without a year, or a weekday, is looked for.
enum class Outlook : std::uint8_t {
  gone_by,                 ///< not ahead, whatever words of what is to come stand before it
  ahead,                   ///< ahead of the article
  long_since,              ///< behind the article ("calls for opening the road closed since 9 June")
  until_now,               ///< a stretch as far as the article's day ("has killed 40 since 1 March")
  behind_the_time_before,  ///< after the time told before it ("decided on 5 February to put the vote off to 15
                           ///< December")
};

/// "(It had) announced last night that it will release ...": a plan told yesterday or today still stands.
[[nodiscard]] bool is_announced_now(const Reading& reading, const std::vector<Scope>& scopes, std::uint32_t token,
                                    Modality modality);

/// "(It had launched one,) and may launch another": what is told of the past ends.
[[nodiscard]] bool may_come(const Reading& reading, const Clause& clause);

/// Of the date of a planned claim; nothing where either side may be meant: of what had been planned, or was due ("the
/// vote due on 25 February was cancelled").
[[nodiscard]] std::optional<Outlook> outlook_of(const Reading& reading, const Claim& claim, const Clause& clause,
                                                const std::vector<Scope>& scopes);

/// What is dated behind the publication day and not told as having happened is still to come.
void plan_what_lies_ahead(DocumentAnalysis& analysis);

/// "Has killed 40 people since 1 March": a count over the time since then.
[[nodiscard]] bool counts_since(const Reading& reading, const Claim& claim, const Clause& clause);

/// Sets how the expressions, by index, are to be dated.
void set_outlook(std::vector<Timex>& timexes, const std::vector<std::pair<std::uint32_t, Outlook>>& outlooks);
/// What was counted since a time was so at some time from then on, up to the article's day.
void count_until_now(std::vector<Claim>& claims, const std::vector<std::pair<std::uint32_t, Outlook>>& outlooks);

/// "Before it announced on Saturday", "had been due on Sunday": the dated claim's time has gone by, unless something
/// that is to come is told between its trigger and its time. `past`: a perfect verb tells it.
[[nodiscard]] bool has_gone_by(const Reading& reading, const Claim& claim, const Clause& clause, bool past,
                               std::uint32_t trigger);

}  // namespace isnad::claims
