// What the picture shows, before anything has a place: lanes, bars, the contradictions between them, and what is left
// out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/report.h"

namespace isnad::picture {

// Beyond these a picture is a wall of lines: the disputed and the most told come first, and the picture says how much
// is left out. The HTML page and the JSON hold everything.
inline constexpr std::size_t max_lanes = 32;         ///< events with a place on the axis
inline constexpr std::size_t max_undated_lanes = 8;  ///< disputed events that nobody dates
inline constexpr std::size_t max_bars = 14;          ///< dated claims of one event
inline constexpr std::size_t max_chips = 12;         ///< its undated claims
inline constexpr std::size_t max_windows = 4;        ///< alternatives of one claim; more are drawn as their hull
/// Above this number of claims in all the choice of lanes says little: refused.
inline constexpr std::size_t max_claims_drawn = 20'000;

/// One claim of a lane.
struct Bar {
  ClaimRef claim;
  std::size_t source = 0;           ///< index of the document, for colour
  std::vector<Window> windows;      ///< in time order; empty: the claim has no place on the axis
  std::optional<DayPart> day_part;  ///< "dawn", where its words say so
  bool vague = false;               ///< wider than a day, open, or one of several
  bool in_conflict = false;
  bool denied = false;
  std::string id;                  ///< for permalinks: ASCII letters, digits, -, _, .
  std::string source_name;         ///< the document's short name
  std::vector<std::string> chain;  ///< names, outermost first
  std::string said;                ///< the words of the date
  std::string sentence;            ///< the evidence, on one line
};

/// One event.
struct Lane {
  std::size_t event = 0;
  std::string group;  ///< what it stands under; empty where lanes are not grouped
  std::size_t group_order = 0;
  std::string id;
  std::string label;
  EventStatus status{};
  std::uint32_t origins = 0;
  Window window;
  std::vector<Bar> bars;              ///< in order of time
  std::vector<Bar> chips;             ///< undated claims
  std::size_t left_out = 0;           ///< claims beyond the limits
  std::vector<std::size_t> findings;  ///< contradictions about it, indices into audit.findings
};

/// Two claims that cannot both be true.
struct Clash {
  ClaimRef odd, other;
  std::size_t finding = 0;
};

struct Source {
  std::size_t document = 0;
  std::string name;   ///< short, unique
  std::string title;  ///< headline or publisher; may be empty
  std::size_t claims = 0;
};

struct PictureModel {
  std::vector<Lane> lanes;          ///< dated events, in order of time
  std::vector<Lane> undated_lanes;  ///< disputed events without a date
  std::vector<Clash> clashes;
  std::vector<Source> sources;  ///< those that are drawn, by document
  std::size_t documents = 0, claims = 0, contradictions = 0;
  std::size_t dated_left_out = 0;    ///< events
  std::size_t undated_left_out = 0;  ///< events
};

/// O(claims log claims + text of what is shown).
[[nodiscard]] PictureModel picture_model(const Timeline& timeline, const PictureOptions& options);

/// Puts lanes that are in order of time into groups, each group at its first lane.
void group_lanes(std::vector<Lane>& lanes, const Timeline& timeline, PictureGroup by, Language language);
/// What the kind of an event is called.
[[nodiscard]] Bilingual type_name(const Event& event);

/// Whether a finding is drawn as a contradiction: an error or a warning.
[[nodiscard]] inline bool contradicts(const Finding& finding) { return finding.level != Level::note; }

/// The windows of a claim's date to draw: none for what has no place on the axis (no date, every Monday, a date that
/// does not exist).
[[nodiscard]] std::vector<Window> drawn_windows(const std::optional<TimeDomain>& domain);
/// The part of the day ("dawn") that the claim's own words name.
[[nodiscard]] std::optional<DayPart> day_part_of(const Timeline& timeline, ClaimRef ref);
/// When a claim's article puts its event; nullptr where the graph has no entry.
[[nodiscard]] const DatedClaim* dated_of(const Timeline& timeline, ClaimRef ref);

/// An identifier for HTML, SVG and URLs out of anything: other bytes than ASCII letters, digits, '-' and '.' become
/// '_' and two hexadecimal digits. Injective up to 96 bytes; a longer one is cut and ends in a hash.
[[nodiscard]] std::string anchor(std::string_view prefix, std::string_view id);

/// Short unique names of the documents: the shortest beginning of the id that ends before a separator and is no other
/// document's, else the id itself; on one line, at most 16 code points (then with a running number, if need be).
[[nodiscard]] std::vector<std::string> short_names(const std::vector<DocumentAnalysis>& documents);

}  // namespace isnad::picture
