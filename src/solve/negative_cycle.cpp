#include "solve/negative_cycle.h"

#include <deque>

namespace isnad::solver {
namespace {

/// The tree of tight edges, held as its preorder: a doubly linked list in which the
/// subtree of a vertex is a contiguous run. The root is a virtual source from which every
/// point is reachable with gap 0, so that cycles without any date are seen too.
class Forest {
 public:
  explicit Forest(std::size_t points)
      : root_(static_cast<Vertex>(points)),
        after_(points + 1),
        before_(points + 1),
        children_(points + 1, 0),
        parent_edge_(points + 1, none),
        parent_(points + 1, root_),
        attached_(points + 1, 1) {
    children_[root_] = root_;
    for (Vertex v = 0; v <= root_; ++v) {
      const Vertex successor = v == root_ ? 0 : v + 1;
      after_[v] = successor;
      before_[successor] = v;
    }
  }

  bool attached(Vertex v) const { return attached_[v] != 0; }
  Vertex parent(Vertex v) const { return parent_[v]; }
  std::uint32_t parent_edge(Vertex v) const { return parent_edge_[v]; }

  /// Takes the subtree of `v` apart: its labels are out of date and will be set anew.
  /// True where `wanted` is in it: then an edge wanted -> v closes a cycle. The parents
  /// of vertices taken off stay recorded, for the cycle is read from them.
  bool disassemble(Vertex v, Vertex wanted) {
    if (!attached(v)) return false;
    std::uint32_t pending = children_[v];
    children_[v] = 0;
    Vertex x = after_[v];
    for (; pending > 0; x = after_[x]) {
      if (x == wanted) return true;
      pending += children_[x];
      --pending;
      children_[x] = 0;
      attached_[x] = 0;
    }
    --children_[parent_[v]];
    after_[before_[v]] = x;
    before_[x] = before_[v];
    return false;
  }

  /// Hangs `v`, which stands alone, under `u`.
  void attach(Vertex v, Vertex u, std::uint32_t edge) {
    attached_[v] = 1;
    parent_[v] = u;
    parent_edge_[v] = edge;
    ++children_[u];
    after_[v] = after_[u];
    before_[after_[v]] = v;
    after_[u] = v;
    before_[v] = u;
  }

 private:
  Vertex root_;
  std::vector<Vertex> after_, before_;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> parent_edge_;
  std::vector<Vertex> parent_;
  std::vector<char> attached_;
};

}  // namespace

std::optional<std::vector<std::uint32_t>> negative_cycle(const System& system, const Outgoing& outgoing, Work& work) {
  const std::size_t n = system.point_count;
  Forest forest(n);
  std::vector<Tick> label(n, 0);
  std::vector<char> waiting(n, 1);
  std::deque<Vertex> queue;
  for (Vertex v = 0; v < n; ++v) queue.push_back(v);

  while (!queue.empty()) {
    const Vertex u = queue.front();
    queue.pop_front();
    waiting[u] = 0;
    if (!forest.attached(u)) continue;  // an ancestor improved: u will be reached again
    work.spend(outgoing.first[u + 1] - outgoing.first[u] + 1);
    for (std::uint32_t i = outgoing.first[u]; i < outgoing.first[u + 1]; ++i) {
      const std::uint32_t id = outgoing.order[i];
      const Edge& e = system.edges[id];
      if (label[u] + e.gap <= label[e.to]) continue;
      if (e.to == u || forest.disassemble(e.to, u)) {
        std::vector<std::uint32_t> cycle{id};
        for (Vertex v = u; v != e.to; v = forest.parent(v)) cycle.push_back(forest.parent_edge(v));
        return cycle;
      }
      label[e.to] = label[u] + e.gap;
      forest.attach(e.to, u, id);
      if (!waiting[e.to]) {
        waiting[e.to] = 1;
        queue.push_back(e.to);
      }
    }
  }
  return std::nullopt;
}

}  // namespace isnad::solver
