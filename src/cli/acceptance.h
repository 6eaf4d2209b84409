// Which findings are new: without those that settings, suppressions and a baseline take out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "isnad/store.h"

namespace isnad::cli {

/// What was accepted, and why.
struct Acceptance {
  Suppressions suppressions;
  std::optional<Baseline> baseline;
};

/// A path of the settings, which is relative to their file, as seen from here.
[[nodiscard]] std::string from_settings(const Settings& settings, const std::string& path);

/// Reads the files of --suppressions, or of the settings, and of `baseline` (empty: none). Nothing: said what is wrong.
[[nodiscard]] std::optional<Acceptance> load_acceptance(Session& session, const Settings& settings,
                                                        const std::string& suppressions, const std::string& baseline);

/// What of the findings selected (in rising order) is left. Says on standard error how many were taken out and, where
/// `whole` (the findings are those of all articles), which entries no longer take out any.
[[nodiscard]] std::vector<std::size_t> left_after(Session& session, const Acceptance& acceptance,
                                                  const Timeline& timeline, const std::vector<std::size_t>& selected,
                                                  bool whole);

}  // namespace isnad::cli
