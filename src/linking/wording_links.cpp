#include "linking/wording_links.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "linking/claim_window.h"
#include "linking/clause_words.h"
#include "linking/event_links.h"

namespace isnad::linking {
namespace {

constexpr std::size_t crowd = 40;  ///< clauses that share a word before it finds no candidates
constexpr std::size_t least_shared_dated = 1, least_shared = 5;
constexpr double least_cover_dated = 0.25, least_cover = 0.6;

struct Telling {
  ClaimRef ref;
  const Claim* claim = nullptr;
  std::optional<Window> when;
  std::vector<std::string> words;  ///< sorted
};

bool of_no_type(const Claim& claim) { return claim.type == "other"; }

/// May two types tell one thing? What someone said is only what someone else said.
bool types_allow(const Claim& x, const Claim& y, const Types& types) {
  if (x.type == y.type) return true;
  if (x.type == "statement" || y.type == "statement") return false;
  return of_no_type(x) || of_no_type(y) || are_neighbours(x.type, y.type, types);
}

class WordingLinker {
 public:
  WordingLinker(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar, const Types& types,
                const std::vector<std::string>& collective)
      : types_(types), collective_(collective) {
    const ClauseWords words_of_clause(corpus, grammar);
    for (const DocumentAnalysis& d : corpus)
      for (std::uint32_t c = 0; c < d.claims.size(); ++c) {
        Telling telling{{d.document.index, c}, &d.claims[c], window_of_claim(d, d.claims[c]), {}};
        telling.words = words_of_clause(d, d.claims[c]);
        if (telling.words.size() >= least_shared_dated) tellings_.push_back(std::move(telling));
      }
    for (std::uint32_t t = 0; t < tellings_.size(); ++t)
      for (const std::string& word : tellings_[t].words) postings_[word].push_back(t);
  }

  std::vector<Link> links() const {
    std::vector<Link> all;
    for (std::uint32_t t = 0; t < tellings_.size(); ++t) {
      std::map<std::uint32_t, std::size_t> shared;  // of rare words, by a later telling
      for (const std::string& word : tellings_[t].words) {
        const auto& list = postings_.find(word)->second;
        if (list.size() > crowd) continue;
        for (const std::uint32_t other : list)
          if (other > t) ++shared[other];
      }
      for (const auto& [other, count] : shared)
        if (auto link = decide(tellings_[t], tellings_[other])) all.push_back(std::move(*link));
    }
    std::stable_sort(all.begin(), all.end(), [](const Link& a, const Link& b) { return a.strength > b.strength; });
    return all;
  }

 private:
  [[nodiscard]] double weight(const std::string& word) const {
    const double df = static_cast<double>(postings_.find(word)->second.size());
    return 1 / std::cbrt(df);  // not by the number of all clauses: articles of another story change nothing
  }
  [[nodiscard]] double weight(const std::vector<std::string>& words) const {
    double sum = 0;
    for (const std::string& word : words) sum += weight(word);
    return sum;
  }

  [[nodiscard]] std::optional<Link> decide(const Telling& a, const Telling& b) const {
    const Claim &x = *a.claim, &y = *b.claim;
    if (a.ref.document == b.ref.document && x.headline == y.headline) return std::nullopt;
    if ((x.modality == Modality::actual) != (y.modality == Modality::actual)) return std::nullopt;
    if (!types_allow(x, y, types_)) return std::nullopt;
    if (!compatible(x, y, types_, collective_)) return std::nullopt;
    if (a.when && b.when && !intersect(*a.when, *b.when)) return std::nullopt;
    const bool one_day = a.when && b.when && within_a_day(*a.when) && within_a_day(*b.when);
    std::vector<std::string> both;
    std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(both));
    if (both.size() < (one_day ? least_shared_dated : least_shared)) return std::nullopt;
    const double cover = weight(both) / std::min(weight(a.words), weight(b.words));
    if (cover < (one_day ? least_cover_dated : least_cover)) return std::nullopt;
    Link link{a.ref, b.ref, 0.5 + cover / 5, {"wording"}};
    if (one_day) link.reasons.emplace_back("date");
    return link;
  }

  const Types& types_;
  const std::vector<std::string>& collective_;
  std::vector<Telling> tellings_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> postings_;
};

}  // namespace

std::vector<Link> wording_links(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar, const Types& types,
                                const std::vector<std::string>& collective) {
  return WordingLinker(corpus, grammar, types, collective).links();
}

}  // namespace isnad::linking
