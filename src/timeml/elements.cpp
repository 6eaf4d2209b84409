// XML by Expat: no recursion, nothing loaded from elsewhere. Declarations of entities are refused, so that none can
// expand into more than the file holds ("billion laughs") or nest ever deeper.
#include "timeml/elements.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

/// The first `limit` bytes, cut between characters of UTF-8.
std::string_view cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return text.substr(0, limit);
}

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

class Reader {
 public:
  Reader() : parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &start_tag, &end_tag);
    XML_SetCharacterDataHandler(parser_.get(), &characters);
    XML_SetEntityDeclHandler(parser_.get(), &entity_declared);
  }

  Result<Elements> read(std::string_view xml, const std::string& path) {
    Error error{ErrorCode::bad_timeml, {}, path, {0, 0}, {}, {}};
    if (xml.size() > std::size_t{std::numeric_limits<int>::max()}) {
      error.code = ErrorCode::too_large;
      error.message = "larger than 2 GiB";
      error.remedy = "split it";
      return error;
    }
    const XML_Status status = XML_Parse(parser_.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status == XML_STATUS_ERROR) {
      error.place = entity_ ? *entity_ : here();
      error.message = entity_ ? "the file declares an entity, which TimeML has no need of"
                              : fmt::format("no well-formed XML: {}", XML_ErrorString(XML_GetErrorCode(parser_.get())));
      error.remedy = entity_ ? "remove the declaration, and write what it stands for" : "repair the XML at this place";
      return error;
    }
    if (!timeml_root_ && elements_.list.empty()) {
      error.message = "this is no TimeML: it has neither EVENT nor TIMEX3 nor TLINK, and its root is not TimeML";
      error.remedy = "name TimeML files (.tml)";
      error.place = {1, 1};
      return error;
    }
    return std::move(elements_);
  }

 private:
  LineColumn here() const {
    return {static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())),
            static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get())) + 1};
  }

  /// Nothing may be thrown through Expat, which is C.
  template <class Action>
  static void guarded(void* user, Action action) {
    auto& self = *static_cast<Reader*>(user);
    try {
      action(self);
    } catch (...) {
      self.thrown_ = std::current_exception();
      XML_StopParser(self.parser_.get(), XML_FALSE);
    }
  }

  static void start_tag(void* user, const XML_Char* name, const XML_Char** attributes) {
    guarded(user, [&](Reader& self) { self.start(local_name(name), attributes); });
  }
  static void end_tag(void* user, const XML_Char* name) {
    guarded(user, [&](Reader& self) {
      const std::string_view local = local_name(name);
      if (!self.open_.empty() && (local == "EVENT" || local == "TIMEX3")) self.open_.pop_back();
    });
  }
  static void characters(void* user, const XML_Char* text, int length) {
    guarded(user, [&](Reader& self) { self.add_text({text, static_cast<std::size_t>(length)}); });
  }
  static void entity_declared(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                              const XML_Char*, const XML_Char*) {
    auto& self = *static_cast<Reader*>(user);
    self.entity_ = self.here();
    XML_StopParser(self.parser_.get(), XML_FALSE);
  }

  void start(std::string_view name, const XML_Char** attributes) {
    if (!root_seen_) {
      root_seen_ = true;
      std::string root(name);
      std::transform(root.begin(), root.end(), root.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
      timeml_root_ = root.find("timeml") != std::string::npos;
    }
    if (name == "SLINK" || name == "ALINK" || name == "CLINK") {
      ++elements_.other_links;
      return;
    }
    const bool has_text = name == "EVENT" || name == "TIMEX3";
    if (!has_text && name != "MAKEINSTANCE" && name != "TLINK") return;
    Element element;
    element.name = name;
    element.place = here();
    for (; *attributes != nullptr; attributes += 2) {
      element.attributes.push_back({std::string(local_name(attributes[0])), attributes[1]});
    }
    if (has_text) open_.push_back(elements_.list.size());
    elements_.list.push_back(std::move(element));
  }

  /// White space becomes one space each, so that the words stand on a line.
  void add_text(std::string_view text) {
    if (open_.empty()) return;
    std::string& words = elements_.list[open_.back()].text;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (space && (words.empty() || words.back() == ' ')) continue;
      if (words.size() > max_text) break;
      words += space ? ' ' : c;
    }
    words = cut(words, max_text);
  }

  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  Elements elements_;
  std::vector<std::size_t> open_;  ///< EVENT and TIMEX3 whose end tags are to come
  std::optional<LineColumn> entity_;
  std::exception_ptr thrown_;
  bool root_seen_ = false;
  bool timeml_root_ = false;
};

}  // namespace

std::string_view Element::get(std::initializer_list<std::string_view> names) const {
  for (const std::string_view wanted : names) {
    for (const Attribute& attribute : attributes) {
      if (attribute.name == wanted && !attribute.value.empty()) return attribute.value;
    }
  }
  return {};
}

Result<Elements> read_elements(std::string_view xml, const std::string& path) { return Reader().read(xml, path); }

std::string quoted(std::string_view text) {
  constexpr std::size_t readable = 60;
  const std::string_view shown = cut(text, readable);
  return fmt::format("\"{}{}\"", shown, shown.size() < text.size() ? "..." : "");
}

}  // namespace isnad::tml
