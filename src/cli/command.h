// The commands. Each adds itself to the command line and says what it does when it is the one given.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/session.h"

namespace CLI {
class App;
}

namespace isnad::cli {

/// One command's part of the command line. Help texts are messages: `key` of an option is "cli.option.KEY".
class Command {
 public:
  Command(CLI::App& app, Session& session) : app_(app), session_(session) {}

  /// Files, folders or "-".
  void paths(bool required);
  /// -o and --format.
  void outputs();
  /// --published, --rules, --jobs: for commands that read articles.
  void reading();
  /// --rules alone.
  void rules();
  /// --published alone.
  void published();
  /// --fail-on.
  void fail_on();

  /// A positional argument; `choices`: what it may be, if not anything.
  void argument(const std::string& name, std::string& value, std::string_view key, bool required,
                const std::vector<std::string>& choices = {});
  /// One or more positional arguments.
  void arguments(const std::string& name, std::vector<std::string>& values, std::string_view key);
  /// An option whose value is one of `choices`.
  void option(const std::string& name, std::string& value, std::string_view key, const std::string& type,
              const std::vector<std::string>& choices);
  /// An option with a value. `type`: what stands for it in the help.
  void option(const std::string& name, std::string& value, std::string_view key, const std::string& type,
              bool required = false);
  /// An option with a whole number from 1 to `most`.
  void number(const std::string& name, std::optional<std::uint32_t>& value, std::string_view key,
              const std::string& type, std::uint32_t most);
  /// An option with a value that may be repeated.
  void options(const std::string& name, std::vector<std::string>& values, std::string_view key,
               const std::string& type);
  void flag(const std::string& name, bool& value, std::string_view key);

 private:
  [[nodiscard]] std::string help(std::string_view key) const;
  CLI::App& app_;
  Session& session_;
};

/// Where the commands are added.
class CommandLine {
 public:
  CommandLine(CLI::App& app, Session& session) : app_(app), session_(session) {}

  /// A command with its description and examples ("cli.NAME", "cli.NAME.examples") and the options that all share.
  /// `run` is called by run() where this command was given.
  Command add(std::string_view name, std::function<void(Session&)> run);
  /// Does what was asked for; after parsing.
  void run();

 private:
  CLI::App& app_;
  Session& session_;
  std::function<void(Session&)> chosen_;
};

void add_timeline(CommandLine& line);
void add_check(CommandLine& line);
void add_ci(CommandLine& line);
void add_tag(CommandLine& line);
void add_claims(CommandLine& line);
void add_solve(CommandLine& line);
void add_explain(CommandLine& line);
void add_rules(CommandLine& line);
void add_doctor(CommandLine& line);
void add_show_config(CommandLine& line);

}  // namespace isnad::cli
