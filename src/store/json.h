// JSON from disk: parsed without recursion, faults with line and column.
#pragma once

#include <rapidjson/document.h>

#include <memory>
#include <string>
#include <string_view>

#include "isnad/core.h"

namespace isnad {

/// Parses one JSON value. `path` is only for the Error. Error: bad_json, with place and context. Nesting costs heap,
/// not stack, so depth is bounded by the size of the file alone.
[[nodiscard]] Result<std::shared_ptr<rapidjson::Document>> parse_json(std::string_view text, const std::string& path);

/// The text of a string member; nothing where it is absent or null or of another kind.
[[nodiscard]] const rapidjson::Value* member(const rapidjson::Value& object, std::string_view name);
[[nodiscard]] std::string text_of(const rapidjson::Value& object, std::string_view name);

}  // namespace isnad
