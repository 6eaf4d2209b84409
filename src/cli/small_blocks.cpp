// Small blocks of memory for the whole program, each thread its own. An article is read in tens of thousands of them,
// which live shortly, and the general allocator took a sixth of the time of a short run for joining them again.
#include <sys/mman.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>

namespace isnad::cli {
namespace {

constexpr std::size_t granule = 16;   ///< bytes; as malloc aligns
constexpr std::size_t largest = 512;  ///< bytes; what is larger is left to malloc
constexpr std::size_t kinds = largest / granule;
constexpr std::size_t slab_bits = 16;  ///< blocks of one kind lie together in 64 KiB
constexpr std::size_t slab_size = std::size_t{1} << slab_bits;
/// Of addresses; memory is taken where it is written to.
constexpr std::size_t region_size = std::size_t{1} << (sizeof(std::size_t) > 4 ? 34 : 28);

/// A block that nobody has.
struct Free {
  Free* next;       ///< of its list
  Free* next_list;  ///< of the first block of a list: another list
};

/// The addresses of all small blocks.
struct Region {
  std::atomic<char*> begin{nullptr};
  std::atomic<bool> none_left{false};                              ///< or none could be reserved: malloc has the rest
  std::mutex lock;                                                 ///< of what follows
  bool tried = false;                                              ///< to reserve it
  std::size_t used = 0;                                            ///< bytes
  std::array<Free*, kinds> left{};                                 ///< lists of blocks of threads that have ended
  std::array<std::uint8_t, (region_size >> slab_bits)> kind_of{};  ///< by slab
};
constinit Region region;

/// What a thread has: blocks that were freed, and the rest of a slab, by kind.
struct Own {
  std::array<Free*, kinds> free{};
  std::array<char*, kinds> fresh{}, fresh_end{};
};
constinit thread_local Own own;

/// Leaves the blocks of a thread that ends to the others; but not the rest of its slabs.
struct Bequest {
  bool made = false;
  Bequest() = default;
  Bequest(const Bequest&) = delete;
  Bequest& operator=(const Bequest&) = delete;
  ~Bequest() {
    const std::scoped_lock guard(region.lock);
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      Free* const list = own.free[kind];
      if (list == nullptr) continue;
      list->next_list = region.left[kind];
      region.left[kind] = list;
      own.free[kind] = nullptr;
    }
  }
};
thread_local Bequest bequest;

/// A block where the thread has none left of its kind: from a thread that has ended, or of a new slab. Null where there
/// are no addresses left, or none could be reserved.
[[gnu::noinline]] void* take_more(std::size_t kind) {
  bequest.made = true;  // from now on it is due
  const std::scoped_lock guard(region.lock);
  if (!region.tried) {
    region.tried = true;
    void* const begin =
        mmap(nullptr, region_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (begin != MAP_FAILED) region.begin = static_cast<char*>(begin);
  }
  if (Free* const list = region.left[kind]) {
    region.left[kind] = list->next_list;
    own.free[kind] = list->next;
    return list;
  }
  const std::size_t at = region.used;
  if (region.begin == nullptr || at == region_size) {
    region.none_left = true;
    return nullptr;
  }
  region.used = at + slab_size;
  region.kind_of[at >> slab_bits] = static_cast<std::uint8_t>(kind);
  const std::size_t size = (kind + 1) * granule;
  char* const slab = region.begin + at;
  own.fresh[kind] = slab + size;
  own.fresh_end[kind] = slab + slab_size / size * size;
  return slab;
}

void* take(std::size_t size) {
  if (size <= largest) {
    const std::size_t kind = size == 0 ? 0 : (size - 1) / granule;
    if (Free* const block = own.free[kind]) {
      own.free[kind] = block->next;
      return block;
    }
    if (own.fresh[kind] != own.fresh_end[kind]) {
      char* const block = own.fresh[kind];
      own.fresh[kind] += (kind + 1) * granule;
      return block;
    }
    if (!region.none_left.load(std::memory_order_relaxed))
      if (void* const block = take_more(kind)) return block;
  }
  if (void* const block = std::malloc(size == 0 ? 1 : size)) return block;  // NOLINT(cppcoreguidelines-no-malloc)
  throw std::bad_alloc();
}

void give_back(void* block) noexcept {
  const char* const begin = region.begin.load(std::memory_order_relaxed);
  const auto at = static_cast<std::size_t>(static_cast<char*>(block) - begin);
  if (begin == nullptr || at >= region_size) return std::free(block);  // NOLINT(cppcoreguidelines-no-malloc)
  const std::size_t kind = region.kind_of[at >> slab_bits];
  own.free[kind] = new (block) Free{own.free[kind], nullptr};
}

}  // namespace
}  // namespace isnad::cli

void* operator new(std::size_t size) { return isnad::cli::take(size); }
void operator delete(void* block) noexcept {
  if (block != nullptr) isnad::cli::give_back(block);
}
void operator delete(void* block, std::size_t) noexcept {
  if (block != nullptr) isnad::cli::give_back(block);
}
