// How the value of a match is computed from its captures.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "rules/model.h"
#include "rules/values.h"

namespace isnad::rules {

/// A capture's field, or an integer.
struct Operand {
  bool constant = false;
  std::int64_t number = 0;
  std::uint16_t capture = 0;
  FieldId field = 0;
};

/// A product with a sign; the value of a sum is its products' sum.
struct Product {
  std::int64_t sign = 1;
  std::vector<Operand> factors;
};

/// One step of a program: gives one field, or copies many.
struct FieldStep {
  enum class Kind : std::uint8_t { constant, scalar, sum, text, copy };
  Kind kind{};
  Field constant;  ///< constant; otherwise only its name counts
  Operand operand;
  std::vector<Product> sum;
  std::uint16_t capture = 0;                        ///< copy
  std::vector<std::pair<FieldId, FieldId>> copies;  ///< from, to; in order of from
};

using ValueProgram = std::vector<FieldStep>;

/// A capture of a pattern, with the fields that its values may have.
struct CaptureInfo {
  std::string name;
  std::vector<FieldId> fields;  ///< in order
};

/// Compiles the "value" of a pattern. Reports unknown captures and fields, and what is no expression.
[[nodiscard]] ValueProgram compile_value(const PatternRule& pattern, const std::vector<CaptureInfo>& captures,
                                         ValuePool& pool, Diagnosis& diagnosis);

/// The fields that a program may give, in order.
[[nodiscard]] std::vector<FieldId> fields_of(const ValueProgram& program);

}  // namespace isnad::rules
