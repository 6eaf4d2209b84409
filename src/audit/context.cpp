#include "audit/context.h"

#include <algorithm>
#include <stdexcept>

#include "isnad/stems.h"

namespace isnad::audit_rules {
namespace {

/// The classes that rules of findings ask for. Items of others are not made: they are many.
const std::vector<std::string_view> classes_read{
    "aboard",           "according",     "agency",        "anonymous",     "any",
    "at-all",           "any-case",      "auxiliary",     "bound",         "by-order",
    "carrier",          "cause-told",    "cause-unknown", "citing",        "cleft",
    "complementizer",   "confirmed",     "count",         "count-bound",   "count-grows",
    "count-scope",      "count-taken",   "count-unit",    "death-toll",    "deed",
    "denial",           "disclosing",    "event",         "first-teller",  "given-name",
    "headline-act",     "headline-part", "in-person",     "institution",   "light",
    "made-known",       "medium",        "name-particle", "personal-name", "negation",
    "office",           "opposite",      "outbreak",      "outlet",        "percent",
    "perfect-particle", "place-name",    "preposition",   "pronoun",       "quoting",
    "quoting-from",     "quoting-to",    "relative",      "repeatable",    "score",
    "sequence",         "sole-act",      "speech",        "subordinator",  "dated-participle",
    "keeps-silent",     "takes-place",   "title",         "unnamed"};

}  // namespace

Context::Context(const std::vector<DocumentAnalysis>& c, const Linking& l, const TemporalGraph& g, const Grammar& r)
    : corpus(c), linking(l), graph(g), grammar(r), annotations_(c.size()) {
  for (const DocumentAnalysis& d : corpus) event_of.emplace_back(d.claims.size(), 0);
  for (std::uint32_t e = 0; e < linking.events.size(); ++e)
    for (const ClaimRef ref : linking.events[e].claims) event_of[index(ref.document)][ref.claim] = e;
}

std::optional<ClassId> Context::find_class(std::string_view name) const {
  if (std::find(classes_read.begin(), classes_read.end(), name) == classes_read.end())
    throw std::logic_error("audit/context.cpp does not read the class " + std::string(name));
  return grammar.find_class(name);
}

const Annotation& Context::annotation(DocumentIndex d) const {
  if (const std::optional<Annotation>& known = document(d).annotation) return *known;
  std::optional<Annotation>& read = annotations_[index(d)];
  if (!read) read = grammar.annotate(document(d).document, classes_read);
  return *read;
}

bool Context::published_near(DocumentIndex a, DocumentIndex b, std::int64_t days) const {
  const auto apart = [days](const Window& first, const Window& second) {
    return first.latest && second.earliest && second.earliest->value - first.latest->value > days * minutes_per_day;
  };
  const Window &x = graph.publication_windows[index(a)], &y = graph.publication_windows[index(b)];
  return !apart(x, y) && !apart(y, x);
}

bool Context::of_one_outlet(DocumentIndex a, DocumentIndex b) const {
  const std::string& outlet = document(a).document.source.publisher;
  return !outlet.empty() && outlet == document(b).document.source.publisher;
}

std::string Context::name(DocumentIndex d) const {
  const DocumentSource& source = document(d).document.source;
  const std::size_t slash = source.path.rfind('/');
  if (source.path.empty() || source.path == "-") return source.id;
  return slash == std::string::npos ? source.path : source.path.substr(slash + 1);
}

Evidence Context::evidence(ClaimRef r, Bilingual label) const {
  Evidence e;
  e.span = claim(r).span;
  e.claim = r;
  e.label = std::move(label);
  e.derivation = dated(r).derivation;
  e.attribution = chain_text(claim(r).attribution);
  return e;
}

Evidence Context::date_of(ClaimRef r) const {
  const Bilingual date = date_text(*dated(r).domain);
  return evidence(r, {message(Language::ar, "finding.evidence.says", {{"date", date.ar}}),
                      message(Language::en, "finding.evidence.says", {{"date", date.en}})});
}

Evidence Context::credit(ClaimRef r) const {
  const std::string chain = chain_text(claim(r).attribution);
  return evidence(r, message("finding.evidence.source", {{"chain", chain}}));
}

Evidence Context::credit_in_sentence(ClaimRef r) const {
  Evidence e = credit(r);
  const Document& told = document(r.document).document;
  e.span = told.span(told.sentences[claim(r).sentence]);
  return e;
}

std::vector<std::string> name_words(const Context& context, const Speaker& speaker) {
  return content_words(context.document(speaker.span.document).document, context.grammar, speaker.span);
}

Finding credited_to_two(const Context& context, const char* key, ClaimRef a, ClaimRef b) {
  Finding finding;
  finding.rule = FindingRule::attribution_conflict;
  finding.event = context.event_of[index(a.document)][a.claim];
  finding.message = message(key, {{"a", context.name(a.document)},
                                  {"b", context.name(b.document)},
                                  {"speaker_a", context.claim(a).attribution.back().name},
                                  {"speaker_b", context.claim(b).attribution.back().name}});
  for (const ClaimRef r : {a, b}) finding.evidence.push_back(context.credit_in_sentence(r));
  return finding;
}

std::string chain_text(const AttributionChain& chain) {
  std::string text;
  for (const Speaker& s : chain) text += (text.empty() ? "" : " < ") + s.name;
  return text;
}

bool dates_fact(const Claim& claim) {
  return claim.time.has_own_timex() && !claim.time.of_statement && claim.polarity == Polarity::asserted &&
         claim.modality == Modality::actual && !claim.frame.empty();
}

std::optional<Window> one_day(const std::optional<TimeDomain>& date) {
  if (!date || date->empty()) return std::nullopt;
  const Window when = date->hull();
  return when.within_a_day() ? std::optional(when) : std::nullopt;
}

Bilingual date_text(const TimeDomain& domain) {
  std::string days = edtf(domain);
  if (domain.windows.size() == 1 && domain.windows[0].bounded()) {
    const Window& w = domain.windows[0];
    const bool part_of_day =
        w.latest->value - w.earliest->value < minutes_per_day - 1 && day_of(*w.earliest) == day_of(*w.latest);
    if (part_of_day) days = rfc3339(*w.earliest) + "/" + rfc3339(*w.latest).substr(11);
  }
  return {days, days};
}

bool disjoint(const TimeDomain& a, const TimeDomain& b) {
  for (const Window& x : a.windows)
    for (const Window& y : b.windows)
      if (intersect(x, y)) return false;
  return true;
}

std::vector<std::string> content_words(const Document& document, const Grammar& grammar, const SourceSpan& span) {
  const auto& prefixes = grammar.article_prefixes(document.language);
  constexpr std::size_t least_left = 3;  // bytes
  std::vector<std::string_view> words;
  for (auto t = document.tokens.begin() + document.first_token_from(span.begin);
       t != document.tokens.end() && t->begin < span.end; ++t) {
    if (t->kind != TokenKind::word) continue;
    const std::string_view key = without_article(document.key(*t), prefixes, least_left);
    if (key.size() >= 6) words.emplace_back(key);  // three letters of two bytes
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return {words.begin(), words.end()};
}

std::uint32_t bytes_between(const SourceSpan& a, const SourceSpan& b) {
  const std::uint32_t end = std::min(a.end.value, b.end.value), begin = std::max(a.begin.value, b.begin.value);
  return begin > end ? begin - end : 0;
}

bool stand_beside(const SourceSpan& a, const SourceSpan& b) {
  constexpr std::uint32_t eight_words = 80;  // bytes
  return bytes_between(a, b) < eight_words;
}

void drop_source_words(const Document& document, const Grammar& grammar, std::vector<std::string>& words) {
  for (const std::string_view cls : {"anonymous", "general-adjective"}) {
    const std::vector<std::string> forms = grammar.forms(document.language, cls);
    std::erase_if(words, [&](const std::string& w) { return std::binary_search(forms.begin(), forms.end(), w); });
  }
}

std::set<ClaimRef> claims_of(const std::vector<Finding>& findings) {
  std::set<ClaimRef> claims;
  for (const Finding& finding : findings)
    for (const Evidence& evidence : finding.evidence)
      if (evidence.claim) claims.insert(*evidence.claim);
  return claims;
}

std::string words_text(const Document& document, const Sentence& sentence) {
  std::string text = " ";
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (document.tokens[t].kind == TokenKind::word) (text += document.key(document.tokens[t])) += ' ';
  return text;
}

std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace isnad::audit_rules
