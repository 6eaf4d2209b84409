#include "cli/timex_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace isnad::cli {
namespace {

struct Node {
  std::string text;
  std::vector<Node> children;
};

std::string show(const Scalar& scalar) {
  if (const auto* number = std::get_if<std::int64_t>(&scalar)) return std::to_string(*number);
  return std::get<std::string>(scalar);
}

std::string show(const Record& record) {
  std::string text;
  for (const auto& [name, value] : record.fields()) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", name, show(value));
  }
  return "{" + text + "}";
}

class Reader {
 public:
  Reader(const Document& document, const Grammar& grammar, const Annotation& annotation)
      : document_(document), grammar_(grammar), annotation_(annotation) {}

  /// What the rule of an item took: its captures, each with what it is.
  [[nodiscard]] Node node(const Item& item, const std::string& name) const {
    Node out;
    const std::string_view surface = slice(document_.text, {document_.index, item.begin, item.end});
    out.text = fmt::format("{}\"{}\"  {}  {}", name.empty() ? "" : name + " = ", surface, grammar_.rule_name(item.rule),
                           show(item.value));
    for (const Capture& capture : item.captures) {
      if (const Item* part = part_of(capture)) {
        out.children.push_back(node(*part, capture.name));
      } else {
        const ByteOffset begin = document_.tokens[capture.first].begin;
        const ByteOffset end = document_.tokens[capture.last - 1].end;
        out.children.push_back(
            {fmt::format("{} = \"{}\"", capture.name, slice(document_.text, {document_.index, begin, end})), {}});
      }
    }
    return out;
  }

 private:
  /// The item that a capture took; nothing for a token, and for a value that is no item of its own.
  [[nodiscard]] const Item* part_of(const Capture& capture) const {
    if (!capture.cls) return nullptr;
    for (const Item* item : annotation_.at(capture.first, *capture.cls)) {
      if (item->last == capture.last) return item;
    }
    return nullptr;
  }

  const Document& document_;
  const Grammar& grammar_;
  const Annotation& annotation_;
};

void draw(const Node& node, const std::string& indent, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const bool last = i + 1 == node.children.size();
    out += indent + (last ? "\u2514\u2500 " : "\u251C\u2500 ") + node.children[i].text + '\n';
    draw(node.children[i], indent + (last ? "   " : "\u2502  "), out);
  }
}

}  // namespace

std::string timex_tree(const Document& document, const Grammar& grammar, const Annotation& annotation,
                       const Timex& timex, Language language) {
  Node root;
  root.text = fmt::format("\"{}\" = {}", slice(document.text, timex.span), timex.value);
  if (!timex.mod.empty()) root.text += " " + timex.mod;
  const auto item = std::find_if(annotation.items.begin(), annotation.items.end(), [&](const Item& i) {
    return i.first == timex.first && i.last == timex.last && grammar.rule_name(i.rule) == timex.rule;
  });
  if (item != annotation.items.end()) {
    root.children.push_back(Reader(document, grammar, annotation).node(*item, {}));
  }
  // Each step counts from the one before it.
  Node steps;
  Node* at = &steps;
  for (const Bilingual& step : timex.derivation) {
    at->children.push_back({in(step, language), {}});
    at = &at->children.back();
  }
  for (Node& step : steps.children) root.children.push_back(std::move(step));
  std::string out = root.text + '\n';
  draw(root, {}, out);
  return out;
}

}  // namespace isnad::cli
