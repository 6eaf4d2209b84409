#include "solve/negative_cycle.h"

namespace isnad::solver {

void NegativeCycle::reset(std::size_t points) {
  const auto root = static_cast<Vertex>(points);
  nodes_.assign(points + 1, {});
  queue_.reset(points);
  for (Vertex v = 0; v <= root; ++v) {
    const Vertex successor = v == root ? 0 : v + 1;
    nodes_[v].after = successor;
    nodes_[successor].before = v;
    nodes_[v].parent = root;
  }
  nodes_[root].children = root;
  for (Vertex v = 0; v < root; ++v) queue_.push(v);
}

/// Takes the subtree of `v` apart: its labels are out of date and will be set anew.
/// True where `wanted` is in it: then an edge wanted -> v closes a cycle. The parents
/// of vertices taken off stay recorded, for the cycle is read from them.
bool NegativeCycle::disassemble(Vertex v, Vertex wanted) {
  Node& top = nodes_[v];
  if (!top.attached) return false;
  std::uint32_t pending = top.children;
  top.children = 0;
  Vertex x = top.after;
  while (pending > 0) {
    if (x == wanted) return true;
    Node& node = nodes_[x];
    pending += node.children;
    --pending;
    node.children = 0;
    node.attached = false;
    x = node.after;
  }
  --nodes_[top.parent].children;
  nodes_[top.before].after = x;
  nodes_[x].before = top.before;
  return false;
}

/// Hangs `v`, which stands alone, under `u`.
void NegativeCycle::attach(Vertex v, Vertex u, std::uint32_t edge) {
  Node& node = nodes_[v];
  node.attached = true;
  node.parent = u;
  node.parent_edge = edge;
  ++nodes_[u].children;
  node.after = nodes_[u].after;
  nodes_[node.after].before = v;
  nodes_[u].after = v;
  node.before = u;
}

bool NegativeCycle::find(const System& system, const Outgoing& outgoing, Work& work) {
  reset(system.point_count);
  while (!queue_.empty()) {
    const Vertex u = queue_.pop();
    nodes_[u].waiting = false;
    if (!nodes_[u].attached) continue;  // an ancestor improved: u will be reached again
    work.spend(outgoing.first[u + 1] - outgoing.first[u] + 1);
    for (std::uint32_t i = outgoing.first[u]; i < outgoing.first[u + 1]; ++i) {
      const std::uint32_t id = outgoing.order[i];
      const Edge& e = system.edges[id];
      const Tick label = nodes_[u].label + e.gap;
      if (label <= nodes_[e.to].label) continue;
      if (e.to == u || disassemble(e.to, u)) {
        cycle_.assign(1, id);
        for (Vertex v = u; v != e.to; v = nodes_[v].parent) cycle_.push_back(nodes_[v].parent_edge);
        return true;
      }
      nodes_[e.to].label = label;
      attach(e.to, u, id);
      if (!nodes_[e.to].waiting) {
        nodes_[e.to].waiting = true;
        queue_.push(e.to);
      }
    }
  }
  return false;
}

}  // namespace isnad::solver
