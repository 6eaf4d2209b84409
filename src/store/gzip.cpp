#include "store/gzip.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include "store/fail.h"

namespace isnad {
namespace {

struct EndInflate {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.size() >= 3 && bytes.substr(0, 3) == "\x1f\x8b\x08"; }

Result<std::string> gunzip(std::string_view bytes, std::size_t limit, const std::string& path) {
  // 16: expect the gzip wrapper, not zlib's own.
  constexpr int window_bits = 15 + 16;
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) {
    return fail(ErrorCode::unreadable, path, "not enough memory to decompress it");
  }
  const std::unique_ptr<z_stream, EndInflate> guard(&stream);

  std::string out;
  std::vector<unsigned char> piece(std::size_t{1} << 16);
  std::vector<unsigned char> input(bytes.begin(), bytes.end());
  std::size_t fed = 0;
  int state = Z_OK;
  while (true) {
    if (stream.avail_in == 0 && fed < input.size()) {
      const std::size_t take = std::min<std::size_t>(input.size() - fed, std::numeric_limits<uInt>::max());
      stream.next_in = input.data() + fed;
      stream.avail_in = static_cast<uInt>(take);
      fed += take;
    }
    stream.next_out = piece.data();
    stream.avail_out = static_cast<uInt>(piece.size());
    state = inflate(&stream, Z_NO_FLUSH);
    const std::size_t made = piece.size() - stream.avail_out;
    if (made > limit - out.size()) {
      return fail(ErrorCode::too_large, path, fmt::format("decompresses to more than {} MiB", limit >> 20),
                  "split it into smaller files");
    }
    out.append(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(made));
    if (state == Z_STREAM_END) {
      if (stream.avail_in == 0 && fed == input.size()) return out;
      if (inflateReset(&stream) != Z_OK) break;  // another member follows
    } else if (state != Z_OK) {
      break;
    }
  }
  return fail(ErrorCode::unreadable, path, "damaged or incomplete gzip data",
              "compress it again, or give the plain file");
}

}  // namespace isnad
