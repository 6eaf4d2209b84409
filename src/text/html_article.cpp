// The article in an HTML page: its text as lines, and what the page says of itself.
#include <gumbo.h>

#include "isnad/text.h"
#include "text/html_metadata.h"
#include "text/html_page.h"
#include "text/unicode.h"

namespace isnad {
namespace {

using text::CodePoint;
using text::walk;

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

}  // namespace

Result<HtmlArticle> article_of_html(std::string_view utf8) {
  const Result<text::HtmlPage> page = text::HtmlPage::parse(utf8);
  if (!page) return page.error();
  HtmlArticle article;
  article.text = article_text(page->document());
  article.source = metadata_of(page->document()).source();
  return article;
}

}  // namespace isnad
