// Which font Arabic will be drawn in.
#include <memory>

#include "isnad/report.h"
#include "report/graphviz_handles.h"

namespace isnad {
namespace {

struct Destroy {
  void operator()(FcPattern* pattern) const { graphviz::load_fonts().functions.FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, Destroy>;

/// The letters of the language, beh and meem among them, are in the font.
bool has_letters(const graphviz::FontLibrary& fonts, const FcPattern* font) {
  FcCharSet* letters = nullptr;
  if (fonts.FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch) return false;
  constexpr FcChar32 first = 0x0627;
  constexpr FcChar32 last = 0x064A;
  for (FcChar32 c = first; c <= last; ++c) {
    const bool letter = c <= 0x063A || c >= 0x0641;
    if (letter && fonts.FcCharSetHasChar(letters, c) == FcFalse) return false;
  }
  return true;
}

}  // namespace

DrawingFacts drawing_facts() {
  DrawingFacts facts;
  if (!graphviz::load().missing.empty()) return facts;
  const graphviz::Lock lock;
  GVC_t* const context = graphviz::context(lock);
  if (const char* version_text = graphviz::library().gvcVersion(context); version_text != nullptr) {
    facts.graphviz_version = version_text;
  }
  if (!graphviz::load_fonts().missing.empty()) return facts;
  const graphviz::FontLibrary& fonts = graphviz::load_fonts().functions;
  const Pattern wanted(fonts.FcNameParse(reinterpret_cast<const FcChar8*>("Noto Sans Arabic:lang=ar")));
  if (!wanted) return facts;
  fonts.FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  fonts.FcDefaultSubstitute(wanted.get());
  FcResult result{};
  const Pattern font(fonts.FcFontMatch(nullptr, wanted.get(), &result));
  if (!font) return facts;
  facts.has_arabic = has_letters(fonts, font.get());
  FcChar8* family = nullptr;
  if (fonts.FcPatternGetString(font.get(), FC_FAMILY, 0, &family) == FcResultMatch) {
    facts.arabic_font = reinterpret_cast<const char*>(family);
  }
  return facts;
}

}  // namespace isnad
