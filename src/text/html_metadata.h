// What a page says of itself, in the several places where pages say it.
#pragma once

#include <string>
#include <string_view>

#include "isnad/text.h"

namespace isnad::text {

/// Collects metadata in any order; the better source wins, among equals the first.
class HtmlMetadata {
 public:
  /// A <meta> element: its property, name or itemprop, and its content.
  void meta(std::string_view name, std::string_view content);
  /// The address in <link rel="canonical">.
  void canonical(std::string_view address);
  /// The content of <title>.
  void page_title(std::string_view title);
  /// A JSON-LD script (schema.org NewsArticle and its like). JSON that does not parse is passed over.
  void json_ld(std::string_view json);

  [[nodiscard]] DocumentSource source() const;

 private:
  /// A value and how good its source is; 0 is none.
  struct Ranked {
    std::string value;
    int rank = 0;
    void offer(std::string_view candidate, int candidate_rank);
  };
  void offer_published(std::string_view when, int rank);

  Ranked title_, publisher_, url_, published_;
};

}  // namespace isnad::text
