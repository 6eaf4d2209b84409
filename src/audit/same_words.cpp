// The same words between quotation marks in two articles, credited to two speakers: one of them did not say so.
//
// No claim and no link is asked for, as a quotation is taken over letter by letter. Two names may be those of one
// person, by office and by family, so that both must be proper names, or one a source without a name.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/quoted_words.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t window = 5;                          ///< words in a row by which quotations find one another
constexpr std::size_t crowd = 12;                          ///< quotations of a row of words: a saying, or a verse
constexpr std::size_t least_told = 4, least_of_story = 3;  ///< content words that both have in a row
constexpr std::int64_t near_days = 14;

using Pair = std::pair<std::size_t, std::size_t>;

/// The two quotations of a finding, and who is said to have spoken each.
struct Raised {
  std::size_t a, b;
  std::vector<std::string> by_a, by_b;

  /// A third article credits one of these quotations, which stands against `quotation`, to the same one: it is one
  /// finding.
  [[nodiscard]] bool credits(std::size_t quotation, const Spoken& by) const {
    return (quotation == b && by.words == by_a) || (quotation == a && by.words == by_b);
  }
};

class SameWords {
 public:
  SameWords(const Context& context, const ToldWords& words) : context_(context), words_(words) {
    for (const DocumentAnalysis& d : context.corpus)
      for (Quotation& quotation : quotations_of(context, d.document.index)) quotations_.push_back(std::move(quotation));
  }

  std::vector<Finding> findings() const {
    std::vector<Finding> all;
    std::set<std::pair<DocumentIndex, DocumentIndex>> told;
    std::vector<Raised> raised;  // as the findings
    for (const auto& [a, b] : candidates()) {
      const Quotation &x = quotations_[a], &y = quotations_[b];
      if (told.contains({x.document, y.document}) || !may_be_of_one_occasion(x.document, y.document)) continue;
      const std::size_t in_row = told_in_a_row(x, y);
      if (in_row < (words_.tell_one_story(x.document, y.document) ? least_of_story : least_told)) continue;
      const auto by_a = speaker_of(context_, x), by_b = speaker_of(context_, y);
      if (!by_a || !by_b || !are_two(*by_a, *by_b)) continue;
      told.emplace(x.document, y.document);
      const auto known = std::find_if(raised.begin(), raised.end(), [&, a = a, b = b](const Raised& r) {
        return r.credits(b, *by_a) || r.credits(a, *by_b);
      });
      if (known != raised.end()) {
        const bool third_is_a = known->credits(b, *by_a);
        all[static_cast<std::size_t>(known - raised.begin())].evidence.push_back(third_is_a ? credit_of(x, *by_a)
                                                                                            : credit_of(y, *by_b));
        continue;
      }
      raised.push_back({a, b, by_a->words, by_b->words});
      all.push_back(finding_of(x, *by_a, y, *by_b, in_row));
    }
    return all;
  }

 private:
  /// News of some days, or a story that is looked back on: elsewhere the same words are a saying, or a verse.
  [[nodiscard]] bool may_be_of_one_occasion(DocumentIndex a, DocumentIndex b) const {
    return context_.published_near(a, b, near_days) || words_.tell_one_story(a, b);
  }

  /// Quotations of two articles that have a row of words in common.
  [[nodiscard]] std::set<Pair> candidates() const {
    std::map<std::vector<std::string_view>, std::vector<std::size_t>> with;
    for (std::size_t q = 0; q < quotations_.size(); ++q)
      for (auto w = quotations_[q].words.begin(); quotations_[q].words.end() - w >= std::ptrdiff_t{window}; ++w)
        if (auto& list = with[{w, w + window}]; list.empty() || list.back() != q) list.push_back(q);
    std::set<Pair> pairs;
    for (const auto& [row, list] : with)
      for (std::size_t i = 0; i < list.size() && list.size() <= crowd; ++i)
        for (std::size_t j = i + 1; j < list.size(); ++j)
          if (quotations_[list[i]].document != quotations_[list[j]].document) pairs.emplace(list[i], list[j]);
    return pairs;
  }

  /// The content words of the longest row of words that both have, where it is most of the shorter one; else 0.
  [[nodiscard]] std::size_t told_in_a_row(const Quotation& a, const Quotation& b) const {
    std::vector<std::size_t> row(b.words.size() + 1, 0);
    std::size_t best = 0, end = 0;
    for (std::size_t i = 0; i < a.words.size(); ++i)
      for (std::size_t j = b.words.size(); j-- > 0;) {
        row[j + 1] = a.words[i] == b.words[j] ? row[j] + 1 : 0;
        if (row[j + 1] > best) best = row[j + 1], end = i + 1;
      }
    if (4 * best < 3 * std::min(a.words.size(), b.words.size())) return 0;
    const std::set<std::string_view> common(a.words.begin() + static_cast<std::ptrdiff_t>(end - best),
                                            a.words.begin() + static_cast<std::ptrdiff_t>(end));
    const DocumentAnalysis& d = context_.document(a.document);
    std::size_t told = 0;
    for (std::uint32_t t = a.first; t < a.last; ++t)
      if (common.contains(d.document.key(d.document.tokens[t]))) told += words_.stems(d, t, t + 1).size();
    return told;
  }

  [[nodiscard]] bool are_two(const Spoken& a, const Spoken& b) const {
    const auto speaks_of = [](const Spoken& one, const Spoken& other) {
      return !other.unnamed && 2 * alike_words(other.here, one.sentence) >= other.here.size();
    };
    // "the survivor Fulan", "the survivor Other": the function alone is no name
    const bool named_apart = a.by_proper_name && b.by_proper_name && a.proper.size() >= 2 && b.proper.size() >= 2 &&
                             alike_words(a.proper, b.proper) == 0;
    if ((!named_apart && alike_words(a.words, b.words) > 0) || speaks_of(a, b) || speaks_of(b, a)) return false;
    if (shared_words(a.bodies, b.bodies) > 0) return false;  // the minister and the ministry's spokesman
    return a.unnamed || b.unnamed || (a.by_proper_name && b.by_proper_name);
  }

  [[nodiscard]] Evidence credit_of(const Quotation& quotation, const Spoken& by) const {
    const DocumentAnalysis& d = context_.document(quotation.document);
    Evidence e;
    e.span = d.document.span(d.document.sentences[quotation.sentence]);
    for (std::uint32_t c = 0; c < d.claims.size() && !e.claim; ++c)
      if (d.claims[c].sentence == quotation.sentence) e.claim = ClaimRef{quotation.document, c};
    e.label = message("finding.evidence.source", {{"chain", by.name}});
    e.attribution = by.name;
    return e;
  }

  [[nodiscard]] Finding finding_of(const Quotation& a, const Spoken& by_a, const Quotation& b, const Spoken& by_b,
                                   std::size_t in_row) const {
    Finding finding;
    finding.rule = FindingRule::attribution_conflict;
    finding.message = message("finding.same-words", {{"a", context_.name(a.document)},
                                                     {"b", context_.name(b.document)},
                                                     {"speaker_a", by_a.name},
                                                     {"speaker_b", by_b.name}});
    finding.evidence = {credit_of(a, by_a), credit_of(b, by_b)};
    if (const auto& claim = finding.evidence.front().claim)
      finding.event = context_.event_of[index(claim->document)][claim->claim];
    finding.reasoning.push_back(message("finding.reason.parallel", {{"n", static_cast<std::int64_t>(in_row)}}));
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  std::vector<Quotation> quotations_;
};

}  // namespace

std::vector<Finding> same_words_conflicts(const Context& context, const ToldWords& words) {
  return SameWords(context, words).findings();
}

}  // namespace isnad::audit_rules
