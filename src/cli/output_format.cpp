#include "cli/output_format.h"

#include <array>

namespace isnad::cli {
namespace {

struct Name {
  std::string_view name;
  Format format;
};
constexpr std::array names{Name{"text", Format::text},     Name{"json", Format::json},
                           Name{"jsonl", Format::jsonl},   Name{"sarif", Format::sarif},
                           Name{"lines", Format::lines},   Name{"junit", Format::junit},
                           Name{"github", Format::github}, Name{"gitlab", Format::gitlab},
                           Name{"timeml", Format::timeml}, Name{"dot", Format::dot},
                           Name{"svg", Format::svg},       Name{"png", Format::png},
                           Name{"pdf", Format::pdf},       Name{"html", Format::html},
                           Name{"csv", Format::csv},       Name{"timelinejs", Format::timelinejs},
                           Name{"jsonld", Format::jsonld}, Name{"db", Format::db}};
// The first extension that fits decides.
constexpr std::array extensions{Name{".timelinejs.json", Format::timelinejs},
                                Name{".jsonld", Format::jsonld},
                                Name{".sarif.json", Format::sarif},
                                Name{".sarif", Format::sarif},
                                Name{".json", Format::json},
                                Name{".jsonl", Format::jsonl},
                                Name{".ndjson", Format::jsonl},
                                Name{".txt", Format::text},
                                Name{".xml", Format::junit},
                                Name{".tml", Format::timeml},
                                Name{".dot", Format::dot},
                                Name{".gv", Format::dot},
                                Name{".svg", Format::svg},
                                Name{".png", Format::png},
                                Name{".pdf", Format::pdf},
                                Name{".html", Format::html},
                                Name{".htm", Format::html},
                                Name{".csv", Format::csv},
                                Name{".db", Format::db},
                                Name{".sqlite", Format::db}};

}  // namespace

std::string_view to_string(Format format) {
  for (const Name& n : names) {
    if (n.format == format) return n.name;
  }
  return "text";
}

std::optional<Format> format_of_name(std::string_view name) {
  for (const Name& n : names) {
    if (n.name == name) return n.format;
  }
  return std::nullopt;
}

std::optional<Format> format_of_file(std::string_view path) {
  for (const Name& e : extensions) {
    if (path.ends_with(e.name)) return e.format;
  }
  return std::nullopt;
}

bool is_binary(Format format) { return format == Format::png || format == Format::pdf || format == Format::db; }

}  // namespace isnad::cli
