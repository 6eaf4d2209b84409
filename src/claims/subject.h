// Who acts: the subject of a verb, told from the object beside it, and whether it fits the form of another verb.
#pragma once

#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// Where the subject ends in a noun phrase behind its verb: "announced the agency | the landing of ...", "accused the
/// president Fulan | Russia of ...". `takes_person`: the verb has an object that may be a person or body. The end of
/// the phrase where nothing tells them apart.
[[nodiscard]] std::uint32_t end_of_subject(const Reading& reading, TokenRange phrase, bool takes_person);

/// By its ending, or that of the subject's first word, the word at the token is no part of the subject but an object or
/// adverb: "targeted gunmen | a convoy", "a raid | a depot".
[[nodiscard]] bool begins_object(const Reading& reading, TokenRange subject, std::uint32_t token);

/// The subject is a family name that its article has in full elsewhere, and here alone: "Merkel | the ban", "Merkel |
/// an inquiry".
[[nodiscard]] bool is_behind_family_name(const Reading& reading, TokenRange subject, std::uint32_t token);

/// The word at the token may be a noun of action (a masdar).
[[nodiscard]] bool may_be_action(const Reading& reading, std::uint32_t token);

/// A noun of action with the article: behind another definite noun it is no adjective, and begins a phrase of its own.
[[nodiscard]] bool is_definite_action(const Reading& reading, std::uint32_t token);

/// As `may_be_action`, where the likeliest reading of the word is no verb.
[[nodiscard]] bool is_action(const Reading& reading, std::uint32_t token);

/// "His counterpart": a function with a pronoun that takes up the subject.
[[nodiscard]] bool takes_up_subject(const Reading& reading, std::uint32_t token);

/// The noun phrase that a finite verb has as its subject: right behind it, or before it where it opens the clause.
/// Empty where none is named.
[[nodiscard]] TokenRange subject_of(const Reading& reading, TokenRange clause, std::uint32_t verb);

/// "As for Fulan, (fa-)he said": a conjunction with the verb, or with the particle right before it, takes a topic up.
[[nodiscard]] bool goes_on_with_topic(const Reading& reading, std::uint32_t verb);

/// Behind a verb that takes a person, the word at the token begins an object, and no subject: "(he) called on all sides
/// to"; behind a verb of a man "called on the women to", "asked the ministry for".
[[nodiscard]] bool is_object_alone(const Reading& reading, const Item& verb, std::uint32_t token);

/// A verb in the plural ("they said") has its subject in itself or before it, never behind it.
[[nodiscard]] bool names_many(const Item& verb);

/// The tokens that a span lies in. O(log tokens).
[[nodiscard]] TokenRange tokens_of(const Reading& reading, const SourceSpan& span);

/// Could the form of a verb or participle be said of the speaker? Gender and number stand with the words of the rules;
/// what is not known fits.
[[nodiscard]] bool agrees(const Reading& reading, const Item& form, const Speaker& speaker);

}  // namespace isnad::claims
