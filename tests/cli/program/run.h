// Runs the program and catches what comes out of it.
#pragma once

#include <string>
#include <vector>

#include "temporary_folder.h"

namespace isnad::test {

struct ProgramRun {
  int exit = -1;  ///< exit status; -1 where a signal ended it
  std::string out;
  std::string err;
};

struct Surroundings {
  std::string input = {};                     ///< standard input
  std::string folder = {};                    ///< working directory; empty: the test's own
  std::vector<std::string> environment = {};  ///< NAME=VALUE, beside an environment with LANG=C alone
  std::string output_to = {};                 ///< standard output goes to this file ("/dev/full")
  bool close_output_early = false;            ///< nobody reads standard output
};

/// Runs isnad with these arguments and waits for its end.
ProgramRun isnad(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

/// A path within the source tree.
std::string source(const std::string& name);

}  // namespace isnad::test
