// The publication day of an article that tells by how many days something was put off.
//
// "Today, Tuesday, the launch planned for tomorrow was put off by two days: the new date is Friday 17 July 2020." The
// old day counts from the publication day, the new one is told in full, and the delay lies between them.
#include <set>

#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

constexpr std::int32_t longest_delay = 60;  ///< days; longer ones are told in months

/// The sentences that tell of something put off.
std::set<std::size_t> delaying_sentences(const DocumentAnalysis& analysis) {
  std::set<std::size_t> sentences;
  for (const Claim& claim : analysis.claims)
    if (claim.type == "postpone" && claim.polarity == Polarity::asserted) sentences.insert(claim.sentence);
  return sentences;
}

/// A number of days or weeks, exactly; nothing for other amounts.
std::optional<std::int32_t> whole_days(const Meaning& m) {
  const Quantity& q = m.quantity;
  if (m.kind != Meaning::Kind::duration || !q.count || q.approximate || q.rest > 0) return std::nullopt;
  if (q.unit != TimeUnit::day && q.unit != TimeUnit::week) return std::nullopt;
  const std::int32_t days = *q.count * (q.unit == TimeUnit::week ? 7 : 1);
  return days > 0 && days <= longest_delay ? std::optional(days) : std::nullopt;
}

/// The days at which an expression lies from the publication day ("tomorrow": 1), where it tells one.
std::optional<std::int32_t> days_from_publication(const Meaning& m) {
  const bool counts_days = (m.kind == Meaning::Kind::offset || m.kind == Meaning::Kind::current) &&
                           m.quantity.unit == TimeUnit::day && m.anchor == Anchor::publication;
  const auto bounds = counts_days ? relaxation(m, true).from_publication : std::nullopt;
  return bounds && bounds->lo ? std::optional(day_of(Instant{bounds->lo->value}) - Day{0}) : std::nullopt;
}

/// What an article tells of delays.
struct Delays {
  std::set<std::int32_t> days;      ///< by so many
  std::set<std::int32_t> old_days;  ///< from a day so far from the publication
  std::set<Day> new_days;           ///< to a day that is told in full
};

Delays delays_in(const DocumentAnalysis& analysis) {
  const std::set<std::size_t> delaying = delaying_sentences(analysis);
  Delays delays;
  if (delaying.empty()) return delays;
  each_own_timex(analysis, [&](const Timex& timex, std::size_t sentence) {
    const Meaning& m = timex.meaning;
    if (const auto day = day_told(timex); day && m.fields.year) delays.new_days.insert(*day);
    if (!delaying.contains(sentence)) return;
    if (const auto days = whole_days(m)) delays.days.insert(*days);
    if (const auto days = days_from_publication(m)) delays.old_days.insert(*days);
  });
  return delays;
}

}  // namespace

void find_days_by_delay(std::vector<DocumentAnalysis>& corpus) {
  for (const std::size_t d : open_articles(corpus)) {
    const OpenArticle article = open_article(corpus[d]);
    if (!article.tells_weekday) continue;
    const Delays delays = delays_in(corpus[d]);
    std::set<Day> found;
    for (const Day to : delays.new_days)
      for (const std::int32_t by : delays.days)
        for (const std::int32_t from : delays.old_days)
          if (const Day published = to + (-by - from); published < to && article.allows(published))
            found.insert(published);
    if (found.size() == 1) publish(corpus[d], *found.begin(), message("graph.published-by-delay"));
  }
}

}  // namespace isnad::graph
