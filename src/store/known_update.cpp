#include "store/known_update.h"

#include <algorithm>
#include <set>

#include "store/content_hash.h"

namespace isnad {

Result<UpdateOutcome> merge_articles(std::vector<RawArticle>& known, std::vector<RawArticle> fresh,
                                     const std::vector<std::string>& forget, const std::string& path) {
  UpdateOutcome outcome;
  for (const std::string& name : forget) {
    const std::size_t n =
        std::erase_if(known, [&name](const RawArticle& a) { return a.source.id == name || a.source.path == name; });
    if (n == 0) return unknown_article(path, name);
    outcome.forgotten += n;
  }
  std::set<std::string> hashes;
  std::set<std::string> ids;
  for (const RawArticle& article : known) {
    hashes.insert(content_hash(article));
    ids.insert(article.source.id);
  }
  for (RawArticle& article : fresh) {
    if (!hashes.insert(content_hash(article)).second) {
      ++outcome.unchanged;
      continue;
    }
    const std::string id = article.source.id;
    std::size_t n = 2;
    for (; ids.contains(article.source.id); ++n) {
      const auto same = std::find_if(known.begin(), known.end(), [&article](const RawArticle& old) {
        return old.source.id == article.source.id && old.source.path == article.source.path;
      });
      if (same != known.end()) {  // the same file, edited
        known.erase(same);
        ++outcome.replaced;
        --outcome.added;
        break;
      }
      article.source.id = id + "-" + std::to_string(n);
    }
    ++outcome.added;
    ids.insert(article.source.id);
    known.push_back(std::move(article));
  }
  order_articles(known);
  outcome.total = known.size();
  return outcome;
}

}  // namespace isnad
