#include "audit/dated_clauses.h"

#include <algorithm>

#include "audit/annotated.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t near_begin = 4;          ///< tokens of a clause within which a noun is what it tells
constexpr std::uint32_t longest_antecedent = 5;  ///< tokens of a noun that a relative clause is said of

class ClauseReader {
 public:
  ClauseReader(const Context& context, const ToldWords& words, DocumentIndex d)
      : context_(context), words_(words), text_(context, d) {}

  std::vector<DatedClause> clauses() const {
    std::vector<DatedClause> all;
    for (std::uint32_t c = 0; c < text_.analysis.claims.size(); ++c)
      if (auto told = read({text_.document.index, c})) all.push_back(std::move(*told));
    return all;
  }

 private:
  [[nodiscard]] std::optional<DatedClause> read(ClaimRef ref) const {
    const Claim& claim = context_.claim(ref);
    const Document& document = text_.document;
    const auto& domain = context_.dated(ref).domain;
    const bool counted = !claim.time.timex && is_counted(claim.time);
    if ((!claim.time.timex && !counted) || claim.time.of_statement || claim.type == "statement" ||
        claim.polarity != Polarity::asserted || claim.modality != Modality::actual || claim.headline)
      return std::nullopt;
    const Frame* frame = context_.frame(ref);
    const bool breaks_out = frame && frame->daily && dates_fact(claim) && begins_fighting(claim);
    if (frame && frame->daily && !breaks_out) return std::nullopt;
    if (!counted && !dates_by_timex(ref, breaks_out)) return std::nullopt;
    const std::optional<Window> day = one_day(domain), when = day || counted ? day : some_days(claim, domain);
    if (!when) return std::nullopt;
    const std::uint32_t first = document.token_at(claim.span.begin), trigger = document.token_at(claim.trigger.begin);
    if (!counted && frame && !claim.past && trigger >= first + near_begin && !is_said_to_happen(claim) &&
        dates_another_before(claim))
      return std::nullopt;  // what happens to it is dated
    if (!counted && frame && !claim.past && has_verb(trigger + 1, text_.analysis.timexes[*claim.time.timex].first))
      return std::nullopt;  // "an agreement by which the crossing reopened today"
    const Sentence& sentence = document.sentences[claim.sentence];
    if (!counted && !frame && !claim.past && !has_verb(first, document.first_token_from(claim.span.end)))
      return std::nullopt;  // "among the events of 1 September in history"
    DatedClause told{ref,
                     *when,
                     words_.stem(text_.analysis, trigger),
                     {},
                     words_.stems(text_.analysis, sentence.first, sentence.last),
                     {},
                     {},
                     {},
                     {},
                     {},
                     parts_of(claim),
                     !day,
                     counted,
                     breaks_out && !is_definite(trigger),
                     text_.item(trigger, repeatable_) != nullptr};
    std::uint32_t last = first;
    for (; last < document.tokens.size() && document.tokens[last].begin < claim.span.end; ++last) {
      if (document.tokens[last].kind == TokenKind::integer && !text_.timex(last))
        told.numbers.emplace_back(document.key(document.tokens[last]));
      if (text_.item(last, place_)) told.places.push_back(words_.stem(text_.analysis, last));
    }
    std::sort(told.numbers.begin(), told.numbers.end());
    std::sort(told.places.begin(), told.places.end());
    const std::uint32_t begin = with_antecedent(claim, first);
    told.words = words_.stems(text_.analysis, begin, last);
    told.meanings = words_.meanings(text_.analysis, begin, last);
    told.predicates = predicates_of(claim, trigger);
    told.deed = deed_of(claim, trigger, told.predicates);
    return told;
  }

  /// "The agreement | signed in March": the participle that has the date.
  [[nodiscard]] const Item* dated_participle(const Claim& claim, std::uint32_t trigger) const {
    const std::uint32_t behind = text_.document.first_token_from(claim.trigger.end);
    if (claim.frame.empty()) return text_.item(trigger, dated_participle_);
    return claim.past || behind >= text_.document.tokens.size() ? nullptr : text_.item(behind, dated_participle_);
  }

  /// Meanings of the word that tells what happens; none where it only says that something took place.
  [[nodiscard]] std::vector<std::string> predicates_of(const Claim& claim, std::uint32_t trigger) const {
    if (const Item* done = dated_participle(claim, trigger))
      return {"=" + std::string(done->value.text("value").value_or(""))};
    if (text_.item(trigger, light_) || text_.item(trigger, takes_place_)) return {};
    return words_.meanings(text_.analysis, trigger, text_.document.first_token_from(claim.trigger.end));
  }

  [[nodiscard]] bool is_masdar(std::uint32_t token) const {
    const std::vector<const Item*> items = text_.items(token, event_);
    return std::any_of(items.begin(), items.end(),
                       [](const Item* item) { return item->value.text("form") == "masdar"; });
  }

  /// What is done, as concepts or else stems: by those, the type, the noun that is decided on ("decided the recall
  /// of").
  [[nodiscard]] std::vector<std::string> deed_of(const Claim& claim, std::uint32_t trigger,
                                                 std::vector<std::string> deed) const {
    const auto add = [&](std::uint32_t first, std::uint32_t last) {
      const std::vector<std::string> more = words_.meanings(text_.analysis, first, last);
      deed.insert(deed.end(), more.begin(), more.end());
    };
    if (!text_.item(trigger, takes_place_)) add(trigger, text_.document.first_token_from(claim.trigger.end));
    if (!claim.frame.empty()) deed.push_back("=" + claim.type);
    if (claim.type == "decide")
      for (std::uint32_t t = trigger + 1; t < text_.document.first_token_from(claim.span.end); ++t)
        if (is_masdar(t)) {
          add(t, t + 1);
          break;
        }
    std::sort(deed.begin(), deed.end());
    deed.erase(std::unique(deed.begin(), deed.end()), deed.end());
    return deed;
  }

  /// "In early May", "last March"; not what is counted ("a few minutes or an hour later").
  [[nodiscard]] std::optional<Window> some_days(const Claim& claim, const std::optional<TimeDomain>& date) const {
    constexpr std::int64_t longest = 31 * minutes_per_day;
    if (text_.analysis.timexes[*claim.time.timex].meaning.kind != Meaning::Kind::calendar) return std::nullopt;
    if (!date || date->windows.size() != 1 || !date->windows.front().bounded()) return std::nullopt;
    const Window& when = date->windows.front();
    return when.latest->value - when.earliest->value < longest ? std::optional(when) : std::nullopt;
  }

  /// "Two days after the launch": so many days, no less and no more. "On the eve of" is often said of what is near.
  [[nodiscard]] static bool is_counted(const ClaimTime& time) {
    if (!time.is_counted() || !time.offset_in_days) return false;
    constexpr std::int64_t eve = 3 * minutes_per_day / 2;
    return std::abs(time.offset->lo->value + time.offset->hi->value) / 2 > eve;
  }

  [[nodiscard]] std::vector<TakingPart> parts_of(const Claim& claim) const {
    std::vector<TakingPart> parts;
    for (const Participant& p : claim.participants)
      if (!p.inherited)
        parts.push_back({p.role, p.entity,
                         words_.stems(text_.analysis, text_.document.token_at(p.span.begin),
                                      text_.document.first_token_from(p.span.end))});
    return parts;
  }

  /// A verb that tells of an event of its own, other than one that only says that something took place.
  [[nodiscard]] bool has_verb(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (const Item* item = text_.item(t, event_);
          item && item->value.text("tense") == "perfect" && !text_.item(t, light_))
        return true;
    return false;
  }

  /// Does the expression of time that dates it also date what a word ahead of it tells?
  [[nodiscard]] bool dates_another_before(const Claim& claim) const {
    return std::any_of(text_.analysis.claims.begin(), text_.analysis.claims.end(), [&](const Claim& other) {
      return other.sentence == claim.sentence && other.trigger.begin < claim.trigger.begin &&
             other.time.timex == claim.time.timex;
    });
  }

  /// Does its clause hold the expression of time that dates it?
  [[nodiscard]] bool dates_by_timex(ClaimRef ref, bool breaks_out) const {
    const Claim& claim = context_.claim(ref);
    if (claim.time.relation != TimeRelation::at || text_.analysis.timexes[*claim.time.timex].mismatch) return false;
    const bool on_day_when = claim.time.inherited && (follows_its_day(claim) || dated_over_noun(claim));
    if (claim.time.inherited && !on_day_when) return false;
    return !context_.frame(ref) || breaks_out || on_day_when || dates_itself(context_, ref);
  }

  /// "Fighting broke out": right before the word that tells it, but for a time.
  [[nodiscard]] bool begins_fighting(const Claim& claim) const {
    const std::uint32_t begin = text_.document.sentences[claim.sentence].first;
    std::uint32_t t = text_.document.token_at(claim.trigger.begin);
    while (t > begin && text_.timex(t - 1)) --t;
    return t > begin && text_.item(t - 1, outbreak_);
  }

  [[nodiscard]] bool is_definite(std::uint32_t token) const {
    const auto& prefixes = context_.grammar.article_prefixes(text_.document.language);
    const std::string_view key = text_.document.key(text_.document.tokens[token]);
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return key.starts_with(p); });
  }

  /// "A collision that took place at dawn": the noun has a verb of its own, that only says so.
  [[nodiscard]] bool is_said_to_happen(const Claim& claim) const {
    std::uint32_t behind = text_.document.first_token_from(claim.trigger.end);
    const std::uint32_t end = text_.document.sentences[claim.sentence].last;
    if (behind < end && text_.item(behind, relative_)) ++behind;
    return behind < end && text_.item(behind, light_);
  }

  /// "On Thursday, when the guards seized the president": the day is that of the clause behind it.
  [[nodiscard]] bool follows_its_day(const Claim& claim) const {
    constexpr std::uint32_t reach = 3;
    const Timex& day = text_.analysis.timexes[*claim.time.timex];
    const std::uint32_t end = text_.document.sentences[claim.sentence].last;
    std::uint32_t when = day.last;
    if (when < end && text_.is_mark(when)) ++when;
    const Item* item = when < end ? text_.item(when, subordinator_) : nullptr;
    const std::uint32_t trigger = text_.document.token_at(claim.trigger.begin);
    return item && item->value.text("value") == "meanwhile" && trigger >= item->last && trigger < item->last + reach;
  }

  /// "It hit the export quay on Monday": the day is the verb's, though a noun of action stands nearer.
  [[nodiscard]] bool dated_over_noun(const Claim& claim) const {
    const Timex& day = text_.analysis.timexes[*claim.time.timex];
    const std::uint32_t trigger = text_.document.token_at(claim.trigger.begin);
    if (!claim.past || !context_.grammar.frame(text_.document.language, claim.frame) || trigger >= day.first ||
        day.span.end > claim.span.end || has_verb(trigger + 1, day.first))
      return false;
    for (std::uint32_t t = trigger; t < day.first; ++t)
      if (text_.item(t, complementizer_) || text_.item(t, relative_) || text_.item(t, subordinator_) ||
          (text_.is_mark(t) && !is_quote(text_.document, t)))
        return false;
    return true;
  }

  [[nodiscard]] std::uint32_t with_antecedent(const Claim& claim, std::uint32_t first) const {
    const std::uint32_t begin = text_.document.sentences[claim.sentence].first;
    std::uint32_t at = first;
    if (at > begin && at < text_.document.tokens.size() && !text_.item(at, relative_)) --at;
    if (at <= begin || at >= text_.document.tokens.size() || !text_.item(at, relative_)) return first;
    if (text_.is_mark(at - 1)) --at;
    std::uint32_t head = at;
    while (head > begin && at - head < longest_antecedent &&
           (!text_.is_mark(head - 1) || is_quote(text_.document, head - 1)))
      --head;
    return head;
  }

  const Context& context_;
  const ToldWords& words_;
  const Annotated text_;
  const std::optional<ClassId> complementizer_ = context_.find_class("complementizer");
  const std::optional<ClassId> dated_participle_ = context_.find_class("dated-participle");
  const std::optional<ClassId> event_ = context_.find_class("event");
  const std::optional<ClassId> light_ = context_.find_class("light");
  const std::optional<ClassId> outbreak_ = context_.find_class("outbreak");
  const std::optional<ClassId> place_ = context_.find_class("place-name");
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::optional<ClassId> repeatable_ = context_.find_class("repeatable");
  const std::optional<ClassId> subordinator_ = context_.find_class("subordinator");
  const std::optional<ClassId> takes_place_ = context_.find_class("takes-place");
};

}  // namespace

std::vector<DatedClause> dated_clauses(const Context& context, const ToldWords& words) {
  std::vector<DatedClause> all;
  for (const DocumentAnalysis& d : context.corpus)
    for (DatedClause& clause : ClauseReader(context, words, d.document.index).clauses())
      all.push_back(std::move(clause));
  return all;
}

}  // namespace isnad::audit_rules
