#include "linking/parallels.h"

#include <xxhash.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "isnad/stems.h"

namespace isnad::linking {
namespace {

constexpr std::size_t shingle = 3;        ///< words
constexpr std::size_t common = 24;        ///< sentences that share a shingle before it is no evidence
constexpr std::size_t least_stretch = 9;  ///< words of a parallel, the replaced one included
constexpr std::size_t least_side = 3;     ///< words on each side of the replaced one
constexpr std::size_t longest_sentence = 120;
constexpr std::size_t least_left = 3;  ///< bytes of a word without its article

struct Line {
  std::size_t document = 0;
  std::uint32_t sentence = 0;
  std::vector<std::string_view> words;  ///< without article and conjunction
  std::vector<std::uint32_t> tokens;
  std::vector<std::uint64_t> shingles;  ///< hashes, by the first of their words
};

/// Insertion or deletion of one letter in a word of at least four: spelling and derivation, not another word.
bool variant(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() < b.size()) std::swap(a, b);
  const std::size_t more = a.size() - b.size();
  if (more == 0 || more > 2 || b.size() < 8) return false;  // letters of two bytes
  std::size_t i = 0;
  while (i < b.size() && a[i] == b[i]) ++i;
  return a.substr(i + more) == b.substr(i);
}

std::vector<Line> lines_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  std::vector<Line> lines;
  for (std::size_t d = 0; d < corpus.size(); ++d) {
    const Document& document = corpus[d].document;
    const auto& prefixes = grammar.article_prefixes(document.language);
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      if (document.role(sentence) != Role::body || sentence.last - sentence.first > longest_sentence) continue;
      Line line{d, s, {}, {}, {}};
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (document.tokens[t].kind == TokenKind::mark) continue;
        line.words.push_back(without_article(document.key(document.tokens[t]), prefixes, least_left));
        line.tokens.push_back(t);
      }
      if (line.words.size() < least_stretch) continue;
      for (std::size_t i = 0; i + shingle <= line.words.size(); ++i) {
        std::string text;
        for (std::size_t k = 0; k < shingle; ++k) (text += line.words[i + k]) += '\n';
        line.shingles.push_back(XXH3_64bits(text.data(), text.size()));
      }
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

struct Stretch {
  std::size_t a = 0, b = 0, length = 0;  ///< words, from a in one line and b in the other
  std::optional<std::size_t> replaced;   ///< offset of the word that differs
};

/// The diagonals on which the lines share a shingle, ascending. O(n m).
std::vector<std::ptrdiff_t> diagonals(const Line& x, const Line& y) {
  std::vector<std::ptrdiff_t> shifts;
  for (std::size_t i = 0; i < x.shingles.size(); ++i)
    for (std::size_t j = 0; j < y.shingles.size(); ++j)
      if (x.shingles[i] == y.shingles[j])
        shifts.push_back(static_cast<std::ptrdiff_t>(i) - static_cast<std::ptrdiff_t>(j));
  std::sort(shifts.begin(), shifts.end());
  shifts.erase(std::unique(shifts.begin(), shifts.end()), shifts.end());
  return shifts;
}

/// The longest stretch on such a diagonal with at most one replaced word. O(n m).
std::optional<Stretch> best_stretch(const Line& x, const Line& y) {
  std::optional<Stretch> best;
  const auto n = static_cast<std::ptrdiff_t>(x.words.size()), m = static_cast<std::ptrdiff_t>(y.words.size());
  for (const std::ptrdiff_t shift : diagonals(x, y)) {
    const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, shift), to = std::min(n, m + shift);
    std::ptrdiff_t begin = from;
    std::optional<std::ptrdiff_t> replaced;
    const auto propose = [&](std::ptrdiff_t first, std::ptrdiff_t end, std::optional<std::ptrdiff_t> differs) {
      const auto length = static_cast<std::size_t>(end - first);
      if (end < first || length < least_stretch) return;
      if (best && std::pair(differs.has_value(), length) <= std::pair(best->replaced.has_value(), best->length)) return;
      best = Stretch{static_cast<std::size_t>(first), static_cast<std::size_t>(first - shift), length, std::nullopt};
      if (differs) best->replaced = static_cast<std::size_t>(*differs - first);
    };
    const auto consider = [&](std::ptrdiff_t end) {
      if (!replaced) return propose(begin, end, std::nullopt);
      constexpr auto side = static_cast<std::ptrdiff_t>(least_side);
      if (*replaced - begin >= side && end - *replaced - 1 >= side) return propose(begin, end, replaced);
      propose(begin, *replaced, std::nullopt);
      propose(*replaced + 1, end, std::nullopt);
    };
    for (std::ptrdiff_t i = from; i < to; ++i) {
      if (variant(x.words[static_cast<std::size_t>(i)], y.words[static_cast<std::size_t>(i - shift)])) continue;
      if (!replaced) {
        replaced = i;
        continue;
      }
      consider(i);
      begin = *replaced + 1;
      replaced = i;
    }
    consider(to);
  }
  return best;
}

void attach_claim(const DocumentAnalysis& d, const SourceSpan& span, ClaimRef& ref, bool& has) {
  for (std::size_t c = 0; c < d.claims.size() && !has; ++c)
    if (d.claims[c].span.overlaps(span)) {
      ref = {d.document.index, static_cast<std::uint32_t>(c)};
      has = true;
    }
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs of lines of two articles that share two shingles which few lines have, ascending.
std::vector<Pair> akin(const std::vector<Line>& lines) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> postings;  // looked up in order of lines only
  for (std::uint32_t l = 0; l < lines.size(); ++l)
    for (const std::uint64_t hash : lines[l].shingles) {
      auto& list = postings[hash];
      if (list.empty() || list.back() != l) list.push_back(l);
    }
  std::vector<Pair> shared;  // each as often as the lines share one
  for (std::uint32_t l = 0; l < lines.size(); ++l)
    for (const std::uint64_t hash : lines[l].shingles) {
      const auto& list = postings.find(hash)->second;
      if (list.size() > common) continue;
      for (const std::uint32_t other : list)
        if (other > l && lines[other].document != lines[l].document) shared.emplace_back(l, other);
    }
  std::sort(shared.begin(), shared.end());
  std::vector<Pair> out;
  for (std::size_t i = 1; i < shared.size(); ++i)
    if (shared[i] == shared[i - 1] && (out.empty() || out.back() != shared[i])) out.push_back(shared[i]);
  return out;
}

}  // namespace

std::vector<Parallel> find_parallels(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  const std::vector<Line> lines = lines_of(corpus, grammar);
  std::vector<Parallel> parallels;
  for (const auto& [earlier, later] : akin(lines)) {
    const Line &x = lines[earlier], &y = lines[later];
    const auto stretch = best_stretch(x, y);
    if (!stretch) continue;
    const auto span = [&](const Line& line, std::size_t first, std::size_t length) {
      return corpus[line.document].document.span(line.tokens[first], line.tokens[first + length - 1] + 1);
    };
    Parallel p;
    p.a = span(x, stretch->a, stretch->length);
    p.b = span(y, stretch->b, stretch->length);
    if (stretch->replaced) {
      p.differs_a = span(x, stretch->a + *stretch->replaced, 1);
      p.differs_b = span(y, stretch->b + *stretch->replaced, 1);
    } else {
      p.differs_a = {p.a.document, p.a.end, p.a.end};
      p.differs_b = {p.b.document, p.b.end, p.b.end};
    }
    attach_claim(corpus[x.document], p.a, p.claim_a, p.has_claim_a);
    attach_claim(corpus[y.document], p.b, p.claim_b, p.has_claim_b);
    parallels.push_back(p);
  }
  return parallels;
}

}  // namespace isnad::linking
