#include "rules/value_program.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace isnad::rules {
namespace {

/// expression = product { ("+" | "-") product }; product = operand { "*" operand }; operand = integer | "$" name.
class ExpressionParser {
 public:
  ExpressionParser(std::string_view text, const std::vector<CaptureInfo>& captures, ValuePool& pool)
      : rest_(text), captures_(captures), pool_(pool) {}

  std::optional<std::vector<Product>> parse() {
    std::vector<Product> sum;
    std::int64_t sign = 1;
    for (;;) {
      Product product;
      product.sign = sign;
      do {
        auto operand = read_operand();
        if (!operand) return std::nullopt;
        product.factors.push_back(*operand);
      } while (take('*'));
      sum.push_back(std::move(product));
      if (take('+')) {
        sign = 1;
      } else if (take('-')) {
        sign = -1;
      } else {
        break;
      }
    }
    if (!rest_.empty()) return fail(fmt::format("\"{}\" is not understood", rest_));
    return sum;
  }

  [[nodiscard]] const std::string& problem() const { return problem_; }

 private:
  std::nullopt_t fail(std::string problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    return std::nullopt;
  }
  void skip_spaces() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }
  bool take(char sign) {
    skip_spaces();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<Operand> read_operand() {
    skip_spaces();
    Operand operand;
    if (!rest_.starts_with('$')) {
      const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), operand.number);
      if (error != std::errc()) return fail("an integer or a capture is missing");
      operand.constant = true;
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      return operand;
    }
    rest_.remove_prefix(1);
    std::size_t size = 0;
    const auto is_name_char = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    while (size < rest_.size() && is_name_char(rest_[size])) ++size;
    const std::string_view name = rest_.substr(0, size);
    rest_.remove_prefix(size);
    const std::size_t dot = name.find('.');
    const std::string_view capture = name.substr(0, dot);
    const std::string_view field = dot == std::string_view::npos ? "value" : name.substr(dot + 1);
    const auto info =
        std::find_if(captures_.begin(), captures_.end(), [&](const auto& c) { return c.name == capture; });
    if (info == captures_.end()) return fail(fmt::format("no element is captured as \"{}\"", capture));
    operand.capture = static_cast<std::uint16_t>(info - captures_.begin());
    operand.field = pool_.field(field);
    if (!std::binary_search(info->fields.begin(), info->fields.end(), operand.field)) {
      return fail(fmt::format("what \"{}\" captures never has a field \"{}\"", capture, field));
    }
    return operand;
  }

  std::string_view rest_;
  const std::vector<CaptureInfo>& captures_;
  ValuePool& pool_;
  std::string problem_;
};

class ProgramCompiler {
 public:
  ProgramCompiler(const PatternRule& pattern, const std::vector<CaptureInfo>& captures, ValuePool& pool,
                  Diagnosis& diagnosis)
      : pattern_(pattern), captures_(captures), pool_(pool), diagnosis_(diagnosis) {}

  FieldStep compile(const FieldRule& rule) {
    FieldStep step;
    const Place place{pattern_.place.file, rule.source.at};
    if (!rule.copies_all) step.constant.name = pool_.field(rule.field);
    if (rule.source.is(Node::Kind::integer)) {
      step.constant = pool_.make(rule.field, rule.source.number);
    } else if (rule.source.text == "@text") {
      step.kind = FieldStep::Kind::text;
    } else if (rule.source.text.find('$') == std::string::npos) {
      step.constant = pool_.make(rule.field, rule.source.text);
    } else {
      ExpressionParser parser(rule.source.text, captures_, pool_);
      if (rule.copies_all) {
        copy(rule, step, place);
      } else if (auto sum = parser.parse()) {
        const bool plain = sum->size() == 1 && sum->front().factors.size() == 1 && !sum->front().factors[0].constant;
        step.kind = plain ? FieldStep::Kind::scalar : FieldStep::Kind::sum;
        if (plain) step.operand = sum->front().factors[0];
        step.sum = std::move(*sum);
      } else {
        diagnosis_.report(place, fmt::format("{}: \"{}\"", parser.problem(), rule.source.text));
      }
      return step;
    }
    if (rule.copies_all) diagnosis_.report(place, "\"*\" copies a capture: \"$name\"");
    return step;
  }

 private:
  void copy(const FieldRule& rule, FieldStep& step, Place place) {
    const std::string_view name = std::string_view(rule.source.text).substr(1);
    const auto info = std::find_if(captures_.begin(), captures_.end(), [&](const auto& c) { return c.name == name; });
    if (!rule.source.text.starts_with('$') || info == captures_.end()) {
      return diagnosis_.report(place, fmt::format("no element is captured as \"{}\"", rule.source.text));
    }
    step.kind = FieldStep::Kind::copy;
    step.capture = static_cast<std::uint16_t>(info - captures_.begin());
    for (const FieldId from : info->fields) {
      std::string to = rule.field;
      to += pool_.field_name(from);
      step.copies.emplace_back(from, pool_.field(to));
    }
  }

  const PatternRule& pattern_;
  const std::vector<CaptureInfo>& captures_;
  ValuePool& pool_;
  Diagnosis& diagnosis_;
};

}  // namespace

ValueProgram compile_value(const PatternRule& pattern, const std::vector<CaptureInfo>& captures, ValuePool& pool,
                           Diagnosis& diagnosis) {
  ProgramCompiler compiler(pattern, captures, pool, diagnosis);
  ValueProgram program;
  // What is copied as a whole comes first: single fields then say it better.
  for (const bool copies : {true, false}) {
    for (const FieldRule& rule : pattern.fields) {
      if (rule.copies_all == copies) program.push_back(compiler.compile(rule));
    }
  }
  return program;
}

std::vector<FieldId> fields_of(const ValueProgram& program) {
  std::vector<FieldId> fields;
  for (const FieldStep& step : program) {
    if (step.kind == FieldStep::Kind::copy) {
      for (const auto& copy : step.copies) fields.push_back(copy.second);
    } else {
      fields.push_back(step.constant.name);
    }
  }
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  return fields;
}

}  // namespace isnad::rules
