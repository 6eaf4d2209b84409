#include "linking/event_types.h"

#include <algorithm>
#include <set>

namespace isnad::linking {

Types types_of(const std::vector<DocumentAnalysis>& corpus, const Grammar& grammar) {
  Types types;
  std::set<std::string> languages;
  for (const DocumentAnalysis& d : corpus) languages.insert(d.document.language);
  for (const std::string& language : languages)
    for (const Frame& frame : grammar.frames(language)) {
      TypeFacts& facts = types[frame.type];
      facts.label = frame.label;
      facts.once = facts.once || frame.once;
      facts.daily = facts.daily || frame.daily;
      for (const std::string& n : frame.neighbours)
        if (std::find(facts.neighbours.begin(), facts.neighbours.end(), n) == facts.neighbours.end())
          facts.neighbours.push_back(n);
      for (const std::string& n : frame.after)
        if (std::find(facts.after.begin(), facts.after.end(), n) == facts.after.end()) facts.after.push_back(n);
      std::vector<std::string>& keys = facts.keys_of_frame[frame.id];
      for (const FrameArgument& a : frame.arguments)
        if (a.key) keys.push_back(a.role);
      for (const FrameArgument& a : frame.arguments)
        if (a.key && std::find(facts.key_roles.begin(), facts.key_roles.end(), a.role) == facts.key_roles.end())
          facts.key_roles.push_back(a.role);
    }
  for (auto& [type, facts] : types)  // either of two may name the other
    for (const std::string& n : std::vector<std::string>(facts.neighbours)) {
      const auto other = types.find(n);
      if (other == types.end()) continue;
      std::vector<std::string>& back = other->second.neighbours;
      if (std::find(back.begin(), back.end(), type) == back.end()) back.push_back(type);
    }
  return types;
}

const std::vector<std::string>* key_roles_of(const Claim& claim, const Types& types) {
  const auto facts = types.find(claim.type);
  if (facts == types.end()) return nullptr;
  const auto keys = facts->second.keys_of_frame.find(claim.frame);
  return keys == facts->second.keys_of_frame.end() ? nullptr : &keys->second;
}

bool is_key(const Claim& claim, const Participant& participant, const Types& types) {
  const std::vector<std::string>* roles = key_roles_of(claim, types);
  return roles != nullptr && std::find(roles->begin(), roles->end(), participant.role) != roles->end();
}

bool are_neighbours(const std::string& a, const std::string& b, const Types& types) {
  if (a == b) return true;
  const auto it = types.find(a);
  return it != types.end() && has_neighbour(it->second, b);
}

bool has_neighbour(const TypeFacts& facts, const std::string& other) {
  return std::find(facts.neighbours.begin(), facts.neighbours.end(), other) != facts.neighbours.end();
}

bool comes_after(const TypeFacts& facts, const std::string& other) {
  return std::find(facts.after.begin(), facts.after.end(), other) != facts.after.end();
}

bool are_in_order(const std::string& a, const std::string& b, const Types& types) {
  const auto follows = [&](const std::string& then, const std::string& first) {
    const auto it = types.find(then);
    return it != types.end() && comes_after(it->second, first);
  };
  return follows(a, b) || follows(b, a);
}

std::vector<std::string> candidate_keys(const std::string& type, const Types& types) {
  std::vector<std::string> keys{type};
  if (const auto it = types.find(type); it != types.end())
    for (const std::string& n : it->second.neighbours) keys.push_back(std::min(type, n) + '~' + std::max(type, n));
  return keys;
}

}  // namespace isnad::linking
