// What the frames of all languages say of the types of events.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "isnad/linking.h"

namespace isnad::linking {

/// What the frames of all languages say of an event type.
struct TypeFacts {
  Bilingual label;
  bool once = false;
  bool daily = false;  ///< may happen to the same participants day after day
  std::vector<std::string>
      neighbours;                      ///< types that may tell the same happening, whichever of the two names the other
  std::vector<std::string> key_roles;  ///< of any of its frames
  std::vector<std::string> after;      ///< types that cannot come later for the same participants
  std::map<std::string, std::vector<std::string>, std::less<>> keys_of_frame;
};
using Types = std::map<std::string, TypeFacts, std::less<>>;

/// The types of the languages of the corpus.
[[nodiscard]] Types types_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar);

/// Does the participant tell this happening apart from others of its type, by the frame that found it? What belongs to
/// a turn of phrase ("met his death") does not, though another frame of the type may have a key role of that name.
[[nodiscard]] bool is_key(const Claim& claim, const Participant& participant, const Types& types);

/// The roles of a claim's participants that do, by its frame; null where none does.
[[nodiscard]] const std::vector<std::string>* key_roles_of(const Claim& claim, const Types& types);

/// Are the types the same, or is one a neighbour of the other?
[[nodiscard]] bool are_neighbours(const std::string& a, const std::string& b, const Types& types);

/// Is the other one of the types that cannot come later than the type that these facts are of?
[[nodiscard]] bool comes_after(const TypeFacts& facts, const std::string& other);

/// May the other type tell the same happening as the type that these facts are of, and is not the same?
[[nodiscard]] bool has_neighbour(const TypeFacts& facts, const std::string& other);

/// Must one of the types come before the other, by a script? Then they tell two happenings.
[[nodiscard]] bool are_in_order(const std::string& a, const std::string& b, const Types& types);

/// Keys that the types which may tell one happening share: its own name, and one for each pair of neighbours.
[[nodiscard]] std::vector<std::string> candidate_keys(const std::string& type, const Types& types);

}  // namespace isnad::linking
