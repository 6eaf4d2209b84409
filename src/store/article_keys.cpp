// By what an article is found again: words that another article about the same happening must share with it.
//
// Linking compares claims that share a family of event types and a word or id of a participant, or the one who is
// quoted; and sentences that are nearly the same. Those are the keys; sentences are told by the least hashes of their
// runs of words (Broder 1997). Weaker signs of one story (words that few claims have, the day) are no keys: of a large
// database, whose articles are chosen by them, a link may be missed that needs such signs alone.
#include <xxhash.h>

#include <algorithm>
#include <set>

#include "isnad/store.h"

namespace isnad {
namespace {

constexpr std::uint32_t run_words = 3;    // words of a run
constexpr std::uint32_t least_words = 8;  // of a sentence that is told by its wording
constexpr std::size_t sketch_size = 4;    // runs by which a sentence is told

std::int64_t hash_of(const std::string& text) {
  return static_cast<std::int64_t>(XXH3_64bits(text.data(), text.size()));
}

void add_words(std::set<std::string>& out, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.insert(text.substr(at, end - at));
    at = end + 1;
  }
}

void add_claim(std::set<std::int64_t>& keys, const Claim& claim, const Frame* frame) {
  std::vector<std::string> types{claim.type};
  if (frame != nullptr) types.insert(types.end(), frame->neighbours.begin(), frame->neighbours.end());
  std::set<std::string> words;
  for (const Participant& p : claim.participants) {
    if (!p.entity.empty()) words.insert(p.entity);
    add_words(words, p.head);
  }
  if (!claim.attribution.empty()) {
    const std::string& name = claim.attribution.back().name;
    words.insert("by " + name.substr(name.rfind(' ') + 1));
  }
  for (const std::string& type : types) {
    for (const std::string& word : words) keys.insert(hash_of(type + '\n' + word));
  }
}

void add_wording(std::set<std::int64_t>& keys, const Document& document, const Sentence& sentence) {
  std::vector<std::string> words;
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
    if (document.tokens[t].kind != TokenKind::mark) words.emplace_back(document.key(document.tokens[t]));
  }
  if (words.size() < least_words) return;
  std::vector<std::int64_t> runs;
  for (std::size_t i = 0; i + run_words <= words.size(); ++i) {
    runs.push_back(hash_of(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]));
  }
  const std::size_t kept = std::min(sketch_size, runs.size());
  std::partial_sort(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(kept), runs.end());
  keys.insert(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(kept));
}

}  // namespace

std::vector<std::int64_t> article_keys(const DocumentAnalysis& analysis, const Grammar& grammar) {
  const Document& document = analysis.document;
  std::set<std::int64_t> keys;
  for (const Claim& claim : analysis.claims) add_claim(keys, claim, grammar.frame(document.language, claim.frame));
  for (const Sentence& sentence : document.sentences) {
    if (document.role(sentence) == Role::body) add_wording(keys, document, sentence);
  }
  return {keys.begin(), keys.end()};
}

std::vector<KnownArticle> known_articles(const Timeline& timeline, const Grammar& grammar) {
  std::vector<std::set<std::int64_t>> keys;
  for (const DocumentAnalysis& analysis : timeline.documents) {
    const std::vector<std::int64_t> own = article_keys(analysis, grammar);
    keys.emplace_back(own.begin(), own.end());
  }
  // Who shares an event with an article is reached with it, by whatever word the event is found.
  for (const Event& event : timeline.linking.events) {
    std::set<std::int64_t> shared;
    for (const ClaimRef& ref : event.claims) {
      const DocumentAnalysis& analysis = timeline.documents[index(ref.document)];
      const Claim& claim = analysis.claims[ref.claim];
      add_claim(shared, claim, grammar.frame(analysis.document.language, claim.frame));
    }
    for (const ClaimRef& ref : event.claims) keys[index(ref.document)].insert(shared.begin(), shared.end());
  }
  std::vector<KnownArticle> out;
  for (std::size_t d = 0; d < keys.size(); ++d) {
    const Document& document = timeline.documents[d].document;
    out.push_back({{document.source, document.text}, {keys[d].begin(), keys[d].end()}});
  }
  return out;
}

}  // namespace isnad
