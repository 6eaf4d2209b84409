#include "graph/days_since.h"

#include <algorithm>
#include <set>

#include "graph/open_article.h"

namespace isnad::graph {
namespace {

constexpr std::int32_t longest = 60;  ///< days; longer stretches are told roundly

/// A number of days or weeks after an event, exactly.
std::optional<std::int32_t> days_after_event(const Meaning& m) {
  const Quantity& q = m.quantity;
  if (m.kind != Meaning::Kind::offset || m.anchor != Anchor::event || m.direction != Direction::future)
    return std::nullopt;
  if (!q.count || q.approximate || q.rest > 0) return std::nullopt;
  if (q.unit != TimeUnit::day && q.unit != TimeUnit::week) return std::nullopt;
  const std::int32_t days = *q.count * (q.unit == TimeUnit::week ? 7 : 1);
  return days > 0 && days <= longest ? std::optional(days) : std::nullopt;
}

/// "Yesterday", "on Sunday"; not "today".
bool counts_days(const Timex& timex) {
  const Meaning& m = timex.meaning;
  const bool today = m.kind == Meaning::Kind::current && m.direction == Direction::unsaid;
  const bool day = m.fields.weekday || m.kind == Meaning::Kind::offset;
  return timex.type != TimexType::duration && m.anchor == Anchor::publication && day && !today && !m.fields.month;
}

}  // namespace

std::map<std::size_t, std::int32_t> days_since_events(const DocumentAnalysis& analysis) {
  const Document& document = analysis.document;
  std::optional<std::size_t> opening;
  for (std::size_t s = 0; s < document.sentences.size() && !opening; ++s)
    if (document.role(document.sentences[s]) == Role::body) opening = s;
  std::map<std::size_t, std::pair<std::size_t, std::int32_t>> found;  // with the sentence
  std::set<std::size_t> dated;                                        // sentences that tell another day
  each_own_timex(analysis, [&](const Timex& timex, std::size_t s) {
    if (s != opening && document.role(document.sentences[s]) != Role::headline) return;
    if (const auto days = days_after_event(timex.meaning))
      found[static_cast<std::size_t>(&timex - analysis.timexes.data())] = {s, *days};
    else if (counts_days(timex))
      dated.insert(s);
  });
  std::map<std::size_t, std::int32_t> since;
  for (const auto& [timex, told] : found)
    if (!dated.contains(told.first)) since[timex] = told.second;
  return since;
}

}  // namespace isnad::graph
