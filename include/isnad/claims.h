// isnad/claims.h - what an article says happened, when, and who says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/core.h"
#include "isnad/rules.h"
#include "isnad/text.h"
#include "isnad/time.h"

namespace isnad {

enum class SpeakerKind : std::uint8_t { outlet, agency, person, office, document, anonymous };

/// One link of an attribution chain.
struct Speaker {
  std::string name;  ///< as the text names it, without its cue
  SpeakerKind kind{};
  std::string cue;       ///< the word that attributes ("said", "according to"); may be empty
  SourceSpan span;       ///< of the name; empty for the outlet
  bool unnamed = false;  ///< the text says that it keeps the name back, or the speaker has none ("a source")
  [[nodiscard]] bool is_named() const { return !unnamed && kind != SpeakerKind::anonymous; }
  bool operator==(const Speaker&) const = default;
};

/// Outermost first. The outlet itself is not stored: an empty chain is the article's own voice.
using AttributionChain = std::vector<Speaker>;

struct Participant {
  std::string role;    ///< a FrameArgument role: agent patient place destination origin topic quantity
  std::string name;    ///< surface, without clitics and leading prepositions
  std::string head;    ///< matching form of the words that identify it, in text order, space between
  std::string entity;  ///< canonical id of a known place, state or organisation ("SY", "SY-damascus"); may be empty
  SourceSpan span;
  bool inherited = false;  ///< not in this clause: the subject of the clause before
  bool operator==(const Participant&) const = default;
};

enum class Polarity : std::uint8_t { asserted, denied };
enum class Modality : std::uint8_t { actual, planned, possible, conditional };
/// How the event lies to the time of its expression.
enum class TimeRelation : std::uint8_t { at, by, before, since, after, during };

/// A number of things that the event affects ("killed nine").
struct Quantified {
  std::int64_t value = 0;
  std::string unit;  ///< matching form of the counted noun; may be empty
  SourceSpan span;
  bool operator==(const Quantified&) const = default;
};

/// When a claim says its event happened.
struct ClaimTime {
  std::optional<std::uint32_t> timex;  ///< index into DocumentAnalysis::timexes
  TimeRelation relation = TimeRelation::at;
  bool of_statement = false;  ///< the expression dates the saying, not what is said: the event lies at or before it
  bool inherited = false;     ///< the expression stands in another clause: good for the picture, not for a finding
  std::optional<std::uint32_t>
      other;  ///< claim of the same document from which it counts ("after the fall of ..."), index
  std::optional<OffsetBounds> offset;  ///< bounds of t - t(other)
  Minutes offset_breadth{0};           ///< how far beyond the bounds the offset may be without being wrong
  bool offset_in_days = false;         ///< whole days are counted ("two days after"): hours of the day do not matter

  /// Does an expression of its own date it, and not that of the clause before?
  [[nodiscard]] bool has_own_timex() const { return timex && !inherited; }
  /// Is a definite amount of time counted from the other claim, and no mere "after"?
  [[nodiscard]] bool is_counted() const { return other && offset && offset->lo && offset->hi; }
  /// The stretch that lies so far from `from` as is counted (is_counted()); nothing where `from` is open.
  [[nodiscard]] std::optional<Window> at_distance_from(Window from) const;
};

/// One statement about one happening.
struct Claim {
  std::string id;     ///< "000-c3": document id, running number from 1
  std::string type;   ///< event type ("capture"); "statement" and "other" are of no known type
  std::string frame;  ///< the frame that found it; "" for a statement without a known event, and for a dated clause
                      ///< that no frame understands ("other"): shown, but neither linked nor compared
  SourceSpan trigger;
  SourceSpan span;  ///< the clause that is the evidence
  std::uint32_t sentence = 0;
  std::vector<Participant> participants;
  std::vector<Quantified> quantities;
  std::vector<std::string> notions;  ///< what its words mean in any language: "event:kill", "place:SY.aleppo",
                                     ///< "number:9"; ascending, each once
  ClaimTime time;
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
  AttributionChain attribution;
  bool headline = false;    ///< in the article's headline
  bool past = false;        ///< told by a perfect verb: as having happened
  bool background = false;  ///< pluperfect: earlier than the news of the day

  /// Does an expression of its own tell when that was from which another claim counts: when it happened or, in the
  /// article that counts (`here`), for when it is planned ("on the eve of the vote")?
  [[nodiscard]] bool may_be_counted_from(bool here) const {
    return polarity == Polarity::asserted &&
           (modality == Modality::actual || (here && modality == Modality::planned)) && time.has_own_timex() &&
           time.relation == TimeRelation::at;
  }
};

/// All that one article says. The unit of the map step: no other article is needed to make it.
struct DocumentAnalysis {
  Document document;
  Publication publication;
  std::vector<Timex> timexes;
  std::vector<Claim> claims;
  /// What the rules found: of many articles it is not kept, because it takes several times the room of the rest.
  std::optional<Annotation> annotation;
};

/// Reads one article. Pure; may run in parallel with others. O(tokens).
[[nodiscard]] DocumentAnalysis analyze(Document document, const Grammar& grammar);

/// By timex: does a claim of what is to come use it? Bare weekdays and dates then lie ahead (see resolve_all).
[[nodiscard]] std::vector<bool> future_timexes(const DocumentAnalysis& analysis);

/// Runs the examples of all frames: each text is read as an article of its own, and must (a counterexample: must not)
/// give a claim of that frame, told by the words and with the participants that the example names. The summaries of a
/// Grammar say which languages there are. O(total length of the examples).
[[nodiscard]] ExampleReport run_frame_examples(const Grammar& grammar);

/// Names of the enumerators as they stand in JSON ("anonymous", "denied", "planned", "by").
[[nodiscard]] std::string_view to_string(SpeakerKind kind);
[[nodiscard]] std::string_view to_string(Polarity polarity);
[[nodiscard]] std::string_view to_string(Modality modality);
[[nodiscard]] std::string_view to_string(TimeRelation relation);

}  // namespace isnad
