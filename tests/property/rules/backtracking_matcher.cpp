#include "backtracking_matcher.h"

#include <fmt/format.h>

#include <algorithm>

#include "seeds.h"

namespace isnad::test {
namespace {

using Go = std::function<void(std::uint32_t)>;

bool is_number(const std::string& token) { return token[0] >= '0' && token[0] <= '9'; }

/// Calls `go` with every end of a match of the elements from `at` on, once for each way to it.
struct Backtracker {
  const std::vector<std::string>& tokens;
  const std::vector<Found>& known;

  void sequence(const RandomSequence& elements, std::size_t at, std::uint32_t token, const Go& go) const {
    if (at == elements.size()) return go(token);
    element(elements[at], token, [&](std::uint32_t next) { sequence(elements, at + 1, next, go); });
  }

  void repeat(const RandomElement& element, std::uint32_t done, std::uint32_t token, const Go& go) const {
    if (done >= element.least) go(token);
    if (done == element.most) return;
    sequence(element.branches[0], 0, token, [&](std::uint32_t next) { repeat(element, done + 1, next, go); });
  }

  void element(const RandomElement& element, std::uint32_t token, const Go& go) const {
    using Kind = RandomElement::Kind;
    if (element.kind == Kind::choice) {
      for (const RandomSequence& branch : element.branches) sequence(branch, 0, token, go);
      return;
    }
    if (element.kind == Kind::repeat) return repeat(element, 0, token, go);
    if (token == tokens.size()) return;
    if (element.kind == Kind::cls) {
      for (const Found& found : known) {
        if (found.cls == element.text && found.first == token) go(found.last);
      }
      return;
    }
    const bool good = element.kind == Kind::any_token ||
                      (element.kind == Kind::integer ? is_number(tokens[token]) : tokens[token] == element.text);
    if (good) go(token + 1);
  }
};

RandomSequence random_sequence(std::mt19937& random, const std::vector<std::string>& classes, std::uint32_t depth);

RandomElement random_element(std::mt19937& random, const std::vector<std::string>& classes, std::uint32_t depth) {
  using Kind = RandomElement::Kind;
  static const std::vector<std::string> words{"aa", "bb", "cc", "dd"};
  RandomElement element;
  switch (pick(random, 0, depth == 0 ? 5 : 9)) {
    case 0:
    case 1:
    case 2:
      element.kind = Kind::literal;
      element.text = words[pick(random, 0, 3)];
      break;
    case 3:
      element.kind = Kind::cls;
      element.text = classes[pick(random, 0, static_cast<std::uint32_t>(classes.size()) - 1)];
      break;
    case 4:
      element.kind = Kind::integer;
      break;
    case 5:
      element.kind = Kind::any_token;
      break;
    case 6:
    case 7:
      element.kind = Kind::choice;
      for (std::uint32_t n = pick(random, 2, 3); n > 0; --n) {
        element.branches.push_back(random_sequence(random, classes, depth - 1));
      }
      break;
    default:
      element.kind = Kind::repeat;
      element.branches.push_back(random_sequence(random, classes, depth - 1));
      element.least = pick(random, 0, 2);
      element.most = std::max(1U, element.least + pick(random, 0, 2));
  }
  return element;
}

RandomSequence random_sequence(std::mt19937& random, const std::vector<std::string>& classes, std::uint32_t depth) {
  RandomSequence sequence;
  for (std::uint32_t n = pick(random, 1, 3); n > 0; --n) sequence.push_back(random_element(random, classes, depth));
  return sequence;
}

std::string json_of(const RandomSequence& sequence) {
  using Kind = RandomElement::Kind;
  std::vector<std::string> elements;
  for (const RandomElement& element : sequence) {
    switch (element.kind) {
      case Kind::literal:
        elements.push_back(fmt::format("\"{}\"", element.text));
        break;
      case Kind::cls:
        elements.push_back(fmt::format("\"@{}\"", element.text));
        break;
      case Kind::integer:
        elements.emplace_back("\"@int\"");
        break;
      case Kind::any_token:
        elements.emplace_back("\"@any\"");
        break;
      case Kind::choice: {
        std::vector<std::string> branches;
        for (const RandomSequence& branch : element.branches) branches.push_back(json_of(branch));
        elements.push_back(fmt::format("{{\"any\":[{}]}}", fmt::join(branches, ",")));
        break;
      }
      case Kind::repeat:
        elements.push_back(fmt::format("{{\"repeat\":{},\"min\":{},\"max\":{}}}", json_of(element.branches[0]),
                                       element.least, element.most));
    }
  }
  return fmt::format("[{}]", fmt::join(elements, ","));
}

}  // namespace

bool may_be_empty(const RandomSequence& sequence) {
  return std::all_of(sequence.begin(), sequence.end(), [](const RandomElement& element) {
    if (element.kind == RandomElement::Kind::choice) {
      return std::any_of(element.branches.begin(), element.branches.end(), may_be_empty);
    }
    return element.kind == RandomElement::Kind::repeat && (element.least == 0 || may_be_empty(element.branches[0]));
  });
}

RandomPattern random_pattern(std::mt19937& random, const std::string& id, int priority,
                             const std::vector<std::string>& classes) {
  RandomPattern pattern;
  pattern.id = id;
  pattern.priority = priority;
  do {
    pattern.match = random_sequence(random, classes, 2);
  } while (may_be_empty(pattern.match));
  if (pick(random, 0, 3) == 0) pattern.not_before = "cc";
  return pattern;
}

std::string json_of(const RandomPattern& pattern) {
  return fmt::format(R"({{"id":"{}","priority":{},"match":{}{}}})", pattern.id, pattern.priority,
                     json_of(pattern.match),
                     pattern.not_before.empty() ? "" : fmt::format(R"(,"not_before":["{}"])", pattern.not_before));
}

std::vector<Found> find_words(const std::vector<std::string>& tokens,
                              const std::vector<std::vector<std::string>>& forms) {
  std::vector<Found> words;
  std::uint32_t covered = 0;
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    if (token < covered) continue;
    for (const std::vector<std::string>& form : forms) {
      if (token + form.size() > tokens.size()) continue;
      if (!std::equal(form.begin(), form.end(), tokens.begin() + token)) continue;
      words.push_back({"w", "w", token, token + static_cast<std::uint32_t>(form.size())});
      covered = std::max(covered, words.back().last);
    }
  }
  return words;
}

LayerResult find_layer(const std::vector<std::string>& tokens, const std::vector<RandomPattern>& patterns,
                       const std::string& cls, const std::vector<Found>& known) {
  struct Candidate {
    Found found;
    int priority = 0;
  };
  std::vector<Candidate> candidates;
  const Backtracker matcher{tokens, known};
  for (const RandomPattern& pattern : patterns) {
    for (std::uint32_t first = 0; first < tokens.size(); ++first) {
      matcher.sequence(pattern.match, 0, first, [&](std::uint32_t last) {
        if (!pattern.not_before.empty() && last < tokens.size() && tokens[last] == pattern.not_before) return;
        candidates.push_back({{cls, pattern.id, first, last}, pattern.priority});
      });
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.found.first != b.found.first) return a.found.first < b.found.first;
    if (a.found.last != b.found.last) return a.found.last > b.found.last;
    return a.priority > b.priority;
  });
  LayerResult result;
  for (const Candidate& candidate : candidates) {
    const Found& found = candidate.found;
    if (result.winners.empty() || found.first >= result.winners.back().last) {
      result.winners.push_back(found);
      result.visible.push_back(found);
    } else if (found.first == result.winners.back().first && found.last < result.visible.back().last) {
      result.visible.push_back(found);
    }
  }
  return result;
}

}  // namespace isnad::test
