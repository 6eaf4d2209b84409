// The temporal expressions of a document: the rules' values of class "timex", composed.
#include <algorithm>

#include "compose.h"
#include "isnad/time.h"
#include "roles.h"

namespace isnad {
namespace {

/// A cue tells of the date that follows it at once, with a mark or a word between at most.
constexpr std::uint32_t cue_reach = 2;

DateCue cue_of(const Item& item) {
  const auto value = item.value.text("value");
  if (value == "published") return DateCue::published;
  return value == "updated" ? DateCue::updated : DateCue::none;
}

/// Words that speak of what is to come tell of the dates behind them, so many tokens on.
constexpr std::uint32_t ahead_reach = 12;

/// "Will pay the farmers who suffered in the flood on Sunday": a verb in the past between takes a weekday back. What
/// may be a noun too is no such verb.
class PastVerb {
 public:
  explicit PastVerb(const std::optional<ClassId>& event) : event_(event) {}
  void note(const Item& item) {
    if (!event_ || item.cls != *event_) return;
    const bool past = item.value.text("tense") == "perfect" && item.value.text("form") == "verb";
    if (item.first == first_)
      past_ = past_ && past;
    else
      past_ = past;
    first_ = item.first;
    if (past_) {
      seen_ = true;
      last_past_ = first_;
    }
  }
  [[nodiscard]] bool stands_between(std::uint32_t from, std::uint32_t to) const {
    return seen_ && from <= last_past_ && last_past_ < to && (past_ || first_ != last_past_);
  }

 private:
  std::optional<ClassId> event_;
  std::uint32_t first_ = 0;
  bool past_ = false;
  bool seen_ = false;
  std::uint32_t last_past_ = 0;
};

/// "After three years there will be a vote": the verb stands so near behind.
constexpr std::uint32_t ahead_behind = 1;

/// "Will be published within sixty days": the days from now on.
void set_within(Meaning& meaning) {
  if (meaning.kind != Meaning::Kind::duration || !meaning.quantity.count) return;
  meaning.kind = Meaning::Kind::span;
  meaning.anchor = Anchor::publication;
  meaning.direction = Direction::future;
}

/// A bound ("from ... on") tells so of dates, but not of weekdays, which it has behind and ahead alike.
void set_ahead(Meaning& meaning, bool weekdays) {
  const CalendarFields& f = meaning.fields;
  meaning.ahead = weekdays || !f.weekday || f.day;
  for (Meaning& part : meaning.parts) set_ahead(part, weekdays);
}

/// Tells each "today" of what its sentence says it is the anniversary. The name of the day may stand elsewhere ("a year
/// since 25 January" in the headline).
void set_anniversaries(const Document& document, const std::vector<const Item*>& anniversaries,
                       std::vector<Timex>& timexes) {
  const auto number = [](const Item* item, std::string_view field) -> std::optional<std::int32_t> {
    const auto value = item->value.integer(field);
    return value ? std::optional(static_cast<std::int32_t>(*value)) : std::nullopt;
  };
  for (const Item* item : anniversaries) {
    const auto sentence = std::upper_bound(document.sentences.begin(), document.sentences.end(), item->first,
                                           [](std::uint32_t at, const Sentence& s) { return at < s.last; });
    if (sentence == document.sentences.end()) continue;
    Anniversary told{number(item, "years").value_or(0), number(item, "month"), number(item, "day")};
    for (const Item* other : anniversaries) {
      if (told.month || number(other, "years") != told.years || !other->value.has("month")) continue;
      told.month = number(other, "month");
      told.day = number(other, "day");
    }
    for (Timex& t : timexes)
      if (is_today(t.meaning) && sentence->first <= t.first && t.first < sentence->last) t.anniversary = told;
  }
}

/// The first token of the sentence that holds a token; asked in order.
class Sentences {
 public:
  explicit Sentences(const Document& document) : sentences_(document.sentences) {}
  std::uint32_t begin_of(std::uint32_t token) {
    while (next_ < sentences_.size() && sentences_[next_].last <= token) ++next_;
    return next_ < sentences_.size() ? sentences_[next_].first : token;
  }

 private:
  const std::vector<Sentence>& sentences_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Timex> tag(const Document& document, const Grammar& grammar, const Annotation& annotation) {
  std::vector<Timex> out;
  const auto timex = grammar.find_class("timex");
  if (!timex) return out;
  const auto cue = grammar.find_class("publication-cue");
  const auto ahead = grammar.find_class("ahead");
  const auto event = grammar.find_class("event");
  const auto anniversary = grammar.find_class("anniversary");
  const auto within = grammar.find_class("within");
  std::vector<const Item*> anniversaries;
  const Item* last_cue = nullptr;
  const Item* last_ahead = nullptr;
  const Item* last_within = nullptr;
  Sentences sentences(document);
  PastVerb past(event);
  out.reserve(static_cast<std::size_t>(std::count_if(annotation.items.begin(), annotation.items.end(),
                                                     [&](const Item& item) { return item.cls == *timex; })));
  for (const Item& item : annotation.items) {
    if (cue && item.cls == *cue && (last_cue == nullptr || item.last > last_cue->last)) last_cue = &item;
    if (ahead && item.cls == *ahead) last_ahead = &item;
    if (within && item.cls == *within) last_within = &item;
    if (event && item.cls == *event && item.value.text("tense") == "future") last_ahead = &item;
    past.note(item);
    if (last_ahead == &item && !out.empty() && out.back().meaning.kind == Meaning::Kind::offset &&
        out.back().last <= item.first && item.first <= out.back().last + ahead_behind)
      out.back().meaning.ahead = true;
    if (anniversary && item.cls == *anniversary) anniversaries.push_back(&item);
    if (item.cls != *timex) continue;
    // Longest of those that begin first: the items stand in that order.
    if (!out.empty() && item.first < out.back().last) continue;
    auto meaning = compose(item.value);
    if (!meaning) continue;
    Timex t;
    t.span = {document.index, item.begin, item.end};
    t.first = item.first;
    t.last = item.last;
    t.type = type_of(*meaning);
    t.meaning = std::move(*meaning);
    if (last_cue != nullptr && last_cue->last <= t.first && t.first <= last_cue->last + cue_reach) {
      t.cue = cue_of(*last_cue);
    }
    if (last_ahead != nullptr && last_ahead->last <= t.first && t.first <= last_ahead->last + ahead_reach &&
        sentences.begin_of(t.first) <= last_ahead->first) {
      const bool weekdays =
          last_ahead->value.text("value") != "date" && !past.stands_between(last_ahead->last, t.first);
      set_ahead(t.meaning, weekdays);
      if (weekdays && last_within != nullptr && last_within->last == t.first) set_within(t.meaning);
    }
    t.rule = std::string(grammar.rule_name(item.rule));
    out.push_back(std::move(t));
  }
  set_anniversaries(document, anniversaries, out);
  return out;
}

std::vector<Timex> tag(const Document& document, const Grammar& grammar) {
  return tag(document, grammar,
             grammar.annotate(document, {"timex", "publication-cue", "ahead", "event", "anniversary", "within"}));
}

}  // namespace isnad
