#include "linking/evidence_links.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "linking/claim_window.h"
#include "linking/event_links.h"

namespace isnad::linking {
namespace {

constexpr std::size_t crowd = 40;  ///< claims that share a day or a word before it finds no candidates

/// What speaks for one happening and against it, in units of a word that no other claim has.
constexpr double same_type = 1, neighbours = 0.5, near_types = 0, different_types = -0.5, statement_of_clause = -0.3;
/// Time: that an article tells nothing else of the day, that both speak of a month or so at most, or of no such time.
constexpr double both_alone = 0.8, one_alone = 0.3, same_weeks = -0.25, no_time = -1;
constexpr double plan_and_fact = -0.25, told_again = -0.25;
/// Enough for those that have nothing better, and enough for all.
constexpr double enough = 0.75, sure = 1.5;
constexpr std::int64_t weeks = 31 * minutes_per_day;

bool bounded_by(const std::optional<Window>& when, std::int64_t minutes) {
  return when && when->bounded() && when->latest->value - when->earliest->value < minutes;
}

/// What is told without a date is mostly news; is the other one dated long before?
bool is_news_beside_history(const Telling& news, const Telling& other) {
  constexpr std::int32_t news_for_days = 60;
  const auto& day = news.published ? news.published : other.published;
  return !news.when && other.when && other.when->latest && day && *other.when->latest < start_of(*day - news_for_days);
}

struct Candidate {
  std::uint32_t telling = 0;
  double evidence = 0;
};

class EvidenceLinker {
 public:
  EvidenceLinker(const Tellings& tellings, const Types& types, const std::vector<std::string>& collective)
      : tellings_(tellings), types_(types), collective_(collective) {}

  std::vector<Link> links() {
    note_days();
    for (const auto& [day, members] : by_day_)
      if (members.size() <= crowd) compare_all(members);
    for (std::uint32_t t = 0; t < tellings_.all().size(); ++t) compare_by_words(t);
    return mutual_best();
  }

 private:
  static std::set<Day> days_of(const Window& when) { return {day_of(*when.earliest), day_of(*when.latest)}; }

  void note_days() {
    const std::vector<Telling>& all = tellings_.all();
    for (std::uint32_t t = 0; t < all.size(); ++t) {
      if (!all[t].when || !within_a_day(*all[t].when) || all[t].claim->type == "statement") continue;
      for (const Day day : days_of(*all[t].when)) {
        by_day_[day].push_back(t);
        sentences_[{all[t].ref.document, day}].insert(all[t].claim->sentence);
      }
    }
  }

  void compare_all(const std::vector<std::uint32_t>& members) {
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) compare(members[i], members[j]);
  }

  void compare_by_words(std::uint32_t t) {
    std::set<std::uint32_t> candidates;  // later tellings that share a rare word
    for (const WordId word : tellings_.all()[t].words) {
      const auto& list = tellings_.with_word(word);
      if (list.size() <= crowd) candidates.insert(std::upper_bound(list.begin(), list.end(), t), list.end());
    }
    for (const std::uint32_t other : candidates) compare(t, other);
  }

  void compare(std::uint32_t a, std::uint32_t b) {
    const Telling &x = tellings_.all()[a], &y = tellings_.all()[b];
    if (x.when && y.when && !intersect(*x.when, *y.when)) return;
    if (!comparable(x, y)) return;
    const double evidence = evidence_for(x, y);
    if (tells_apart(*x.claim, *y.claim, types_, collective_)) return;
    if (evidence < enough || !tellings_.one_story(x.ref.document, y.ref.document)) return;
    note(a, y, {b, evidence});
    note(b, x, {a, evidence});
    if (evidence >= sure) sure_.insert({a, b, evidence});
  }

  /// What is said is not what happens. In one article only what is of one known type may be told again, and not by
  /// clauses that overlap.
  [[nodiscard]] bool comparable(const Telling& x, const Telling& y) const {
    const Claim &a = *x.claim, &b = *y.claim;
    if (a.type != b.type &&
        (a.type == "statement" ? types_.contains(b.type) : b.type == "statement" && types_.contains(a.type)))
      return false;
    if (is_news_beside_history(x, y) || is_news_beside_history(y, x)) return false;
    const bool other_kind =
        types_.contains(a.type) && types_.contains(b.type) && !are_neighbours(a.type, b.type, types_);
    if (other_kind && (!x.when || !y.when)) return false;
    if (counted_anew(x, y, types_)) return false;
    if (x.ref.document != y.ref.document) return true;
    if (a.span.overlaps(b.span)) return false;
    const bool denied_there = a.polarity != b.polarity && a.type != "statement" && b.type != "statement";
    return a.headline != b.headline || (denied_there && a.sentence != b.sentence) ||
           (a.type == b.type && types_.contains(a.type) && a.sentence != b.sentence);
  }

  void note(std::uint32_t telling, const Telling& other, Candidate candidate) {
    const auto [best, fresh] = best_.try_emplace({telling, other.ref.document, other.claim->headline}, candidate);
    if (!fresh && candidate.evidence > best->second.evidence) best->second = candidate;
  }

  [[nodiscard]] double evidence_for(const Telling& x, const Telling& y) const {
    const bool one_article = x.ref.document == y.ref.document && x.claim->headline == y.claim->headline;
    return (one_article ? told_again : 0) + tellings_.weight(shared_words(x.words, y.words)) +
           of_types(*x.claim, *y.claim) + of_time(x, y);
  }

  [[nodiscard]] double of_types(const Claim& x, const Claim& y) const {
    if (x.type == y.type && types_.contains(x.type)) return same_type;
    if (x.type == "statement" || y.type == "statement") return statement_of_clause;
    if (!types_.contains(x.type) || !types_.contains(y.type)) return 0;
    if (are_neighbours(x.type, y.type, types_)) return neighbours;
    return compatible(x, y, types_, collective_) ? near_types : different_types;
  }

  [[nodiscard]] double of_time(const Telling& x, const Telling& y) const {
    const double modality =
        (x.claim->modality == Modality::actual) == (y.claim->modality == Modality::actual) ? 0 : plan_and_fact;
    if (!bounded_by(x.when, weeks) || !bounded_by(y.when, weeks)) return modality + no_time;
    if (!within_a_day(*x.when) || !within_a_day(*y.when)) return modality + same_weeks;
    if (x.ref.document == y.ref.document) return modality;
    const int alone = static_cast<int>(is_alone(x)) + static_cast<int>(is_alone(y));
    return modality + (alone == 2 ? both_alone : alone == 1 ? one_alone : 0);
  }

  /// Does its article tell nothing else of that day?
  [[nodiscard]] bool is_alone(const Telling& telling) const {
    const auto days = days_of(*telling.when);
    return std::all_of(days.begin(), days.end(), [&](Day day) {
      const auto told = sentences_.find({telling.ref.document, day});
      return told == sentences_.end() || told->second.size() == 1;
    });
  }

  [[nodiscard]] std::vector<Link> mutual_best() const {
    std::vector<Link> links;
    for (const auto& [key, best] : best_) {
      const std::uint32_t a = std::get<0>(key), b = best.telling;
      if (a > b) continue;
      const Telling &x = tellings_.all()[a], &y = tellings_.all()[b];
      const auto back = best_.find({b, x.ref.document, x.claim->headline});
      if (back == best_.end() || back->second.telling != a) continue;
      if (best.evidence < sure) links.push_back(link_of(x, y, best.evidence));
    }
    for (const auto& [a, b, evidence] : sure_)
      links.push_back(link_of(tellings_.all()[a], tellings_.all()[b], evidence));
    std::stable_sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.strength > b.strength; });
    return links;
  }

  static Link link_of(const Telling& x, const Telling& y, double evidence) {
    Link link{std::min(x.ref, y.ref), std::max(x.ref, y.ref), std::min(0.7, 0.5 + evidence / 10), {"wording"}};
    if (x.when && y.when && within_a_day(*x.when) && within_a_day(*y.when)) link.reasons.emplace_back("date");
    return link;
  }

  const Tellings& tellings_;
  const Types& types_;
  const std::vector<std::string>& collective_;
  std::map<Day, std::vector<std::uint32_t>> by_day_;
  std::map<std::pair<DocumentIndex, Day>, std::set<std::uint32_t>> sentences_;
  std::set<std::tuple<std::uint32_t, std::uint32_t, double>> sure_;
  std::map<std::tuple<std::uint32_t, DocumentIndex, bool>, Candidate> best_;  ///< by claim, other article, its headline
};

}  // namespace

std::vector<Link> evidence_links(const Tellings& tellings, const Types& types,
                                 const std::vector<std::string>& collective) {
  return EvidenceLinker(tellings, types, collective).links();
}

}  // namespace isnad::linking
