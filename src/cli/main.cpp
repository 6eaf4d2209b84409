// isnad - the program. Exceptions end here and nowhere else.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <filesystem>
#include <new>
#include <string_view>
#include <utility>

#include "cli/build_facts.h"
#include "cli/command.h"
#include "cli/nearest_word.h"
#include "cli/standard_streams.h"
#include "isnad/report.h"

namespace isnad::cli {
namespace {

/// --lang, or else the environment's language, before the command line is parsed: help is in it too.
Language early_language(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--") break;
    if (arguments[i].starts_with("--lang=")) return arguments[i].substr(7) == "ar" ? Language::ar : Language::en;
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) {
      return arguments[i + 1] == "ar" ? Language::ar : Language::en;
    }
  }
  return language_of_environment();
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> out;
  for (const CLI::App* command : app.get_subcommands(nullptr)) out.push_back(command->get_name());
  return out;
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  }
  return out;
}

/// The first word is no command: says so, and what may have been meant.
void refuse_command(Session& session, const CLI::App& app, const std::string& word) {
  const std::string nearest = nearest_word(word, command_names(app));
  std::error_code error;
  std::string remedy = session.text("see_help");
  if (!nearest.empty()) {
    remedy = session.text("did_you_mean", {{"word", nearest}});
  } else if (std::filesystem::exists(word, error)) {
    remedy = session.text("did_you_mean", {{"word", "isnad timeline " + word}});
  }
  session.misuse(session.text("unknown_command", {{"value", word}}), remedy);
}

void refuse_arguments(Session& session, const CLI::App& app, const CLI::ParseError& error) {
  const auto used = app.get_subcommands();
  const CLI::App& command = used.empty() ? app : *used.front();
  std::string remedy = session.text("see_help_of", {{"command", command.get_name()}});
  const std::vector<std::string> extras = app.remaining(true);
  if (!extras.empty()) {
    const std::string word = extras.front().substr(0, extras.front().find('='));
    const std::string nearest = nearest_word(word, option_names(command));
    if (nearest == word) {
      remedy = session.text("option_behind_command", {{"command", command.get_name()}, {"option", word}});
    } else if (!nearest.empty()) {
      remedy = session.text("did_you_mean", {{"word", nearest}});
    }
    session.misuse(session.text("unknown_argument", {{"value", extras.front()}}), remedy);
    return;
  }
  session.misuse(error.what(), remedy);
}

/// The words that CLI11 itself puts into help; commands that are added later inherit them.
void translate_headings(CLI::App& app, const Session& session) {
  const auto formatter = app.get_formatter();
  formatter->label("Usage", session.text("help.usage"));
  formatter->label("Positionals", session.text("help.positionals"));
  formatter->label("OPTIONS", session.text("help.options_word"));
  formatter->label("SUBCOMMAND", session.text("help.command_word"));
  formatter->label("REQUIRED", session.text("help.required"));
  app.option_defaults()->group(session.text("help.options"));
}

void print(Session& session, const std::string& text) {
  if (const Result<bool> written = write_output(text); !written) session.fail(written.error());
}

constexpr std::array<std::pair<std::string_view, void (*)(CommandLine&)>, 10> all_commands{{
    {"timeline", add_timeline},
    {"check", add_check},
    {"ci", add_ci},
    {"tag", add_tag},
    {"claims", add_claims},
    {"solve", add_solve},
    {"explain", add_explain},
    {"rules", add_rules},
    {"doctor", add_doctor},
    {"show-config", add_show_config},
}};

/// The command that is called, alone: to describe the options of all takes longer than to solve a small network. All of
/// them where none is called.
void add_commands(CommandLine& line, const std::vector<std::string>& arguments) {
  const auto called = std::find_if(all_commands.begin(), all_commands.end(), [&](const auto& command) {
    return !arguments.empty() && command.first == arguments.front();
  });
  if (called != all_commands.end()) return called->second(line);
  for (const auto& command : all_commands) command.second(line);
}

void run(Session& session, std::vector<std::string> arguments) {
  session.options.lang = early_language(arguments) == Language::ar ? "ar" : "en";
  session.settle();
  session.options.lang.clear();
  CLI::App app(session.text("about"), "isnad");
  translate_headings(app, session);
  app.footer(session.text("examples") + "\n" + session.text("about.examples"));
  app.set_version_flag("--version", fmt::format("isnad {}", version), session.text("option.version"));
  app.set_help_flag("-h,--help", session.text("option.help"));
  app.require_subcommand(1);
  CommandLine line(app, session);
  add_commands(line, arguments);

  if (arguments.empty()) {
    write_error(app.help());
    session.raise(Exit::unusable);
    return;
  }
  const std::vector<std::string> commands = command_names(app);
  if (!arguments.front().starts_with("-") &&
      std::find(commands.begin(), commands.end(), arguments.front()) == commands.end()) {
    refuse_command(session, app, arguments.front());
    return;
  }
  try {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    print(session, app.help());  // of the command that was given, or of the whole
    return;
  } catch (const CLI::CallForVersion&) {
    std::string facts = fmt::format("isnad {}\n", version);
    for (const auto& [name, value] : build_facts()) facts += fmt::format("{:<8}{}\n", name, value);
    print(session, facts);
    return;
  } catch (const CLI::ParseError& error) {
    refuse_arguments(session, app, error);
    return;
  }
  session.settle();
  line.run();
}

int guarded(const std::vector<std::string>& arguments) {
  Session session;
  try {
    run(session, arguments);
  } catch (const std::bad_alloc&) {
    write_error("isnad: out of memory\n");
    session.raise(Exit::internal);
  } catch (const std::exception& error) {
    write_error(fmt::format("isnad: internal error: {}\n  this is a bug: please report it with the command line\n",
                            error.what()));
    session.raise(Exit::internal);
  }
  return static_cast<int>(session.exit());
}

}  // namespace
}  // namespace isnad::cli

int main(int argc, char** argv) {
  // A closed pipe is told by write(), which can then stop quietly.
  std::signal(SIGPIPE, SIG_IGN);
  return isnad::cli::guarded({argv + std::min(argc, 1), argv + argc});
}
