#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace isnad::cli {

std::string Command::help(std::string_view key) const { return session_.text("option." + std::string(key)); }

void Command::paths(bool required) {
  app_.add_option("PATH", session_.options.paths, help("path"))->required(required)->type_name("");
}

void Command::outputs() {
  options("-o,--output", session_.options.outputs, "output", "FILE");
  option("--format", session_.options.format, "format", "FORMAT");
}

void Command::published() { option("--published", session_.options.published, "published", "DATE"); }

void Command::reading() {
  published();
  rules();
  app_.add_option("-j,--jobs", session_.options.jobs, help("jobs"))->check(CLI::Range(1U, 256U))->type_name("N");
}

void Command::rules() { option("--rules", session_.options.rules, "rules", "FOLDER"); }

void Command::fail_on() {
  app_.add_option("--fail-on", session_.options.fail_on, help("fail_on"))
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->type_name("LEVEL");
}

void Command::argument(const std::string& name, std::string& value, std::string_view key, bool required,
                       const std::vector<std::string>& choices) {
  CLI::Option* option = app_.add_option(name, value, help(key))->required(required)->type_name("");
  if (!choices.empty()) option->check(CLI::IsMember(choices));
}

void Command::arguments(const std::string& name, std::vector<std::string>& values, std::string_view key) {
  app_.add_option(name, values, help(key))->required()->type_name("");
}

void Command::option(const std::string& name, std::string& value, std::string_view key, const std::string& type,
                     const std::vector<std::string>& choices) {
  app_.add_option(name, value, help(key))->check(CLI::IsMember(choices))->type_name(type);
}

void Command::option(const std::string& name, std::string& value, std::string_view key, const std::string& type,
                     bool required) {
  app_.add_option(name, value, help(key))->required(required)->type_name(type);
}

void Command::number(const std::string& name, std::optional<std::uint32_t>& value, std::string_view key,
                     const std::string& type, std::uint32_t most) {
  app_.add_option(name, value, help(key))->check(CLI::Range(1U, most))->type_name(type);
}

void Command::options(const std::string& name, std::vector<std::string>& values, std::string_view key,
                      const std::string& type) {
  // One value each time, so that a path behind it stays a path.
  app_.add_option(name, values, help(key))->type_name(type)->allow_extra_args(false);
}

void Command::flag(const std::string& name, bool& value, std::string_view key) {
  app_.add_flag(name, value, help(key));
}

Command CommandLine::add(std::string_view name, std::function<void(Session&)> run) {
  const std::string key(name);
  CLI::App& command = *app_.add_subcommand(key, session_.text(key));
  command.group(session_.text("help.commands"));
  command.get_help_ptr()->group(session_.text("help.options"));
  command.footer(session_.text("examples") + "\n" + session_.text(key + ".examples"));
  Options& options = session_.options;
  const std::string group = session_.text("group.common");
  command.add_option("--lang", options.lang, session_.text("option.lang"))
      ->check(CLI::IsMember({"ar", "en"}))
      ->type_name("LANGUAGE")
      ->group(group);
  command.add_option("--color", options.color, session_.text("option.color"))
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN")
      ->group(group);
  command.add_flag("-q,--quiet", options.quiet, session_.text("option.quiet"))->group(group);
  command.callback([this, action = std::move(run)] { chosen_ = action; });
  return {command, session_};
}

void CommandLine::run() {
  if (chosen_) chosen_(session_);
}

}  // namespace isnad::cli
