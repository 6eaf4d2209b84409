// Runs the program and catches what comes out of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace isnad::test {

struct ProgramRun {
  int exit = -1;   ///< exit status; -1 where a signal ended it
  int signal = 0;  ///< the signal that ended it
  std::string out;
  std::string err;
};

/// Something to do while the program runs, once its output holds `seen` behind what the step before waited for.
struct Step {
  std::string seen;
  std::function<void(int process)> act;
};

struct Surroundings {
  std::string input = {};                     ///< standard input
  std::string folder = {};                    ///< working directory; empty: the test's own
  std::vector<std::string> environment = {};  ///< NAME=VALUE, beside an environment with LANG=C alone
  std::string output_to = {};                 ///< standard output goes to this file ("/dev/full")
  bool close_output_early = false;            ///< nobody reads standard output
  std::vector<Step> steps = {};
};

/// Runs isnad with these arguments and waits for its end.
ProgramRun isnad(const std::vector<std::string>& arguments, const Surroundings& surroundings = {});

/// A path within the source tree.
std::string source(const std::string& name);

}  // namespace isnad::test
