// isnad/core.h - the values that every stage shares.
//
// Nothing here knows about language, news, files or constraints. All times are
// minutes; all positions in text are UTF-8 byte offsets into a decoded document.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace isnad {

// ---------------------------------------------------------------- positions

/// Position in a document's decoded text: UTF-8 bytes from 0.
/// Range 0 .. 2^32-1 (a document larger than 4 GiB is refused when read).
struct ByteOffset {
  std::uint32_t value = 0;
  constexpr auto operator<=>(const ByteOffset&) const = default;
  constexpr ByteOffset operator+(std::uint32_t bytes) const { return {value + bytes}; }
  constexpr ByteOffset operator-(std::uint32_t bytes) const { return {value - bytes}; }
  /// Distance in bytes. Precondition: `other` does not lie behind this one.
  constexpr std::uint32_t operator-(ByteOffset other) const { return value - other.value; }
};

/// Index of a document within one run: dense, from 0, in order of document id.
enum class DocumentIndex : std::uint32_t {};
constexpr std::size_t index(DocumentIndex d) { return static_cast<std::size_t>(d); }

/// A stretch of one document's decoded text, half open: [begin, end).
/// Slicing the document's text with it gives the surface, exactly.
struct SourceSpan {
  DocumentIndex document{};
  ByteOffset begin;
  ByteOffset end;

  constexpr auto operator<=>(const SourceSpan&) const = default;
  constexpr bool empty() const { return begin == end; }
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool overlaps(const SourceSpan& o) const {
    return document == o.document && begin < o.end && o.begin < end;
  }
  constexpr bool contains(const SourceSpan& o) const {
    return document == o.document && begin <= o.begin && o.end <= end;
  }
};

/// The surface of `span` in `text` (the decoded text of span.document).
/// Precondition: begin <= end <= text.size().
inline std::string_view slice(std::string_view text, const SourceSpan& span) {
  assert(span.begin <= span.end && span.end.value <= text.size());
  return text.substr(span.begin.value, span.size());
}

/// A place for people: line and column count from 1, columns in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  constexpr auto operator<=>(const LineColumn&) const = default;
};

// --------------------------------------------------------------------- time

/// Calendar day, proleptic Gregorian: days since 1970-01-01, which is 0.
/// Range about +-5.8 million years; the calendar functions accept years -9999 .. 9999.
struct Day {
  std::int32_t value = 0;
  constexpr auto operator<=>(const Day&) const = default;
  constexpr Day operator+(std::int32_t days) const { return {value + days}; }
  constexpr Day operator-(std::int32_t days) const { return {value - days}; }
  constexpr std::int32_t operator-(Day other) const { return value - other.value; }
};

/// A length of time in minutes; may be negative.
struct Minutes {
  std::int64_t value = 0;
  constexpr auto operator<=>(const Minutes&) const = default;
};
inline constexpr std::int64_t minutes_per_day = 1440;

/// A moment: minutes since 1970-01-01T00:00. Articles give local times, mostly
/// without a zone; an Instant then stands on the clock of the article's place.
struct Instant {
  std::int64_t value = 0;
  constexpr auto operator<=>(const Instant&) const = default;
  constexpr Instant operator+(Minutes m) const { return {value + m.value}; }
  constexpr Instant operator-(Minutes m) const { return {value - m.value}; }
  constexpr Minutes operator-(Instant other) const { return {value - other.value}; }
};

constexpr Instant start_of(Day d) { return {std::int64_t{d.value} * minutes_per_day}; }
constexpr Instant end_of(Day d) { return {(std::int64_t{d.value} + 1) * minutes_per_day - 1}; }
constexpr Day day_of(Instant t) {
  const std::int64_t q = t.value / minutes_per_day;
  return {static_cast<std::int32_t>(t.value % minutes_per_day < 0 ? q - 1 : q)};
}

/// A closed stretch of time [earliest, latest]; a missing side is open.
/// Invariant: earliest <= latest where both are given.
struct Window {
  std::optional<Instant> earliest;
  std::optional<Instant> latest;

  constexpr bool operator==(const Window&) const = default;
  constexpr bool bounded() const { return earliest && latest; }
  /// Bounded and no longer than a day, as the hours of a night are.
  constexpr bool within_a_day() const { return bounded() && latest->value - earliest->value < minutes_per_day; }
  constexpr bool contains(Instant t) const { return (!earliest || *earliest <= t) && (!latest || t <= *latest); }
};
constexpr Window window_of(Day d) { return {start_of(d), end_of(d)}; }

/// The common part of two windows, or nothing where they are disjoint.
constexpr std::optional<Window> intersect(const Window& a, const Window& b) {
  Window w = a;
  if (b.earliest && (!w.earliest || *w.earliest < *b.earliest)) w.earliest = b.earliest;
  if (b.latest && (!w.latest || *b.latest < *w.latest)) w.latest = b.latest;
  if (w.earliest && w.latest && *w.latest < *w.earliest) return std::nullopt;
  return w;
}

/// The smallest window that holds both.
constexpr Window hull(const Window& a, const Window& b) {
  Window w;
  if (a.earliest && b.earliest) w.earliest = *a.earliest < *b.earliest ? a.earliest : b.earliest;
  if (a.latest && b.latest) w.latest = *a.latest < *b.latest ? b.latest : a.latest;
  return w;
}

/// How finely a time is told, finest first.
enum class Granularity : std::uint8_t {
  minute,
  hour,
  day_part,
  day,
  week,
  month,
  season,
  quarter,
  year,
  decade,
  century
};

// ------------------------------------------------------------------- errors

/// What went wrong, as data: the library neither prints nor exits.
enum class ErrorCode : std::uint8_t {
  unreadable,    ///< a file or folder that cannot be read or written
  bad_encoding,  ///< bytes that are no text in any supported encoding
  too_large,     ///< a stated limit is exceeded
  bad_json,      ///< JSON that does not parse
  bad_rule,      ///< a rule file that parses but means nothing
  bad_network,   ///< a constraint network that is malformed
  bad_timeline,  ///< a known timeline that is malformed, or of a newer schema
  bad_timeml,    ///< XML that does not parse, or TimeML that means nothing
  bad_config,    ///< isnad.json or a command line that means nothing
  rendering      ///< Graphviz could not draw
};

/// An expected failure: what, where, and what to do about it.
struct Error {
  ErrorCode code{};
  std::string message;     ///< one sentence, without a trailing full stop
  std::string path;        ///< the file at fault; empty when there is none
  LineColumn place{0, 0};  ///< line 0: the whole file
  std::string remedy;      ///< what the user can do; may be empty
  std::string context;     ///< the lines around the place; may be empty
};

/// A value, or the Error that stands in its way.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  const T& value() const& {
    assert(*this);
    return std::get<T>(state_);
  }
  T& value() & {
    assert(*this);
    return std::get<T>(state_);
  }
  T&& value() && {
    assert(*this);
    return std::get<T>(std::move(state_));
  }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  const Error& error() const {
    assert(!*this);
    return std::get<Error>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// A text in both languages of the user interface. Both sides are always filled.
struct Bilingual {
  std::string ar;
  std::string en;
  bool operator==(const Bilingual&) const = default;
};

}  // namespace isnad
