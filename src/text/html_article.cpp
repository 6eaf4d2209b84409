// The article in an HTML page.
//
// Gumbo's own destructor recurses, and so would a naive walk: a page of nested <div> without end would exhaust the
// stack. The tree is therefore built in an arena that is dropped as a whole, and walked by its parent pointers.
// Looking for open elements costs Gumbo time in proportion to the depth, so pages nested deeper than any real one are
// refused before.
#include <gumbo.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <vector>

#include "isnad/text.h"
#include "text/html_metadata.h"
#include "text/unicode.h"

namespace isnad {
namespace {

using text::CharClass;
using text::CodePoint;

/// Memory that is given back all at once.
class Arena {
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

/// Not the article: scripts, navigation, forms.
bool is_left_out(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
      return true;
    default:
      return false;
  }
}

/// Runs on in the line.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const GumboElement& e) {
  if (gumbo_get_attribute(&e.attributes, "hidden") != nullptr) return true;
  const GumboAttribute* hidden = gumbo_get_attribute(&e.attributes, "aria-hidden");
  return hidden != nullptr && std::string_view(hidden->value) == "true";
}

/// Lines of text, with white space as HTML collapses it.
class LineWriter {
 public:
  void write(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
      const CodePoint c = text::code_point_at(utf8, at);
      const bool space =
          c.value == U' ' || c.value == U'\n' || c.value == U'\t' || c.value == U'\r' || c.value == U'\f';
      if (!space) {
        if (space_ && !line_.empty()) line_.push_back(' ');
        if (line_.empty() && bullet_) line_ = "- ";
        line_.append(utf8.substr(at, c.size));
      }
      space_ = space || (space_ && line_.empty());
      at += c.size;
    }
  }
  void end_line() {
    if (!line_.empty()) {
      text_ += line_;
      text_.push_back('\n');
    }
    line_.clear();
    space_ = false;
    bullet_ = false;
  }
  /// The next line is an item of a list.
  void begin_item() { bullet_ = true; }
  std::string take() {
    end_line();
    return std::move(text_);
  }
  [[nodiscard]] std::size_t size() const { return text_.size() + line_.size(); }

 private:
  std::string text_, line_;
  bool space_ = false;
  bool bullet_ = false;
};

const GumboVector* children(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

/// Calls enter(node) before and leave(node) behind its children; enter says whether to go in. No recursion.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  const GumboNode* node = &root;
  for (;;) {
    const GumboVector* below = enter(*node) ? children(*node) : nullptr;
    if (below != nullptr && below->length > 0) {
      node = static_cast<const GumboNode*>(below->data[0]);
      continue;
    }
    for (;;) {
      leave(*node);
      if (node == &root) return;
      const GumboNode* parent = node->parent;
      const GumboVector* siblings = children(*parent);
      const std::size_t next = node->index_within_parent + 1;
      if (siblings != nullptr && next < siblings->length) {
        node = static_cast<const GumboNode*>(siblings->data[next]);
        break;
      }
      node = parent;
    }
  }
}

std::string text_of(const GumboNode& root) {
  LineWriter out;
  walk(
      root,
      [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
          out.write(node.v.text.text);
          return false;
        }
        if (node.type != GUMBO_NODE_ELEMENT) return node.type == GUMBO_NODE_DOCUMENT;
        const GumboElement& e = node.v.element;
        if (is_left_out(e.tag) || is_hidden(e)) return false;
        if (!is_inline(e.tag)) out.end_line();
        if (e.tag == GUMBO_TAG_LI) out.begin_item();
        return true;
      },
      [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT && !is_inline(node.v.element.tag)) out.end_line();
      });
  return out.take();
}

bool is_article_root(const GumboElement& e) {
  if (e.tag == GUMBO_TAG_ARTICLE || e.tag == GUMBO_TAG_MAIN) return true;
  const GumboAttribute* property = gumbo_get_attribute(&e.attributes, "itemprop");
  return property != nullptr && std::string_view(property->value) == "articleBody";
}

/// The text of the element that holds the article: of the outermost <article>, <main> or articleBody elements the one
/// with the most text; the whole page where none has a paragraph's worth.
std::string article_text(const GumboNode& root) {
  constexpr std::size_t paragraph = 200;
  std::string best;
  walk(
      root,
      [&](const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return node.type == GUMBO_NODE_DOCUMENT;
        if (!is_article_root(node.v.element)) return !is_left_out(node.v.element.tag);
        std::string text = text_of(node);
        if (text.size() > best.size()) best = std::move(text);
        return false;
      },
      [](const GumboNode&) {});
  return best.size() >= paragraph ? best : text_of(root);
}

text::HtmlMetadata metadata_of(const GumboNode& root) {
  text::HtmlMetadata metadata;
  walk(
      root,
      [&](const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return node.type == GUMBO_NODE_DOCUMENT;
        const GumboElement& e = node.v.element;
        const auto attribute = [&](const char* name) -> std::string_view {
          const GumboAttribute* a = gumbo_get_attribute(&e.attributes, name);
          return a == nullptr ? std::string_view() : std::string_view(a->value);
        };
        const auto content = [&]() -> std::string_view {
          if (e.children.length == 0) return {};
          const auto& child = *static_cast<const GumboNode*>(e.children.data[0]);
          return child.type == GUMBO_NODE_TEXT ? std::string_view(child.v.text.text) : std::string_view();
        };
        if (e.tag == GUMBO_TAG_META) {
          for (const char* name : {"property", "name", "itemprop"})
            metadata.meta(attribute(name), attribute("content"));
        } else if (e.tag == GUMBO_TAG_LINK && attribute("rel") == "canonical") {
          metadata.canonical(attribute("href"));
        } else if (e.tag == GUMBO_TAG_TITLE) {
          metadata.page_title(content());
        } else if (e.tag == GUMBO_TAG_SCRIPT && attribute("type") == "application/ld+json") {
          metadata.json_ld(content());
        } else if (e.tag == GUMBO_TAG_TIME && attribute("itemprop") == "datePublished") {
          metadata.meta("datePublished", attribute("datetime"));
        }
        return e.tag != GUMBO_TAG_SVG;
      },
      [](const GumboNode&) {});
  return metadata;
}

Error too_large(std::string message) {
  return {ErrorCode::too_large, std::move(message), {}, {0, 0}, "save the article as plain text", {}};
}

}  // namespace

Result<HtmlArticle> article_of_html(std::string_view utf8) {
  if (utf8.size() > max_html_bytes) {
    return too_large("HTML page of " + std::to_string(utf8.size()) + " bytes; the limit is " +
                     std::to_string(max_html_bytes));
  }
  if (nesting(utf8) > max_nesting) {
    return too_large("HTML nested deeper than " + std::to_string(max_nesting) + " elements");
  }
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* page = gumbo_parse_with_options(&options, utf8.data(), utf8.size());
  HtmlArticle article;
  article.text = article_text(*page->document);
  article.source = metadata_of(*page->document).source();
  return article;
}

}  // namespace isnad
