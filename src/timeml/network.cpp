// A document as points, bounds and claims.
#include <fmt/format.h>

#include <algorithm>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

using solver::ClaimId;
using solver::PointId;
using solver::Tick;

class Builder {
 public:
  explicit Builder(const Document& document) : document_(document) {}

  Result<Network> run() {
    const std::size_t points = 2 * document_.intervals.size() + 1;
    const std::size_t claims = document_.links.size() + 4 * document_.intervals.size();
    if (points > solver::max_points || claims > solver::max_claims) {
      return Error{ErrorCode::too_large, "more events, times and links than the solver takes",
                   document_.path,       {0, 0},
                   "split the document", {}};
    }
    step_ = static_cast<Tick>(points) + 1;
    for (const Interval& interval : document_.intervals) {
      keep(out_.network.point("begin:" + interval.id).operator bool() && out_.network.point("end:" + interval.id));
      out_.placements.push_back(placement(interval));
    }
    rank_instants();
    for (std::size_t l = 0; l < document_.links.size(); ++l) add_link(l);
    for (std::size_t i = 0; i < document_.intervals.size(); ++i) {
      const ClaimId order = hard(Fact::Kind::order, "order:", i);
      add(order, {begin(i), end(i), 0, std::nullopt});
      if (out_.placements[i]) place(i, *out_.placements[i]);
      if (const auto& at = document_.intervals[i].begin_point)
        lie_in(hard(Fact::Kind::begin, "begin:", i), begin(i), *at);
      if (const auto& at = document_.intervals[i].end_point) lie_in(hard(Fact::Kind::end, "end:", i), end(i), *at);
    }
    add_present();
    if (!fine_) {
      return Error{
          ErrorCode::too_large, "the solver's limits are exceeded", document_.path, {0, 0}, "split the document", {}};
    }
    return std::move(out_);
  }

 private:
  static PointId begin(std::size_t interval) { return PointId{static_cast<std::uint32_t>(2 * interval + 1)}; }
  static PointId end(std::size_t interval) { return PointId{static_cast<std::uint32_t>(2 * interval + 2)}; }
  static PointId point(std::size_t interval, End e) { return e == End::begin ? begin(interval) : end(interval); }

  void keep(bool worked) { fine_ = fine_ && worked; }
  void add(ClaimId claim, const solver::Atom& atom) { keep(!out_.network.add_bounds(claim, atom)); }

  /// Prefixes keep the names apart: ids are any text.
  ClaimId hard(Fact::Kind kind, std::string_view prefix, std::size_t interval) {
    const auto id = out_.network.add_hard_claim(std::string(prefix) + document_.intervals[interval].id);
    return noted(id, {kind, interval});
  }

  ClaimId noted(const Result<ClaimId>& id, Fact fact) {
    keep(id.operator bool());
    if (!id) return ClaimId{0};
    out_.facts.push_back(fact);
    return *id;
  }

  /// The instants at which windows begin or end. That of a closed window [a, b] of minutes ends as b + 1 begins.
  void rank_instants() {
    for (const auto& placed : out_.placements) {
      if (!placed) continue;
      const Instant first = *placed->window.earliest;
      const Instant last = *placed->window.latest;
      for (const Instant t : {first, first + Minutes{1}, last, last + Minutes{1}}) instants_.push_back(t);
    }
    std::sort(instants_.begin(), instants_.end());
    instants_.erase(std::unique(instants_.begin(), instants_.end()), instants_.end());
  }

  Tick tick(Instant t) const {
    return (std::lower_bound(instants_.begin(), instants_.end(), t) - instants_.begin()) * step_;
  }

  void add_link(std::size_t l) {
    const Link& link = document_.links[l];
    const ClaimId claim = noted(out_.network.add_claim("link:" + link.id, 1), {Fact::Kind::link, l});
    for (const EndOrder& o : end_orders(link.relation)) {
      const PointId first = point(o.first_side == Side::source ? link.source : link.target, o.first);
      const PointId second = point(o.second_side == Side::source ? link.source : link.target, o.second);
      const Tick least = o.order == Order::before ? 1 : 0;
      add(claim, {first, second, least, o.order == Order::same ? std::optional<Tick>(0) : std::nullopt});
    }
  }

  /// Begins in [a, b), ends in (c, d]: of the first and the last minute, or of the whole window.
  void place(std::size_t interval, const Placement& placed) {
    const Instant a = *placed.window.earliest;
    const Instant d = *placed.window.latest + Minutes{1};
    const Instant b = placed.fills ? a + Minutes{1} : d;
    const Instant c = placed.fills ? *placed.window.latest : a;
    const ClaimId claim = hard(Fact::Kind::value, "value:", interval);
    add(claim, {solver::origin, begin(interval), tick(a), tick(b) - 1});
    add(claim, {solver::origin, end(interval), tick(c) + 1, tick(d)});
  }

  void lie_in(ClaimId claim, PointId p, std::size_t interval) {
    add(claim, {begin(interval), p, 0, std::nullopt});
    add(claim, {p, end(interval), 0, std::nullopt});
  }

  /// "Now" is when the document was made, where it says when that was.
  void add_present() {
    const std::optional<std::size_t> created = document_.creation_time();
    if (!created) return;
    for (std::size_t i = 0; i < document_.intervals.size(); ++i) {
      if (i == *created || document_.intervals[i].value != "PRESENT_REF") continue;
      const ClaimId claim = hard(Fact::Kind::now, "now:", i);
      add(claim, {begin(i), end(*created), 0, std::nullopt});
      add(claim, {begin(*created), end(i), 0, std::nullopt});
    }
  }

  const Document& document_;
  Network out_;
  std::vector<Instant> instants_;
  Tick step_ = 1;
  bool fine_ = true;
};

}  // namespace

Result<Network> network_of(const Document& document) { return Builder(document).run(); }

}  // namespace isnad::tml
