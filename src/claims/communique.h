// Statements that an office, party or company publishes itself.
#pragma once

#include <vector>

#include "claims/reading.h"
#include "isnad/claims.h"

namespace isnad::claims {

/// "Ministry of Health - Press statement no. 31": where a line above the text says that this is a statement, and one
/// beside it names an institution, that institution says all that the text credits to nobody. O(tokens of the lines
/// above the text, and claims).
void credit_communique(const Reading& reading, std::vector<Claim>& claims);

}  // namespace isnad::claims
