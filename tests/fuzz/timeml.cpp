// Any bytes as a TimeML document: refused with a place, or decided, and told in both languages.
#include <cstdlib>

#include "isnad/report.h"
#include "isnad/timeml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace isnad;
  auto document = tml::parse(std::string(data, data + size), "fuzz");
  if (!document) {
    if (document.error().message.empty() || document.error().place.line == 0) std::abort();
    return 0;
  }
  if (document->links.size() > 200) return 0;
  solver::SolveOptions options;
  options.decide_budget = 200'000;
  options.decide_budget_per_claim = 0;
  options.conflict_budget = 50'000;
  const auto analysis = tml::analyze(*std::move(document), options);
  if (!analysis) std::abort();
  for (const Language language : {Language::ar, Language::en}) {
    if (link_check_text(*analysis, {language, false}).empty()) std::abort();
  }
  if (link_check_json({*analysis}).empty()) std::abort();
  return 0;
}
