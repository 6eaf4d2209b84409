#include "cli/session.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "cli/standard_streams.h"
#include "report/escape.h"

namespace isnad::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

bool wants_color(const std::string& when) {
  if (when == "always") return true;
  // https://no-color.org: present and not empty, whatever its value.
  if (when == "never" || !environment("NO_COLOR").empty()) return false;
  return ::isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb";
}

/// Text that may quote a file: each line made safe, indentation kept.
std::string safe_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    out += std::string(indent, ' ') + printable(line.substr(indent)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(name);
    if (!value.empty()) return value.starts_with("ar") ? Language::ar : Language::en;
  }
  return Language::en;
}

void Session::settle() {
  language_ = options.lang.empty() ? language_of_environment() : (options.lang == "ar" ? Language::ar : Language::en);
  constexpr unsigned most = 256;
  jobs_ = std::clamp(options.jobs == 0 ? std::thread::hardware_concurrency() : options.jobs, 1U, most);
  color_ = wants_color(options.color);
  progress_ = !options.quiet && ::isatty(STDERR_FILENO) == 1;
}

void Session::fail(const Error& error) {
  std::string out = "isnad: ";
  if (!error.path.empty()) out += printable(error.path) + ":";
  if (error.place.line > 0) out += fmt::format("{}:{}:", error.place.line, std::max(error.place.column, 1U));
  if (!error.path.empty() || error.place.line > 0) out += ' ';
  out += printable(error.message) + "\n";
  out += safe_lines(error.context);
  if (!error.remedy.empty()) out += "  " + printable(error.remedy) + "\n";
  write_error(out);
  raise(Exit::unusable);
}

void Session::misuse(const std::string& text, const std::string& remedy) {
  Error error;
  error.code = ErrorCode::bad_config;
  error.message = text;
  error.remedy = remedy;
  fail(error);
}

void Session::raise(Exit exit) { exit_ = std::max(exit_, exit); }

std::string Session::text(std::string_view name, const MessageArguments& arguments) const {
  return message(language_, "cli." + std::string(name), arguments);
}

}  // namespace isnad::cli
