#include "rules/matcher.h"

#include <algorithm>

#include "rules/document_words.h"
#include "rules/match_state.h"

namespace isnad::rules {
namespace {

/// Follows the patterns of a layer from where they may begin.
class LayerRun {
 public:
  LayerRun(MatchState& state, MatchStatistics& statistics)
      : state_(state),
        language_(state.language),
        situations_(state.words.patterns().situations),
        memo_(state.words.patterns().memo),
        statistics_(statistics),
        begins_(take_room(state.words.room().begins)),
        waiting_(first_reach) {}
  LayerRun(const LayerRun&) = delete;
  LayerRun& operator=(const LayerRun&) = delete;
  ~LayerRun() { keep_room(state_.words.room().begins, begins_); }

  void run(std::size_t layer, std::vector<Candidate>& candidates) {
    if (memo_.full()) memo_.clear();
    // First all that may begin is looked up, which lies far apart; most of it is then turned away by what follows it.
    begins_.clear();
    state_.begins.each(layer, [&](std::uint32_t token) {
      begins_.push_back({token, memo_.begin(layer, state_.situation(token), situations_)});
    });
    auto sentence = state_.document.sentences.begin();
    for (const Begin& begin : begins_) {
      while (sentence->last <= begin.token) ++sentence;
      const Step& first = memo_[begin.step];
      statistics_.states += first.states;
      statistics_.tries += first.tries;
      const std::uint32_t next = begin.token + 1;
      const Signature there = next < sentence->last ? state_.surroundings[next].here : Signature{0};
      if ((first.next & there) != 0 || first.next == ~Signature{0}) begin_at(begin, *sentence, candidates);
    }
  }

 private:
  /// A move that reached a token.
  struct Arrival {
    std::uint32_t from = 0;     ///< tokens ahead of the begin
    std::uint32_t origins = 0;  ///< see Move
    std::uint32_t united = 0;   ///< with those before it, where there are any
  };
  /// What waits at a token.
  struct Waiting {
    FrontId front = no_front;
    Arrival first;
    std::vector<Arrival> later;
  };

  void begin_at(const Begin& begin, const Sentence& sentence, std::vector<Candidate>& candidates) {
    start_ = begin.token;
    const Step first = memo_[begin.step];
    if (!follow(first, 0, sentence)) return;
    waiting_[0].front = first.front;
    for (std::uint32_t ahead = 1; ahead <= reach_; ++ahead) {
      const FrontId id = waiting_[ahead].front;
      if (id == no_front) continue;
      const Front& front = memo_.front(id);
      const std::uint32_t at = start_ + ahead;
      const bool goes_on = at < sentence.last && (front.ahead & state_.surroundings[at].here) != 0;
      statistics_.states += front.states;
      for (const Reached& end : front.accepting) accept(end, ahead, sentence, candidates);
      if (!goes_on) continue;
      const Step& step = memo_[memo_.step(id, state_.situation(at), situations_)];
      statistics_.tries += step.tries;
      follow(step, ahead, sentence);
    }
    for (std::uint32_t ahead = 0; ahead <= reach_; ++ahead) {
      waiting_[ahead].front = no_front;
      waiting_[ahead].later.clear();
    }
    reach_ = 0;
  }

  /// Lets all that waits at a token take it. Returns whether anything may come of that.
  bool follow(const Step& step, std::uint32_t ahead, const Sentence& sentence) {
    bool any = false;
    for (const Move& move : memo_.moves(step)) {
      const std::uint32_t to = ahead + move.length;
      const std::uint32_t at = start_ + to;
      const bool goes_on = at < sentence.last && (move.ahead & state_.surroundings[at].here) != 0;
      if (!goes_on && (!move.accepts || at > sentence.last)) continue;
      any = true;
      reserve(to);
      Waiting& waiting = waiting_[to];
      if (waiting.front == no_front) {
        waiting.front = move.front;
        waiting.first = {ahead, move.origins, 0};
      } else {
        const std::uint32_t united = memo_.unite(waiting.front, move.front);
        waiting.front = memo_.united(united).front;
        waiting.later.push_back({ahead, move.origins, united});
      }
    }
    return any;
  }

  void reserve(std::uint32_t ahead) {
    if (waiting_.size() <= ahead) waiting_.resize(ahead + 1);
    reach_ = std::max(reach_, ahead);
  }

  void accept(const Reached& end, std::uint32_t ahead, const Sentence& sentence, std::vector<Candidate>& candidates) {
    const PatternId id = language_.automaton.states[end.state].arg;
    const CompiledPattern& pattern = language_.patterns[id];
    const std::uint32_t last = start_ + ahead;
    if (pattern.guard != no_guard && !state_.allows(pattern.guard, start_, last, sentence)) return;
    const std::uint32_t path = add_marks(end, last, path_to(ahead, end.thread));
    const bool restricted = state_.first_step(path).restricted;
    if (restricted && language_.named_classes[static_cast<std::size_t>(pattern.cls)] == 0) return;
    candidates.push_back({id, start_, last, path, state_.literals_in(path), restricted});
  }

  /// Where a thread of what waits at a token comes from: the token, and the number of the origin.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> origin_of(std::uint32_t ahead, std::uint32_t thread) const {
    const Waiting& waiting = waiting_[ahead];
    for (std::size_t a = waiting.later.size(); a-- > 0;) {
      const Arrival& arrival = waiting.later[a];
      const Union& united = memo_.united(arrival.united);
      if (thread < united.of_first) continue;
      return {arrival.from, arrival.origins + memo_.kept(united.kept + thread - united.of_first)};
    }
    return {waiting.first.from, waiting.first.origins + thread};
  }

  [[nodiscard]] const Reached& reached(std::uint32_t ahead, const Origin& origin) const {
    return memo_.front(waiting_[ahead].front).consuming[origin.reached];
  }

  /// Makes the steps that led to a thread; gives the last one.
  std::uint32_t path_to(std::uint32_t ahead, std::uint32_t thread) {
    if (ahead == 0) return 0;
    const auto [from, number] = origin_of(ahead, thread);
    const Origin& origin = memo_.origin(number);
    const Reached& state = reached(from, origin);
    PathStep step;
    step.previous = add_marks(state, start_ + from, path_to(from, state.thread));
    step.first = start_ + from;
    step.last = start_ + ahead;
    if (origin.way.hit != no_hit) step.hit = state_.hit_of(step.first, origin.way.hit);
    step.capture = language_.automaton.states[state.state].capture;
    step.element = language_.automaton.atoms[language_.automaton.states[state.state].arg].kind;
    step.stack = origin.way.stack;
    step.outer = origin.way.outer;
    step.enclitic = origin.way.enclitic;
    step.restricted = origin.way.restricted;
    step.skip = origin.way.skip;
    return state_.add_step(step);
  }

  /// The groups that open and close on the way to a state.
  std::uint32_t add_marks(const Reached& reached, std::uint32_t token, std::uint32_t path) {
    for (std::uint32_t m = 0; m < reached.marks_count; ++m) {
      const State& state = language_.automaton.states[memo_.mark(reached.marks_begin + m)];
      PathStep mark;
      mark.previous = path;
      mark.first = mark.last = token;
      mark.capture = state.capture;
      mark.kind = state.kind == State::Kind::open ? PathStep::Kind::open : PathStep::Kind::close;
      path = state_.add_step(mark);
    }
    return path;
  }

  static constexpr std::size_t first_reach = 8;  // tokens; few matches are longer

  MatchState& state_;
  const Language& language_;
  Situations& situations_;
  PatternMemo& memo_;
  MatchStatistics& statistics_;
  std::uint32_t start_ = 0;
  std::vector<Begin> begins_;     // of the layer
  std::vector<Waiting> waiting_;  // by tokens ahead of the begin
  std::uint32_t reach_ = 0;
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
  LayerRun run(state, counted);
  std::vector<Candidate> candidates;
  candidates.reserve(state.hits.size() + 1);
  for (std::size_t layer = 0; layer < language.layers.size(); ++layer) {
    run.run(layer, candidates);
    choose(state, candidates);
  }
  return state.take_annotation(wanted);
}

}  // namespace isnad::rules
