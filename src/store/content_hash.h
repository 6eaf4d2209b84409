// What makes two articles the same one.
#pragma once

#include <string>

#include "isnad/sha256.h"
#include "isnad/store.h"

namespace isnad {

/// Of all that is said and known of an article, not of its name and place.
[[nodiscard]] inline std::string content_hash(const RawArticle& article) {
  std::string all;
  const DocumentSource& source = article.source;
  for (const std::string* part : {&source.url, &source.title, &source.publisher, &source.published, &article.text}) {
    (all += std::to_string(part->size()) += ':') += *part;
  }
  return hexadecimal(sha256(all));
}

}  // namespace isnad
