// What a headline adds to its text: an actor of whom the text knows nothing, next of kin, a request or an order of
// which the text has not a word.
#include <algorithm>
#include <map>
#include <set>

#include "audit/alike.h"
#include "audit/annotated.h"
#include "audit/told_words.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t least_body = 3;         ///< sentences: a text that is cut off bears nothing out
constexpr std::uint32_t longest_subject = 4;  ///< words of an actor before the verb, or behind "on orders of"
constexpr std::size_t least_common = 2;       ///< words that the text has of the headline: it is about the same

class HeadlineReader {
 public:
  HeadlineReader(const Context& context, const ToldWords& words, const DocumentAnalysis& analysis)
      : context_(context), words_(words), text_(context, analysis.document.index) {}

  std::optional<Finding> finding() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      if (document_.role(document_.sentences[s]) != Role::headline || asks(document_.sentences[s])) continue;
      if (auto found = read(document_.sentences[s])) return found;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool asks(const Sentence& headline) const {
    for (std::uint32_t t = headline.first; t < headline.last; ++t)
      if (const auto key = document_.key(document_.tokens[t]); key == "?" || key == "\u061f") return true;
    return false;
  }

  std::optional<Finding> read(const Sentence& headline) {
    for (std::uint32_t t = headline.first; t < headline.last; ++t) {
      const Item* part = text_.item(t, part_);
      const Item* act = text_.item(t, act_);
      const Item* order = text_.item(t, by_order_);
      if (!part && !act && !order) continue;
      if (!read_body(headline)) return std::nullopt;
      if (order)
        if (const auto end = name_behind(headline, order->last); is_named_nowhere(order->last, end))
          return finding_of(headline, "finding.headline-actor", order->last, end);
      if (part && adds(*part)) return finding_of(headline, "finding.headline-part", t, t + 1);
      if (!act) continue;
      const auto subject = subject_before(headline, t);
      if (subject == t || !is_unknown(subject, t)) continue;
      const auto told = acts_.find(std::string(act->value.text("value").value_or("")));
      if (told != acts_.end()) nearest_ = told->second;
      return finding_of(headline, "finding.headline-actor", subject, t);
    }
    return std::nullopt;
  }

  /// What the text has; false where it is too short, or not about the same.
  bool read_body(const Sentence& headline) {
    if (read_) return fits_;
    read_ = true;
    const auto told = words_.stems(analysis_, headline.first, headline.last);
    std::vector<std::string> all;  // by all headlines: "On orders of X.." may stand as a sentence
    for (const Sentence& sentence : document_.sentences)
      if (document_.role(sentence) == Role::headline)
        for (std::string& stem : words_.stems(analysis_, sentence.first, sentence.last)) all.push_back(std::move(stem));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::size_t most = 0;
    std::uint32_t nearest_to_all = 0;
    std::size_t sentences = 0, best = 0;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      if (document_.role(sentence) == Role::headline || document_.role(sentence) == Role::related) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (const Item* part = text_.item(t, part_)) families_.emplace(part->value.text("value").value_or(""));
        if (const Item* act = text_.item(t, act_); act && document_.role(sentence) == Role::body)
          acts_.try_emplace(std::string(act->value.text("value").value_or("")), s);
      }
      for (std::string& word : content_words(document_, context_.grammar, document_.span(sentence)))
        body_.insert(std::move(word));
      if (document_.role(sentence) != Role::body) continue;
      ++sentences;
      const auto stems = words_.stems(analysis_, sentence.first, sentence.last);
      const std::size_t common = shared_words(told, stems);
      if (common > best) best = common, nearest_ = s;
      if (const std::size_t n = shared_words(all, stems); n > most) most = n, nearest_to_all = s;
    }
    if (best == 0) nearest_ = nearest_to_all;
    return fits_ = sentences >= least_body && most >= least_common;
  }

  /// A word of a family of which the text has none; of kin only "his family", not families at large.
  [[nodiscard]] bool adds(const Item& part) const {
    const std::string family(part.value.text("value").value_or(""));
    if (part.value.has("weak") || (family == "kin" && part.enclitic.empty())) return false;
    return !families_.contains(family);
  }

  /// The noun that opens the headline, or its part behind a colon, right before the verb; `verb` where none does.
  [[nodiscard]] std::uint32_t subject_before(const Sentence& headline, std::uint32_t verb) const {
    std::uint32_t first = verb;
    bool joined = false;  // "a fault | in the engine | brought down"
    while (first > headline.first && verb - first < longest_subject &&
           document_.tokens[first - 1].kind == TokenKind::word) {
      const bool joins = text_.item(first - 1, preposition_) != nullptr;
      if (joins && (joined || first == verb || first - 1 == headline.first)) break;
      joined = joined || joins;
      --first;
    }
    const bool opens = first == headline.first || document_.key(document_.tokens[first - 1]) == ":";
    return opens ? first : verb;
  }

  /// "On orders of | the minister of works": where the name ends that begins at the token.
  [[nodiscard]] std::uint32_t name_behind(const Sentence& headline, std::uint32_t first) const {
    std::uint32_t last = first;
    while (last < headline.last && last - first < longest_subject && document_.tokens[last].kind == TokenKind::word &&
           !text_.item(last, preposition_))
      ++last;
    return last;
  }

  /// Does the text name none of these words, in any form? "Interior" is not "inside": as written, not by stems.
  [[nodiscard]] bool is_unknown(std::uint32_t first, std::uint32_t last) const {
    const auto named = content_words(document_, context_.grammar, document_.span(first, last));
    if (named.empty()) return false;
    for (std::uint32_t t = first; t < last; ++t)
      if (text_.item(t, place_)) return false;  // a capital stands for its state
    return std::none_of(named.begin(), named.end(), [&](const std::string& word) {
      return std::any_of(body_.begin(), body_.end(), [&](const std::string& other) { return alike(word, other); });
    });
  }

  /// Has the text none of these words, as written?
  [[nodiscard]] bool is_named_nowhere(std::uint32_t first, std::uint32_t last) const {
    const auto named = content_words(document_, context_.grammar, document_.span(first, last));
    return !named.empty() && std::none_of(named.begin(), named.end(), [&](const auto& w) { return body_.contains(w); });
  }

  [[nodiscard]] Finding finding_of(const Sentence& headline, const char* key, std::uint32_t first,
                                   std::uint32_t last) const {
    Finding finding;
    finding.rule = FindingRule::headline_unsupported;
    const std::string words(slice(document_.text, document_.span(first, last)));
    finding.message = message(key, {{"words", words}});
    Evidence head, body;
    head.span = document_.span(headline);
    head.label = message("finding.evidence.headline");
    body.span = document_.span(document_.sentences[nearest_]);
    body.label = message("finding.evidence.body");
    finding.evidence = {std::move(head), std::move(body)};
    return finding;
  }

  const Context& context_;
  const ToldWords& words_;
  const Annotated text_;
  const DocumentAnalysis& analysis_ = text_.analysis;
  const Document& document_ = text_.document;
  const std::optional<ClassId> act_ = context_.find_class("headline-act");
  const std::optional<ClassId> by_order_ = context_.find_class("by-order");
  const std::optional<ClassId> part_ = context_.find_class("headline-part");
  const std::optional<ClassId> place_ = context_.find_class("place-name");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
  bool read_ = false, fits_ = false;
  std::set<std::string> families_, body_;      ///< families of words, content words
  std::map<std::string, std::uint32_t> acts_;  ///< the first sentence that tells an act of a kind
  std::uint32_t nearest_ = 0;                  ///< the sentence that has most of the headline's words
};

}  // namespace

std::vector<Finding> headline_additions(const Context& context, const ToldWords& words) {
  std::vector<Finding> findings;
  for (const DocumentAnalysis& analysis : context.corpus)
    if (auto found = HeadlineReader(context, words, analysis).finding()) findings.push_back(std::move(*found));
  return findings;
}

}  // namespace isnad::audit_rules
