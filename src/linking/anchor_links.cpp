#include "linking/anchor_links.h"

#include <algorithm>
#include <set>

#include "linking/claim_window.h"

namespace isnad::linking {
namespace {

constexpr std::size_t crowd = 60;  ///< claims that have a word before it finds no candidates

class Anchors {
 public:
  Anchors(const std::vector<DocumentAnalysis>& corpus, const Tellings& tellings)
      : corpus_(corpus), tellings_(tellings) {}

  [[nodiscard]] std::vector<Link> links() const {
    std::vector<Link> links;
    for (const ClaimRef a : counted_from(corpus_))
      if (const auto told = place_told(a)) {
        const ClaimRef b = tellings_.all()[*told].ref;
        links.push_back({std::min(a, b), std::max(a, b), 0.8, {"counted-from"}});
      }
    return links;
  }

 private:
  [[nodiscard]] std::optional<std::uint32_t> place_told(ClaimRef ref) const {
    const Telling& anchor = tellings_.of(ref);
    const ClaimTime& time = anchor.claim->time;
    if (time.has_own_timex()) return std::nullopt;
    std::set<std::uint32_t> candidates;
    for (const WordId word : anchor.trigger)
      if (const auto& list = tellings_.with_word(word); list.size() <= crowd)
        candidates.insert(list.begin(), list.end());
    for (const bool here : {true, false}) {
      std::vector<std::uint32_t> found;
      for (const std::uint32_t c : candidates)
        if ((tellings_.all()[c].ref.document == ref.document) == here && tells(anchor, tellings_.all()[c]))
          found.push_back(c);
      if (found.empty()) continue;
      const auto apart = [&](std::uint32_t c) {
        return !intersect(*tellings_.all()[c].when, *tellings_.all()[found.front()].when);
      };
      if (std::any_of(found.begin(), found.end(), apart)) return std::nullopt;
      return *std::max_element(found.begin(), found.end(), [&](std::uint32_t x, std::uint32_t y) {
        return tellings_.cover(anchor, tellings_.all()[x]) < tellings_.cover(anchor, tellings_.all()[y]);
      });
    }
    return std::nullopt;
  }

  /// Does the other one tell and date what the anchor names?
  [[nodiscard]] bool tells(const Telling& anchor, const Telling& other) const {
    const Claim& claim = *other.claim;
    const bool here = other.ref.document == anchor.ref.document;
    if (other.ref == anchor.ref || claim.headline || claim.type == "statement" || !claim.may_be_counted_from(here))
      return false;
    if (!other.when || !other.when->within_a_day()) return false;
    if (here && claim.sentence == anchor.claim->sentence) return false;  // "celebrated, two days after celebrating ..."
    if (shared_words(anchor.trigger, other.words).empty()) return false;
    if (!here && (shared_words(anchor.trigger, other.trigger).empty() || anchor.anchor.size() < 2 ||
                  !tellings_.one_story(anchor.ref.document, other.ref.document)))
      return false;
    std::vector<WordId> beside;
    std::set_difference(anchor.anchor.begin(), anchor.anchor.end(), anchor.trigger.begin(), anchor.trigger.end(),
                        std::back_inserter(beside));
    constexpr std::size_t most_to_share = 2;
    return shared_words(beside, other.words).size() >= std::min(most_to_share, (beside.size() + 1) / 2);
  }

  const std::vector<DocumentAnalysis>& corpus_;
  const Tellings& tellings_;
};

}  // namespace

std::set<ClaimRef> counted_from(const std::vector<DocumentAnalysis>& corpus) {
  std::set<ClaimRef> all;
  for (const DocumentAnalysis& d : corpus)
    for (const Claim& claim : d.claims)
      if (claim.time.is_counted()) all.insert({d.document.index, *claim.time.other});
  return all;
}

std::vector<Link> anchor_links(const std::vector<DocumentAnalysis>& corpus, const Tellings& tellings) {
  return Anchors(corpus, tellings).links();
}

}  // namespace isnad::linking
