// Names of documents and anchors.
#include <fmt/format.h>

#include <map>

#include "report/escape.h"
#include "report/picture_model.h"

namespace isnad::picture {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// FNV-1a, 64 bits: short, and the same everywhere.
std::uint64_t fingerprint(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

/// The beginnings of `id` that end before a separator, shortest first, then the whole.
std::vector<std::string_view> beginnings(std::string_view id) {
  std::vector<std::string_view> out;
  for (std::size_t at = id.find_first_of("_-./ "); at != std::string_view::npos;
       at = id.find_first_of("_-./ ", at + 1)) {
    if (at > 0) out.push_back(id.substr(0, at));
    constexpr std::size_t enough = 8;
    if (out.size() == enough) break;
  }
  out.push_back(id);
  return out;
}

}  // namespace

std::string anchor(std::string_view prefix, std::string_view id) {
  std::string out(prefix);
  for (const char c : id) {
    if (is_plain(c)) {
      out += c;
    } else {
      out += fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
  }
  constexpr std::size_t longest = 96;
  if (out.size() <= longest) return out;
  out.resize(longest - 17);
  return out + fmt::format("_{:016x}", fingerprint(id));
}

std::vector<std::string> short_names(const std::vector<DocumentAnalysis>& documents) {
  constexpr std::size_t longest = 16;
  std::map<std::string_view, std::size_t> shared;  // how many documents have this beginning
  for (const auto& analysis : documents) {
    for (const auto& begin : beginnings(analysis.document.source.id)) ++shared[begin];
  }
  std::vector<std::string> names;
  std::map<std::string, std::size_t> taken;
  for (const auto& analysis : documents) {
    std::string_view id = analysis.document.source.id;
    for (const auto& begin : beginnings(id)) {
      if (shared[begin] == 1) {
        id = begin;
        break;
      }
    }
    std::string name = shortened(printable(id), longest);
    if (name.empty()) name = "?";
    const std::size_t before = taken[name]++;
    if (before > 0) name += fmt::format("~{}", before + 1);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace isnad::picture
