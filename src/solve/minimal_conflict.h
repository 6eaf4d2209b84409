// Conflicts within one block, shrunk until every claim in them is needed.
#pragma once

#include <span>
#include <vector>

#include "solve/block_system.h"
#include "solve/case_split.h"
#include "solve/model.h"

namespace isnad::solver {

/// Soft claims that contradict one another given the hard claims of their block, and the
/// hard ones that take part. Both ascend.
struct Clash {
  std::vector<Rank> soft;
  std::vector<Rank> hard;
  bool minimal = true;  ///< false where the work ended before every claim was shown to be needed
};

/// What decides systems; kept from block to block for the sake of its memory.
struct Engines {
  explicit Engines(const Model& model) : selector(model), block(model) {}
  Selector selector;
  Decider decider;
  BlockSystem block;
};

/// What can be asked about the claims of one block. One block at a time may use the same engines.
class Block {
 public:
  Block(const Model& model, Engines& engines, std::span<const Rank> claims);

  const Model& model() const { return model_; }
  /// The claims that may be given up, ascending.
  const std::vector<Rank>& soft() const { return soft_; }

  /// Decides `kept`, soft claims in ascending order, beside all hard claims of the block. Verdict and core only.
  Decision decide_with_hard(std::span<const Rank> kept, Work& work);

  /// A minimal conflict within the claims of `core`. Precondition: those contradict.
  ///
  /// Deletion: each claim in turn is left out and stays out where the rest still
  /// contradicts, the rest then shrinking to the core of that contradiction. Lightest
  /// first, so that the better attested claims remain where there is a choice. Chinneck
  /// and Dravnieks, "Locating minimal infeasible constraint sets in linear programs",
  /// ORSA J. Computing 3 (1991). One decision of the block for each claim that remains.
  Clash minimise(const Core& core, Work& work);

 private:
  Decision decide_first(std::span<const Rank> kept, Work& work);
  Decision decide_only(std::span<const Rank> soft, std::span<const Rank> hard, Work& work);
  void divide(const std::vector<Rank>& claims, std::vector<Rank>& soft, std::vector<Rank>& hard) const;

  const Model& model_;
  Engines& engines_;
  std::vector<Rank> claims_;
  std::vector<Rank> soft_;
  std::vector<Rank> hard_;
  enum class State : std::uint8_t { fresh, loaded, split } state_ = State::fresh;  ///< of engines_.block
};

/// `from` without `taken`; both ascend.
std::vector<Rank> without(std::span<const Rank> from, std::span<const Rank> taken);

}  // namespace isnad::solver
