#include "text/page_layout.h"

namespace isnad::text {

std::vector<Region> lay_out(const TokenView&, const CueIndex&, const std::vector<TokenLine>& lines, std::string_view) {
  std::vector<Region> regions;
  for (const TokenLine& l : lines) {
    const bool headline = regions.empty() && lines.size() > 1;
    regions.push_back({l.first, l.last, l.line, headline ? Role::headline : Role::body});
  }
  return regions;
}

}  // namespace isnad::text
