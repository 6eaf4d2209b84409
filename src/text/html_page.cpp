#include "text/html_page.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace isnad::text {

/// Memory that is given back all at once.
class HtmlPage::Arena {
 public:
  static void* allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void release(void*, void*) {}

 private:
  void* take(std::size_t size) {
    constexpr std::size_t alignment = alignof(std::max_align_t);
    constexpr std::size_t chunk = std::size_t{1} << 20;
    size = (size + alignment - 1) / alignment * alignment;
    if (size > left_) {
      const std::size_t room = size > chunk ? size : chunk;
      chunks_.push_back(std::make_unique<std::byte[]>(room));
      next_ = chunks_.back().get();
      left_ = room;
    }
    void* p = next_;
    next_ += size;
    left_ -= size;
    return p;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

namespace {

constexpr std::size_t max_html_bytes = std::size_t{16} << 20;
constexpr std::size_t max_nesting = 2000;

/// Tags that need no end tag: they do not nest, however often they are opened.
bool closes_itself(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_OPTION:
      return true;
    default:
      return false;
  }
}

/// An upper bound of how deep the tags nest, without parsing.
std::size_t nesting(std::string_view html) {
  std::size_t depth = 0, deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    std::size_t name = at + 1;
    const bool closing = name < html.size() && html[name] == '/';
    if (closing) ++name;
    std::size_t end = name;
    while (end < html.size() && end - name < 16 && std::isalnum(static_cast<unsigned char>(html[end])) != 0) ++end;
    if (end == name) continue;
    const std::string tag(html.substr(name, end - name));
    if (closes_itself(gumbo_tag_enum(tag.c_str()))) continue;
    if (!closing) {
      deepest = std::max(deepest, ++depth);
    } else if (depth > 0) {
      --depth;
    }
  }
  return deepest;
}

Error too_large(std::string message) {
  return {ErrorCode::too_large, std::move(message), {}, {0, 0}, "save the article as plain text", {}};
}

}  // namespace

HtmlPage::HtmlPage(std::unique_ptr<Arena> arena, const GumboNode* document)
    : arena_(std::move(arena)), document_(document) {}
HtmlPage::HtmlPage(HtmlPage&&) noexcept = default;
HtmlPage& HtmlPage::operator=(HtmlPage&&) noexcept = default;
HtmlPage::~HtmlPage() = default;

Result<HtmlPage> HtmlPage::parse(std::string_view utf8) {
  if (utf8.size() > max_html_bytes) {
    return too_large("HTML page of " + std::to_string(utf8.size()) + " bytes; the limit is " +
                     std::to_string(max_html_bytes));
  }
  if (nesting(utf8) > max_nesting) {
    return too_large("HTML nested deeper than " + std::to_string(max_nesting) + " elements");
  }
  auto arena = std::make_unique<Arena>();
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = arena.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
  return HtmlPage(std::move(arena), output->document);
}

const GumboVector* children(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

}  // namespace isnad::text
