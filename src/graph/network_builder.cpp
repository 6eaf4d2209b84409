#include "graph/network_builder.h"

#include <algorithm>
#include <map>
#include <set>

#include "graph/open_article.h"

namespace isnad::graph {
namespace {

solver::Interval interval(const Window& w) {
  solver::Interval i;
  if (w.earliest) i.min = w.earliest->value;
  if (w.latest) i.max = w.latest->value;
  return i;
}

std::optional<solver::Domain> domain_of(const TimeDomain& domain) {
  std::vector<solver::Interval> intervals;
  for (const Window& w : domain.windows) intervals.push_back(interval(w));
  if (domain.period.value == 0) {
    auto result = solver::Domain::finite(std::move(intervals));
    return result ? std::optional(*result) : std::nullopt;
  }
  // windows of a lattice, brought into one period
  std::vector<solver::Interval> within;
  const std::int64_t period = domain.period.value;
  for (const solver::Interval& i : intervals) {
    if (!i.min || !i.max || *i.max - *i.min >= period) return std::nullopt;
    const std::int64_t begin = ((*i.min % period) + period) % period, end = begin + (*i.max - *i.min);
    if (end < period)
      within.push_back({begin, end});
    else {
      within.push_back({begin, period - 1});
      within.push_back({0, end - period});
    }
  }
  auto result = solver::Domain::periodic(period, std::move(within));
  return result ? std::optional(*result) : std::nullopt;
}

class Builder {
 public:
  Builder(const std::vector<DocumentAnalysis>& corpus, const Linking& linking) : corpus_(corpus), linking_(linking) {}

  BuiltNetwork build() {
    note_doubles();
    note_counted();
    for (std::size_t e = 0; e < linking_.events.size(); ++e)
      built_.event_points.push_back(point("event:" + linking_.events[e].id));
    for (std::size_t d = 0; d < corpus_.size(); ++d) add_publication(d);
    for (std::size_t e = 0; e < linking_.events.size(); ++e) add_event(e);
    for (const EventOrder& order : linking_.orders) add_order(order);
    add_offsets();
    return std::move(built_);
  }

 private:
  solver::PointId point(const std::string& name) {
    const auto p = built_.network.point(name);
    assert(p);
    return *p;
  }
  /// What a source of low credibility says weighs half, of high credibility twice.
  [[nodiscard]] std::int64_t weighed(std::int64_t weight, const NetworkClaim& meaning) const {
    const auto document = meaning.claim ? std::optional(meaning.claim->document) : meaning.document;
    if (!document) return weight;
    switch (corpus_[index(*document)].document.source.credibility) {
      case Credibility::low:
        return (weight + 1) / 2;
      case Credibility::normal:
        return weight;
      case Credibility::high:
        return weight * 2;
    }
    return weight;
  }
  std::optional<solver::ClaimId> claim(const std::string& name, std::int64_t weight, NetworkClaim meaning) {
    const auto c = built_.network.add_claim(name, weighed(weight, meaning));
    if (!c) return std::nullopt;
    built_.meaning.push_back(std::move(meaning));
    return *c;
  }
  solver::ClaimId hard(const std::string& name, NetworkClaim meaning) {
    const auto c = built_.network.add_hard_claim(name);
    assert(c);
    built_.meaning.push_back(std::move(meaning));
    return *c;
  }
  void domain(solver::ClaimId c, solver::PointId p, const TimeDomain& d) {
    if (const auto converted = domain_of(d)) {
      [[maybe_unused]] const auto error = built_.network.add_domain(c, p, *converted);
      assert(!error);
    }
  }
  void bounds(solver::ClaimId c, solver::PointId from, solver::PointId to, const OffsetBounds& b) {
    solver::Atom atom{from, to, std::nullopt, std::nullopt};
    if (b.lo) atom.min = b.lo->value;
    if (b.hi) atom.max = b.hi->value;
    [[maybe_unused]] const auto error = built_.network.add_bounds(c, atom);
    assert(!error);
  }

  /// The publication day's midnight: a whole day; fixed where it is stated, else what the article's words allow.
  void add_publication(std::size_t d) {
    const DocumentAnalysis& analysis = corpus_[d];
    const solver::PointId p = point("published:" + analysis.document.source.id);
    built_.publication_points.push_back(p);
    built_.publication_words.emplace_back();
    NetworkClaim meaning{NetworkClaim::Kind::publication, std::nullopt, analysis.document.index, std::nullopt};
    const TimeDomain midnights{{Window{Instant{0}, Instant{0}}}, Minutes{minutes_per_day}};
    domain(hard("day:" + analysis.document.source.id, meaning), p, midnights);
    built_.publication_words.back().push_back(midnights);
    if (analysis.publication.day) {
      const Window day{start_of(*analysis.publication.day), start_of(*analysis.publication.day)};
      if (const auto c = claim("published:" + analysis.document.source.id, Weights::stated_publication, meaning))
        domain(*c, p, TimeDomain{{day}, Minutes{0}});
      return;
    }
    std::vector<TimeDomain> words;
    if (analysis.publication.domain) words.push_back(*analysis.publication.domain);
    for (const Timex& timex : analysis.timexes) {
      if (!in_body(analysis.document, timex)) continue;
      const auto told = publication_told(timex.meaning);
      if (told && std::find(words.begin(), words.end(), *told) == words.end()) words.push_back(*told);
    }
    for (std::size_t w = 0; w < words.size(); ++w) {
      const std::string name = "words:" + analysis.document.source.id + ":" + std::to_string(w);
      if (const auto c = claim(name, Weights::publication_words, meaning)) domain(*c, p, words[w]);
      built_.publication_words.back().push_back(words[w]);
    }
  }

  static bool in_body(const Document& document, const Timex& timex) {
    const auto block = std::upper_bound(document.blocks.begin(), document.blocks.end(), timex.span.begin,
                                        [](ByteOffset at, const Block& b) { return at < b.begin; });
    if (block == document.blocks.begin()) return false;
    const Role role = std::prev(block)->role;
    return role == Role::body || role == Role::headline || role == Role::dateline;
  }

  void add_event(std::size_t e) {
    const Event& event = linking_.events[e];
    for (const ClaimRef ref : event.claims) {
      const DocumentAnalysis& analysis = corpus_[index(ref.document)];
      const Claim& c = analysis.claims[ref.claim];
      if (c.modality != Modality::actual || c.polarity == Polarity::denied) continue;
      if (c.frame.empty() && !counted_.contains(ref)) continue;
      const bool alone = event.claims.size() == 1;
      const bool tied = analysis.publication.day || !has_double(e, c);
      const solver::PointId m = alone ? built_.event_points[e] : point("claim:" + c.id);
      claim_points_.emplace(ref, m);
      if (!alone && tied) add_link(analysis, e, ref, c, m);
      add_date(analysis, ref, c, m);
      add_reported_past(analysis, ref, c, m);
    }
  }

  /// What is told to lie so far from something else, and that, are placed whether a frame understands them or not.
  void note_counted() {
    for (const DocumentAnalysis& analysis : corpus_)
      for (std::uint32_t c = 0; c < analysis.claims.size(); ++c)
        if (const ClaimTime& time = analysis.claims[c].time; time.is_counted())
          counted_.insert({{analysis.document.index, c}, {analysis.document.index, *time.other}});
    for (const Link& link : linking_.links)
      if (counted_.contains(link.a) || counted_.contains(link.b)) tied_.insert({link.a, link.b});
    counted_.merge(tied_);
  }

  static std::vector<std::string> names_of(const Claim& claim) {
    std::vector<std::string> names;
    for (const Participant& p : claim.participants) names.push_back(p.entity.empty() ? p.head : p.entity);
    return names;
  }

  /// By kind and participant, the events of the corpus.
  void note_doubles() {
    for (std::size_t e = 0; e < linking_.events.size(); ++e)
      for (const ClaimRef ref : linking_.events[e].claims)
        for (const std::string& name : names_of(corpus_[index(ref.document)].claims[ref.claim]))
          alike_[{linking_.events[e].type, name}].insert(e);
  }

  /// Whether another event of the corpus is of the same kind with one of the claim's participants. An article whose day
  /// is not known cannot tell which of two raids on a town it speaks of, and must not be dated by either.
  [[nodiscard]] bool has_double(std::size_t e, const Claim& claim) const {
    for (const std::string& name : names_of(claim)) {
      const auto it = alike_.find({linking_.events[e].type, name});
      if (it != alike_.end() && it->second.size() > 1) return true;
    }
    return false;
  }

  /// Others date the event, but only to a month or a year: "the fires of August 2021" are looked back upon, and "the
  /// fires since Saturday" of an article whose day is sought are others.
  [[nodiscard]] bool told_from_afar(std::size_t e, DocumentIndex own) const {
    constexpr std::int64_t close = 10 * minutes_per_day;
    bool dated = false;
    for (const ClaimRef ref : linking_.events[e].claims) {
      const DocumentAnalysis& analysis = corpus_[index(ref.document)];
      const auto& timex = analysis.claims[ref.claim].time.timex;
      if (ref.document == own || !timex || !analysis.timexes[*timex].domain) continue;
      const Window told = analysis.timexes[*timex].domain->hull();
      if (!told.bounded() || told.latest->value - told.earliest->value <= close) return false;
      dated = true;
    }
    return dated;
  }

  /// The claim speaks of the event: as strong as the strongest link that joined it.
  void add_link(const DocumentAnalysis& analysis, std::size_t e, ClaimRef ref, const Claim& c, solver::PointId m) {
    double strength = 0;
    std::optional<std::uint32_t> which;
    for (const std::uint32_t l : links_of(ref))
      if (linking_.links[l].strength > strength) {
        strength = linking_.links[l].strength;
        which = l;
      }
    const bool strong = strength >= 0.75;
    if (!analysis.publication.day && (strength < 0.65 || told_from_afar(e, ref.document))) return;
    NetworkClaim meaning{NetworkClaim::Kind::link, ref, std::nullopt, which};
    if (const auto id = claim("same:" + c.id, strong ? Weights::strong_link : Weights::weak_link, meaning))
      bounds(*id, built_.event_points[e], m, {Minutes{0}, Minutes{0}});
  }

  const std::vector<std::uint32_t>& links_of(ClaimRef ref) {
    if (by_claim_.empty())
      for (std::uint32_t l = 0; l < linking_.links.size(); ++l) {
        by_claim_[linking_.links[l].a].push_back(l);
        by_claim_[linking_.links[l].b].push_back(l);
      }
    return by_claim_[ref];
  }

  void add_date(const DocumentAnalysis& analysis, ClaimRef ref, const Claim& c, solver::PointId m) {
    if (!c.time.has_own_timex()) return;
    const Timex& timex = analysis.timexes[*c.time.timex];
    NetworkClaim meaning{NetworkClaim::Kind::date, ref, std::nullopt, std::nullopt};
    const bool relative = timex.meaning.anchor != Anchor::absolute;
    const bool vague = timex.meaning.period != PeriodPart::whole || timex.meaning.quantity.approximate ||
                       timex.meaning.kind == Meaning::Kind::span;
    const std::int64_t weight = c.time.of_statement ? Weights::statement_date
                                : vague             ? Weights::vague_date
                                : relative          ? Weights::relative_date
                                                    : Weights::explicit_date;
    if (timex.domain && !timex.domain->empty()) {
      // an article's own expressions are dated before the network only where its day or their year is known
      if (const auto domain_said = related(compared(timex), c.time.relation))
        if (const auto id = claim("date:" + c.id, weight, meaning)) domain(*id, m, *domain_said);
      return;
    }
    if (analysis.publication.day || c.time.relation == TimeRelation::after || c.time.relation == TimeRelation::since)
      return;
    // A day without its year may lie ahead where no verb tells it as past.
    const CalendarFields& f = timex.meaning.fields;
    const bool ahead = c.modality == Modality::planned || (!c.past && !c.background && f.month && f.day);
    const Relaxation r = relaxation(timex.meaning, ahead);
    if (!r.domain && !r.from_publication) return;
    if (r.from_previous) return;
    const auto id = claim("date:" + c.id, std::min(weight, Weights::floating_date), meaning);
    if (!id) return;
    const bool bound = c.time.relation == TimeRelation::by || c.time.relation == TimeRelation::before;
    if (r.domain && !bound) domain(*id, m, *r.domain);
    if (!r.from_publication) return;
    OffsetBounds b;
    if (!bound) b.lo = r.from_publication->lo;
    b.hi = r.from_publication->hi;
    if (!b.lo && !b.hi) return;
    // "7 December" says two things: which day, and that it is the last one. A wrong day does not take the second with
    // it.
    const bool two_things = r.domain && !bound;
    const auto recency = two_things ? claim("recent:" + c.id, Weights::floating_date, meaning_of_recency(ref)) : id;
    if (recency) bounds(*recency, built_.publication_points[index(ref.document)], m, b);
  }

  static bool told_as_past(const DocumentAnalysis& analysis, const Claim& c) {
    if (!c.time.timex) return c.past;
    const Meaning& m = analysis.timexes[*c.time.timex].meaning;
    return c.past && !m.ahead && m.kind != Meaning::Kind::range;
  }

  static NetworkClaim meaning_of_recency(ClaimRef ref) {
    return {NetworkClaim::Kind::reported_past, ref, ref.document, std::nullopt};
  }

  /// A week of a month is taken more broadly than it is told: where weeks begin, and which one is the first, customs
  /// differ.
  static TimeDomain compared(const Timex& timex) {
    constexpr Minutes slack{5 * minutes_per_day};
    if (!timex.meaning.fields.week || !timex.domain->hull().bounded()) return *timex.domain;
    const Window told = timex.domain->hull();
    return TimeDomain::of({Window{*told.earliest - slack, *told.latest + slack}});
  }

  static std::optional<TimeDomain> related(const TimeDomain& said, TimeRelation relation) {
    if (relation == TimeRelation::at || relation == TimeRelation::during) return said;
    Window hull = said.hull();
    if (relation == TimeRelation::by || relation == TimeRelation::before)
      hull.earliest.reset();
    else
      hull.latest.reset();
    if (relation == TimeRelation::since || relation == TimeRelation::after)
      hull = Window{said.hull().earliest, std::nullopt};
    if (!hull.earliest && !hull.latest) return std::nullopt;
    return TimeDomain{{hull}, Minutes{0}};
  }

  /// What an article tells as past lies before the end of its publication day. Where that day is sought, only a verb in
  /// the past is proof of it: a noun ("the election of 2020") may name what is to come.
  void add_reported_past(const DocumentAnalysis& analysis, ClaimRef ref, const Claim& c, solver::PointId m) {
    if (!analysis.publication.day && !told_as_past(analysis, c)) return;
    NetworkClaim meaning{NetworkClaim::Kind::reported_past, ref, ref.document, std::nullopt};
    if (const auto id = claim("past:" + c.id, Weights::reported_past, meaning))
      bounds(*id, built_.publication_points[index(analysis.document.index)], m,
             {std::nullopt, Minutes{minutes_per_day - 1}});
  }

  /// The script of two types: the one event cannot end up before the other.
  void add_order(const EventOrder& order) {
    NetworkClaim meaning{NetworkClaim::Kind::script, std::nullopt, std::nullopt, std::nullopt, order};
    const std::string name = "script:" + linking_.events[order.first].id + ":" + linking_.events[order.then].id;
    if (const auto id = claim(name, Weights::strong_link, meaning))
      bounds(*id, built_.event_points[order.first], built_.event_points[order.then], {Minutes{0}, std::nullopt});
  }

  static OffsetBounds widened(OffsetBounds bounds, Minutes by) {
    if (bounds.lo) bounds.lo->value -= by.value;
    if (bounds.hi) bounds.hi->value += by.value;
    return bounds;
  }

  /// "Two days after the fall": how far a claim puts its event from that of another claim of its article.
  void add_offsets() {
    for (const auto& [ref, m] : claim_points_) {
      const Claim& c = corpus_[index(ref.document)].claims[ref.claim];
      if (!c.time.other || !c.time.offset) continue;
      const auto other = claim_points_.find({ref.document, *c.time.other});
      if (other == claim_points_.end()) continue;
      NetworkClaim meaning{NetworkClaim::Kind::relation, ref, std::nullopt, std::nullopt};
      if (const auto id =
              claim("offset:" + c.id, c.time.is_counted() ? Weights::relative_date : Weights::open_relation, meaning))
        bounds(*id, other->second, m, widened(*c.time.offset, c.time.offset_breadth));
    }
  }

  const std::vector<DocumentAnalysis>& corpus_;
  const Linking& linking_;
  BuiltNetwork built_;
  std::set<ClaimRef> counted_, tied_;                 ///< see note_counted(); linked with such a one
  std::map<ClaimRef, solver::PointId> claim_points_;  ///< of the claims that tell facts
  std::map<ClaimRef, std::vector<std::uint32_t>> by_claim_;
  std::map<std::pair<std::string, std::string>, std::set<std::size_t>> alike_;
};

}  // namespace

BuiltNetwork build_network(const std::vector<DocumentAnalysis>& corpus, const Linking& linking) {
  return Builder(corpus, linking).build();
}

}  // namespace isnad::graph
