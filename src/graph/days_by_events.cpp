// The publication day of an article that does not tell it, from what dated articles tell of the same events.
//
// "The president resigned yesterday, Tuesday" appeared on the day after the resignation that another article dates.
// Each event that both tell is a vote for the days on which its words would fit; the days with the most votes remain.
// One vote alone may come from another event of the same kind ("shelled the town yesterday"), so that it settles a day
// only where something else agrees: the weekday that the article tells, its date line, or that the event happens once.
// Sentences that share rare words, numbers or names vote like events: they tell the same in words that no frame knows.
#include <algorithm>
#include <map>
#include <set>

#include "graph/days_since.h"
#include "graph/open_article.h"
#include "graph/publication_days.h"
#include "graph/related_articles.h"
#include "graph/telling_words.h"
#include "isnad/messages.h"

namespace isnad::graph {
namespace {

/// Words that count from the publication day reach no further back than a year.
constexpr std::int64_t most_days = 400;

/// So many days are worth telling: more leave no more than the year open.
constexpr std::size_t most_told = 31;

/// A claim with a date, and the names that it gives. The date is that of the claim, or of another claim so many days
/// later ("declared on Sunday, three days after he was killed").
struct Told {
  const Claim* claim = nullptr;
  const Timex* timex = nullptr;
  std::vector<std::string_view> names;
  std::int32_t days_later = 0;
};

bool is_dated(const Claim& claim) {
  const ClaimTime& time = claim.time;
  return time.has_own_timex() && !time.of_statement && time.relation == TimeRelation::at;
}

/// The days from a claim to the dated one from which it is told to lie so many whole days away.
std::optional<std::int32_t> days_to_dated(const DocumentAnalysis& analysis, const ClaimTime& time) {
  if (!time.other || !time.offset || !time.offset_in_days || !is_dated(analysis.claims[*time.other])) return {};
  const auto& [lo, hi] = *time.offset;
  if (!lo || !hi) return {};
  const std::int64_t first = -hi->value / minutes_per_day, last = -lo->value / minutes_per_day;
  return first == last ? std::optional(static_cast<std::int32_t>(first)) : std::nullopt;
}

std::vector<Told> told_by(const DocumentAnalysis& analysis, const std::set<std::string_view>& daily) {
  std::vector<Told> out;
  for (const Claim& claim : analysis.claims) {
    if (claim.frame.empty() || claim.polarity == Polarity::denied || daily.contains(claim.type)) continue;
    if (is_dated(claim)) {
      out.push_back({&claim, &analysis.timexes[*claim.time.timex], names_in(claim), 0});
    } else if (const auto days = claim.time.timex ? std::nullopt : days_to_dated(analysis, claim.time)) {
      const Claim& dated = analysis.claims[*claim.time.other];
      out.push_back({&claim, &analysis.timexes[*dated.time.timex], names_in(claim), *days});
    }
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

/// Adds a vote for each day on which the words of a timex would mean `day`. A weekday of which no verb says that it has
/// gone by may lie ahead too.
void vote(const Timex& timex, bool planned, bool past, std::string_view type, Day day, Votes& votes) {
  Relaxation r = relaxation(timex.meaning, planned);
  if (!r.from_publication || !r.from_publication->lo || !r.from_publication->hi || r.from_previous) return;
  if (!past && is_bare_weekday(timex.meaning))
    r.from_publication->hi = std::max(*r.from_publication->hi, Minutes{7 * minutes_per_day - 1});
  if (r.domain && intersect(*r.domain, TimeDomain::of({window_of(day)})).empty()) return;
  // The words mean t with lo <= t - p <= hi for the midnight p.
  const Day first = day_of(Instant{start_of(day).value - r.from_publication->hi->value + minutes_per_day - 1});
  const Day last = day_of(Instant{end_of(day).value - r.from_publication->lo->value});
  if (last - first > most_days) return;
  for (Day p = first; p <= last; p = p + 1) votes[p].insert({type, day});
}

/// One article's sentence must share so much, or several articles' together, to tell the same day.
constexpr std::size_t enough_in_one = 5, enough_in_all = 8;
/// A sentence that shares so much tells the same happening even where it puts another day beside it.
constexpr std::size_t same_happening = 7;
constexpr std::int32_t days_beside = 2;
constexpr std::string_view by_sentence = "sentence";  ///< the type of a vote that no frame gave

/// What two expressions share that may tell the same day.
std::size_t alike(const Timex& a, const Timex& b) {
  const CalendarFields& f = a.meaning.fields;
  const CalendarFields& g = b.meaning.fields;
  return (f.weekday && f.weekday == g.weekday ? 1U : 0U) + (f.part && f.part == g.part ? 1U : 0U);
}

/// How much the sentence of an expression shares with those of others that tell a day.
struct Sharing {
  std::size_t most = 0, sum = 0;  ///< in one article, and in all
};
using Shared = std::map<std::pair<std::size_t, Day>, Sharing>;  ///< by expression and day

/// What is known of an article's expressions, by their number.
struct OwnTimes {
  explicit OwnTimes(const DocumentAnalysis& analysis)
      : future(future_timexes(analysis)), past(told_as_past(analysis)), since(days_since_events(analysis)) {}
  std::vector<bool> future, past;
  std::map<std::size_t, std::int32_t> since;  ///< see days_since.h
};

/// The days that the sentences of a dated article tell that share most with those of one without a day.
void share_sentences(const DocumentAnalysis& analysis, const OwnTimes& own, const DocumentAnalysis& other,
                     const TellingWords& words, Shared& shared_days) {
  each_own_timex(analysis, [&](const Timex& timex, std::size_t sentence) {
    const auto i = static_cast<std::size_t>(&timex - analysis.timexes.data());
    if (timex.meaning.anchor != Anchor::publication && !own.since.contains(i)) return;
    std::size_t most = 1;
    std::set<Day> days;  // of the sentences that share most
    each_own_timex(other, [&](const Timex& theirs, std::size_t of_other) {
      const auto day = day_told(theirs);
      if (!day) return;
      const std::size_t shared =
          words.shared(index(analysis.document.index), sentence, index(other.document.index), of_other) +
          alike(timex, theirs);
      if (shared < most) return;
      if (shared > most) days.clear();
      most = shared;
      days.insert(*day);
    });
    for (const Day day : days) {
      Sharing& s = shared_days[{i, day}];
      s.most = std::max(s.most, most);
      s.sum += most;
    }
  });
}

/// Votes of the sentences that tell the same in an article without a day and in dated ones.
void vote_by_sentences(const DocumentAnalysis& analysis, const OwnTimes& own, const Shared& shared_days, Votes& votes) {
  for (const auto& [key, sharing] : shared_days) {
    if (analysis.timexes[key.first].meaning.fields.month) continue;  // without its year it tells the year alone
    if (sharing.most < enough_in_one && sharing.sum < enough_in_all) continue;
    if (const auto it = own.since.find(key.first); it != own.since.end())
      votes[key.second + it->second].insert({by_sentence, key.second});
    else
      vote(analysis.timexes[key.first], own.future[key.first], own.past[key.first], by_sentence, key.second, votes);
  }
}

/// Votes for the day that is "today, Friday" and lies next to the day on which others put what the sentence tells,
/// where no other sentence of the article tells that better.
Votes votes_for_days_beside(const DocumentAnalysis& analysis, const Shared& shared_days, std::size_t enough) {
  std::map<Day, std::size_t> most;
  for (const auto& [key, sharing] : shared_days) most[key.second] = std::max(most[key.second], sharing.most);
  Votes votes;
  for (const auto& [key, sharing] : shared_days) {
    const auto& [t, day] = key;
    const Meaning& m = analysis.timexes[t].meaning;
    if (m.kind != Meaning::Kind::current || m.quantity.unit != TimeUnit::day) continue;
    const auto published = publication_told(m);
    if (!published || sharing.most < std::max(enough, most[day])) continue;
    for (std::int32_t step = -days_beside; step <= days_beside; ++step)
      if (published->contains(start_of(day + step))) votes[day + step].insert({by_sentence, day});
  }
  return votes;
}

struct Types {
  std::set<std::string_view> daily, once;
  std::set<std::pair<std::string_view, std::string_view>> neighbours;

  /// May events of the two types be one happening ("was killed", "died")?
  [[nodiscard]] bool may_be_one(const std::string& a, const std::string& b) const {
    return a == b || neighbours.contains({a, b}) || neighbours.contains({b, a});
  }
};

Types types_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  Types types;
  std::set<std::string_view> languages;
  for (const DocumentAnalysis& analysis : corpus) languages.insert(analysis.document.language);
  for (const std::string_view language : languages)
    for (const Frame& frame : grammar.frames(language)) {
      if (frame.daily) types.daily.insert(frame.type);
      if (frame.once) types.once.insert(frame.type);
      for (const std::string& neighbour : frame.neighbours) types.neighbours.insert({frame.type, neighbour});
    }
  return types;
}

/// What a frame understands counts double.
std::size_t weight_of(const std::set<Vote>& events) {
  std::size_t weight = 0;
  for (const auto& [type, day] : events) weight += type == by_sentence ? 1U : 2U;
  return weight;
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
    if (!article.allows(day) || weight_of(events) < most) continue;
    if (weight_of(events) > most) choice.days.clear();
    most = weight_of(events);
    choice.days.push_back(day);
  }
  if (choice.days.empty()) return choice;
  const std::set<Vote>& events = votes.at(choice.days.front());
  if (std::any_of(choice.days.begin(), choice.days.end(), [&](Day day) { return votes.at(day) != events; })) return {};
  // Without a weekday that it tells, sentences alone place an article only where two of them agree.
  const bool sentences_alone =
      std::all_of(events.begin(), events.end(), [](const Vote& v) { return v.first == by_sentence; });
  if (sentences_alone && events.size() < 2) {
    std::erase_if(choice.days, [&](Day day) { return !article.announces_none(day); });
    if (!article.tells_weekday || choice.days.empty()) return {};
  }
  if (choice.days.size() > 1) return choice;
  choice.sure = events.size() >= 2 || article.tells_weekday || article.has_date_line ||
                types.once.contains(events.begin()->first);
  return choice;
}

/// Of several days the only one that also lies beside the day on which others put what is told of "today".
void keep_one_beside(Choice& choice, const Votes& beside) {
  std::vector<Day> both;
  std::copy_if(choice.days.begin(), choice.days.end(), std::back_inserter(both),
               [&](Day day) { return beside.contains(day); });
  if (both.size() == 1) choice = {std::move(both), true};
}

}  // namespace

void find_days_by_events(std::vector<DocumentAnalysis>& corpus, const RelatedArticles& related,
                         const Grammar& grammar) {
  std::vector<std::size_t> open = open_articles(corpus);
  if (open.empty() || open.size() == corpus.size()) return;
  const Types types = types_of(corpus, grammar);
  const TellingWords words(corpus, grammar);
  // An article that was placed helps to place others.
  for (bool placed = true; placed;) {
    placed = false;
    std::vector<std::vector<Told>> told_in;
    for (const DocumentAnalysis& analysis : corpus) told_in.push_back(told_by(analysis, types.daily));
    std::vector<std::pair<std::size_t, Choice>> found;
    for (const std::size_t d : open) {
      Votes votes;
      Shared shared_days;
      const OwnTimes own(corpus[d]);
      for (const std::size_t r : related.of(d)) {
        for (const Told& other : told_in[r]) {
          const auto day = day_told(*other.timex);
          if (!day) continue;
          for (const Told& told : told_in[d]) {
            const auto t = static_cast<std::size_t>(told.timex - corpus[d].timexes.data());
            if (types.may_be_one(told.claim->type, other.claim->type) && share_a_name(told, other))
              vote(*told.timex, own.future[t], own.past[t], told.claim->type, *day - other.days_later + told.days_later,
                   votes);
          }
        }
        share_sentences(corpus[d], own, corpus[r], words, shared_days);
      }
      vote_by_sentences(corpus[d], own, shared_days, votes);
      const OpenArticle article = open_article(corpus[d]);
      Choice choice = choose(votes, article, types);
      if (choice.days.empty())
        choice = choose(votes_for_days_beside(corpus[d], shared_days, same_happening), article, types);
      else if (!choice.sure)
        keep_one_beside(choice, votes_for_days_beside(corpus[d], shared_days, enough_in_one));
      found.emplace_back(d, std::move(choice));
    }
    for (const auto& [d, choice] : found) {
      if (choice.sure) {
        publish(corpus[d], choice.days.front(), message("graph.published-by-events"));
        placed = true;
      } else if (!choice.days.empty() && choice.days.size() <= most_told) {
        std::vector<Window> days;
        for (const Day day : choice.days) days.push_back(window_of(day));
        corpus[d].publication.domain = TimeDomain::of(std::move(days));
      }
    }
    std::erase_if(open, [&](std::size_t d) { return corpus[d].publication.day.has_value(); });
  }
}

}  // namespace isnad::graph
