#include "solve/conflict_listing.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace isnad::solver {
namespace {

bool by_claims(const Clash& a, const Clash& b) { return std::tie(a.soft, a.hard) < std::tie(b.soft, b.hard); }

/// One walk through the minimal hitting sets of the conflicts known, which grow on the way.
class Enumeration {
 public:
  Enumeration(Block& block, std::vector<Clash>& conflicts, std::size_t limit, Work& work)
      : block_(block), conflicts_(conflicts), limit_(limit), work_(work) {
    const std::size_t elements = block.soft().size();
    sets_of_.resize(elements);
    candidate_.assign(elements, 1);
    critical_.assign(elements, 0);
    for (const Clash& c : conflicts) enter(c);
  }

  /// True where all minimal conflicts are known. A walk that met a new one passed by sets that
  /// are minimal only with it, so it is walked again until none is met.
  bool run() {
    for (;;) {
      const std::size_t known = sets_.size();
      if (!extend()) return false;
      if (sets_.size() == known) return true;
    }
  }

 private:
  using Element = std::uint32_t;  ///< position among the block's soft claims
  struct Set {
    std::vector<Element> elements;
    std::uint32_t hits = 0;     ///< how many of them are chosen
    std::uint32_t hitters = 0;  ///< their exclusive or: the one chosen, where hits = 1
  };

  void enter(const Clash& clash) {
    Set set;
    for (const Rank c : clash.soft) {
      const auto at = std::lower_bound(block_.soft().begin(), block_.soft().end(), c);
      set.elements.push_back(static_cast<Element>(at - block_.soft().begin()));
    }
    for (const Element e : set.elements) sets_of_[e].push_back(static_cast<std::uint32_t>(sets_.size()));
    sets_.push_back(std::move(set));
  }

  void choose(Element e) {
    chosen_.push_back(e);
    for (const std::uint32_t s : sets_of_[e]) {
      Set& set = sets_[s];
      if (set.hits == 0) ++critical_[e];
      if (set.hits == 1) --critical_[set.hitters];
      ++set.hits;
      set.hitters ^= e;
    }
  }

  void give_back(Element e) {
    chosen_.pop_back();
    for (const std::uint32_t s : sets_of_[e]) {
      Set& set = sets_[s];
      --set.hits;
      set.hitters ^= e;
      if (set.hits == 1) ++critical_[set.hitters];
      if (set.hits == 0) --critical_[e];
    }
  }

  /// All hitting sets that extend those chosen by candidates. False where it was not finished.
  bool extend() {
    if (!work_.spend(sets_.size() + 1)) return false;
    const Set* open = nullptr;
    std::size_t fewest = 0;
    for (const Set& s : sets_) {
      if (s.hits != 0) continue;
      const auto candidates = static_cast<std::size_t>(
          std::count_if(s.elements.begin(), s.elements.end(), [this](Element e) { return candidate_[e] != 0; }));
      if (candidates == 0) return true;  // an element that was left out is needed: another branch has it
      if (open == nullptr || candidates < fewest) {
        open = &s;
        fewest = candidates;
      }
    }
    if (open == nullptr) return settle();

    std::vector<Element> branches;
    for (const Element e : open->elements) {
      if (candidate_[e]) branches.push_back(e);
    }
    for (const Element e : branches) candidate_[e] = 0;
    bool finished = true;
    for (const Element e : branches) {
      choose(e);
      if (finished && all_critical()) finished = extend();
      give_back(e);
      candidate_[e] = 1;
    }
    return finished;
  }

  bool all_critical() const {
    return std::all_of(chosen_.begin(), chosen_.end(), [this](Element e) { return critical_[e] > 0; });
  }

  /// The chosen meet every conflict known: what they leave holds, or gives a further one.
  bool settle() {
    std::vector<Rank> left_out;
    for (const Element e : chosen_) left_out.push_back(block_.soft()[e]);
    std::sort(left_out.begin(), left_out.end());
    if (repairs_.contains(left_out)) return true;
    const Decision decision = block_.decide_with_hard(without(block_.soft(), left_out), work_);
    if (decision.verdict == Verdict::feasible) {
      repairs_.insert(std::move(left_out));
      return true;
    }
    if (decision.verdict == Verdict::undecided || conflicts_.size() >= limit_) return false;
    Clash clash = block_.minimise(decision.core, work_);
    if (!clash.minimal) return false;
    conflicts_.push_back(std::move(clash));
    enter(conflicts_.back());
    return extend();
  }

  Block& block_;
  std::vector<Clash>& conflicts_;
  std::size_t limit_;
  Work& work_;
  std::vector<Set> sets_;
  std::vector<std::vector<std::uint32_t>> sets_of_;  ///< by element
  std::vector<char> candidate_;                      ///< by element
  std::vector<std::uint32_t> critical_;              ///< by chosen element: sets that only it meets
  std::vector<Element> chosen_;
  std::set<std::vector<Rank>> repairs_;  ///< sets seen to leave what holds
};

}  // namespace

void finish_minimising(Block& block, std::vector<Clash>& conflicts, std::uint64_t steps) {
  Work work(steps);
  bool changed = false;
  for (Clash& c : conflicts) {
    if (c.minimal) continue;
    Core core;
    std::merge(c.soft.begin(), c.soft.end(), c.hard.begin(), c.hard.end(), std::back_inserter(core.claims));
    c = block.minimise(core, work);
    changed = true;
  }
  if (!changed) return;
  std::sort(conflicts.begin(), conflicts.end(), by_claims);
  conflicts.erase(
      std::unique(conflicts.begin(), conflicts.end(), [](const Clash& a, const Clash& b) { return a.soft == b.soft; }),
      conflicts.end());
}

ConflictList list_conflicts(Block& block, std::vector<Clash> known, std::size_t limit, Work& work) {
  ConflictList out;
  out.conflicts = std::move(known);
  out.complete = out.conflicts.size() <= limit && Enumeration(block, out.conflicts, limit, work).run();
  for (const Clash& c : out.conflicts) out.complete = out.complete && c.minimal;
  std::sort(out.conflicts.begin(), out.conflicts.end(), by_claims);
  if (out.conflicts.size() > limit) {
    out.conflicts.resize(limit);
    out.complete = false;
  }
  return out;
}

}  // namespace isnad::solver
