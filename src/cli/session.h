// What one run was told, what its surroundings say, and how it will end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"
#include "isnad/messages.h"

namespace isnad::cli {

/// Exit status of the program. The greatest one that occurs is the run's.
enum class Exit : int {
  clean = 0,     ///< nothing at or above --fail-on
  findings = 1,  ///< findings
  unusable = 2,  ///< wrong usage, or input or output that failed; what did not fail is done
  internal = 3   ///< a bug
};

/// The options that all commands share.
struct Options {
  std::vector<std::string> paths;
  std::vector<std::string> outputs;
  std::string format;
  std::string fail_on;
  std::string lang;
  std::string published;
  std::string rules;
  std::string color = "auto";
  unsigned jobs = 0;  ///< 0: as many as there are processors
  bool quiet = false;
};

/// Options, settled; and the channel for what goes wrong.
class Session {
 public:
  Options options;

  /// Settles what the options leave open from the environment. Call once, after parsing.
  void settle();

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] unsigned jobs() const { return jobs_; }
  /// Colours on standard output.
  [[nodiscard]] bool color() const { return color_; }
  /// Standard error is a terminal, and the run may talk there.
  [[nodiscard]] bool progress() const { return progress_; }

  /// Says on standard error what failed, where, why and what to do; the run goes on and ends as unusable.
  void fail(const Error& error);
  void fail(const std::vector<Error>& errors) {
    for (const Error& error : errors) fail(error);
  }
  /// A fault of the command line.
  void misuse(const std::string& text, const std::string& remedy = {});
  /// Raises the exit status to at least `exit`.
  void raise(Exit exit);
  [[nodiscard]] Exit exit() const { return exit_; }

  /// The message of key "cli.NAME".
  [[nodiscard]] std::string text(std::string_view name, const MessageArguments& arguments = {}) const;

 private:
  Language language_ = Language::en;
  unsigned jobs_ = 1;
  bool color_ = false;
  bool progress_ = false;
  Exit exit_ = Exit::clean;
};

/// The language of the interface that the environment asks for: LC_ALL, LC_MESSAGES, LANG as POSIX orders them.
[[nodiscard]] Language language_of_environment();

}  // namespace isnad::cli
