// A queue of points.
#pragma once

#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// First in, first out, for points of which each waits at most once: a ring as long as there are points.
class Fifo {
 public:
  /// Empties it and makes room for `points` at a time.
  void reset(std::size_t points) {
    ring_.resize(points + 1);
    head_ = tail_ = 0;
  }
  bool empty() const { return head_ == tail_; }
  void push(Vertex v) {
    ring_[tail_] = v;
    if (++tail_ == ring_.size()) tail_ = 0;
  }
  Vertex pop() {
    const Vertex v = ring_[head_];
    if (++head_ == ring_.size()) head_ = 0;
    return v;
  }

 private:
  std::vector<Vertex> ring_;
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
};

}  // namespace isnad::solver
