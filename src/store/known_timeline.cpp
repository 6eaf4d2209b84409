// A known timeline: the articles that it was made of and what contradicts what among them, from its JSON.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "isnad/store.h"
#include "store/database.h"
#include "store/fail.h"
#include "store/gzip.h"
#include "store/json.h"

namespace isnad {
namespace {

constexpr std::string_view make_one = "make one with: isnad timeline ARTICLES -o timeline.json";

/// One entry of "documents". `where` names it in messages.
Result<RawArticle> article_of(const rapidjson::Value& document, const std::string& path, const std::string& where) {
  const rapidjson::Value* text = member(document, "text");
  if (text == nullptr || !text->IsString()) {
    return fail(ErrorCode::bad_timeline, path, where + " has no \"text\"", std::string(make_one));
  }
  RawArticle article;
  article.text.assign(text->GetString(), text->GetStringLength());
  article.source.id = text_of(document, "id");
  article.source.path = text_of(document, "path");
  if (article.source.id.empty()) return fail(ErrorCode::bad_timeline, path, where + " has no \"id\"");
  if (const rapidjson::Value* source = member(document, "source"); source != nullptr) {
    article.source.url = text_of(*source, "url");
    article.source.title = text_of(*source, "title");
    article.source.publisher = text_of(*source, "publisher");
    article.source.published = text_of(*source, "published");
  }
  return article;
}

/// One entry of "findings". `where` names it in messages.
Result<KnownFinding> finding_of(const rapidjson::Value& finding, const std::string& path, const std::string& where) {
  KnownFinding out;
  out.rule = text_of(finding, "rule");
  const rapidjson::Value* evidence = member(finding, "evidence");
  if (out.rule.empty() || evidence == nullptr || !evidence->IsArray() || evidence->Empty()) {
    return fail(ErrorCode::bad_timeline, path, where + " has no \"rule\" or no \"evidence\"", std::string(make_one));
  }
  std::set<std::string> others;
  for (const rapidjson::Value& e : evidence->GetArray()) others.insert(text_of(e, "document"));
  out.article = text_of((*evidence)[0], "document");
  out.place = text_of((*evidence)[0], "text");
  others.erase(out.article);
  out.others.assign(others.begin(), others.end());
  return out;
}

std::optional<Error> refuse_schema(const rapidjson::Value& document, const std::string& path) {
  const rapidjson::Value* isnad = member(document, "isnad");
  const rapidjson::Value* schema = isnad == nullptr ? nullptr : member(*isnad, "schema");
  if (schema == nullptr || !schema->IsInt()) {
    return fail(ErrorCode::bad_timeline, path, "not a timeline: it has no \"isnad\": {\"schema\": ...}",
                std::string(make_one));
  }
  if (schema->GetInt() > json_schema_version) {
    return fail(ErrorCode::bad_timeline, path,
                fmt::format("written by a newer version: schema {}, this program reads up to {}", schema->GetInt(),
                            json_schema_version),
                "update isnad");
  }
  return std::nullopt;
}

Result<KnownTimeline> from_object(const rapidjson::Value& timeline, const std::string& path) {
  if (auto error = refuse_schema(timeline, path)) return *error;
  const rapidjson::Value* documents = member(timeline, "documents");
  if (documents == nullptr || !documents->IsArray()) {
    return fail(ErrorCode::bad_timeline, path, "not a timeline: it has no list \"documents\"", std::string(make_one));
  }
  KnownTimeline out;
  for (rapidjson::SizeType i = 0; i < documents->Size(); ++i) {
    Result<RawArticle> article = article_of((*documents)[i], path, fmt::format("documents[{}]", i));
    if (!article) return article.error();
    out.articles.push_back(*std::move(article));
  }
  const rapidjson::Value* findings = member(timeline, "findings");
  for (rapidjson::SizeType i = 0; findings != nullptr && findings->IsArray() && i < findings->Size(); ++i) {
    Result<KnownFinding> finding = finding_of((*findings)[i], path, fmt::format("findings[{}]", i));
    if (!finding) return finding.error();
    out.findings.push_back(*std::move(finding));
  }
  return out;
}

/// Lines {"document":...} and {"finding":...} among lines of other kinds.
Result<KnownTimeline> from_lines(std::string_view text, const std::string& path) {
  KnownTimeline out;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const auto parsed = parse_json(line, path);
    if (!parsed) {
      Error error = parsed.error();
      error.place.line = number;
      return error;
    }
    if (member(**parsed, "isnad") != nullptr) {
      if (auto error = refuse_schema(**parsed, path)) return *error;
    }
    const rapidjson::Value* finding = member(**parsed, "finding");
    if (finding != nullptr && finding->IsObject()) {
      Result<KnownFinding> known = finding_of(*finding, path, fmt::format("the finding in line {}", number));
      if (!known) return known.error();
      out.findings.push_back(*std::move(known));
    }
    const rapidjson::Value* document = member(**parsed, "document");
    if (document == nullptr || !document->IsObject()) continue;
    Result<RawArticle> article = article_of(*document, path, fmt::format("the document in line {}", number));
    if (!article) return article.error();
    out.articles.push_back(*std::move(article));
  }
  if (out.articles.empty()) {
    return fail(ErrorCode::bad_timeline, path, "not a timeline: no line holds a \"document\"", std::string(make_one));
  }
  return out;
}

bool names_lines(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

}  // namespace

Result<KnownTimeline> read_timeline(const std::string& path) {
  if (is_database_file(path)) return read_database(path);
  Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (is_gzip(*bytes)) {
    bytes = gunzip(*bytes, max_file_bytes, path);
    if (!bytes) return bytes.error();
  }
  Result<KnownTimeline> known = KnownTimeline{};
  if (names_lines(path)) {
    known = from_lines(*bytes, path);
  } else {
    const auto parsed = parse_json(*bytes, path);
    if (!parsed) return parsed.error();
    known = from_object(**parsed, path);
  }
  if (known) order_articles(known->articles);
  return known;
}

}  // namespace isnad
