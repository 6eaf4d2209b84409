// The certificates of an answer, one by one.
#include <algorithm>

#include "isnad/checker.h"

namespace isnad::checker {
namespace {

bool within(Time t, const End& min, const End& max) { return (!min || *min <= t) && (!max || t <= *max); }

class Check {
 public:
  Check(const Network& network, const Answer& answer, std::uint64_t budget)
      : network_(network), answer_(answer), budget_(budget) {}

  Report run() {
    status();
    schedule();
    for (const Answer::Conflict& c : answer_.conflicts) conflict(c);
    repair();
    return std::move(report_);
  }

 private:
  void fault(std::string what) { report_.faults.push_back(std::move(what)); }

  static std::string name(std::size_t claim) { return "claim " + std::to_string(claim); }

  void expect(const std::vector<bool>& active, Satisfiable wanted, const std::string& what) {
    const Satisfiable found = satisfiable(network_, active, budget_);
    if (found == Satisfiable::unknown) {
      ++report_.unproven;
    } else if (found != wanted) {
      fault(what);
    }
  }

  void status() {
    for (const Answer::Conflict& c : answer_.conflicts) {
      if (c.claims.empty() && answer_.repair_possible) fault("hard claims contradict, and yet there is a repair");
    }
    if (answer_.consistent != answer_.conflicts.empty()) fault("status and conflicts disagree");
    if (answer_.consistent && !answer_.drop.empty()) fault("a consistent network gives up claims");
    if (!answer_.consistent && answer_.repair_possible && answer_.drop.empty()) {
      fault("an inconsistent network gives up nothing");
    }
  }

  std::vector<bool> kept() const {
    std::vector<bool> active(network_.claims.size(), true);
    for (const std::size_t c : answer_.drop) active[c] = false;
    return active;
  }

  /// Kept claims that can be satisfied at all: not hard ones that contradict one another.
  std::vector<bool> satisfied() const {
    std::vector<bool> active = kept();
    for (const Answer::Conflict& c : answer_.conflicts) {
      if (!c.claims.empty()) continue;
      for (const std::size_t h : c.hard) active[h] = false;
    }
    return active;
  }

  void schedule() {
    const std::vector<bool> active = satisfied();
    for (std::size_t p = 0; p < network_.points; ++p) {
      const End& t = answer_.schedule[p];
      if (!t && answer_.repair_possible) fault("point " + std::to_string(p) + " has no time");
      if (t && !within(*t, answer_.windows[p].first, answer_.windows[p].second)) {
        fault("point " + std::to_string(p) + " is scheduled outside its window");
      }
    }
    for (const Clause& c : network_.clauses) {
      if (active[c.claim] && !holds(c)) fault("the schedule violates " + name(c.claim));
    }
  }

  /// Also where a point has no time: that was reported, or belongs to what has no repair.
  bool holds(const Clause& c) const {
    for (const Atom& a : c.any) {
      const End& from = answer_.schedule[a.from];
      const End& to = answer_.schedule[a.to];
      if (!from || !to || within(*to - *from, a.min, a.max)) return true;
    }
    if (c.windows.empty()) return false;
    const End& t = answer_.schedule[c.point];
    if (!t) return true;
    const Time rest = c.period == 0 ? *t : ((*t % c.period) + c.period) % c.period;
    return std::any_of(c.windows.begin(), c.windows.end(),
                       [rest](const auto& w) { return within(rest, w.first, w.second); });
  }

  void conflict(const Answer::Conflict& c) {
    std::vector<bool> members(network_.claims.size(), false);
    for (const std::size_t claim : c.claims) {
      members[claim] = true;
      if (network_.claims[claim].hard) fault(name(claim) + " is hard and listed as soft");
    }
    for (const std::size_t claim : c.hard) {
      members[claim] = true;
      if (!network_.claims[claim].hard) fault(name(claim) + " is soft and listed as hard");
    }
    expect(members, Satisfiable::no, "a conflict has a solution");
    for (const std::size_t claim : c.hard) {
      std::vector<bool> fewer = members;
      fewer[claim] = false;
      expect(fewer, Satisfiable::yes, "hard " + name(claim) + " is not needed in its conflict");
    }
    // Beside hard claims that contradict one another elsewhere nothing holds.
    for (std::size_t claim = 0; answer_.repair_possible && claim < network_.claims.size(); ++claim) {
      if (network_.claims[claim].hard) members[claim] = true;
    }
    for (const std::size_t claim : c.claims) {
      std::vector<bool> fewer = members;
      fewer[claim] = false;
      expect(fewer, Satisfiable::yes, name(claim) + " is not needed in its conflict");
    }
  }

  void repair() {
    std::int64_t weight = 0;
    for (const std::size_t c : answer_.drop) {
      weight += network_.claims[c].weight;
      if (network_.claims[c].hard) fault("hard " + name(c) + " is given up");
      std::vector<bool> more = kept();
      more[c] = true;
      if (answer_.repair_possible) expect(more, Satisfiable::no, name(c) + " is given up without need");
    }
    if (weight != answer_.weight) fault("the repair does not sum to its weight");
  }

  const Network& network_;
  const Answer& answer_;
  std::uint64_t budget_;
  Report report_;
};

}  // namespace

Report check(const Network& network, const Answer& answer, std::uint64_t budget) {
  return Check(network, answer, budget).run();
}

}  // namespace isnad::checker
