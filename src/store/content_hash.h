// What makes two articles the same one.
#pragma once

#include <string>

#include "isnad/store.h"
#include "store/sha256.h"

namespace isnad {

/// Of all that is said and known of an article, not of its name and place.
[[nodiscard]] inline std::string content_hash(const RawArticle& article) {
  std::string all;
  const DocumentSource& source = article.source;
  for (const std::string* part : {&source.url, &source.title, &source.publisher, &source.published, &article.text}) {
    (all += std::to_string(part->size()) += ':') += *part;
  }
  return sha256(all);
}

}  // namespace isnad
