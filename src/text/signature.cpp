#include "text/signature.h"

#include <algorithm>

#include "text/date_phrase.h"
#include "text/page_line.h"

namespace isnad::text {
namespace {

constexpr std::uint32_t longest_name = 4;   // words of an agency or author
constexpr std::uint32_t longest_place = 4;  // words

std::uint32_t between_slashes(const TokenView& view, std::uint32_t at, std::uint32_t last) {
  std::uint32_t words = 0;
  for (std::uint32_t i = at + 1; i < last; ++i) {
    if (view.is_word(i)) {
      if (++words > 2 * longest_name) return at;  // initials are a word each
      continue;
    }
    if (view.key(i) == "/") return words > 0 ? i + 1 : at;
    if (view.key(i) != ".") return at;
  }
  return at;
}

std::uint32_t in_brackets(const TokenView& view, const CueIndex& cues, std::uint32_t at, std::uint32_t last) {
  constexpr std::uint32_t longest = 8;  // tokens
  bool agency = false;
  for (std::uint32_t i = at + 1; i < std::min(last, at + longest); ++i) {
    if (closes_bracket(view.key(i))) return agency ? i + 1 : at;
    agency = agency || cues.match(view, i, last, Cue::agency) > 0;
  }
  return at;
}

/// A name in quotation marks, or that of an agency, which ends the line behind a dash or comma.
std::uint32_t closing_name(const TokenView& view, const CueIndex& cues, std::uint32_t at, std::uint32_t last) {
  if (view.key(at) == "\u00AB" || view.key(at) == "\"" || view.key(at) == "\u201C") {
    const std::string_view close = view.key(last - 1);
    const bool closed = close == "\u00BB" || close == "\"" || close == "\u201D";
    return closed && words_between(view, at, last, longest_name + 1) <= longest_name ? last : at;
  }
  return at + cues.match(view, at, last, Cue::agency) == last ? last : at;
}

/// "CITY, COUNTRY in 8 August 2024": how a line begins.
struct PlaceAndDay {
  std::uint32_t places = 0;  ///< words
  std::uint32_t last = 0;    ///< the token behind the day; 0 where the line begins otherwise
  bool prepositional = false, year = false;
};

PlaceAndDay place_and_day(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last) {
  PlaceAndDay read;
  for (std::uint32_t at = first; at < last; ++at) {
    if (view.is_mark(at)) {
      if (read.places == 0 || !parts_segments(view.key(at))) return {};
      continue;
    }
    const DatePhrase date = date_phrase(view, cues, at, last);
    if (date.names_day()) {
      read.prepositional = cues.match(view, date.first, last, Cue::date_particle) > 0;
      read.year = date.year;
      read.last = date.last;
      return read.places > 0 ? read : PlaceAndDay{};
    }
    if (!view.is_word(at) || ++read.places > longest_place) return {};
  }
  return {};
}

}  // namespace

std::uint32_t signature_end(const TokenView& view, const CueIndex& cues, std::uint32_t at, std::uint32_t last) {
  if (at >= last) return at;
  if (view.key(at) == "/") return between_slashes(view, at, last);
  return opens_bracket(view.key(at)) ? in_brackets(view, cues, at, last) : at;
}

bool is_signed_line(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last) {
  const std::uint32_t at = place_and_day(view, cues, first, last).last;
  if (at == 0 || at == last) return false;
  if (const std::uint32_t behind = signature_end(view, cues, at, last); behind > at)
    return words_between(view, behind, last, longest_name + 1) <= longest_name;
  if (!view.is_mark(at) || !parts_segments(view.key(at)) || at + 1 == last) return false;
  return closing_name(view, cues, at + 1, last) == last;
}

bool is_place_and_day(const TokenView& view, const CueIndex& cues, std::uint32_t first, std::uint32_t last) {
  const PlaceAndDay read = place_and_day(view, cues, first, last);
  return read.last == last && read.prepositional && read.year && read.places <= longest_city;
}

}  // namespace isnad::text
