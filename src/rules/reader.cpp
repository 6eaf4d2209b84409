#include "rules/reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::rules {
namespace {
const Node absent;
}

void Diagnosis::report(Place place, std::string message, std::string remedy) {
  if (error_) return;
  error_ = error_at(files_[place.file], place.at, ErrorCode::bad_rule, std::move(message), std::move(remedy));
}

void Diagnosis::report(Error error) {
  if (!error_) error_ = std::move(error);
}

ObjectReader::ObjectReader(const Source& source, const Node& node)
    : source_(source), node_(node), known_{"about", "source", "reason"} {
  if (!node.is(Node::Kind::object)) {
    source.report(node, fmt::format("expected an object, found {}", name_of(node.kind)));
    return;
  }
  for (const std::string_view key : {"about", "source", "reason"}) {
    if (const Node* note = node.find(key)) (void)read_text(source, *note);
  }
}

const Node* ObjectReader::optional(std::string_view key) {
  known_.push_back(key);
  return node_.find(key);
}

const Node& ObjectReader::required(std::string_view key) {
  const Node* node = optional(key);
  if (node == nullptr) {
    source_.report(node_, fmt::format("\"{}\" is missing", key));
    return absent;
  }
  return *node;
}

std::string ObjectReader::text(std::string_view key) {
  const Node& node = required(key);
  if (node.is(Node::Kind::null)) return {};
  std::string text = read_text(source_, node);
  if (text.empty()) source_.report(node, fmt::format("\"{}\" is empty", key));
  return text;
}

std::string ObjectReader::text_or(std::string_view key, std::string_view otherwise) {
  const Node* node = optional(key);
  return node == nullptr ? std::string(otherwise) : read_text(source_, *node);
}

std::int64_t ObjectReader::integer_or(std::string_view key, std::int64_t otherwise) {
  const Node* node = optional(key);
  if (node == nullptr) return otherwise;
  if (!node->is(Node::Kind::integer)) {
    source_.report(*node, fmt::format("\"{}\" must be an integer, found {}", key, name_of(node->kind)));
  }
  return node->number;
}

bool ObjectReader::flag_or(std::string_view key, bool otherwise) {
  const Node* node = optional(key);
  if (node == nullptr) return otherwise;
  if (!node->is(Node::Kind::boolean)) {
    source_.report(*node, fmt::format("\"{}\" must be true or false, found {}", key, name_of(node->kind)));
  }
  return node->flag;
}

std::vector<std::string> ObjectReader::texts(std::string_view key) {
  const Node* node = optional(key);
  return node == nullptr ? std::vector<std::string>{} : read_texts(source_, *node);
}

const std::vector<Node>& ObjectReader::list(std::string_view key) {
  const Node* node = optional(key);
  if (node == nullptr) return absent.items;
  if (!node->is(Node::Kind::array)) {
    source_.report(*node, fmt::format("\"{}\" must be a list, found {}", key, name_of(node->kind)));
  }
  return node->items;
}

void ObjectReader::finish() {
  for (const Member& member : node_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    source_.diagnosis->report({source_.file, member.at}, fmt::format("unknown key \"{}\"", member.key),
                              fmt::format("known here: {}", fmt::join(known_, ", ")));
  }
}

std::string read_text(const Source& source, const Node& node) {
  if (!node.is(Node::Kind::string)) {
    source.report(node, fmt::format("expected a string, found {}", name_of(node.kind)));
  }
  return node.text;
}

Scalar read_scalar(const Source& source, const Node& node) {
  if (node.is(Node::Kind::integer)) return node.number;
  if (node.is(Node::Kind::string)) return node.text;
  source.report(node, fmt::format("expected an integer or a string, found {}", name_of(node.kind)));
  return std::int64_t{0};
}

Record read_fields(const Source& source, const Node& node) {
  Record record;
  if (!node.is(Node::Kind::object)) {
    source.report(node, fmt::format("expected an object of fields, found {}", name_of(node.kind)));
  }
  for (const Member& member : node.members) record.set(member.key, read_scalar(source, member.value));
  return record;
}

std::vector<std::string> read_texts(const Source& source, const Node& node) {
  std::vector<std::string> texts;
  if (node.is(Node::Kind::string)) {
    texts.push_back(node.text);
    return texts;
  }
  if (!node.is(Node::Kind::array)) {
    source.report(node, fmt::format("expected a list of strings, found {}", name_of(node.kind)));
  }
  for (const Node& item : node.items) texts.push_back(read_text(source, item));
  return texts;
}

Bilingual read_bilingual(const Source& source, const Node& node) {
  ObjectReader reader(source, node);
  Bilingual text{reader.text("ar"), reader.text("en")};
  reader.finish();
  return text;
}

}  // namespace isnad::rules
