#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "catalogue.h"
#include "isnad/messages.h"

namespace isnad {
namespace {

icu::UnicodeString utf16(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

/// Arabic text with Latin digits: DESIGN's dates and numbers look the same in both languages.
icu::Locale locale_of(Language language) { return icu::Locale(language == Language::ar ? "ar@numbers=latn" : "en"); }

icu::Formattable formattable(const MessageValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return icu::Formattable(*number);
  return icu::Formattable(utf16(std::get<std::string>(value)));
}

/// Most messages only name texts, "{name}": they are put in without a formatter, which takes as long to make as to read
/// a sentence. Nothing where the pattern asks for more: a number, a plural, an apostrophe.
std::optional<std::string> with_texts(std::string_view pattern, const MessageArguments& arguments) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    out += pattern.substr(at, open - at);
    if (open == pattern.size()) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto argument =
        std::find_if(arguments.begin(), arguments.end(), [&](const auto& known) { return known.name == name; });
    if (argument == arguments.end()) return std::nullopt;
    const auto* text = std::get_if<std::string>(&argument->value);
    if (text == nullptr) return std::nullopt;
    out += *text;
    at = close + 1;
  }
  return out;
}

/// Formats with a formatter of its own: icu::MessageFormat caches while it formats, and is not shared by threads.
std::string format(Language language, const std::string& pattern, const MessageArguments& arguments) {
  if (pattern.find_first_of("{'") == std::string::npos) return pattern;
  if (pattern.find('\'') == std::string::npos)
    if (std::optional<std::string> simple = with_texts(pattern, arguments)) return *std::move(simple);
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat formatter(utf16(pattern), locale_of(language), status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& argument : arguments) {
    names.push_back(utf16(argument.name));
    values.push_back(formattable(argument.value));
  }
  icu::UnicodeString result;
  formatter.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), result, status);
  assert(U_SUCCESS(status));
  if (U_FAILURE(status)) return pattern;
  std::string utf8;
  return result.toUTF8String(utf8);
}

}  // namespace

const Bilingual& message_pattern(std::string_view key) {
  const Catalogue& catalogue = catalogue_for(key);
  const auto found = catalogue.find(key);
  assert(found != catalogue.end());
  static const Bilingual none;
  return found == catalogue.end() ? none : found->second;
}

std::string message(Language language, std::string_view key, const MessageArguments& arguments) {
  const std::string& pattern = in(message_pattern(key), language);
  return pattern.empty() ? std::string(key) : format(language, pattern, arguments);
}

Bilingual message(std::string_view key, const MessageArguments& arguments) {
  return {message(Language::ar, key, arguments), message(Language::en, key, arguments)};
}

bool has_message(std::string_view key) { return catalogue_for(key).contains(key); }

const std::vector<std::string>& message_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all;
    for (const Catalogue* catalogue : catalogues()) {
      for (const auto& entry : *catalogue) all.push_back(entry.first);
    }
    std::sort(all.begin(), all.end());
    return all;
  }();
  return keys;
}

}  // namespace isnad
