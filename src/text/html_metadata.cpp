#include "text/html_metadata.h"

#include <rapidjson/reader.h>

#include <cctype>

namespace isnad::text {
namespace {

/// Whether a value begins with an ISO 8601 day: YYYY-MM-DD.
bool begins_with_day(std::string_view s) {
  if (s.size() < 10) return false;
  for (std::size_t i = 0; i < 10; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? s[i] != '-' : std::isdigit(static_cast<unsigned char>(s[i])) == 0) return false;
  }
  return s.size() == 10 || s[10] == 'T' || s[10] == ' ';
}

std::string collapse_spaces(std::string_view s) {
  std::string out;
  bool space = false;
  for (const char c : s) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!is_space) {
      if (space && !out.empty()) out.push_back(' ');
      out.push_back(c);
    }
    space = is_space;
  }
  return out;
}

/// Takes "datePublished" and "headline" wherever they stand in the JSON: alone, in a list or in a "@graph".
struct JsonLdHandler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonLdHandler> {
  std::string key, published, headline;

  bool Key(const char* s, rapidjson::SizeType size, bool) {
    key.assign(s, size);
    return true;
  }
  bool String(const char* s, rapidjson::SizeType size, bool) {
    if (key == "datePublished" && published.empty()) published.assign(s, size);
    if (key == "headline" && headline.empty()) headline.assign(s, size);
    key.clear();
    return true;
  }
  bool Default() {
    key.clear();
    return true;
  }
};

}  // namespace

void HtmlMetadata::Ranked::offer(std::string_view candidate, int candidate_rank) {
  std::string clean = collapse_spaces(candidate);
  if (clean.empty() || candidate_rank <= rank) return;
  value = std::move(clean);
  rank = candidate_rank;
}

void HtmlMetadata::offer_published(std::string_view when, int rank) {
  const std::string clean = collapse_spaces(when);
  if (begins_with_day(clean)) published_.offer(clean, rank);
}

void HtmlMetadata::meta(std::string_view name, std::string_view content) {
  if (name == "og:title") title_.offer(content, 3);
  if (name == "og:site_name") publisher_.offer(content, 2);
  if (name == "og:url") url_.offer(content, 1);
  if (name == "article:published_time") offer_published(content, 4);
  if (name == "datePublished") offer_published(content, 2);
}

void HtmlMetadata::canonical(std::string_view address) { url_.offer(address, 2); }

void HtmlMetadata::page_title(std::string_view title) { title_.offer(title, 1); }

void HtmlMetadata::json_ld(std::string_view json) {
  JsonLdHandler handler;
  const std::string terminated(json);
  rapidjson::StringStream stream(terminated.c_str());
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseIterativeFlag>(stream, handler);
  title_.offer(handler.headline, 2);
  offer_published(handler.published, 3);
}

DocumentSource HtmlMetadata::source() const {
  DocumentSource s;
  s.url = url_.value;
  s.title = title_.value;
  s.publisher = publisher_.value;
  s.published = published_.value;
  return s;
}

}  // namespace isnad::text
