// The publication day of an article that does not tell it, from what dated articles tell of the same events.
//
// "The president resigned yesterday, Tuesday" appeared on the day after the resignation that another article dates.
// Each event that both tell is a vote for the days on which its words would fit; the days with the most votes remain.
// One vote alone may come from another event of the same kind ("shelled the town yesterday"), so that it settles a day
// only where something else agrees: the weekday that the article tells, its date line, or that the event happens once.
#include <algorithm>
#include <map>
#include <set>

#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "graph/related_articles.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

/// Words that count from the publication day reach no further back than a year.
constexpr std::int64_t most_days = 400;

/// A claim with a date, and the names that it gives.
struct Told {
  const Claim* claim = nullptr;
  const Timex* timex = nullptr;
  std::vector<std::string_view> names;
};

std::vector<Told> told_by(const DocumentAnalysis& analysis, const std::set<std::string_view>& daily) {
  std::vector<Told> out;
  for (const Claim& claim : analysis.claims) {
    const ClaimTime& time = claim.time;
    if (claim.frame.empty() || !time.timex || time.inherited || time.of_statement) continue;
    if (time.relation != TimeRelation::at || claim.polarity == Polarity::denied || daily.contains(claim.type)) continue;
    out.push_back({&claim, &analysis.timexes[*time.timex], names_in(claim)});
  }
  return out;
}

bool share_a_name(const Told& a, const Told& b) {
  return std::any_of(a.names.begin(), a.names.end(), [&](std::string_view name) {
    return std::find(b.names.begin(), b.names.end(), name) != b.names.end();
  });
}

/// An event on a day, as a kind of event and that day.
using Vote = std::pair<std::string_view, Day>;
using Votes = std::map<Day, std::set<Vote>>;

/// Adds a vote for each day on which the words of `told` would mean `day`.
void vote(const Told& told, Day day, Votes& votes) {
  const Relaxation r = relaxation(told.timex->meaning, told.claim->modality == Modality::planned);
  if (!r.from_publication || !r.from_publication->lo || !r.from_publication->hi || r.from_previous) return;
  if (r.domain && intersect(*r.domain, TimeDomain::of({window_of(day)})).empty()) return;
  // The words mean t with lo <= t - p <= hi for the midnight p.
  const Day first = day_of(Instant{start_of(day).value - r.from_publication->hi->value + minutes_per_day - 1});
  const Day last = day_of(Instant{end_of(day).value - r.from_publication->lo->value});
  if (last - first > most_days) return;
  for (Day p = first; p <= last; p = p + 1) votes[p].insert({told.claim->type, day});
}

struct Types {
  std::set<std::string_view> daily, once;
};

Types types_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  Types types;
  for (const DocumentAnalysis& analysis : corpus)
    for (const Frame& frame : grammar.frames(analysis.document.language)) {
      if (frame.daily) types.daily.insert(frame.type);
      if (frame.once) types.once.insert(frame.type);
    }
  return types;
}

/// The days with the most votes; none where different events vote for different days. `sure`: it is one day.
struct Choice {
  std::vector<Day> days;
  bool sure = false;
};

Choice choose(const Votes& votes, const OpenArticle& article, const Types& types) {
  Choice choice;
  std::size_t most = 0;
  for (const auto& [day, events] : votes) {
    if (!article.allows(day) || events.size() < most) continue;
    if (events.size() > most) choice.days.clear();
    most = events.size();
    choice.days.push_back(day);
  }
  if (choice.days.empty()) return choice;
  const std::set<Vote>& events = votes.at(choice.days.front());
  if (std::any_of(choice.days.begin(), choice.days.end(), [&](Day day) { return votes.at(day) != events; })) return {};
  if (choice.days.size() > 1) return choice;
  choice.sure =
      most >= 2 || article.tells_weekday || article.has_date_line || types.once.contains(events.begin()->first);
  return choice;
}

}  // namespace

void find_days_by_events(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related,
                         const Grammar& grammar) {
  std::vector<std::size_t> open = open_articles(corpus);
  if (open.empty() || open.size() == corpus.size()) return;
  const Types types = types_of(corpus, grammar);
  // An article that was placed helps to place others.
  for (bool placed = true; placed;) {
    placed = false;
    std::vector<std::vector<Told>> told_in;
    for (const DocumentAnalysis& analysis : corpus) told_in.push_back(told_by(analysis, types.daily));
    std::vector<std::pair<std::size_t, Choice>> found;
    for (const std::size_t d : open) {
      Votes votes;
      for (const std::size_t r : related.of(d)) {
        for (const Told& other : told_in[r]) {
          const auto day = day_told(*other.timex);
          if (!day) continue;
          for (const Told& told : told_in[d])
            if (told.claim->type == other.claim->type && share_a_name(told, other)) vote(told, *day, votes);
        }
      }
      found.emplace_back(d, choose(votes, open_article(corpus[d]), types));
    }
    for (const auto& [d, choice] : found) {
      if (choice.sure) {
        publish(corpus[d], choice.days.front(), message("graph.published-by-events"));
        placed = true;
      } else if (!choice.days.empty()) {
        std::vector<Window> days;
        for (const Day day : choice.days) days.push_back(window_of(day));
        corpus[d].publication.domain = TimeDomain::of(std::move(days));
      }
    }
    std::erase_if(open, [&](std::size_t d) { return corpus[d].publication.day.has_value(); });
  }
}

}  // namespace isnad::graph
