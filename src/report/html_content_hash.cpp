#include "report/html_content_hash.h"

#include <cstdint>

#include "isnad/sha256.h"

namespace isnad::html {
namespace {

std::string base64(const Sha256& bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) {
      group = group << 8U | (i + j < bytes.size() ? bytes[i + j] : 0U);
    }
    for (std::size_t j = 0; j < 4; ++j) {
      out += i + j <= bytes.size() ? alphabet[group >> (18 - 6 * j) & 0x3FU] : '=';
    }
  }
  return out;
}

}  // namespace

std::string content_hash(std::string_view bytes) { return "sha256-" + base64(sha256(bytes)); }

}  // namespace isnad::html
