// What identifies a participant or speaker: the words of its name, without titles, article and adjectives that fit
// anyone.
#pragma once

#include <string>
#include <vector>

#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// The identifying words of a noun phrase, in matching form, space between; empty where nothing identifies.
/// "the former Syrian president Bashar al-Assad" -> "bashar asad"; "the armed factions" -> "factions".
[[nodiscard]] std::string head_of(const Reading& reading, TokenRange phrase);

/// The word for what kind of place a phrase names: "the bridge", which has no other name.
[[nodiscard]] std::string kind_of(const Reading& reading, TokenRange phrase);

/// The phrase's person name where a title stands before one: the tokens from the first word without article behind the
/// title.
[[nodiscard]] TokenRange person_name(const Reading& reading, TokenRange phrase);

/// Canonical id of a place, state or institution named in the phrase ("SY.damascus", "kremlin"); "" where none is
/// known.
[[nodiscard]] std::string entity_of(const Reading& reading, TokenRange phrase);

/// The heads of a document's participants with short names made long: "asad" becomes "bashar asad" where the article
/// has only one such name. In place.
void expand_names(std::vector<Claim>& claims);

}  // namespace isnad::claims
