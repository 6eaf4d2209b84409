#include "report/graphviz_library.h"

#include <dlfcn.h>

namespace isnad::graphviz {
namespace {

/// Fills pointers with the symbols of a shared library; notes the first thing that is missing.
class SharedLibrary {
 public:
  SharedLibrary(const char* name, std::string& missing) : missing_(missing), handle_(dlopen(name, RTLD_LAZY)) {
    if (handle_ == nullptr) note();
  }

  template <class Symbol>
  void find(Symbol*& symbol, const char* name) {
    if (handle_ == nullptr) return;
    symbol = reinterpret_cast<Symbol*>(dlsym(handle_, name));
    if (symbol == nullptr) note();
  }

 private:
  void note() {
    const char* why = dlerror();
    if (missing_.empty() && why != nullptr) missing_ = why;
  }

  std::string& missing_;
  void* handle_;
};

Loaded<Library> load_once() {
  Loaded<Library> out;
  Library& f = out.functions;
  SharedLibrary cgraph(ISNAD_CGRAPH_LIBRARY, out.missing);
  cgraph.find(f.agopen, "agopen");
  cgraph.find(f.agclose, "agclose");
  cgraph.find(f.agnode, "agnode");
  cgraph.find(f.agedge, "agedge");
  cgraph.find(f.agattr, "agattr");
  cgraph.find(f.agsafeset, "agsafeset");
  cgraph.find(f.agseterr, "agseterr");
  cgraph.find(f.undirected, "Agundirected");
  cgraph.find(f.directed, "Agdirected");
  SharedLibrary gvc(ISNAD_GVC_LIBRARY, out.missing);
  gvc.find(f.gvContext, "gvContext");
  gvc.find(f.gvcVersion, "gvcVersion");
  gvc.find(f.gvLayout, "gvLayout");
  gvc.find(f.gvFreeLayout, "gvFreeLayout");
  gvc.find(f.gvRenderData, "gvRenderData");
  gvc.find(f.gvFreeRenderData, "gvFreeRenderData");
  return out;
}

Loaded<FontLibrary> load_fonts_once() {
  Loaded<FontLibrary> out;
  FontLibrary& f = out.functions;
  SharedLibrary fontconfig(ISNAD_FONTCONFIG_LIBRARY, out.missing);
  fontconfig.find(f.FcNameParse, "FcNameParse");
  fontconfig.find(f.FcPatternDestroy, "FcPatternDestroy");
  fontconfig.find(f.FcConfigSubstitute, "FcConfigSubstitute");
  fontconfig.find(f.FcDefaultSubstitute, "FcDefaultSubstitute");
  fontconfig.find(f.FcFontMatch, "FcFontMatch");
  fontconfig.find(f.FcPatternGetCharSet, "FcPatternGetCharSet");
  fontconfig.find(f.FcPatternGetString, "FcPatternGetString");
  fontconfig.find(f.FcCharSetHasChar, "FcCharSetHasChar");
  return out;
}

}  // namespace

const Loaded<Library>& load() {
  static const Loaded<Library> one = load_once();
  return one;
}

const Loaded<FontLibrary>& load_fonts() {
  static const Loaded<FontLibrary> one = load_fonts_once();
  return one;
}

}  // namespace isnad::graphviz
