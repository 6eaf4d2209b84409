// Thin owners of Graphviz's handles.
//
// libgvc keeps state that threads would share (fonts, plug-ins, the error level): whoever holds a GraphvizLock may use
// it. Measured: four threads with contexts of their own crash, under one lock they do not.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "report/graphviz_library.h"

namespace isnad::graphviz {

/// Held while Graphviz is used, which load() must have found; keeps it from printing warnings.
class Lock {
 public:
  Lock() : lock_(mutex()), level_(library().agseterr(AGMAX)) {}
  ~Lock() { library().agseterr(level_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  std::lock_guard<std::mutex> lock_;
  agerrlevel_t level_;
};

/// The one context of the process; only for whoever holds a Lock. It is never freed: the pango plug-in remembers the
/// name of the font that it used last by a pointer into its context (Graphviz 2.42), so that a second context would
/// compare with freed memory.
inline GVC_t* context(const Lock& /*held*/) {
  static GVC_t* const one = library().gvContext();
  return one;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { library().agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

/// A layout of `graph` in `context`, freed before either.
class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph, const char* engine)
      : context_(context), graph_(graph), done_(library().gvLayout(context, graph, engine) == 0) {}
  ~Layout() {
    if (done_) library().gvFreeLayout(context_, graph_);
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  [[nodiscard]] bool done() const { return done_; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  bool done_;
};

/// Sets an attribute of a graph, node or edge. cgraph takes char* and copies.
inline void set(void* object, const char* name, const std::string& value) {
  library().agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

}  // namespace isnad::graphviz
