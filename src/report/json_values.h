// The values of DESIGN, "JSON", that several formats share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/audit.h"
#include "report/json_writer.h"

namespace isnad {

/// {"document","begin","end","line","column"} in one line.
[[nodiscard]] std::string span_json(const SourceSpan& span, const Document& document);
/// {"ar","en"} in one line.
[[nodiscard]] std::string bilingual_json(const Bilingual& text);

/// "edtf", "earliest", "latest" of a time: null where a side is open or nothing is known.
void write_time(JsonWriter& json, const Window& window);

/// One entry of "documents", the decoded text included. `window`: the publication day as far as it is known.
void write_document(JsonWriter& json, const Document& document, const Publication& publication, const Window& window);

/// When a claim says its event happened: as its own article alone says it, or as the solved graph does.
struct ClaimWhen {
  std::optional<TimeDomain> domain;
  std::string edtf;  ///< see date_of()
  std::string text;
};
/// The EDTF of a claim's date, which is `domain`: as the words tell it that date the claim, where nothing else adds to
/// them; empty without one.
[[nodiscard]] std::string date_of(const DocumentAnalysis& analysis, const Claim& claim,
                                  const std::optional<TimeDomain>& domain);
[[nodiscard]] std::string date_of(const Timeline& timeline, ClaimRef ref);
/// One entry of "claims". `event`: id of its event; empty where it has none.
void write_claim(JsonWriter& json, const Claim& claim, const Document& document, const ClaimWhen& when,
                 std::string_view event);

/// What stands under "isnad" in every document: the version of its schema and that of the program.
void write_head(JsonWriter& json);

/// One FINDING.
void write_finding(JsonWriter& json, const Finding& finding, const Timeline& timeline);

/// The headline, as it was given or as it stands in the text; may be empty.
[[nodiscard]] std::string title_of(const Document& document);
/// The claim that `ref` names.
[[nodiscard]] const Claim& claim_of(const Timeline& timeline, ClaimRef ref);
[[nodiscard]] const Document& document_of(const Timeline& timeline, DocumentIndex document);

}  // namespace isnad
