// What a command was asked to write, and the writing of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/output_format.h"
#include "cli/session.h"

namespace isnad::cli {

/// The outputs that -o and --format ask for, out of those that the command can write. `fallback`: what goes to standard
/// output where they ask for nothing there; nothing: only what is asked for. Says what is wrong with them and gives
/// nothing where they mean nothing, before any work is done.
[[nodiscard]] std::optional<std::vector<Output>> plan_outputs(Session& session, const std::vector<Format>& possible,
                                                              std::optional<Format> fallback);

/// Makes and writes each output; one that fails is named, the others are written.
void write_outputs(Session& session, const std::vector<Output>& outputs,
                   const std::function<Result<std::string>(Format)>& render);

}  // namespace isnad::cli
