// How an element of a pattern matches at a token, given what stands there.
#pragma once

#include <cstdint>
#include <string_view>

#include "rules/automaton.h"
#include "rules/clitics.h"

namespace isnad::rules {

/// Where an element stands in its match.
enum class Position : std::uint8_t {
  inner,  ///< it carries the proclitics that it names, no others
  loose,  ///< also conjunctions and prepositions that nobody asked for
  first   ///< also any other proclitics, but the match is then restricted
};

inline constexpr std::uint32_t no_hit = 0xFFFFFFFFU;

/// One way in which an element matches.
struct Way {
  std::uint32_t length = 1;    ///< tokens
  std::uint32_t hit = no_hit;  ///< the word or value that was taken, as the place counts them
  StackId stack = 0;           ///< proclitics of the first token
  std::uint8_t outer = 0;      ///< how many of them lie outside of the element
  EncliticId enclitic = 0;
  bool restricted = false;  ///< of the first element: it carries proclitics that only who names them may take
  std::uint16_t skip = 0;   ///< bytes of the first key before the element
};

/// More than one letter of the Arabic block.
constexpr std::size_t least_stem_bytes = 3;

/// The named proclitics of a word that no rule lists are its first letters, where two letters are left; "ila" is
/// spelled like an article with one.
[[nodiscard]] inline bool may_begin(const CliticTable::Prefix& prefix, std::string_view key) {
  return key.size() >= prefix.written.size() + least_stem_bytes && key.starts_with(prefix.written);
}

/// Calls `found` with every way in which the atom matches at a place, in order: longest first; until it returns true.
/// Returns whether it did. The place tells the token's `kind()`, its `readings()`, and gives its hits and the prefixes
/// that may begin it one after another to a function, until that returns true. `holds(atom, hit)` says whether a hit
/// (or, without one, the integer) is as the atom's conditions ask.
template <class Place, class Holds, class Found>
bool each_way(const CliticTable& clitics, const Atom& atom, const Place& place, Position position, const Holds& holds,
              const Found& found) {
  const bool first = position != Position::inner;
  const bool restrictable = position == Position::first && atom.spec == 0;
  switch (atom.kind) {
    case Element::Kind::literal:
      for (const bool restricted : {false, true}) {
        if (restricted && !restrictable) break;
        for (const Reading& reading : place.readings()) {
          if (reading.word != atom.arg || reading.enclitic != 0) continue;
          const CliticTable::Fit fit = clitics.fit(atom.spec, reading.stack, CliticPermission::prefix, first);
          if (fit.fits == restricted) continue;
          Way way;
          way.stack = reading.stack;
          way.outer = restricted ? clitics.size(reading.stack) : fit.outer;
          way.restricted = restricted;
          if (found(way)) return true;
        }
      }
      return false;
    case Element::Kind::cls:
      for (const bool restricted : {false, true}) {
        if (restricted && !restrictable) break;
        const bool done = place.each_hit([&](std::uint32_t id, std::uint32_t length, const auto& hit) {
          if (hit.cls != static_cast<ClassId>(atom.arg)) return false;
          const CliticTable::Fit fit = clitics.fit(atom.spec, hit.stack, hit.permission, first);
          if (fit.fits == restricted || (atom.conditions_count > 0 && !holds(atom, id))) return false;
          Way way;
          way.length = length;
          way.hit = id;
          way.stack = hit.stack;
          way.outer = restricted ? clitics.size(hit.stack) : fit.outer;
          way.restricted = restricted;
          way.enclitic = hit.enclitic;
          return found(way);
        });
        if (done) return true;
      }
      return false;
    case Element::Kind::integer:
      return place.kind() == Element::Kind::integer &&
             clitics.fit(atom.spec, 0, CliticPermission::prefix, first).fits && holds(atom, no_hit) && found(Way{});
    case Element::Kind::decimal:
    case Element::Kind::mark:
    case Element::Kind::word:
      if (place.kind() != atom.kind) return false;
      [[fallthrough]];
    case Element::Kind::any_token:
      if (clitics.fit(atom.spec, 0, CliticPermission::prefix, first).fits && found(Way{})) return true;
      if (atom.spec == 0 || place.kind() != Element::Kind::word) return false;
      return place.each_prefix([&](std::uint8_t p) {
        const CliticTable::Prefix& prefix = clitics.prefixes()[p];
        const CliticTable::Fit fit = clitics.fit(atom.spec, prefix.stack, CliticPermission::none, false);
        if (!fit.fits) return false;
        Way way;
        way.stack = prefix.stack;
        way.outer = fit.outer;
        way.skip = static_cast<std::uint16_t>(prefix.written.size());
        return found(way);
      });
    case Element::Kind::choice:
    case Element::Kind::repeat:
    case Element::Kind::sentence_begin:
    case Element::Kind::sentence_end:
      return false;
  }
  return false;
}

}  // namespace isnad::rules
