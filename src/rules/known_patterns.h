// What follows from the words of a language for its patterns.
#pragma once

#include <cstdint>
#include <span>

#include "rules/language.h"
#include "rules/pair_table.h"
#include "rules/pattern_memo.h"
#include "rules/situations.h"

namespace isnad::rules {

/// Two records of the rules as one number. Without fields it does not matter where they begin.
[[nodiscard]] constexpr std::uint64_t key_of(FieldRange first, FieldRange second) {
  const auto begin_of = [](FieldRange range) { return range.count == 0 ? ~std::uint32_t{0} : range.begin; };
  return (std::uint64_t{begin_of(first)} << 32U) | begin_of(second);
}

/// What follows from the words of a language, as far as a thread has met it.
class KnownPatterns {
 public:
  explicit KnownPatterns(const Language& language) : situations(language), memo(language), language_(language) {}
  /// It has grown so large that it is better begun anew.
  [[nodiscard]] bool full() const { return situations.size() > most_situations; }
  /// What patterns may know of the fields of a word. O(1) where it was met, otherwise O(fields).
  [[nodiscard]] AnswersId answers_of_word(ClassId cls, FieldRange inflected, FieldRange fields) {
    if (!situations.conditions.asks(cls)) return no_answers;
    const std::uint64_t ranges = key_of(inflected, fields);
    if (const std::uint32_t found = word_answers_.find(ranges, static_cast<std::uint64_t>(cls))) return found - 1;
    const auto all = [&](FieldRange range) { return std::span(language_.pool.at(range.begin), range.count); };
    const AnswersId answers = situations.conditions.of_fields(cls, all(inflected), all(fields),
                                                              [](std::int64_t a, std::int64_t b) { return a == b; });
    word_answers_.add(ranges, static_cast<std::uint64_t>(cls), answers + 1);
    return answers;
  }

  Situations situations;
  PatternMemo memo;

 private:
  static constexpr std::size_t most_situations = std::size_t{1} << 15U;

  const Language& language_;
  PairTable<std::uint64_t>
      word_answers_;  // by both ranges of a word's fields, and its class: the number of the answers + 1
};

}  // namespace isnad::rules
