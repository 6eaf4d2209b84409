#include "cli/outputs.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "cli/standard_streams.h"
#include "isnad/store.h"

namespace isnad::cli {
namespace {

bool contains(const std::vector<Format>& formats, Format format) {
  return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::string list_of(const std::vector<Format>& formats) {
  std::string out;
  for (const Format f : formats) {
    if (f == Format::db) continue;  // a file, never a stream
    out += (out.empty() ? "" : ", ") + std::string(to_string(f));
  }
  return out;
}

}  // namespace

std::optional<std::vector<Output>> plan_outputs(Session& session, const std::vector<Format>& possible,
                                                std::optional<Format> fallback) {
  const Options& options = session.options;
  const auto misuse = [&session](std::string_view key, const std::string& value, const std::string& choices) {
    session.misuse(session.text(key, {{"value", value}}), session.text("use_one_of", {{"choices", choices}}));
    return std::nullopt;
  };
  std::optional<Format> named;
  if (!options.format.empty()) {
    named = format_of_name(options.format);
    if (!named || !contains(possible, *named)) return misuse("bad_format", options.format, list_of(possible));
  }
  std::vector<Output> out;
  std::set<std::string> seen;
  bool standard = false;
  for (const std::string& path : options.outputs) {
    if (!seen.insert(path).second) continue;
    if (path == "-") {
      standard = true;
      continue;
    }
    std::optional<Format> format = format_of_file(path);
    // A file whose name tells nothing may take the format that is named.
    if (!format && named && options.outputs.size() == 1) {
      out.push_back({path, *named});
      return out;
    }
    if (!format || !contains(possible, *format)) return misuse("bad_extension", path, list_of(possible));
    out.push_back({path, *format});
  }
  if (standard || named) {
    out.push_back({"-", named.value_or(fallback.value_or(possible.front()))});
  } else if (fallback && !(options.quiet && !out.empty())) {
    out.push_back({"-", *fallback});
  }
  for (const Output& output : out) {
    if (output.path == "-" && is_binary(output.format) &&
        (output.format == Format::db || ::isatty(STDOUT_FILENO) == 1)) {
      session.misuse(session.text("binary_output", {{"format", std::string(to_string(output.format))}}),
                     session.text("write_to_file"));
      return std::nullopt;
    }
  }
  return out;
}

void write_outputs(Session& session, const std::vector<Output>& outputs,
                   const std::function<Result<std::string>(Format)>& render) {
  for (const Output& output : outputs) {
    Result<std::string> content = render(output.format);
    if (!content) {
      Error error = content.error();
      if (error.path.empty() && output.path != "-") error.path = output.path;
      session.fail(error);
      continue;
    }
    const Result<bool> written = output.path == "-" ? write_output(*content) : write_file(output.path, *content);
    if (!written) session.fail(written.error());
  }
}

}  // namespace isnad::cli
