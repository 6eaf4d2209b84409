#include "rules/matcher.h"

#include <algorithm>
#include <charconv>

#include "rules/document_words.h"
#include "rules/match_state.h"

namespace isnad::rules {
namespace {

/// Room for a simulation, kept from one document to the next: to clear it costs more than to read a short article.
/// Stamps only grow, so that what another document (or language) left behind is never taken for a visit.
struct Workspace {
  std::vector<std::uint64_t> visited;  ///< by state: the stamp of the last visit
  std::uint64_t stamp = 0;
};

Workspace& workspace(std::size_t states) {
  thread_local Workspace room;
  if (room.visited.size() < states) room.visited.resize(states, 0);
  return room;
}

/// The simulation of the automaton of one layer.
class LayerSimulation {
 public:
  LayerSimulation(MatchState& state, MatchStatistics& statistics)
      : state_(state),
        language_(state.language),
        statistics_(statistics),
        visited_(workspace(language_.automaton.states.size()).visited),
        stamp_(workspace(0).stamp) {}

  void run(std::size_t layer, const Sentence& sentence, std::vector<Candidate>& candidates) {
    const LayerMask bit = LayerMask{1} << layer;
    constexpr std::uint32_t stretch = MatchState::stretch_tokens;
    for (std::uint32_t token = sentence.first; token < sentence.last;) {
      if ((state_.stretches[token / stretch] & bit) == 0) {
        token = (token / stretch + 1) * stretch;
        continue;
      }
      if ((state_.masks[token] & bit) != 0) begin_at(language_.layers[layer], token, sentence, candidates);
      ++token;
    }
  }

 private:
  struct Thread {
    StateId state = 0;
    std::uint32_t path = 0;
  };

  void begin_at(const EntryPoints& entry, std::uint32_t token, const Sentence& sentence,
                std::vector<Candidate>& candidates) {
    const std::size_t found_before = candidates.size();
    const std::size_t steps_before = state_.step_count();
    frontier(0);
    add_entries(entry, token, sentence);
    for (std::uint32_t ahead = 0; ahead <= reach_; ++ahead) {
      ++stamp_;
      for (std::size_t i = 0; i < frontiers_[ahead].size(); ++i) {
        pending_.push_back(frontiers_[ahead][i]);
        while (!pending_.empty()) step(token, token + ahead, sentence, candidates);
      }
      frontiers_[ahead].clear();
    }
    reach_ = 0;
    // What led to no match is not kept: the memory, too, is bounded by what is found.
    if (candidates.size() == found_before) state_.drop_steps(steps_before);
  }

  std::vector<Thread>& frontier(std::uint32_t ahead) {
    if (frontiers_.size() <= ahead) frontiers_.resize(ahead + 1);
    reach_ = std::max(reach_, ahead);
    return frontiers_[ahead];
  }

  /// The patterns that begin with what stands at the token and may go on with what stands behind it.
  void add_entries(const EntryPoints& entry, std::uint32_t token, const Sentence& sentence) {
    std::vector<Thread>& threads = frontiers_[0];
    const auto add = [&](const std::vector<Entry>& entries, std::uint32_t behind) {
      const Signature there = behind < sentence.last ? state_.signatures[behind] : 0;
      for (const Entry& e : entries) {
        if ((e.second & there) != 0 || e.second == ~Signature{0}) threads.push_back({e.start, 0});
      }
    };
    const auto [begin, end] = state_.words.readings(token);
    for (const Reading* reading = begin; reading != end; ++reading) {
      if (const std::uint32_t number = language_.literals[reading->word]) add(entry.by_literal[number], token + 1);
    }
    for (std::uint32_t hit = state_.heads[token]; hit != no_hit; hit = state_.hits[hit].next) {
      add(entry.by_class[static_cast<std::size_t>(state_.hits[hit].cls)], state_.hits[hit].last);
    }
    add(entry.by_kind[static_cast<std::size_t>(kind_of(state_.document.tokens[token].kind))], token + 1);
    add(entry.by_kind[static_cast<std::size_t>(Element::Kind::any_token)], token + 1);
    // Which pattern was entered first must not depend on what it begins with.
    std::sort(threads.begin(), threads.end(), [](const Thread& a, const Thread& b) { return a.state < b.state; });
  }

  /// Visits one state, depth first among the states that consume nothing.
  void step(std::uint32_t start, std::uint32_t token, const Sentence& sentence, std::vector<Candidate>& candidates) {
    const Thread thread = pending_.back();
    pending_.pop_back();
    if (visited_[thread.state] == stamp_) return;
    visited_[thread.state] = stamp_;
    ++statistics_.states;
    const State& state = language_.automaton.states[thread.state];
    switch (state.kind) {
      case State::Kind::fork:
        for (std::uint32_t k = state.arg; k-- > 0;) {
          const StateId target = language_.automaton.targets[state.next + k];
          if (may_enter(target, token, sentence)) pending_.push_back({target, thread.path});
        }
        break;
      case State::Kind::open:
      case State::Kind::close: {
        PathStep mark;
        mark.previous = thread.path;
        mark.first = mark.last = token;
        mark.capture = state.capture;
        mark.kind = state.kind == State::Kind::open ? PathStep::Kind::open : PathStep::Kind::close;
        pending_.push_back({state.next, state_.add_step(mark)});
        break;
      }
      case State::Kind::accept:
        accept(state.arg, start, token, thread.path, sentence, candidates);
        break;
      case State::Kind::consume: {
        if (token >= sentence.last) break;
        ++statistics_.tries;
        const Atom& atom = language_.automaton.atoms[state.arg];
        state_.each_match(atom, token, token == start ? Position::first : Position::inner, [&](PathStep match) {
          if (match.last > sentence.last || !may_enter(state.next, match.last, sentence)) return false;
          match.previous = thread.path;
          match.capture = state.capture;
          frontier(match.last - start).push_back({state.next, state_.add_step(match)});
          return false;
        });
        break;
      }
    }
  }

  /// Not where nothing that the state may ask for next stands there.
  [[nodiscard]] bool may_enter(StateId id, std::uint32_t token, const Sentence& sentence) const {
    const Signature ahead = language_.automaton.ahead[id];
    if (token >= sentence.last) return ahead == ~Signature{0};
    if ((ahead & state_.signatures[token]) == 0) return false;
    const State& state = language_.automaton.states[id];
    return state.kind != State::Kind::consume || !language_.automaton.atoms[state.arg].glued ||
           state_.document.tokens[token].glued;
  }

  void accept(PatternId pattern, std::uint32_t start, std::uint32_t token, std::uint32_t path, const Sentence& sentence,
              std::vector<Candidate>& candidates) {
    const bool restricted = state_.first_step(path).restricted;
    if (restricted && language_.named_classes[static_cast<std::size_t>(language_.patterns[pattern].cls)] == 0) return;
    const GuardId guard = language_.patterns[pattern].guard;
    if (guard != no_guard && !state_.allows(guard, start, token, sentence)) return;
    candidates.push_back({pattern, start, token, path, state_.literals_in(path), restricted});
  }

  MatchState& state_;
  const Language& language_;
  MatchStatistics& statistics_;
  std::vector<std::uint64_t>& visited_;
  std::uint64_t& stamp_;
  std::vector<std::vector<Thread>> frontiers_;  // by tokens ahead of the begin
  std::uint32_t reach_ = 0;
  std::vector<Thread> pending_;
};

/// Turns the candidates of a layer into values: of each class the one that begins first, then the longest, and those
/// shorter ones that begin at the same place, for later layers that need them. Restricted ones compete among
/// themselves.
void choose(MatchState& state, std::vector<Candidate>& candidates) {
  const std::vector<CompiledPattern>& patterns = state.language.patterns;
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    const CompiledPattern& p = patterns[a.pattern];
    const CompiledPattern& q = patterns[b.pattern];
    if (p.cls != q.cls) return p.cls < q.cls;
    if (a.restricted != b.restricted) return a.restricted < b.restricted;
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last > b.last;
    if (p.priority != q.priority) return p.priority > q.priority;
    if (a.literals != b.literals) return a.literals > b.literals;
    return p.rank < q.rank;
  });
  const Candidate* winner = nullptr;
  const Candidate* last = nullptr;
  for (const Candidate& candidate : candidates) {
    const ClassId cls = patterns[candidate.pattern].cls;
    const bool other =
        last == nullptr || patterns[last->pattern].cls != cls || last->restricted != candidate.restricted;
    if (other || candidate.first >= winner->last) {
      winner = &candidate;
      state.add_value(candidate, !candidate.restricted);
    } else if (candidate.first == winner->first && candidate.last < last->last) {
      state.add_value(candidate, false);
    } else {
      continue;
    }
    last = &candidate;
  }
  candidates.clear();
}

}  // namespace

Annotation annotate(const Language& language, const Document& document, const std::vector<bool>& wanted,
                    MatchStatistics* statistics) {
  MatchStatistics ignored;
  MatchStatistics& counted = statistics != nullptr ? *statistics : ignored;
  MatchState state(language, document);
  state.find_words();
  LayerSimulation simulation(state, counted);
  std::vector<Candidate> candidates;
  for (std::size_t layer = 0; layer < language.layers.size(); ++layer) {
    for (const Sentence& sentence : document.sentences) simulation.run(layer, sentence, candidates);
    choose(state, candidates);
  }
  return state.take_annotation(wanted);
}

}  // namespace isnad::rules
