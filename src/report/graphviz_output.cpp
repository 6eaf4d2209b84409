#include "report/graphviz_output.h"

#include "isnad/messages.h"
#include "report/escape.h"

namespace isnad::graphviz {
namespace {

const char* name_of(PictureFormat format) {
  switch (format) {
    case PictureFormat::dot:
      return "dot";
    case PictureFormat::svg:
      return "svg";
    case PictureFormat::png:
      return "png:cairo";
    case PictureFormat::pdf:
      break;
  }
  return "pdf:cairo";
}

}  // namespace

void set_default(Agraph_t* graph, int kind, const char* name, std::string value) {
  library().agattr(graph, kind, const_cast<char*>(name), value.data());
}

void refer(void* object, const picture::Hyperlink& link, Language language) {
  if (!link.id.empty()) set(object, "id", link.id);
  if (!link.url.empty()) set(object, "URL", dot_escaped(link.url));
  if (!link.tooltip.empty()) set(object, "tooltip", dot_escaped(isolated(link.tooltip, language)));
}

Error failure(Language language, std::string message_text, const char* remedy_key) {
  Error error;
  error.code = ErrorCode::rendering;
  error.message = std::move(message_text);
  if (remedy_key != nullptr) error.remedy = message(language, remedy_key);
  return error;
}

Result<std::string> rendered(Language language, PictureFormat format, const char* engine,
                             const std::function<Graph()>& make,
                             const std::function<std::string(const std::string&)>& tidy) {
  if (const std::string& missing = load().missing; !missing.empty()) {
    return failure(language, "Graphviz: " + missing, "picture.error.no_graphviz.remedy");
  }
  const Library& gv = library();
  const Lock lock;
  GVC_t* const one = context(lock);
  const Graph graph = make();
  const Layout layout(one, graph.get(), engine);
  if (!layout.done()) return failure(language, std::string("Graphviz: ") + engine, nullptr);
  char* data = nullptr;
  unsigned int size = 0;
  // After an error the pointer may point to anything: it is not freed.
  if (gv.gvRenderData(one, graph.get(), name_of(format), &data, &size) != 0 || data == nullptr) {
    return failure(language, std::string("Graphviz: ") + name_of(format), nullptr);
  }
  std::string bytes(data, size);
  gv.gvFreeRenderData(data);
  return format == PictureFormat::svg ? tidy(bytes) : bytes;
}

}  // namespace isnad::graphviz
