#include "rules/pattern_memo.h"

#include <algorithm>

namespace isnad::rules {

void PatternMemo::clear() {
  // What is numbered from 1 has an empty first.
  fronts_.assign(1, {});
  known_fronts_.clear();
  marks_.clear();
  steps_.assign(1, {});
  moves_.clear();
  origins_.clear();
  unions_.assign(1, {});
  kept_.clear();
  begins_.clear();
  followed_.clear();
  united_.clear();
  visited_.assign(language_.automaton.states.size(), 0);
  stamp_ = 0;
  size_ = 0;
}

// ----------------------------------------------------------------------- fronts

FrontId PatternMemo::front_of(const std::vector<StateId>& threads) {
  const auto [known, fresh] = known_fronts_.try_emplace(threads, static_cast<FrontId>(fronts_.size()));
  if (fresh) {
    fronts_.emplace_back();
    fronts_.back().threads = threads;
    reach(fronts_.back());
  }
  return known->second;
}

/// Depth first, thread by thread; a state that two of them reach belongs to the first.
void PatternMemo::reach(Front& front) {
  struct Pending {
    StateId state = 0;
    std::vector<StateId> marks;
  };
  const Automaton& automaton = language_.automaton;
  std::vector<Pending> pending;
  ++stamp_;
  for (std::uint32_t thread = 0; thread < front.threads.size(); ++thread) {
    pending.push_back({front.threads[thread], {}});
    while (!pending.empty()) {
      Pending at = std::move(pending.back());
      pending.pop_back();
      if (visited_[at.state] == stamp_) continue;
      visited_[at.state] = stamp_;
      ++front.states;
      const State& state = automaton.states[at.state];
      switch (state.kind) {
        case State::Kind::fork:
          for (std::uint32_t k = state.arg; k-- > 0;) {
            pending.push_back({automaton.targets[state.next + k], at.marks});
          }
          break;
        case State::Kind::open:
        case State::Kind::close:
          at.marks.push_back(at.state);
          pending.push_back({state.next, std::move(at.marks)});
          break;
        case State::Kind::accept:
        case State::Kind::consume: {
          std::vector<Reached>& reached = state.kind == State::Kind::accept ? front.accepting : front.consuming;
          reached.push_back({at.state, thread, static_cast<std::uint32_t>(marks_.size()),
                             static_cast<std::uint32_t>(at.marks.size())});
          marks_.insert(marks_.end(), at.marks.begin(), at.marks.end());
          if (state.kind == State::Kind::consume) front.ahead |= automaton.atoms[state.arg].signature;
          break;
        }
      }
    }
  }
  size_ += front.threads.size() + front.states;
}

std::uint32_t PatternMemo::unite(FrontId first, FrontId second) {
  if (const std::uint32_t known = united_.find(first, second)) return known;
  std::vector<StateId> threads = fronts_[first].threads;
  Union united;
  united.of_first = static_cast<std::uint32_t>(threads.size());
  united.kept = static_cast<std::uint32_t>(kept_.size());
  const std::vector<StateId>& further = fronts_[second].threads;
  for (std::uint32_t t = 0; t < further.size(); ++t) {
    const auto end = threads.begin() + united.of_first;
    if (std::find(threads.begin(), end, further[t]) != end) continue;
    threads.push_back(further[t]);
    kept_.push_back(t);
  }
  united.front = front_of(threads);
  unions_.push_back(united);
  const auto number = static_cast<std::uint32_t>(unions_.size() - 1);
  united_.add(first, second, number);
  return number;
}

// ------------------------------------------------------------------------ steps

StepId PatternMemo::work_out_begin(std::size_t layer, SituationId at, const Situations& situations) {
  const EntryPoints& entry = language_.layers[layer];
  const Situation& place = situations[at];
  std::vector<StateId> starts;
  const auto add_all = [&](const std::vector<StateId>& more) { starts.insert(starts.end(), more.begin(), more.end()); };
  for (const Reading& reading : place.literals) add_all(entry.by_literal[language_.literals[reading.word]]);
  for (const HitShape& hit : place.hits) add_all(entry.by_class[static_cast<std::size_t>(hit.cls)]);
  add_all(entry.by_kind[static_cast<std::size_t>(place.token_kind)]);
  add_all(entry.by_kind[static_cast<std::size_t>(Element::Kind::any_token)]);
  // Which pattern was entered first must not depend on what it begins with.
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  const StepId step = follow(front_of(starts), at, true, situations);
  if (begins_.size() < (at + 1) * layers_) begins_.resize(situations.size() * layers_);
  begins_[at * layers_ + layer] = step;
  return step;
}

StepId PatternMemo::step(FrontId front, SituationId at, const Situations& situations) {
  if (const StepId known = followed_.find(front, at)) return known;
  const StepId step = follow(front, at, false, situations);
  followed_.add(front, at, step);
  return step;
}

StepId PatternMemo::follow(FrontId front, SituationId at, bool first, const Situations& situations) {
  struct Group {
    std::uint32_t length = 0;
    std::uint64_t stamp = 0;
    std::vector<StateId> threads;
    std::vector<Origin> origins;
  };
  std::vector<Group> groups;
  const Situation& place = situations[at];
  const auto note = [&](StateId next, const Origin& origin) {
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.length == origin.way.length; });
    if (group == groups.end()) group = groups.insert(groups.end(), {origin.way.length, ++stamp_, {}, {}});
    // Of two ways to one state the first holds.
    if (visited_[next] == group->stamp) return;
    const auto& known = group->threads;
    if (groups.size() > 1 && std::find(known.begin(), known.end(), next) != known.end()) return;
    visited_[next] = group->stamp;  // in the way of other groups, which therefore look for themselves
    group->threads.push_back(next);
    group->origins.push_back(origin);
  };
  const std::vector<Reached>& consuming = fronts_[front].consuming;
  for (std::uint32_t r = 0; r < consuming.size(); ++r) {
    const State& state = language_.automaton.states[consuming[r].state];
    const Atom& atom = language_.automaton.atoms[state.arg];
    if (atom.glued && !place.glued) continue;
    each_way(
        language_.clitics, atom, place, first ? Position::first : Position::inner,
        [&](const Atom& asking, std::uint32_t hit) { return situations.holds(asking, place, hit); },
        [&](const Way& way) {
          note(state.next, {r, way});
          return false;
        });
  }
  Step step;
  step.front = front;
  step.states = fronts_[front].states;
  step.tries = static_cast<std::uint32_t>(fronts_[front].consuming.size());
  step.begin = static_cast<std::uint32_t>(moves_.size());
  step.count = static_cast<std::uint32_t>(groups.size());
  for (const Group& group : groups) {
    Move& move = moves_.emplace_back();
    move.length = group.length;
    move.front = front_of(group.threads);
    move.origins = static_cast<std::uint32_t>(origins_.size());
    move.accepts = !fronts_[move.front].accepting.empty();
    move.ahead = fronts_[move.front].ahead;
    step.next |= move.length == 1 && !move.accepts ? move.ahead : ~Signature{0};
    origins_.insert(origins_.end(), group.origins.begin(), group.origins.end());
    size_ += group.origins.size();
  }
  steps_.push_back(step);
  ++size_;
  return static_cast<StepId>(steps_.size() - 1);
}

}  // namespace isnad::rules
