#include "rules/element_syntax.h"

#include <fmt/format.h>

#include <charconv>

namespace isnad::rules {
namespace {

constexpr std::int64_t max_repeat = 16;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

bool is_name(std::string_view text) {
  if (text.empty() || !((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'))) return false;
  for (const char c : text) {
    if (!is_name_char(c)) return false;
  }
  return true;
}

bool is_integer(std::string_view text, std::int64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

/// "1..31"
bool is_range(std::string_view text, Condition& condition) {
  const std::size_t dots = text.find("..");
  return dots != std::string_view::npos && is_integer(text.substr(0, dots), condition.least) &&
         is_integer(text.substr(dots + 2), condition.most);
}

/// One of: "1..31", "part", "!part", "part=TEV", "part!=TEV", "part=1..31".
std::optional<Condition> read_condition(std::string_view text) {
  Condition condition;
  if (is_range(text, condition)) {
    condition.kind = Condition::Kind::within;
    condition.field = "value";
    return condition;
  }
  const std::size_t sign = text.find('=');
  if (sign == std::string_view::npos) {
    condition.kind = Condition::Kind::has;
    if (text.starts_with('!')) {
      condition.kind = Condition::Kind::lacks;
      text.remove_prefix(1);
    }
    condition.field = text;
    return is_name(condition.field) ? std::optional(condition) : std::nullopt;
  }
  condition.kind = sign > 0 && text[sign - 1] == '!' ? Condition::Kind::differs : Condition::Kind::equals;
  condition.field = text.substr(0, condition.kind == Condition::Kind::differs ? sign - 1 : sign);
  const std::string_view value = text.substr(sign + 1);
  if (!is_name(condition.field) || value.empty()) return std::nullopt;
  std::int64_t number = 0;
  if (condition.kind == Condition::Kind::equals && is_range(value, condition)) {
    condition.kind = Condition::Kind::within;
  } else if (is_integer(value, number)) {
    condition.value = number;
  } else {
    condition.value = std::string(value);
  }
  return condition;
}

Element::Kind kind_of_name(std::string_view name) {
  if (name == "int") return Element::Kind::integer;
  if (name == "decimal") return Element::Kind::decimal;
  if (name == "word") return Element::Kind::word;
  if (name == "mark") return Element::Kind::mark;
  if (name == "any") return Element::Kind::any_token;
  return Element::Kind::cls;
}

/// Reads an element from its string, left to right.
class ElementParser {
 public:
  ElementParser(const Source& source, const Node& node) : source_(source), node_(node), rest_(node.text) {
    element_.place = source.place(node);
  }

  Element parse() {
    if (rest_.empty()) fail("an element is empty");
    if (rest_ == "^" || rest_ == "$") {
      element_.kind = rest_ == "^" ? Element::Kind::sentence_begin : Element::Kind::sentence_end;
      return element_;
    }
    if (rest_.size() == 1) {  // a mark that is none of the signs below
      element_.text = rest_;
      return element_;
    }
    if (rest_.starts_with('~')) {
      element_.glued = true;
      rest_.remove_prefix(1);
    }
    proclitics();
    suffixes();
    if (rest_.starts_with('@')) {
      named();
    } else {
      element_.text = rest_;
      if (rest_.empty()) fail("an element has no word");
    }
    return element_;
  }

 private:
  void fail(std::string message) {
    source_.report(node_, fmt::format("{}: \"{}\"", message, node_.text),
                   "an element is a word or @class, with optional ~ + ( ) = ? as docs/rules.md tells");
  }

  void proclitics() {
    for (;;) {
      const std::size_t plus = rest_.find('+');
      const std::size_t stop = rest_.find_first_of("@(= ");
      if (plus == std::string_view::npos || plus == 0 || plus + 1 == rest_.size() ||
          (stop != std::string_view::npos && stop < plus)) {
        return;
      }
      std::string_view form = rest_.substr(0, plus);
      NamedClitic clitic;
      clitic.optional = form.ends_with('?');
      if (clitic.optional) form.remove_suffix(1);
      if (form.empty()) fail("a proclitic is empty");
      clitic.form = form;
      element_.proclitics.push_back(std::move(clitic));
      rest_.remove_prefix(plus + 1);
    }
  }

  /// "=name" and "?" behind, in either order; behind the conditions of a class, if there are any.
  void suffixes() {
    const std::size_t paren = rest_.rfind(')');
    const std::size_t from = rest_.starts_with('@') && paren != std::string_view::npos ? paren : 0;
    if (rest_.size() > from + 1 && rest_.ends_with('?')) {
      element_.optional = true;
      rest_.remove_suffix(1);
    }
    const std::size_t sign = rest_.rfind('=');
    if (sign != std::string_view::npos && sign > from) {
      std::string_view name = rest_.substr(sign + 1);
      if (!is_name(name)) fail("a capture needs a name behind \"=\"");
      element_.capture = name;
      rest_ = rest_.substr(0, sign);
    }
    if (!element_.optional && rest_.size() > from + 1 && rest_.ends_with('?')) {
      element_.optional = true;
      rest_.remove_suffix(1);
    }
  }

  void named() {
    rest_.remove_prefix(1);
    const std::size_t paren = rest_.find('(');
    const std::string_view name = rest_.substr(0, paren);
    if (!is_name(name)) fail("a class needs a name behind \"@\"");
    element_.kind = kind_of_name(name);
    element_.text = name;
    if (paren == std::string_view::npos) return;
    std::string_view conditions = rest_.substr(paren + 1);
    if (!conditions.ends_with(')')) return fail("a parenthesis is not closed");
    conditions.remove_suffix(1);
    for (;;) {
      const std::size_t comma = conditions.find(',');
      std::string_view one = conditions.substr(0, comma);
      while (one.starts_with(' ')) one.remove_prefix(1);
      while (one.ends_with(' ')) one.remove_suffix(1);
      if (auto condition = read_condition(one)) {
        element_.conditions.push_back(std::move(*condition));
      } else {
        fail(fmt::format("no condition: \"{}\"", one));
      }
      if (comma == std::string_view::npos) return;
      conditions.remove_prefix(comma + 1);
    }
  }

  const Source& source_;
  const Node& node_;
  std::string_view rest_;
  Element element_;
};

std::vector<std::vector<Element>> read_branches(const Source& source, const Node& node) {
  std::vector<std::vector<Element>> branches;
  if (!node.is(Node::Kind::array) || node.items.empty()) {
    source.report(node, "\"any\" must be a list of alternatives");
  }
  for (const Node& item : node.items) {
    // An alternative of one element may stand without its own list.
    if (item.is(Node::Kind::array)) {
      branches.push_back(read_sequence(source, item));
    } else {
      branches.push_back({read_element(source, item)});
    }
  }
  return branches;
}

Element read_element_object(const Source& source, const Node& node) {
  Element element;
  element.place = source.place(node);
  ObjectReader reader(source, node);
  if (const Node* cls = reader.optional("class")) {
    const std::string name = read_text(source, *cls);
    if (!is_name(name)) source.report(*cls, fmt::format("no name of a class: \"{}\"", name));
    element.kind = kind_of_name(name);
    element.text = name;
    if (const Node* where = reader.optional("where")) {
      for (const Member& member : where->members) {
        Condition condition;
        condition.kind = Condition::Kind::equals;
        condition.field = member.key;
        condition.value = read_scalar(source, member.value);
        element.conditions.push_back(std::move(condition));
      }
    }
  } else if (const Node* word = reader.optional("word")) {
    element.text = read_text(source, *word);
    if (element.text.empty()) source.report(*word, "a word is empty");
  } else if (const Node* any = reader.optional("any")) {
    element.kind = Element::Kind::choice;
    element.branches = read_branches(source, *any);
  } else if (const Node* optional = reader.optional("optional")) {
    element.kind = Element::Kind::repeat;
    element.least = 0;
    element.branches.push_back(read_sequence(source, *optional));
  } else if (const Node* repeat = reader.optional("repeat")) {
    element.kind = Element::Kind::repeat;
    element.branches.push_back(read_sequence(source, *repeat));
    const std::int64_t least = reader.integer_or("min", 1);
    const std::int64_t most = reader.integer_or("max", max_repeat);
    if (least < 0 || most < 1 || least > most || most > max_repeat) {
      source.report(node, fmt::format("a repetition needs 0 <= min <= max <= {}", max_repeat));
    } else {
      element.least = static_cast<std::uint32_t>(least);
      element.most = static_cast<std::uint32_t>(most);
    }
  } else {
    source.report(node, "an element needs one of: class, word, any, optional, repeat");
  }
  const bool single = element.kind != Element::Kind::choice && element.kind != Element::Kind::repeat;
  if (single) {
    element.glued = reader.flag_or("glued", false);
    for (std::string& form : reader.texts("proclitics")) {
      const bool optional = form.ends_with('?');
      if (optional) form.pop_back();
      element.proclitics.push_back({std::move(form), optional});
    }
    element.optional = reader.flag_or("may_miss", false);
  }
  element.capture = reader.text_or("as", "");
  if (!element.capture.empty() && !is_name(element.capture)) source.report(node, "\"as\" needs a name");
  reader.finish();
  return element;
}

}  // namespace

Element read_element(const Source& source, const Node& node) {
  if (node.is(Node::Kind::string)) return ElementParser(source, node).parse();
  return read_element_object(source, node);
}

std::vector<Element> read_sequence(const Source& source, const Node& node) {
  std::vector<Element> sequence;
  if (!node.is(Node::Kind::array) || node.items.empty()) {
    source.report(node, "expected a list of elements that is not empty");
  }
  for (const Node& item : node.items) {
    sequence.push_back(read_element(source, item));
    const Element::Kind kind = sequence.back().kind;
    if (kind == Element::Kind::sentence_begin || kind == Element::Kind::sentence_end) {
      source.report(item, "\"^\" and \"$\" stand only in before, not_before, after and not_after");
    }
  }
  return sequence;
}

Guards read_guards(const Source& source, ObjectReader& reader) {
  Guards guards;
  const auto read = [&](std::string_view key, std::vector<Element>& elements) {
    const Node* node = reader.optional(key);
    if (node == nullptr) return;
    if (!node->is(Node::Kind::array) || node->items.empty()) {
      source.report(*node, fmt::format("\"{}\" must be a list of elements", key));
    }
    for (const Node& item : node->items) {
      Element element = read_element(source, item);
      if (element.kind == Element::Kind::choice || element.kind == Element::Kind::repeat || element.optional ||
          !element.capture.empty()) {
        source.report(item, fmt::format("an element of \"{}\" is one word or class, without capture", key));
      }
      elements.push_back(std::move(element));
    }
  };
  read("before", guards.before);
  read("not_before", guards.not_before);
  read("after", guards.after);
  read("not_after", guards.not_after);
  return guards;
}

}  // namespace isnad::rules
