// isnad/messages.h - what the program says to people, in both languages of its interface.
//
// The words are data: src/messages/catalogue/*.json, built into the library. A file holds the messages of one subject;
// each key begins with the file's name ("picture.json": "picture.title"):
//
//   {"picture.counts": {"ar": "...", "en": "{n, plural, one {# article} other {# articles}}"}}
//
// Patterns are those of ICU MessageFormat with named arguments; numbers come in Latin digits in both languages. An
// apostrophe stands for itself unless it stands directly before a brace; braces of the text are quoted: '{'.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "isnad/core.h"

namespace isnad {

/// The languages of the interface.
enum class Language : std::uint8_t { ar, en };

/// The side of a bilingual text.
inline const std::string& in(const Bilingual& text, Language language) {
  return language == Language::ar ? text.ar : text.en;
}

/// A number (for plurals: `{n, plural, ...}`) or a text, which is inserted as it is.
using MessageValue = std::variant<std::int64_t, std::string>;
struct MessageArgument {
  std::string_view name;
  MessageValue value;
};
using MessageArguments = std::vector<MessageArgument>;

/// The message `key` in one language. Precondition: the catalogue has the key (asserted; in release builds the key
/// itself is returned). An argument that the pattern names and `arguments` lacks stays in braces. Thread-safe. O(log
/// messages + length of the result).
[[nodiscard]] std::string message(Language language, std::string_view key, const MessageArguments& arguments = {});
/// The same in both. Texts that are themselves bilingual: format each side with its own arguments.
[[nodiscard]] Bilingual message(std::string_view key, const MessageArguments& arguments = {});

[[nodiscard]] bool has_message(std::string_view key);
/// All keys, sorted: for tests and `doctor`.
[[nodiscard]] const std::vector<std::string>& message_keys();
/// The pattern as it stands in the catalogue. Same precondition as message().
[[nodiscard]] const Bilingual& message_pattern(std::string_view key);

}  // namespace isnad
