// A parsed HTML page.
//
// Gumbo's own destructor recurses, and so would a naive walk: a page of nested <div> without end would exhaust the
// stack. The tree is therefore built in an arena that is dropped as a whole, and walked by its parent pointers.
// Looking for open elements costs Gumbo time in proportion to the depth, so pages nested deeper than any real one are
// refused before.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string_view>

#include "isnad/core.h"

namespace isnad::text {

class HtmlPage {
 public:
  /// Errors: too_large, for more than 16 MiB or more than 2000 elements within each other. Linear.
  [[nodiscard]] static Result<HtmlPage> parse(std::string_view utf8);

  HtmlPage(HtmlPage&&) noexcept;
  HtmlPage& operator=(HtmlPage&&) noexcept;
  ~HtmlPage();

  [[nodiscard]] const GumboNode& document() const { return *document_; }

 private:
  class Arena;
  HtmlPage(std::unique_ptr<Arena> arena, const GumboNode* document);

  std::unique_ptr<Arena> arena_;
  const GumboNode* document_;
};

/// The nodes below a node; nothing for a text.
[[nodiscard]] const GumboVector* children(const GumboNode& node);

/// Calls enter(node) before and leave(node) behind its children; enter says whether to go in. No recursion.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  const GumboNode* node = &root;
  for (;;) {
    const GumboVector* below = enter(*node) ? children(*node) : nullptr;
    if (below != nullptr && below->length > 0) {
      node = static_cast<const GumboNode*>(below->data[0]);
      continue;
    }
    for (;;) {
      leave(*node);
      if (node == &root) return;
      const GumboNode* parent = node->parent;
      const GumboVector* siblings = children(*parent);
      const std::size_t next = node->index_within_parent + 1;
      if (siblings != nullptr && next < siblings->length) {
        node = static_cast<const GumboNode*>(siblings->data[next]);
        break;
      }
      node = parent;
    }
  }
}

}  // namespace isnad::text
