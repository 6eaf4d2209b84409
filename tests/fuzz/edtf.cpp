// Any text as EDTF: what is understood is a domain in order, and what is written for it is understood again.
#include <cstdlib>

#include "isnad/calendar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace isnad;
  const std::string text(data, data + size);
  (void)parse_iso_day(text);
  const auto domain = parse_edtf(text);
  if (!domain || domain->empty() || domain->period.value != 0) return 0;
  for (const Window& window : domain->windows) {
    if (window.bounded() && *window.latest < *window.earliest) std::abort();
  }
  const std::string written = edtf(*domain);
  // Times of day are dropped, so the second writing, not the first, has to be stable.
  const auto days = parse_edtf(written);
  if (!written.empty() && (!days || edtf(*days) != written)) std::abort();
  return 0;
}
