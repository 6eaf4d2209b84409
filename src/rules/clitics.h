// Clitics: which letters at the begin and end of a written word may be words of their own.
//
// A written word is read as a stack of proclitics (from outside in: conjunction, preposition, article), a stem, and at
// most one enclitic. All stacks of a language are listed when it is compiled; there are a few dozen.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/model.h"

namespace isnad::rules {

enum class CliticCategory : std::uint8_t { conjunction, preposition, future, article };

/// Index of a stack of proclitics; 0 is the empty one.
using StackId = std::uint8_t;
/// Index of an enclitic; 0 is none.
using EncliticId = std::uint8_t;
/// Index of a list of proclitics that an element names; 0 names none.
using SpecId = std::uint16_t;

/// The clitics of one language.
class CliticTable {
 public:
  /// A written begin of a word, and what it stands for.
  struct Prefix {
    std::string written;
    StackId stack = 0;
    std::string restored;  ///< what belongs to the stem though it is not written
    template <class A>
    void transfer(A& archive) {
      archive(written, stack, restored);
    }
  };
  struct Rewrite {
    std::string stem_end, from;
    template <class A>
    void transfer(A& archive) {
      archive(stem_end, from);
    }
  };
  /// How a stack fits an element: whether, and how many of its proclitics lie outside of the match.
  struct Fit {
    bool fits = false;
    std::uint8_t outer = 0;
  };

  CliticTable();
  /// Reports more than 255 stacks.
  void build(const LanguageRule& rule, Diagnosis& diagnosis);
  /// The id of the named proclitics; equal lists share one.
  SpecId intern(const std::vector<NamedClitic>& named);
  /// Works out all fits; to be called when all lists are known.
  void finish();

  [[nodiscard]] bool knows(std::string_view form) const;
  [[nodiscard]] bool is_article(std::string_view form) const;
  [[nodiscard]] const std::vector<Prefix>& prefixes() const { return prefixes_; }
  [[nodiscard]] const std::vector<std::string>& enclitics() const { return enclitics_; }
  /// Those of them that a word may begin or end with, by one of its bytes: most words have none.
  [[nodiscard]] const std::vector<std::uint8_t>& prefixes_of(std::string_view word) const {
    return prefixes_by_byte_[head_byte(word)];
  }
  [[nodiscard]] const std::vector<std::uint8_t>& enclitics_of(std::string_view word) const {
    return enclitics_by_byte_[static_cast<unsigned char>(word.back())];
  }
  [[nodiscard]] const std::vector<Rewrite>& rewrites() const { return rewrites_; }
  /// Last letters of a surface that rule out an enclitic.
  [[nodiscard]] const std::vector<std::string>& never_enclitic() const { return never_enclitic_; }

  /// Does `stack` fit the named proclitics on a word with this permission? Only the first element of a pattern may
  /// carry conjunctions and prepositions that nobody asked for. O(1).
  [[nodiscard]] Fit fit(SpecId spec, StackId stack, CliticPermission permission, bool first) const {
    return fits_[((std::size_t{spec} * stacks_.size() + stack) * permissions + static_cast<std::size_t>(permission)) *
                     2 +
                 (first ? 1 : 0)];
  }
  /// The first `outer` proclitics of a stack, as a stack, and in letters.
  [[nodiscard]] StackId outer_stack(StackId stack, std::uint8_t outer) const { return outer_stacks_[stack][outer]; }
  [[nodiscard]] std::uint8_t size(StackId stack) const { return static_cast<std::uint8_t>(stacks_[stack].size()); }
  [[nodiscard]] const std::string& letters(StackId stack) const { return letters_[stack]; }
  /// See archive.h.
  template <class A>
  void transfer(A& archive) {
    archive(proclitics_, stacks_, outer_stacks_, letters_, prefixes_, enclitics_, prefixes_by_byte_, enclitics_by_byte_,
            rewrites_, never_enclitic_, specs_, fits_);
  }

 private:
  static constexpr std::size_t permissions = 7;
  struct Proclitic {
    CliticCategory category{};
    std::string form;
    bool operator==(const Proclitic&) const = default;
    template <class A>
    void transfer(A& archive) {
      archive(category, form);
    }
  };
  using Stack = std::vector<Proclitic>;

  /// The byte that tells the first letters of a script apart: the second one where there are several.
  [[nodiscard]] static std::size_t head_byte(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    return first < 0x80 || word.size() == 1 ? first : static_cast<unsigned char>(word[1]);
  }
  StackId add(const Stack& stack, Diagnosis* diagnosis, Place place);
  [[nodiscard]] Fit work_out(const std::vector<NamedClitic>& named, const Stack& stack, CliticPermission permission,
                             bool first) const;

  Stack proclitics_;
  std::vector<Stack> stacks_;
  std::vector<std::vector<StackId>> outer_stacks_;
  std::vector<std::string> letters_;
  std::vector<Prefix> prefixes_;
  std::vector<std::string> enclitics_;
  std::array<std::vector<std::uint8_t>, 256> prefixes_by_byte_, enclitics_by_byte_;
  std::vector<Rewrite> rewrites_;
  std::vector<std::string> never_enclitic_;
  std::vector<std::vector<NamedClitic>> specs_;
  std::vector<Fit> fits_;
};

}  // namespace isnad::rules
