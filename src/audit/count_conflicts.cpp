// Two articles count the same things of one happening, for the same time, and the numbers cannot both be meant.
//
// No link between claims is asked for: many a number stands in a clause that no frame understands. Instead the two
// sentences must tell the same in their words, most of all around the number; and a number that the other article
// tells too, of the same things, is no contradiction: it is a part, or was the count before.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/counts.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t crowd = 48;  ///< counts of one thing beside one word before the word finds no candidates
/// Words in common, near the numbers and in their sentences, by weight (ToldWords::common): where the claims are
/// linked, where both count until one time, where both tell the same day.
constexpr double some_word = 1.0, some_words = 2.2, word_until = 0.6, words_near = 1.3, words_timed = 2.0;
constexpr std::int64_t news_days = 3;  ///< between articles where no day is told
/// Of numbers whose digits have changed places: with a day told by both, without, where they count by different nouns.
constexpr double slip_timed = 0.6, slip_untimed = 1.4, slip_other_unit = 2.0;
constexpr std::int64_t slip_days = 45;  ///< between articles that tell such numbers
constexpr std::int64_t long_past = 30 * minutes_per_day;

/// Digits in ascending order.
std::string sorted_digits(std::int64_t value) {
  std::string text = std::to_string(value);
  std::sort(text.begin(), text.end());
  return text;
}

/// "217" and "271": two neighbouring digits in the other order, as a slip leaves them; by chance two numbers are hardly
/// so.
bool transposed(const Count& a, const Count& b) {
  const std::string x = std::to_string(a.value), y = std::to_string(b.value);
  if (a.kind != Count::Kind::things || x.size() != y.size() || a.value == b.value) return false;
  const auto first = static_cast<std::size_t>(std::mismatch(x.begin(), x.end(), y.begin()).first - x.begin());
  return first + 1 < x.size() && x[first] == y[first + 1] && x[first + 1] == y[first] &&
         x.substr(first + 2) == y.substr(first + 2);
}

/// Of three or more digits that are not zero: that few numbers have the same.
bool has_many_digits(const std::string& digits) { return digits.size() - digits.find_last_of('0') > 3; }

class CountConflicts {
 public:
  CountConflicts(const Context& context, const ToldWords& words) : context_(context), words_(words) {
    for (std::size_t d = 0; d < context.corpus.size(); ++d) {
      first_of_.push_back(counts_.size());
      for (Count& count : counts_of(context, words_, static_cast<DocumentIndex>(d)))
        counts_.push_back(std::move(count));
    }
    first_of_.push_back(counts_.size());
  }

  std::vector<Finding> findings() const {
    std::map<std::tuple<std::string, std::int64_t, std::int64_t>, std::vector<std::pair<std::size_t, std::size_t>>>
        groups;
    for (const auto& [a, b] : candidates()) {
      if (!contradict(counts_[a], counts_[b])) continue;
      const auto [low, high] = std::minmax(counts_[a].value, counts_[b].value);
      groups[{shared_unit(counts_[a], counts_[b]), low, high}].emplace_back(a, b);
    }
    std::vector<Finding> all;
    for (const auto& [key, pairs] : groups) all.push_back(finding_of(pairs));
    return all;
  }

 private:
  [[nodiscard]] static std::string shared_unit(const Count& a, const Count& b) {
    for (const std::string& unit : a.units)
      if (std::binary_search(b.units.begin(), b.units.end(), unit)) return unit;
    return {};
  }

  /// Pairs of different articles that count the same and share a word beside the number, or count those aboard.
  [[nodiscard]] std::set<std::pair<std::size_t, std::size_t>> candidates() const {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_words;
    for (std::size_t c = 0; c < counts_.size(); ++c)
      for (const std::string& unit : counts_[c].units)
        for (const std::string& word : counts_[c].near) by_words[{unit, word}].push_back(c);
    for (std::size_t c = 0; c < counts_.size(); ++c)  // the vehicle may stand farther off
      if (!counts_[c].aboard.empty())
        for (const std::string& word : counts_[c].carriers) by_words[{"", word}].push_back(c);
    for (std::size_t c = 0; c < counts_.size(); ++c)  // "217 passengers", "271 names"
      if (const std::string digits = sorted_digits(counts_[c].value);
          counts_[c].kind == Count::Kind::things && has_many_digits(digits))
        for (const std::string& word : counts_[c].near) by_words[{digits, word}].push_back(c);
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [words, list] : by_words) {
      if (list.size() > crowd) continue;
      for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = i + 1; j < list.size(); ++j)
          if (counts_[list[i]].document != counts_[list[j]].document) pairs.emplace(list[i], list[j]);
    }
    return pairs;
  }

  [[nodiscard]] bool contradict(const Count& a, const Count& b) const {
    if (a.kind != b.kind || agree(a, b) || a.denied || b.denied || a.modality != b.modality) return false;
    if (a.modality == Modality::possible || a.modality == Modality::conditional) return false;
    if (a.scope != b.scope) return false;
    const bool timed = a.when && b.when;
    if (timed && !intersect(*a.when, *b.when)) return false;
    if (told_too(a, b.document) || told_too(b, a.document)) return false;
    const bool other_places = !a.places.empty() && !b.places.empty() && shared_words(a.places, b.places) == 0;
    if (transposed(a, b) && (!other_places || linked(a, b)) && is_slip(a, b, timed)) return true;
    if (shared_unit(a, b).empty() && (a.aboard.empty() || b.aboard.empty())) return false;
    if (!timed && !context_.published_near(a.document, b.document, news_days)) return false;
    if (!a.aboard.empty() && !b.aboard.empty() && !a.grows && !b.grows && count_those_aboard(a, b, other_places))
      return true;
    if (other_places) return false;
    if ((a.grows || b.grows) && !grown_alike(a, b)) return false;
    return tell_one_thing(a, b, timed);
  }

  [[nodiscard]] bool linked(const Count& a, const Count& b) const {
    return a.claim && b.claim && context_.linked(*a.claim, *b.claim);
  }

  /// Do two claims of one type, that are not linked, name two that did it?
  [[nodiscard]] bool of_two(const Count& a, const Count& b) const {
    if (!a.claim || !b.claim || linked(a, b)) return false;
    const Claim &x = context_.claim(*a.claim), &y = context_.claim(*b.claim);
    const auto agents = [&](ClaimRef r) {
      const DocumentAnalysis& d = context_.document(r.document);
      std::vector<std::string> stems;
      for (const Participant& p : context_.claim(r).participants)
        if (p.role == "agent")
          for (std::string& stem :
               words_.stems(d, d.document.token_at(p.span.begin), d.document.first_token_from(p.span.end)))
            stems.push_back(std::move(stem));
      return stems;
    };
    const auto by_a = agents(*a.claim), by_b = agents(*b.claim);
    return !x.frame.empty() && x.type == y.type && !by_a.empty() && !by_b.empty() && alike_words(by_a, by_b) == 0;
  }

  /// Have digits changed places in a number that both tell of one thing? Of the same things by chance one pair of
  /// numbers in ninety is so: between articles of one story a word beside the number, or the day, tells the rest.
  [[nodiscard]] bool is_slip(const Count& a, const Count& b, bool timed) const {
    if (a.grows || b.grows || of_two(a, b)) return false;
    const double near = words_.rare_common(a.near, b.near), all = words_.rare_common(a.all, b.all);
    const bool same_things = !shared_unit(a, b).empty();
    if (same_things && words_.tell_one_story(a.document, b.document)) return timed || near >= slip_timed;
    if (!timed && !context_.published_near(a.document, b.document, slip_days)) return false;
    if (near < slip_timed) return false;
    if (!same_things) return all >= slip_other_unit;
    return timed || all >= slip_untimed;
  }

  /// Without a day that both tell, only linked claims that name the same are surely of one thing.
  [[nodiscard]] bool tell_one_thing(const Count& a, const Count& b, bool timed) const {
    const double near = words_.common(a.near, b.near), all = words_.common(a.all, b.all);
    if (linked(a, b) && near >= some_word && all >= some_words && (timed || same_names(context_, *a.claim, *b.claim)))
      return true;
    if (counted_until(a, b) && near >= word_until) return true;
    if (!timed || near < words_near || !tells_most(a, b)) return false;
    const bool same_sentence = shared_words(a.all, b.all) == std::min(a.all.size(), b.all.size());
    return all >= (same_sentence ? some_words : words_timed);
  }

  /// Those aboard one vehicle, to which one thing happened: they are as many in each telling. A crew is not all of
  /// them, but for sailors.
  [[nodiscard]] bool count_those_aboard(const Count& a, const Count& b, bool other_places) const {
    if (a.aboard != b.aboard && shared_words(a.units, b.units) == 0) return false;
    if (looks_far_back(a) || looks_far_back(b)) return false;
    std::vector<std::string> carriers;
    std::set_intersection(a.carriers.begin(), a.carriers.end(), b.carriers.begin(), b.carriers.end(),
                          std::back_inserter(carriers));
    if (carriers.empty()) return false;
    const auto happened_to_it = [&](ClaimRef r) {
      const DocumentAnalysis& d = context_.document(r.document);
      const Sentence& sentence = d.document.sentences[context_.claim(r).sentence];
      return context_.frame(r) && shared_words(words_.stems(d, sentence.first, sentence.last), carriers) > 0;
    };
    for (std::uint32_t c = 0; c < context_.document(a.document).claims.size(); ++c) {
      const ClaimRef own{a.document, c};
      if (!happened_to_it(own)) continue;
      const auto& claims = context_.event(own).claims;
      if (std::any_of(claims.begin(), claims.end(), [&](ClaimRef r) {
            return r.document == b.document && happened_to_it(r) &&
                   (!other_places || same_names(context_, own, r) || of_one_day(own, r));
          }))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool of_one_day(ClaimRef a, ClaimRef b) const {
    const auto x = one_day(context_.dated(a).domain), y = one_day(context_.dated(b).domain);
    return x && y && intersect(*x, *y);
  }

  /// "The crash brings back that of last year, when 72 were aboard."
  [[nodiscard]] bool looks_far_back(const Count& count) const {
    const DocumentAnalysis& d = context_.document(count.document);
    const Sentence& sentence = d.document.sentences[count.sentence];
    const Window& published = context_.graph.publication_windows[index(count.document)];
    return std::any_of(d.timexes.begin(), d.timexes.end(), [&](const Timex& t) {
      if (t.first < sentence.first || t.last > sentence.last || !t.domain || t.domain->empty()) return false;
      const Window when = t.domain->hull();
      return when.latest && published.earliest && published.earliest->value - when.latest->value > long_past;
    });
  }

  /// About half the words around the one number stand in the other's sentence.
  [[nodiscard]] static bool tells_most(const Count& a, const Count& b) {
    const auto most = [](const Count& x, const Count& y) {
      return 2 * shared_words(x.near, y.all) + 1 >= x.near.size();
    };
    return most(a, b) || most(b, a);
  }

  /// Both tell of a day long past, and not when they counted: what grew then has stopped.
  [[nodiscard]] bool both_look_back(const Count& a, const Count& b) const {
    const auto looks_back = [&](const Count& c) {
      const Window& published = context_.graph.publication_windows[index(c.document)];
      return c.when && published.earliest && published.earliest->value - c.when->latest->value > long_past;
    };
    return looks_back(a) && looks_back(b);
  }

  /// What becomes more while it is counted must be counted until the same time.
  [[nodiscard]] bool grown_alike(const Count& a, const Count& b) const {
    return counted_until(a, b) || both_look_back(a, b);
  }
  [[nodiscard]] static bool counted_until(const Count& a, const Count& b) {
    return a.until && b.until && a.when && b.when && intersect(*a.when, *b.when);
  }

  /// Does an article tell the other one's number too? "More than 40" does not tell 64.
  [[nodiscard]] bool told_too(const Count& count, DocumentIndex document) const {
    for (std::size_t c = first_of_[index(document)]; c < first_of_[index(document) + 1]; ++c)
      if (const Count& own = counts_[c]; own.kind == count.kind && !shared_unit(own, count).empty() &&
                                         agree(own, count) &&
                                         (own.value == count.value || !(own.at_least || own.at_most)))
        return true;
    return false;
  }

  [[nodiscard]] std::string text_of(const Count& count) const {
    const Document& document = context_.document(count.document).document;
    const Sentence& sentence = document.sentences[count.sentence];
    const bool noun_behind = count.kind == Count::Kind::things && count.last < sentence.last &&
                             document.tokens[count.last].kind == TokenKind::word;
    return std::string(slice(document.text, document.span(count.first, count.last + (noun_behind ? 1 : 0))));
  }

  [[nodiscard]] Evidence evidence_of(const Count& count) const {
    const std::string told = text_of(count);
    const Bilingual label = message("finding.evidence.counts", {{"count", told}});
    if (count.claim) return context_.evidence(*count.claim, label);
    const Document& document = context_.document(count.document).document;
    Evidence e;
    e.span = document.span(document.sentences[count.sentence]);
    e.label = label;
    return e;
  }

  /// The number that fewer articles tell stands first.
  [[nodiscard]] Finding finding_of(const std::vector<std::pair<std::size_t, std::size_t>>& pairs) const {
    std::map<std::int64_t, std::vector<std::size_t>> sides;
    for (const auto& [a, b] : pairs)
      for (const std::size_t c : {a, b}) {
        auto& side = sides[counts_[c].value];
        if (std::find(side.begin(), side.end(), c) == side.end()) side.push_back(c);
      }
    auto odd = sides.begin()->second, others = sides.rbegin()->second;
    if (others.size() < odd.size()) std::swap(odd, others);
    const Count &a = counts_[odd.front()], &b = counts_[others.front()];
    Finding finding;
    finding.rule = FindingRule::value_conflict;
    if (a.claim) finding.event = context_.event_of[index(a.claim->document)][a.claim->claim];
    finding.message = message("finding.value-count", {{"a", text_of(a)},
                                                      {"b", text_of(b)},
                                                      {"doc_a", context_.name(a.document)},
                                                      {"doc_b", context_.name(b.document)}});
    for (const auto& side : {odd, others})
      for (const std::size_t c : side) finding.evidence.push_back(evidence_of(counts_[c]));
    const auto n = static_cast<std::int64_t>(shared_words(a.all, b.all));
    finding.reasoning.push_back(message("finding.reason.common-words", {{"n", n}}));
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  std::vector<Count> counts_;
  std::vector<std::size_t> first_of_;  ///< by document, and one behind the last
};

}  // namespace

std::vector<Finding> count_conflicts(const Context& context, const ToldWords& words) {
  return CountConflicts(context, words).findings();
}

}  // namespace isnad::audit_rules
