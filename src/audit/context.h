// What every rule of findings looks at, with the questions they share.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/audit.h"
#include "isnad/messages.h"

namespace isnad::audit_rules {

/// The analysed corpus, read only.
struct Context {
  const std::vector<DocumentAnalysis>& corpus;
  const Linking& linking;
  const TemporalGraph& graph;
  const Grammar& grammar;
  std::vector<std::vector<std::uint32_t>> event_of;  ///< by document, claim

  Context(const std::vector<DocumentAnalysis>& corpus, const Linking& linking, const TemporalGraph& graph,
          const Grammar& grammar);

  [[nodiscard]] const DocumentAnalysis& document(DocumentIndex d) const { return corpus[index(d)]; }
  [[nodiscard]] const Claim& claim(ClaimRef r) const { return corpus[index(r.document)].claims[r.claim]; }
  [[nodiscard]] const DatedClaim& dated(ClaimRef r) const { return graph.dated[index(r.document)][r.claim]; }
  /// The frame that found the claim; nothing for a statement or an event of no known type.
  [[nodiscard]] const Frame* frame(ClaimRef r) const {
    return grammar.frame(document(r.document).document.language, claim(r).frame);
  }
  /// Are the types of the two claims such as may tell the same: to agree and to sign, to meet and to receive?
  [[nodiscard]] bool may_tell_one(ClaimRef a, ClaimRef b) const {
    const Frame *x = frame(a), *y = frame(b);
    return x && y && (x->has_neighbour(y->type) || y->has_neighbour(x->type));
  }
  /// Does the frame that found the claim tell what happens only once to those who take part?
  [[nodiscard]] bool happens_once(ClaimRef r) const {
    const Frame* found = frame(r);
    return found != nullptr && found->once;
  }
  [[nodiscard]] const Event& event(ClaimRef r) const { return linking.events[event_of[index(r.document)][r.claim]]; }
  /// Are both claims linked to one event?
  [[nodiscard]] bool linked(ClaimRef a, ClaimRef b) const {
    return event_of[index(a.document)][a.claim] == event_of[index(b.document)][b.claim];
  }
  /// A class of words that annotation() has; nothing where no rule names it. Throws std::logic_error for a class that
  /// context.cpp does not list.
  [[nodiscard]] std::optional<ClassId> find_class(std::string_view name) const;
  /// What the rules find in a document of the classes that context.cpp lists: read when it is first asked for.
  [[nodiscard]] const Annotation& annotation(DocumentIndex d) const;
  /// May two articles have appeared within so many days of each other?
  [[nodiscard]] bool published_near(DocumentIndex a, DocumentIndex b, std::int64_t days) const;
  /// Are both articles known to be of one outlet? One that repeats itself confirms nothing, and hides nothing.
  [[nodiscard]] bool of_one_outlet(DocumentIndex a, DocumentIndex b) const;
  /// The name of a document for people: its file's name.
  [[nodiscard]] std::string name(DocumentIndex d) const;
  /// A claim as evidence: its clause, chain, and how its date was reached.
  [[nodiscard]] Evidence evidence(ClaimRef r, Bilingual label) const;
  /// A claim as evidence of when it says that it happened; for a claim that is dated.
  [[nodiscard]] Evidence date_of(ClaimRef r) const;
  /// A claim as evidence of who says it: its clause, or its whole sentence, labelled with its chain.
  [[nodiscard]] Evidence credit(ClaimRef r) const;
  [[nodiscard]] Evidence credit_in_sentence(ClaimRef r) const;

 private:
  mutable std::vector<std::optional<Annotation>> annotations_;  ///< by document
};

/// As describe() tells it.
[[nodiscard]] Level level_of(FindingRule rule);
/// "a < b": the chain as named, outermost first.
[[nodiscard]] std::string chain_text(const AttributionChain& chain);
/// Content words of a speaker's name, as content_words() gives them.
[[nodiscard]] std::vector<std::string> name_words(const Context& context, const Speaker& speaker);
/// The attribution-conflict of two claims of which each has another last speaker; `key` is that of its message.
[[nodiscard]] Finding credited_to_two(const Context& context, const char* key, ClaimRef a, ClaimRef b);
/// The date-conflict of a claim with others of its event, which all are dated.
[[nodiscard]] Finding date_conflict_of(const Context& context, ClaimRef odd, const std::vector<ClaimRef>& others);
/// The order-conflict of a claim that is told so far from another of its article, which its claims contradict; without
/// the evidence against it.
[[nodiscard]] Finding offset_conflict_of(const Context& context, ClaimRef related);
/// Do the dates of two claims lie apart? "Mid-February" and "last week" have no sharp ends: such a time and another one
/// must lie half its length apart.
[[nodiscard]] bool clearly_apart(const Context& context, ClaimRef a, ClaimRef b);
/// A claim that dates its event itself, as a fact.
[[nodiscard]] bool dates_fact(const Claim& claim);
/// Does the claim date its event itself, as a fact, and surely so? A noun of action takes only a date close behind it.
[[nodiscard]] bool dates_itself(const Context& context, ClaimRef r);
/// The one day, or the part of it, that a date names; nothing where it names a longer time, an open one or none.
[[nodiscard]] std::optional<Window> one_day(const std::optional<TimeDomain>& date);
/// Do two linked claims surely speak of one happening? They name the same, do not count different numbers, and are no
/// copies of one text that each count "today" from another day. One article that tells what recurs twice tells of two.
[[nodiscard]] bool surely_one(const Context& context, ClaimRef a, ClaimRef b);
/// Do what tells both apart from others of their kind name the same person, body or place?
[[nodiscard]] bool same_names(const Context& context, ClaimRef a, ClaimRef b);
/// EDTF as people read it: the days, or the hours where both sides lie within one day.
[[nodiscard]] Bilingual date_text(const TimeDomain& domain);
[[nodiscard]] bool disjoint(const TimeDomain& a, const TimeDomain& b);
/// The claims that are evidence of findings.
[[nodiscard]] std::set<ClaimRef> claims_of(const std::vector<Finding>& findings);
/// Content words of a stretch of tokens, without article and clitics, sorted: for comparing what two sentences say.
[[nodiscard]] std::vector<std::string> content_words(const Document& document, const Grammar& grammar,
                                                     const SourceSpan& span);
/// Leaves out of the content words of a source's name, where it keeps that back, those that tell nothing of who it is:
/// "a responsible source". O(words log forms).
void drop_source_words(const Document& document, const Grammar& grammar, std::vector<std::string>& words);
/// The bytes between two stretches of an article: 0 where they overlap.
[[nodiscard]] std::uint32_t bytes_between(const SourceSpan& a, const SourceSpan& b);
/// Do two stretches of an article overlap, or stand no further apart than about eight words?
[[nodiscard]] bool stand_beside(const SourceSpan& a, const SourceSpan& b);
/// The words of a sentence in matching form, a space before, between and behind: to look for phrases in.
[[nodiscard]] std::string words_text(const Document& document, const Sentence& sentence);
/// Words shared by two sorted lists.
[[nodiscard]] std::size_t shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Is the year of a date told, or the date so near to the publication day that only one year fits?
[[nodiscard]] bool year_is_sure(const DocumentAnalysis& analysis, const Timex& timex);

class ToldWords;
struct DatedClause;

// One rule of findings each: its findings, without ids.
[[nodiscard]] std::vector<Finding> date_conflicts(const Context& context);
[[nodiscard]] std::vector<Finding> retold_date_conflicts(const Context& context, const ToldWords& words,
                                                         const std::vector<DatedClause>& clauses,
                                                         const std::vector<Finding>& found);
[[nodiscard]] std::vector<Finding> order_conflicts(const Context& context);
[[nodiscard]] std::vector<Finding> told_offset_conflicts(const Context& context, const ToldWords& words,
                                                         const std::vector<DatedClause>& clauses,
                                                         const std::vector<Finding>& found);
[[nodiscard]] std::vector<Finding> told_order_conflicts(const Context& context, const ToldWords& words,
                                                        const std::vector<DatedClause>& clauses,
                                                        const std::vector<Finding>& found);
[[nodiscard]] std::vector<Finding> calendar_mismatches(const Context& context);
[[nodiscard]] std::vector<Finding> reports_before_events(const Context& context);
[[nodiscard]] std::vector<Finding> polarity_conflicts(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> attribution_conflicts(const Context& context);
[[nodiscard]] std::vector<Finding> attribution_upgrades(const Context& context);
[[nodiscard]] std::vector<Finding> sole_source_conflicts(const Context& context);
[[nodiscard]] std::vector<Finding> later_upgrades(const Context& context);
[[nodiscard]] std::vector<Finding> same_words_conflicts(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> unsupported_headlines(const Context& context);
[[nodiscard]] std::vector<Finding> headline_upgrades(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> headline_additions(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> value_conflicts(const Context& context);
[[nodiscard]] std::vector<Finding> count_conflicts(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> sole_actor_conflicts(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> first_teller_conflicts(const Context& context, const ToldWords& words);
[[nodiscard]] std::vector<Finding> place_conflicts(const Context& context);
[[nodiscard]] std::vector<Finding> circular_attributions(const Context& context, const ToldWords& words,
                                                         const std::vector<Origins>& origins);

/// Independent origins of each event.
[[nodiscard]] std::vector<Origins> origins_of(const Context& context);

}  // namespace isnad::audit_rules
