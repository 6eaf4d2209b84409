// The words around a number: what they tell of the count, of its scope, its exactness and its time.
#pragma once

#include "audit/annotated.h"
#include "audit/counts.h"

namespace isnad::audit_rules {

class CountSurroundings {
 public:
  CountSurroundings(const Context& context, const ToldWords& words, const Annotated& text)
      : context_(context), words_(words), text_(text) {}

  /// Fills all of a count but kind, place, value and units. O(tokens of the sentence + claims of the article).
  void read(Count& count, const Sentence& s) const;

 private:
  [[nodiscard]] std::uint32_t words_before(std::uint32_t t, std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t words_behind(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] bool counts_as_word(std::uint32_t t) const;
  void read_scope(Count& count, std::uint32_t from, std::uint32_t to) const;
  void read_bound(Count& count, const Sentence& s) const;
  void read_aboard(Count& count, const Sentence& s) const;
  void read_time(Count& count, const Sentence& s) const;
  void read_claim(Count& count) const;

  const Context& context_;
  const ToldWords& words_;
  const Annotated& text_;
  /// The classes of words that are asked for; nothing where no rule names one.
  const std::optional<ClassId> aboard_ = context_.find_class("aboard");
  const std::optional<ClassId> bound_ = context_.find_class("bound");
  const std::optional<ClassId> carrier_ = context_.find_class("carrier");
  const std::optional<ClassId> count_bound_ = context_.find_class("count-bound");
  const std::optional<ClassId> count_grows_ = context_.find_class("count-grows");
  const std::optional<ClassId> count_scope_ = context_.find_class("count-scope");
  const std::optional<ClassId> count_taken_ = context_.find_class("count-taken");
  const std::optional<ClassId> place_name_ = context_.find_class("place-name");
};

}  // namespace isnad::audit_rules
