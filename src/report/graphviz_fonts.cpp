// Which font Arabic will be drawn in.
#include <fontconfig/fontconfig.h>

#include <memory>

#include "isnad/report.h"
#include "report/graphviz_handles.h"

namespace isnad {
namespace {

struct Destroy {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, Destroy>;

/// The letters of the language, beh and meem among them, are in the font.
bool has_letters(const FcPattern* font) {
  FcCharSet* letters = nullptr;
  if (FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch) return false;
  constexpr FcChar32 first = 0x0627;
  constexpr FcChar32 last = 0x064A;
  for (FcChar32 c = first; c <= last; ++c) {
    const bool letter = c <= 0x063A || c >= 0x0641;
    if (letter && FcCharSetHasChar(letters, c) == FcFalse) return false;
  }
  return true;
}

}  // namespace

DrawingFacts drawing_facts() {
  const graphviz::Lock lock;
  DrawingFacts facts;
  GVC_t* const context = graphviz::context(lock);
  if (const char* version_text = gvcVersion(context); version_text != nullptr) {
    facts.graphviz_version = version_text;
  }
  const Pattern wanted(FcNameParse(reinterpret_cast<const FcChar8*>("Noto Sans Arabic:lang=ar")));
  if (!wanted) return facts;
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result{};
  const Pattern font(FcFontMatch(nullptr, wanted.get(), &result));
  if (!font) return facts;
  facts.has_arabic = has_letters(font.get());
  FcChar8* family = nullptr;
  if (FcPatternGetString(font.get(), FC_FAMILY, 0, &family) == FcResultMatch) {
    facts.arabic_font = reinterpret_cast<const char*>(family);
  }
  return facts;
}

}  // namespace isnad
