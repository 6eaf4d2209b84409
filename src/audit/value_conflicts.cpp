// One word replaced in a sentence that is otherwise the same.
#include <algorithm>

#include "audit/alike.h"
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

bool holds_time(const DocumentAnalysis& analysis, const SourceSpan& span) {
  return std::any_of(analysis.timexes.begin(), analysis.timexes.end(),
                     [&](const Timex& t) { return t.span.overlaps(span); });
}

/// A foreign name written in two ways, or two words of one pattern that translate a third: the same begin and end.
bool sound_alike(std::string_view a, std::string_view b) {
  constexpr std::size_t ending = 6, beginning = 2;  // three letters and one, of two bytes
  const std::string x = matching_form(a), y = matching_form(b);
  return x.size() > ending && y.size() > ending && x.substr(0, beginning) == y.substr(0, beginning) &&
         x.substr(x.size() - ending) == y.substr(y.size() - ending);
}

/// Words of the stretch that tell more than who is meant: names with their titles are the same everywhere.
std::size_t telling_words(const Context& context, const Document& document, const SourceSpan& stretch) {
  std::size_t words = 0;
  const std::uint32_t last = document.first_token_from(stretch.end);
  for (std::uint32_t t = document.first_token_from(stretch.begin); t < last;) {
    std::uint32_t behind = t + 1;
    bool names = false;
    for (const std::string_view cls : {"title", "given-name", "place-name"})
      if (const auto id = context.find_class(cls))
        if (const Item* item = context.annotation(document.index).longest(t, *id)) {
          names = true;
          behind = std::max(behind, item->last);
        }
    if (!names) words += content_words(document, context.grammar, document.span(t, t + 1)).size();
    t = behind;
  }
  return words;
}

}  // namespace

std::vector<Finding> value_conflicts(const Context& context) {
  constexpr std::int64_t near_days = 3;
  constexpr std::size_t least_words = 9;  // a shorter stretch is often told alike by chance
  std::vector<Finding> findings;
  for (const Parallel& p : context.linking.parallels) {
    if (p.differs_a.empty() || p.differs_b.empty()) continue;
    const DocumentAnalysis &x = context.document(p.a.document), &y = context.document(p.b.document);
    if (!is_content(context, x.document, p.differs_a) || !is_content(context, y.document, p.differs_b)) continue;
    // A house repeats its own sentences with other names; between houses one is a copy of the other.
    if (context.of_one_outlet(p.a.document, p.b.document)) continue;
    if (telling_words(context, x.document, p.a) < least_words) continue;
    const std::string_view word_a = slice(x.document.text, p.differs_a), word_b = slice(y.document.text, p.differs_b);
    if (alike(word_a, word_b) || sound_alike(word_a, word_b)) continue;
    if (holds_time(x, p.differs_a) || holds_time(y, p.differs_b)) continue;
    if (!context.published_near(p.a.document, p.b.document, near_days)) continue;
    Finding finding;
    finding.rule = FindingRule::value_conflict;
    const std::string a(word_a), b(word_b);
    finding.message = message("finding.value-conflict", {{"a", a}, {"b", b}});
    const auto side = [&](const SourceSpan& span, const std::string& word, bool has, ClaimRef claim) {
      Evidence e;
      e.span = span;
      e.label = message("finding.evidence.wording", {{"word", word}});
      if (has) {
        e.claim = claim;
        if (context.claim(claim).span.overlaps(span)) e.attribution = chain_text(context.claim(claim).attribution);
      }
      return e;
    };
    finding.evidence.push_back(side(p.a, a, p.has_claim_a, p.claim_a));
    finding.evidence.push_back(side(p.b, b, p.has_claim_b, p.claim_b));
    const auto words = static_cast<std::int64_t>(content_words(x.document, context.grammar, p.a).size());
    finding.reasoning.push_back(message("finding.reason.parallel", {{"n", words}}));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace isnad::audit_rules
