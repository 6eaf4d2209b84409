// A headline that ties two things together, as order or as cause, where the text tells each of them alone, or says that
// the cause is not known.
#include <algorithm>
#include <optional>

#include "audit/alike.h"
#include "audit/context.h"
#include "isnad/text.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t least_words = 2;  ///< of a side, by which it is found again in the text
constexpr std::size_t near = 2;         ///< sentences that are read together: news tells the reason in the next one

struct Tied {
  Sentence sentence;
  std::string link;  ///< as written
  bool cause = false;
  std::vector<std::string> left, right;  ///< content words
};

std::optional<Tied> tied_of(const Context& context, const Document& document, const Sentence& sentence) {
  const auto& language = document.language;
  const auto causes = context.grammar.forms(language, "cause-link"),
             orders = context.grammar.forms(language, "order-link");
  const auto is_in = [](const std::vector<std::string>& words, std::string_view key) {
    return std::binary_search(words.begin(), words.end(), key);
  };
  for (std::uint32_t t = sentence.first + 1; t + 1 < sentence.last; ++t) {
    if (document.tokens[t].kind == TokenKind::mark && document.key(document.tokens[t]) == ":") return std::nullopt;
    const std::string key(document.key(document.tokens[t]));
    const bool cause = is_in(causes, key);
    if (!cause && !is_in(orders, key)) continue;
    Tied tied{sentence, std::string(slice(document.text, document.span(t, t + 1))), cause, {}, {}};
    tied.left = content_words(document, context.grammar, document.span(sentence.first, t));
    tied.right = content_words(document, context.grammar, document.span(t + 1, sentence.last));
    if (tied.left.size() < least_words || tied.right.size() < least_words) return std::nullopt;
    return tied;
  }
  return std::nullopt;
}

/// Words of the headline that a text has, perhaps with one letter glued before them (a preposition or "and").
std::size_t found_words(const std::vector<std::string>& headline, const std::vector<std::string>& text) {
  const auto glued = [](std::string_view longer, std::string_view word) {
    if (!longer.ends_with(word)) return false;
    const std::string_view before = longer.substr(0, longer.size() - word.size());
    return std::count_if(before.begin(), before.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) <= 1;
  };
  return static_cast<std::size_t>(std::count_if(headline.begin(), headline.end(), [&](const std::string& word) {
    return std::any_of(text.begin(), text.end(), [&](const std::string& t) { return glued(t, word); });
  }));
}

/// Does the text have a word of the headline in any form? Words of three letters ("work", "act") are too common to
/// tell, where there are longer ones.
bool any_alike(const std::vector<std::string>& headline, const std::vector<std::string>& text) {
  const auto is_long = [](const std::string& word) { return letters_of(word) > 3; };
  const bool some_long = std::any_of(headline.begin(), headline.end(), is_long);
  return std::any_of(headline.begin(), headline.end(), [&](const std::string& word) {
    return (!some_long || is_long(word)) &&
           std::any_of(text.begin(), text.end(), [&](const std::string& t) { return alike(word, t); });
  });
}

/// How the text bears it out: each side somewhere, and both in sentences beside one another.
struct Support {
  std::optional<std::size_t> left, right;  ///< a sentence that tells that side best
  bool together = false;
  bool nothing_of_left = false, nothing_of_right = false;  ///< no word of that side stands anywhere in the text

  [[nodiscard]] bool knows_one_side() const { return (nothing_of_left && right) || (nothing_of_right && left); }
};

Support support_of(const Context& context, const Document& document, const Tied& tied) {
  Support support;
  std::vector<std::vector<std::string>> window;
  std::size_t best_left = 0, best_right = 0, sentences = 0;
  bool hints_at_left = false, hints_at_right = false;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (document.role(sentence) != Role::body || sentence.first == sentence.last) continue;
    window.push_back(content_words(document, context.grammar, document.span(sentence)));
    if (window.size() > near) window.erase(window.begin());
    const std::size_t left = found_words(tied.left, window.back()), right = found_words(tied.right, window.back());
    ++sentences;
    hints_at_left = hints_at_left || any_alike(tied.left, window.back());
    hints_at_right = hints_at_right || any_alike(tied.right, window.back());
    if (left > best_left) best_left = left, support.left = s;
    if (right > best_right) best_right = right, support.right = s;
    std::vector<std::string> read;
    for (const auto& words : window) read.insert(read.end(), words.begin(), words.end());
    support.together = support.together || (found_words(tied.left, read) > 0 && found_words(tied.right, read) > 0);
  }
  constexpr std::size_t least_body = 3;  // a text that is cut off bears nothing out
  support.nothing_of_left = sentences >= least_body && !hints_at_left;
  support.nothing_of_right = sentences >= least_body && !hints_at_right;
  if (best_left < least_words) support.left.reset();
  if (best_right < least_words) support.right.reset();
  return support;
}

/// The first sentence of the text but `but` that has a word of the class, where there is one.
std::optional<std::size_t> sentence_with(const Context& context, const Document& document, std::string_view word_class,
                                         std::optional<std::size_t> but = {}) {
  const auto cls = context.find_class(word_class);
  if (!cls) return std::nullopt;
  const Annotation& annotation = context.annotation(document.index);
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (s == but || document.role(sentence) != Role::body) continue;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (annotation.longest(t, *cls)) return s;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> unsupported_headlines(const Context& context) {
  std::vector<Finding> findings;
  for (const DocumentAnalysis& analysis : context.corpus) {
    const Document& document = analysis.document;
    for (const Sentence& sentence : document.sentences) {
      if (document.role(sentence) != Role::headline) continue;
      const auto tied = tied_of(context, document, sentence);
      if (!tied) continue;
      std::vector<std::size_t> against;
      std::string_view key = "finding.headline-relation";
      if (const auto unknown = tied->cause ? sentence_with(context, document, "cause-unknown") : std::nullopt) {
        key = "finding.headline-cause";
        against = {*unknown};
      } else {
        const Support support = support_of(context, document, *tied);
        if (tied->cause && support.knows_one_side()) {
          key = "finding.headline-one-side";
          against = {support.left ? *support.left : *support.right};
          if (const auto inquiry = sentence_with(context, document, "cause-told", against.front()))
            against.push_back(*inquiry);
        } else {
          if (support.together || !support.left || !support.right) continue;
          against = {*support.left, *support.right};
        }
      }
      Finding finding;
      finding.rule = FindingRule::headline_unsupported;
      finding.message = message(key, {{"link", tied->link}});
      Evidence headline;
      headline.span = document.span(sentence);
      headline.label = message("finding.evidence.headline");
      finding.evidence.push_back(std::move(headline));
      for (const std::size_t s : against) {
        Evidence body;
        body.span = document.span(document.sentences[s]);
        body.label = message("finding.evidence.body");
        finding.evidence.push_back(std::move(body));
      }
      findings.push_back(std::move(finding));
      break;
    }
  }
  return findings;
}

}  // namespace isnad::audit_rules
