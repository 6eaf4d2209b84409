#include "report/html_content_hash.h"

#include "isnad/sha256.h"
#include "report/base64.h"

namespace isnad::html {
std::string content_hash(std::string_view bytes) {
  const Sha256 hash = sha256(bytes);
  return "sha256-" + base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace isnad::html
