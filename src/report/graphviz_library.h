// Graphviz and fontconfig, loaded when the first picture is drawn or looked into: with what they need themselves they
// are half of the libraries of the program, and most commands draw nothing. Measured: `isnad solve` starts in half the
// time without them.
#pragma once

#include <fontconfig/fontconfig.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <string>

namespace isnad::graphviz {

/// The functions of Graphviz that the project calls, by their own names.
struct Library {
  decltype(&::agopen) agopen = nullptr;
  decltype(&::agclose) agclose = nullptr;
  decltype(&::agnode) agnode = nullptr;
  decltype(&::agedge) agedge = nullptr;
  decltype(&::agattr) agattr = nullptr;
  decltype(&::agsafeset) agsafeset = nullptr;
  decltype(&::agseterr) agseterr = nullptr;
  Agdesc_t* undirected = nullptr;  ///< Agundirected
  Agdesc_t* directed = nullptr;    ///< Agdirected
  decltype(&::gvContext) gvContext = nullptr;
  decltype(&::gvcVersion) gvcVersion = nullptr;
  decltype(&::gvLayout) gvLayout = nullptr;
  decltype(&::gvFreeLayout) gvFreeLayout = nullptr;
  decltype(&::gvRenderData) gvRenderData = nullptr;
  decltype(&::gvFreeRenderData) gvFreeRenderData = nullptr;
};

/// The same of fontconfig.
struct FontLibrary {
  decltype(&::FcNameParse) FcNameParse = nullptr;
  decltype(&::FcPatternDestroy) FcPatternDestroy = nullptr;
  decltype(&::FcConfigSubstitute) FcConfigSubstitute = nullptr;
  decltype(&::FcDefaultSubstitute) FcDefaultSubstitute = nullptr;
  decltype(&::FcFontMatch) FcFontMatch = nullptr;
  decltype(&::FcPatternGetCharSet) FcPatternGetCharSet = nullptr;
  decltype(&::FcPatternGetString) FcPatternGetString = nullptr;
  decltype(&::FcCharSetHasChar) FcCharSetHasChar = nullptr;
};

template <class Functions>
struct Loaded {
  Functions functions;
  std::string missing;  ///< what could not be loaded and why, in the loader's words; empty: all is there
};

/// Loaded once, by the first caller, and never unloaded. Any thread may ask.
[[nodiscard]] const Loaded<Library>& load();
[[nodiscard]] const Loaded<FontLibrary>& load_fonts();

/// For whoever knows that load() went well.
[[nodiscard]] inline const Library& library() { return load().functions; }

}  // namespace isnad::graphviz
