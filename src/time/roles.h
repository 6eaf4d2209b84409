// The role of the text in which a token stands, and of an expression in it.
#pragma once

#include "isnad/text.h"
#include "isnad/time.h"

namespace isnad {

/// Answers for tokens asked in order: O(sentences) over all calls.
class Roles {
 public:
  explicit Roles(const Document& document) : document_(document) {}

  Role at(std::uint32_t token) {
    while (next_ < document_.sentences.size() && document_.sentences[next_].last <= token) ++next_;
    return next_ < document_.sentences.size() ? document_.role(document_.sentences[next_]) : Role::body;
  }

 private:
  const Document& document_;
  std::size_t next_ = 0;
};

/// Does the text of this role tell the article's own story? Other articles' teasers do not know what this one said.
inline bool own_text(Role role) { return role == Role::headline || role == Role::body; }

/// "today", with what may stand beside it
inline bool is_today(const Meaning& m) {
  return m.kind == Meaning::Kind::current && m.quantity.unit == TimeUnit::day && m.direction == Direction::unsaid &&
         m.anchor == Anchor::publication;
}

}  // namespace isnad
