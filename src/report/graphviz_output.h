// From a graph to the bytes of a picture.
#pragma once

#include <functional>
#include <string>

#include "isnad/report.h"
#include "report/graphviz_handles.h"
#include "report/layout_scene.h"

namespace isnad::graphviz {

/// Latin letters and digits from the first, Arabic ones from the second, signs from the third: each takes what the
/// ones before it lack. As CSS the list means the same.
inline constexpr std::string_view families = "Noto Sans,Noto Sans Arabic,DejaVu Sans,sans-serif";

/// The default of an attribute; `kind` is AGRAPH, AGNODE or AGEDGE.
void set_default(Agraph_t* graph, int kind, const char* name, std::string value);

/// What a reader can do with a graph, node or edge; nothing where `link` is empty.
void refer(void* object, const picture::Hyperlink& link, Language language);

/// Of drawing; without remedy where `remedy_key` is null.
[[nodiscard]] Error failure(Language language, std::string message_text, const char* remedy_key);

/// What Graphviz draws of the graph that `make` makes, laid out by `engine`; an SVG goes through `tidy`. Holds the lock
/// meanwhile. Errors: rendering.
[[nodiscard]] Result<std::string> rendered(Language language, PictureFormat format, const char* engine,
                                           const std::function<Graph()>& make,
                                           const std::function<std::string(const std::string&)>& tidy);

}  // namespace isnad::graphviz
