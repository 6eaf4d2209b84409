// Consistency of a Simple Temporal Network.
#pragma once

#include <vector>

#include "solve/fifo.h"
#include "solve/system.h"

namespace isnad::solver {

/// Finds a cycle of positive total gap among edges, which therefore contradict one another. Keeps its memory from one
/// search to the next: most systems are small, and there are many.
///
/// Bellman-Ford in first-in first-out order with subtree disassembly: Tarjan, "Shortest
/// paths", Bell Laboratories 1981; Cherkassky and Goldberg, "Negative-cycle detection
/// algorithms", Math. Programming 85 (1999). O(V E) at worst; near linear as a rule, and
/// it stops at the first cycle instead of running all V rounds.
class NegativeCycle {
 public:
  /// Whether the edges of `system` alone contradict. Looks at edges only.
  bool find(const System& system, const Outgoing& outgoing, Work& work);
  /// The edges of the cycle found, by their indices.
  const std::vector<std::uint32_t>& edges() const { return cycle_; }

 private:
  void reset(std::size_t points);
  bool disassemble(Vertex v, Vertex wanted);
  void attach(Vertex v, Vertex u, std::uint32_t edge);

  // The tree of tight edges, held as its preorder: a doubly linked list in which the
  // subtree of a vertex is a contiguous run. The root is a virtual source from which every
  // point is reachable with gap 0, so that cycles without any date are seen too.
  struct Node {
    Vertex after = 0;
    Vertex before = 0;
    Vertex parent = 0;
    std::uint32_t parent_edge = none;
    std::uint32_t children = 0;
    bool attached = true;
    bool waiting = true;
    Tick label = 0;
  };
  std::vector<Node> nodes_;
  Fifo queue_;
  std::vector<std::uint32_t> cycle_;
};

}  // namespace isnad::solver
