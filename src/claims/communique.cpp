#include "claims/communique.h"

#include <optional>

namespace isnad::claims {
namespace {

constexpr std::uint32_t longest_line = 12;  ///< tokens of a letterhead's line; what is longer is text
constexpr std::size_t most_lines = 12;

/// The lines above the text.
std::vector<TokenRange> lines_above(const Document& document) {
  std::vector<TokenRange> lines;
  for (const Block& block : document.blocks) {
    const TokenRange line{document.first_token_from(block.begin), document.first_token_from(block.end)};
    if (line.empty()) continue;
    if (line.size() > longest_line || lines.size() == most_lines) break;
    lines.push_back(line);
  }
  return lines;
}

/// The name that a line begins with, without an office of the press behind a dash; nothing where it names no
/// institution or armed group, or that office alone.
std::optional<TokenRange> issuer_in(const Reading& reading, TokenRange line) {
  if (!reading.is_class(line.first, "institution") && !reading.is(line.first, Word::force)) return std::nullopt;
  TokenRange name = line;
  for (std::uint32_t t = line.first; t < line.last; ++t) {
    if (!reading.is_class(t, "press-office")) continue;
    name.last = t;  // "... - media of the ministry": back to what parts it
    while (name.last > name.first && reading.is_word(name.last - 1)) --name.last;
    break;
  }
  for (std::uint32_t t = name.first; t < name.last; ++t)
    if (reading.is_dash(t)) name.last = t;  // "the brigade - the general command"
  while (name.last > name.first && !reading.is_word(name.last - 1)) --name.last;
  return name.empty() ? std::nullopt : std::optional(name);
}

/// "Press statement no. 31", "re: clarification".
bool tells_what_it_is(const Reading& reading, TokenRange line) {
  constexpr std::uint32_t subject = 2;  // tokens
  const bool re = line.size() > subject && reading.is_mark(line.first + 1);
  return reading.is_class(line.first, "communique") || (re && reading.is_class(line.first + subject, "communique"));
}

/// Who issues it: the last such line above the one that says what this is, else the first one behind it.
std::optional<TokenRange> issuer_of(const Reading& reading) {
  const std::vector<TokenRange> lines = lines_above(reading.document);
  std::optional<TokenRange> before;
  bool titled = false;
  for (const TokenRange line : lines) {
    if (tells_what_it_is(reading, line)) {
      if (before) return before;
      titled = true;
    } else if (const auto issuer = issuer_in(reading, line)) {
      if (titled) return issuer;
      before = issuer;
    }
  }
  return std::nullopt;
}

}  // namespace

void credit_communique(const Reading& reading, std::vector<Claim>& claims) {
  const auto issuer = issuer_of(reading);
  if (!issuer) return;
  Speaker speaker;
  speaker.kind = SpeakerKind::office;
  speaker.span = reading.document.span(issuer->first, issuer->last);
  speaker.name = std::string(slice(reading.document.text, speaker.span));
  for (Claim& claim : claims)
    if (claim.attribution.empty()) claim.attribution.push_back(speaker);
}

}  // namespace isnad::claims
