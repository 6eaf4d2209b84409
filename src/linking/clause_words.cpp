#include "linking/clause_words.h"

#include <algorithm>

#include "linking/identity.h"

namespace isnad::linking {
namespace {

/// Classes whose words tell how something is said, not what.
constexpr std::string_view grammar_classes[] = {
    "preposition",       "complementizer", "relative",    "subordinator", "negation",
    "auxiliary",         "plan",           "according",   "saying",       "perfect-particle",
    "general-adjective", "weekday",        "month",       "title",        "not-source",
    "same-time",         "bound",          "with-pronoun"};

/// The words of a stretch of text that belong to a time, or to the name of who says it.
class Beside {
 public:
  Beside(const DocumentAnalysis& analysis, const SourceSpan& stretch) : stretch_(stretch) {
    for (const Timex& timex : analysis.timexes) add(timex.span);
  }
  void add(const AttributionChain& chain) {
    for (const Speaker& speaker : chain) add(speaker.span);
  }
  [[nodiscard]] bool holds(const SourceSpan& word) const {
    return std::any_of(spans_.begin(), spans_.end(), [&](const SourceSpan& span) { return span.overlaps(word); });
  }

 private:
  void add(const SourceSpan& span) {
    if (span.overlaps(stretch_)) spans_.push_back(span);
  }
  SourceSpan stretch_;
  std::vector<SourceSpan> spans_;
};

}  // namespace

ClauseWords::ClauseWords(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  for (const DocumentAnalysis& d : corpus) {
    const std::string& language = d.document.language;
    if (lexicons_.contains(language)) continue;
    Lexicon lexicon{Stemmer(grammar, language), Concepts(grammar, language), Sounds(grammar, language), {}, {}, {}, {}};
    for (const std::string_view cls : grammar_classes)
      for (std::string& form : grammar.forms(language, cls)) lexicon.grammar_words.insert(std::move(form));
    for (std::string& form : grammar.forms(language, "relative")) lexicon.relatives.insert(std::move(form));
    lexicons_.emplace(language, std::move(lexicon));
  }
}

const ClauseWords::Lexicon::Meaning& ClauseWords::Lexicon::meaning(std::string_view key) const {
  const auto [known, fresh] = meanings.try_emplace(key);
  Meaning& meaning = known->second;
  if (!fresh) return meaning;
  meaning.begins_phrase = concepts.begins_phrase(key);
  if (grammar_words.contains(key)) return meaning;
  const std::string_view stem = stems(key);
  if (letters_of(stem) < 3 || grammar_words.contains(stem)) return meaning;
  const std::string_view concept_of_it = concepts.of(key);
  meaning.content = concept_of_it.empty() ? stem : concept_of_it;
  return meaning;
}

std::string_view ClauseWords::Lexicon::concept_of_two(const Document& document, std::uint32_t t) const {
  const std::string_view key = document.key(document.tokens[t]);
  if (t + 1 >= document.tokens.size() || document.tokens[t + 1].kind != TokenKind::word || !meaning(key).begins_phrase)
    return {};
  return concepts.of_two(key, document.key(document.tokens[t + 1]));
}

const std::vector<std::string>& ClauseWords::Lexicon::names(std::string_view key) const {
  const auto [known, fresh] = sounding.try_emplace(key);
  const auto add = [&, &names = known->second](std::string_view name) {
    if (std::string sound = sounds(name); !sound.empty()) names.push_back("name:" + std::move(sound));
  };
  if (fresh) {
    add(key);  // the first letter of a name may be written like one that is written before a word
    if (const std::string_view stem = stems(key); stem != key) add(stem);
  }
  return known->second;
}

/// Where the words of the clause begin: before the noun that a relative clause is said of ("the match, which was played
/// on ..."), else at the clause.
std::uint32_t ClauseWords::with_antecedent(const Document& document, const Claim& claim, std::uint32_t first) const {
  constexpr std::uint32_t longest = 5;  // words of a noun with its adjectives
  const Words& relatives = lexicon_of(document).relatives;
  const std::uint32_t begin = document.sentences[claim.sentence].first;
  const auto is_mark = [&](std::uint32_t t) { return document.tokens[t].kind == TokenKind::mark; };
  const auto is_relative = [&](std::uint32_t t) { return relatives.contains(document.key(document.tokens[t])); };
  std::uint32_t at = first;
  if (at > begin && at < document.tokens.size() && !is_relative(at)) --at;
  if (at == begin || at >= document.tokens.size() || !is_relative(at)) return first;
  if (is_mark(at - 1)) --at;  // a comma
  std::uint32_t head = at;
  while (head > begin && at - head < longest && !is_mark(head - 1)) --head;
  return head;
}

std::vector<std::string> ClauseWords::notions(const DocumentAnalysis& analysis, const Claim& claim) const {
  const Document& document = analysis.document;
  const Lexicon& lexicon = lexicon_of(document);
  std::vector<std::string> notions = claim.notions;
  Beside beside(analysis, claim.span);
  beside.add(claim.attribution);
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };  // no name, in a script with capitals
  for (std::uint32_t t = document.token_at(claim.span.begin);
       t < document.tokens.size() && document.tokens[t].begin < claim.span.end; ++t) {
    const Token& token = document.tokens[t];
    const std::string_view key = document.key(token);
    if (token.kind != TokenKind::word || beside.holds(document.span(t, t + 1))) continue;
    if (const auto meant = lexicon.concept_of_two(document, t); !meant.empty()) notions.emplace_back(meant);
    if (lexicon.grammar_words.contains(key)) continue;
    if (const auto meant = lexicon.content_word(key); meant.starts_with('=')) {
      notions.emplace_back(meant);
      continue;
    }
    if (is_small(document.surface(token).front())) continue;
    const std::vector<std::string>& names = lexicon.names(key);
    notions.insert(notions.end(), names.begin(), names.end());
  }
  std::sort(notions.begin(), notions.end());
  notions.erase(std::unique(notions.begin(), notions.end()), notions.end());
  return notions;
}

std::vector<std::string> ClauseWords::operator()(const DocumentAnalysis& analysis, const Claim& claim) const {
  return words_of_clause(analysis, claim, claim.span.end);
}

std::vector<std::string> ClauseWords::anchor(const DocumentAnalysis& analysis, const Claim& claim) const {
  const Document& document = analysis.document;
  std::uint32_t t = document.first_token_from(claim.trigger.end);
  while (t < document.tokens.size() && document.tokens[t].begin < claim.span.end &&
         document.tokens[t].kind != TokenKind::mark)
    ++t;
  return words_of_clause(analysis, claim, t < document.tokens.size() ? document.tokens[t].begin : claim.span.end);
}

std::vector<std::string> ClauseWords::words_of_clause(const DocumentAnalysis& analysis, const Claim& claim,
                                                      ByteOffset end) const {
  const Document& document = analysis.document;
  const Lexicon& lexicon = lexicon_of(document);
  std::vector<std::string> words;
  const auto add = [&](std::string_view word) {
    if (!word.empty()) words.emplace_back(word);
  };
  const auto first = with_antecedent(document, claim, document.token_at(claim.span.begin));
  SourceSpan stretch = claim.span;
  if (first < document.tokens.size()) stretch.begin = std::min(stretch.begin, document.tokens[first].begin);
  Beside beside(analysis, stretch);
  beside.add(claim.attribution);
  for (std::uint32_t t = first; t < document.tokens.size() && document.tokens[t].begin < std::min(end, claim.span.end);
       ++t) {
    if (document.tokens[t].kind != TokenKind::word || beside.holds(document.span(t, t + 1))) continue;
    add(lexicon.concept_of_two(document, t));
    add(lexicon.content_word(document.key(document.tokens[t])));
  }
  for (const Participant& p : claim.participants)
    if (p.inherited)
      for (const auto word : words_of(p.head)) add(lexicon.content_word(word));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string_view> ClauseWords::trigger(const DocumentAnalysis& analysis, const Claim& claim) const {
  const Document& document = analysis.document;
  const Lexicon& lexicon = lexicon_of(document);
  std::vector<std::string_view> words;
  for (auto t = document.token_at(claim.trigger.begin);
       t < document.tokens.size() && document.tokens[t].begin < claim.trigger.end; ++t) {
    if (document.tokens[t].kind != TokenKind::word) continue;
    if (const auto word = lexicon.content_word(document.key(document.tokens[t])); !word.empty()) words.push_back(word);
  }
  return words;
}

std::vector<std::string_view> ClauseWords::sentence(const DocumentAnalysis& analysis, std::uint32_t sentence) const {
  const Document& document = analysis.document;
  const Lexicon& lexicon = lexicon_of(document);
  Beside beside(analysis, document.span(document.sentences[sentence].first, document.sentences[sentence].last));
  for (const Claim& claim : analysis.claims)
    if (claim.sentence == sentence) beside.add(claim.attribution);
  std::vector<std::string_view> words;
  for (std::uint32_t t = document.sentences[sentence].first; t < document.sentences[sentence].last; ++t) {
    if (document.tokens[t].kind != TokenKind::word || beside.holds(document.span(t, t + 1))) continue;
    for (const auto word :
         {lexicon.concept_of_two(document, t), lexicon.content_word(document.key(document.tokens[t]))})
      if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace isnad::linking
