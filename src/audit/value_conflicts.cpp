// What is said of one thing and cannot hold twice: asserted and denied; one word replaced in a sentence that is
// otherwise the same.
#include <algorithm>
#include <set>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

/// A word of these classes, when replaced, changes who speaks or how, not what is told.
constexpr std::string_view not_content[] = {
    "speech",           "title",    "preposition",       "complementizer", "relative", "subordinator",
    "negation",         "plan",     "general-adjective", "medium",         "agency",   "auxiliary",
    "perfect-particle", "document", "weekday",           "month"};

bool is_content(const Context& context, const Document& document, const SourceSpan& word) {
  const std::vector<std::string> stems = content_words(document, context.grammar, word);
  if (stems.size() != 1 || stems.front().size() < 8) return false;  // four letters of two bytes
  for (const std::string_view cls : not_content) {
    const auto forms = context.grammar.forms(document.language, cls);
    if (std::binary_search(forms.begin(), forms.end(), stems.front())) return false;
  }
  return std::none_of(stems.front().begin(), stems.front().end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::u32string letters_of(std::string_view utf8) {
  std::u32string letters;
  for (const char c : utf8) {  // a matching form is valid UTF-8
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !letters.empty())
      letters.back() = (letters.back() << 6U) | (byte & 0x3FU);
    else
      letters.push_back(byte);
  }
  return letters;
}

/// The letters that two words have in common, in their order.
std::size_t common_letters(const std::u32string& x, const std::u32string& y) {
  std::vector<std::size_t> row(y.size() + 1, 0);
  for (const char32_t letter : x) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t longest = letter == y[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = row[j];
      row[j] = longest;
    }
  }
  return row[y.size()];
}

/// Two forms of one word, or two spellings of one name: most letters are common ("their gathering", "the gathering"),
/// or the first and the last one and all but two between.
bool alike(std::string_view a, std::string_view b) {
  const std::u32string x = letters_of(matching_form(a)), y = letters_of(matching_form(b));
  constexpr std::size_t root = 3;
  const std::size_t common = common_letters(x, y);
  if (common >= root && 10 * common >= 7 * std::max(x.size(), y.size())) return true;
  if (x.empty() || y.empty() || x.front() != y.front() || x.back() != y.back()) return false;
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t replaced = diagonal + static_cast<std::size_t>(x[i - 1] != y[j - 1]);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[y.size()] <= 2;
}

bool holds_time(const DocumentAnalysis& analysis, const SourceSpan& span) {
  return std::any_of(analysis.timexes.begin(), analysis.timexes.end(),
                     [&](const Timex& t) { return t.span.overlaps(span); });
}

bool meet(const Window& a, const Window& b, std::int64_t days) {
  const auto apart = [days](const Window& first, const Window& second) {
    return first.latest && second.earliest && second.earliest->value - first.latest->value > days * minutes_per_day;
  };
  return !apart(a, b) && !apart(b, a);
}

}  // namespace

std::vector<Finding> value_conflicts(const Context& context) {
  constexpr std::int64_t near_days = 3;
  std::vector<Finding> findings;
  for (const Parallel& p : context.linking.parallels) {
    if (p.differs_a.empty() || p.differs_b.empty()) continue;
    const DocumentAnalysis &x = context.document(p.a.document), &y = context.document(p.b.document);
    if (!is_content(context, x.document, p.differs_a) || !is_content(context, y.document, p.differs_b)) continue;
    // A house repeats its own sentences with other names; between houses one is a copy of the other.
    if (!x.document.source.publisher.empty() && x.document.source.publisher == y.document.source.publisher) continue;
    if (alike(slice(x.document.text, p.differs_a), slice(y.document.text, p.differs_b))) continue;
    if (holds_time(x, p.differs_a) || holds_time(y, p.differs_b)) continue;
    if (!meet(context.graph.publication_windows[index(p.a.document)],
              context.graph.publication_windows[index(p.b.document)], near_days))
      continue;
    Finding finding;
    finding.rule = FindingRule::value_conflict;
    const std::string a(slice(x.document.text, p.differs_a)), b(slice(y.document.text, p.differs_b));
    finding.message = {message(Language::ar, "finding.value-conflict", {{"a", a}, {"b", b}}),
                       message(Language::en, "finding.value-conflict", {{"a", a}, {"b", b}})};
    const auto side = [&](const SourceSpan& span, const std::string& word, bool has, ClaimRef claim) {
      Evidence e;
      e.span = span;
      e.label = {message(Language::ar, "finding.evidence.wording", {{"word", word}}),
                 message(Language::en, "finding.evidence.wording", {{"word", word}})};
      if (has) {
        e.claim = claim;
        if (context.claim(claim).span.overlaps(span)) e.attribution = chain_text(context.claim(claim).attribution);
      }
      return e;
    };
    finding.evidence.push_back(side(p.a, a, p.has_claim_a, p.claim_a));
    finding.evidence.push_back(side(p.b, b, p.has_claim_b, p.claim_b));
    const auto words = static_cast<std::int64_t>(content_words(x.document, context.grammar, p.a).size());
    finding.reasoning.push_back({message(Language::ar, "finding.reason.parallel", {{"n", words}}),
                                 message(Language::en, "finding.reason.parallel", {{"n", words}})});
    findings.push_back(std::move(finding));
  }
  return findings;
}

namespace {

bool happens_once(const Context& context, ClaimRef ref) {
  const Frame* frame = context.frame(ref);
  return frame != nullptr && frame->once;
}

/// By a verb of denial in its sentence, or a negation right before it; one further ahead may negate something else
/// ("has no proof of").
bool denied_plainly(const Context& context, ClaimRef denial) {
  const Document& document = context.document(denial.document).document;
  const Claim& claim = context.claim(denial);
  const Sentence& sentence = document.sentences[claim.sentence];
  const auto negations = context.grammar.forms(document.language, "negation");
  for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t)
    if (document.tokens[t + 1].begin == claim.trigger.begin &&
        std::binary_search(negations.begin(), negations.end(), document.key(document.tokens[t])))
      return true;
  const auto cls = context.grammar.find_class("denial");
  if (!cls) return false;
  const Annotation annotation = context.grammar.annotate(document);
  for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
    if (annotation.longest(t, *cls)) return true;
  return false;
}

/// Told by a verb: many nouns of action are written like one, and stand behind a preposition.
bool told_by_verb(const Context& context, ClaimRef r) {
  const Document& document = context.document(r.document).document;
  const Claim& claim = context.claim(r);
  if (!claim.past) return false;
  const Sentence& sentence = document.sentences[claim.sentence];
  const auto prepositions = context.grammar.forms(document.language, "preposition");
  for (std::uint32_t t = sentence.first; t + 1 < sentence.last; ++t)
    if (document.tokens[t + 1].begin == claim.trigger.begin)
      return !std::binary_search(prepositions.begin(), prepositions.end(), document.key(document.tokens[t]));
  return true;
}

/// Do both sides speak of one time? What happens again and again to the same one, two participants or the day must
/// tell; words alone only with the day.
/// A noun may name what someone only feared or aimed at: both sides must tell it by a verb.
bool one_time(const Context& context, const Link& link) {
  const auto has = [&](std::string_view reason) {
    return std::find(link.reasons.begin(), link.reasons.end(), reason) != link.reasons.end();
  };
  constexpr double sure = 0.75, sure_words = 0.65;
  if (has("wording")) return has("date") && link.strength >= sure_words;
  if (!told_by_verb(context, link.a) || !told_by_verb(context, link.b)) return false;
  if (!surely_one(context, link.a, link.b)) return false;
  if (has("date")) return true;
  if (link.strength < sure) return false;
  return happens_once(context, link.a) || happens_once(context, link.b) || link.reasons.size() >= 3;
}

}  // namespace

std::vector<Finding> polarity_conflicts(const Context& context) {
  constexpr std::int64_t near_days = 7;
  std::vector<Finding> findings;
  std::set<std::uint32_t> done;
  for (const Link& link : context.linking.links) {
    const Claim &a = context.claim(link.a), &b = context.claim(link.b);
    // An article that tells both a charge and its denial contradicts no one.
    if (link.a.document == link.b.document) continue;
    if (a.type == "statement" || b.type == "statement") continue;  // its polarity may be that of the saying
    if (a.frame.empty() != b.frame.empty()) continue;  // what the one denies need not be what the other tells
    if (a.polarity == b.polarity || a.modality != Modality::actual || b.modality != Modality::actual) continue;
    const std::uint32_t event = context.event_of[index(link.a.document)][link.a.claim];
    if (done.contains(event)) continue;
    const auto &when_a = context.dated(link.a).domain, &when_b = context.dated(link.b).domain;
    if (when_a && when_b && disjoint(*when_a, *when_b)) continue;  // another time, another fact
    const ClaimRef denial = a.polarity == Polarity::denied ? link.a : link.b;
    if (context.claim(denial).attribution.empty() || !denied_plainly(context, denial))
      continue;  // someone must deny it
    if (!one_time(context, link)) continue;
    if (!meet(context.graph.publication_windows[index(link.a.document)],
              context.graph.publication_windows[index(link.b.document)], near_days))
      continue;
    done.insert(event);
    const ClaimRef asserted = a.polarity == Polarity::asserted ? link.a : link.b;
    const ClaimRef denied = asserted == link.a ? link.b : link.a;
    Finding finding;
    finding.rule = FindingRule::polarity_conflict;
    finding.event = event;
    const auto text = [&](Language l) {
      return message(l, "finding.polarity-conflict",
                     {{"event", in(context.linking.events[event].label, l)},
                      {"a", context.name(asserted.document)},
                      {"b", context.name(denied.document)}});
    };
    finding.message = {text(Language::ar), text(Language::en)};
    finding.evidence.push_back(context.evidence(
        denied, {message(Language::ar, "finding.evidence.denies"), message(Language::en, "finding.evidence.denies")}));
    finding.evidence.push_back(context.evidence(asserted, {message(Language::ar, "finding.evidence.asserts"),
                                                           message(Language::en, "finding.evidence.asserts")}));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace isnad::audit_rules
