// Whether two linked claims surely speak of one happening: links are for the picture, a finding asks for more.
#include <algorithm>

#include "audit/context.h"

namespace isnad::audit_rules {
namespace {

bool is_key(const Frame& frame, const Participant& p) {
  return std::any_of(frame.arguments.begin(), frame.arguments.end(),
                     [&](const FrameArgument& a) { return a.key && a.role == p.role; });
}

std::vector<std::string> naming_words(const Context& context, ClaimRef r, const Participant& p) {
  const auto& collective = context.grammar.collective_forms(context.document(r.document).document.language);
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < p.head.size();) {
    const std::size_t end = std::min(p.head.find(' ', begin), p.head.size());
    std::string word = p.head.substr(begin, end - begin);
    if (!word.empty() && !std::binary_search(collective.begin(), collective.end(), word))
      words.push_back(std::move(word));
    begin = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// A known place or body, unless both go on with other words: two clubs of one town.
bool same_entity(const Context& context, ClaimRef a, const Participant& p, ClaimRef b, const Participant& q) {
  if (p.entity.empty() || p.entity != q.entity) return false;
  const std::vector<std::string> x = naming_words(context, a, p), y = naming_words(context, b, q);
  const std::size_t shared = shared_words(x, y);
  return shared == x.size() || shared == y.size();
}

/// "Saleh" beside "Ali Abdullah Saleh": the whole name of the one is the last word of the other's.
bool family_name(const Participant& p, const Participant& q) {
  const auto is_last_of = [](const std::string& name, const std::string& longer) {
    return name.find(' ') == std::string::npos && longer.ends_with(' ' + name);
  };
  return p.role == q.role && (is_last_of(p.head, q.head) || is_last_of(q.head, p.head));
}

}  // namespace

/// Named by both: a known place or body, two words of one name, or two participants by one word each. A single word may
/// be a common noun that no rule lists, but of what happens once to a person the family name tells.
bool same_names(const Context& context, ClaimRef a, ClaimRef b) {
  const Frame *f = context.frame(a), *g = context.frame(b);
  if (!f || !g) return false;
  std::size_t alike = 0;
  for (const Participant& p : context.claim(a).participants)
    for (const Participant& q : context.claim(b).participants) {
      if (!is_key(*f, p) || !is_key(*g, q)) continue;
      if (a.document == b.document && p.span == q.span) return true;  // carried on from the clause before
      if (same_entity(context, a, p, b, q) || ((f->once || g->once) && family_name(p, q))) return true;
      const std::size_t shared = shared_words(naming_words(context, a, p), naming_words(context, b, q));
      if (shared >= 2) return true;
      alike += static_cast<std::size_t>(shared == 1 && p.role == q.role);
    }
  return alike >= 2;
}

namespace {

bool other_numbers(const Claim& a, const Claim& b) {
  if (a.quantities.empty() || b.quantities.empty()) return false;
  return std::none_of(a.quantities.begin(), a.quantities.end(), [&](const Quantified& x) {
    return std::any_of(b.quantities.begin(), b.quantities.end(),
                       [&](const Quantified& y) { return x.value == y.value; });
  });
}

/// An article that appears again on another day says "today" again.
bool copied(const Context& context, ClaimRef a, ClaimRef b) {
  const auto text = [&](ClaimRef r) {
    return matching_form(slice(context.document(r.document).document.text, context.claim(r).span));
  };
  if (text(a) == text(b)) return true;
  // "had approved a week ago", in nearly the same words: taken over from the article before
  const auto counted = [&](ClaimRef r) -> std::string {
    const auto& timex = context.claim(r).time.timex;
    if (!timex) return {};
    const Timex& told = context.document(r.document).timexes[*timex];
    const bool relative = told.meaning.anchor == Anchor::publication && told.meaning.kind == Meaning::Kind::offset;
    return relative ? matching_form(slice(context.document(r.document).document.text, told.span)) : std::string{};
  };
  const auto words = [&](ClaimRef r) {
    return content_words(context.document(r.document).document, context.grammar, context.claim(r).span);
  };
  const auto x = words(a), y = words(b);
  return !counted(a).empty() && counted(a) == counted(b) && 4 * shared_words(x, y) >= 3 * std::min(x.size(), y.size());
}

}  // namespace

bool dates_itself(const Context& context, ClaimRef r) {
  const Claim& claim = context.claim(r);
  if (!dates_fact(claim)) return false;
  if (claim.past) return true;
  const SourceSpan& said = context.document(r.document).timexes[*claim.time.timex].span;
  // "thanked him on Saturday for the release": a time ahead of a noun is that of the verb
  return claim.trigger.begin <= said.begin && stand_beside(claim.trigger, said);
}

bool surely_one(const Context& context, ClaimRef a, ClaimRef b) {
  const bool once = context.happens_once(a) || context.happens_once(b);
  if (a.document == b.document && !once) return false;
  return same_names(context, a, b) && !other_numbers(context.claim(a), context.claim(b)) && !copied(context, a, b);
}

}  // namespace isnad::audit_rules
