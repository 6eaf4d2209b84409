// Where on disk an article's text stands, for tools that mark places in files.
#pragma once

#include <string>

#include "isnad/audit.h"

namespace isnad {

/// The file that holds an article: its path, without the "#id" that names one article of a collection.
[[nodiscard]] std::string file_of(const DocumentSource& source);
/// True where lines and columns of the text are those of the file: not of HTML, JSON Lines and compressed files, whose
/// text is taken out of something else.
[[nodiscard]] bool places_hold(const DocumentSource& source);
/// The file as a relative reference or file URI (RFC 3986).
[[nodiscard]] std::string uri_of(const DocumentSource& source);

/// Begin and end of an evidence; the end is the place just behind it.
struct Region {
  LineColumn begin;
  LineColumn end;
};
[[nodiscard]] Region region_of(const SourceSpan& span, const Document& document);

/// "path:line:column" as compilers write it.
[[nodiscard]] std::string place_text(const SourceSpan& span, const Document& document);

}  // namespace isnad
