// Lists of items by point that grow at the end and can be cut back: an append log.
#pragma once

#include <cstddef>
#include <vector>

#include "solve/system.h"

namespace isnad::solver {

/// Each point's items, the newest first, as linked lists within one log: appending and
/// taking back the last item are O(1), and roll-back is cutting the log.
template <class Item>
class PointLists {
 public:
  explicit PointLists(std::size_t points = 0) : head_(points, none) {}

  void add_point() { head_.push_back(none); }
  void append(Vertex point, const Item& item) {
    log_.push_back({item, point, head_[point]});
    head_[point] = static_cast<std::uint32_t>(log_.size() - 1);
  }
  std::size_t size() const { return log_.size(); }
  /// Back to the first `size` items and the first `points` points.
  void cut(std::size_t size, std::size_t points) {
    for (; log_.size() > size; log_.pop_back()) head_[log_.back().point] = log_.back().next;
    head_.resize(points);
  }

  /// Calls visit(item) for each item of the point until it returns false; false where it did.
  template <class Visit>
  bool each(Vertex point, const Visit& visit) const {
    for (std::uint32_t i = head_[point]; i != none; i = log_[i].next) {
      if (!visit(log_[i].item)) return false;
    }
    return true;
  }

  bool operator==(const PointLists&) const = default;

 private:
  struct Entry {
    Item item;
    Vertex point;
    std::uint32_t next;
    bool operator==(const Entry&) const = default;
  };
  std::vector<std::uint32_t> head_;
  std::vector<Entry> log_;
};

}  // namespace isnad::solver
