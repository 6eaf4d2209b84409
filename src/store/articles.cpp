// Articles from disk: files to texts with what is known of them.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "isnad/store.h"
#include "store/article_files.h"
#include "store/fail.h"
#include "store/gzip.h"
#include "store/json.h"
#include "store/text_place.h"
#include "store/utf8.h"

namespace isnad {
namespace {

/// Adds to the path of an error that the text stage made, which knows no files.
Error located(Error error, const std::string& path) {
  error.path = path;
  return error;
}

void add_text(ReadResult& out, std::string_view bytes, const std::string& path) {
  Result<std::string> text = decode(bytes);
  if (!text) {
    out.errors.push_back(located(text.error(), path));
    return;
  }
  RawArticle article;
  article.source.id = stem_of(path);
  article.source.path = path;
  article.text = *std::move(text);
  out.articles.push_back(std::move(article));
}

void add_html(ReadResult& out, std::string_view bytes, const std::string& path) {
  const Result<std::string> page = decode(bytes);
  if (!page) {
    out.errors.push_back(located(page.error(), path));
    return;
  }
  Result<HtmlArticle> article = article_of_html(*page);
  if (!article) {
    out.errors.push_back(located(article.error(), path));
    return;
  }
  RawArticle raw{std::move(article->source), std::move(article->text)};
  raw.source.id = stem_of(path);
  raw.source.path = path;
  out.articles.push_back(std::move(raw));
}

/// A field that may be a string or, as identifiers often are, an integer.
std::string identifier(const rapidjson::Value& object, std::string_view name) {
  const rapidjson::Value* value = member(object, name);
  if (value != nullptr && value->IsInt64()) return std::to_string(value->GetInt64());
  return text_of(object, name);
}

Result<RawArticle> article_of_json(std::string_view line, const std::string& path, std::size_t number) {
  const auto parsed = parse_json(line, path);
  if (!parsed) {
    Error error = parsed.error();
    error.place.line = static_cast<std::uint32_t>(number);
    return error;
  }
  const rapidjson::Value& object = **parsed;
  const auto wrong = [&](std::string message, std::string remedy) {
    Error error = fail(ErrorCode::bad_json, path, std::move(message), std::move(remedy));
    error.place = {static_cast<std::uint32_t>(number), 1};
    return error;
  };
  if (!object.IsObject()) return wrong("the line is not a JSON object", "write one article a line: {\"text\":\"...\"}");
  const rapidjson::Value* text = member(object, "text");
  if (text == nullptr || text->IsNull()) text = member(object, "content");
  if (text == nullptr || !text->IsString()) {
    return wrong("the article has no text", "give it a string field \"text\" or \"content\"");
  }
  RawArticle article;
  article.text.assign(text->GetString(), text->GetStringLength());
  article.source.id = identifier(object, "id");
  if (article.source.id.empty()) article.source.id = fmt::format("{}-{}", stem_of(path), number);
  article.source.url = text_of(object, "url");
  article.source.title = text_of(object, "title");
  article.source.publisher = text_of(object, "publisher");
  article.source.published = text_of(object, "published");
  if (article.text.size() > max_document_bytes) {
    return wrong(fmt::format("the article is larger than {} MiB", max_document_bytes >> 20), "split it");
  }
  return article;
}

/// One article a line. A line that is none is an error of its own; the others are read.
void add_jsonl(ReadResult& out, std::string_view bytes, const std::string& path) {
  std::size_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    Result<RawArticle> article = article_of_json(line, path, number);
    if (!article) {
      out.errors.push_back(article.error());
      continue;
    }
    article->source.path = path + "#" + article->source.id;
    out.articles.push_back(*std::move(article));
  }
}

void add_file(ReadResult& out, const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) {
    out.errors.push_back(bytes.error());
    return;
  }
  if (is_gzip(*bytes)) {
    Result<std::string> plain = gunzip(*bytes, max_file_bytes, path);
    if (!plain) {
      out.errors.push_back(plain.error());
      return;
    }
    bytes = std::move(plain);
  }
  const std::string name = path == "-" ? std::string("stdin") : path;
  switch (format_of_name(path).value_or(format_of_content(*bytes))) {
    case ArticleFormat::text:
      add_text(out, *bytes, name);
      break;
    case ArticleFormat::html:
      add_html(out, *bytes, name);
      break;
    case ArticleFormat::jsonl:
      add_jsonl(out, *bytes, name);
      break;
  }
}

}  // namespace

void order_articles(std::vector<RawArticle>& articles) {
  const auto key = [](const RawArticle& a) {
    return std::tie(a.source.id, a.text, a.source.published, a.source.title, a.source.path, a.source.url,
                    a.source.publisher);
  };
  std::sort(articles.begin(), articles.end(),
            [&key](const RawArticle& a, const RawArticle& b) { return key(a) < key(b); });
  std::set<std::string> taken;
  for (const RawArticle& article : articles) taken.insert(article.source.id);
  for (std::size_t at = 0; at < articles.size();) {
    const std::string id = articles[at].source.id;
    std::size_t number = 2;
    for (++at; at < articles.size() && articles[at].source.id == id; ++at) {
      std::string name;
      while (taken.contains(name = fmt::format("{}-{}", id, number))) ++number;
      taken.insert(name);
      articles[at].source.id = name;
    }
  }
  std::sort(articles.begin(), articles.end(),
            [](const RawArticle& a, const RawArticle& b) { return a.source.id < b.source.id; });
}

ReadResult read_articles(const std::vector<std::string>& paths, const std::string& published) {
  ReadResult out;
  FileList list = article_files(paths);
  out.errors = std::move(list.errors);
  for (const std::string& path : list.files) add_file(out, path);
  for (RawArticle& article : out.articles) {
    // Names of files are bytes; from here on they are text.
    article.source.id = printable_utf8(article.source.id);
    article.source.path = printable_utf8(article.source.path);
    if (article.source.id.empty()) article.source.id = "article";
    if (article.source.published.empty()) article.source.published = published;
  }
  order_articles(out.articles);
  return out;
}

}  // namespace isnad
