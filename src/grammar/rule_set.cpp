#include "isnad/grammar.h"

namespace isnad {

bool belongs_to(RuleSet set, const RuleFile& file) {
  return set == RuleSet::all || file.path.find("/claims/") == std::string::npos;
}

}  // namespace isnad
