// Values as bytes, and back: one description of a type serves both ways. For what the same build wrote and reads:
// nothing in the bytes tells their types.
//
//   struct Point { int x, y; };
//   template <class A> void transfer(A& archive, Point& p) { auto& [x, y] = p; archive(x, y); }
//
// Structured bindings make a type that gets another member fail to compile until it is named here too.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace isnad::rules {

/// A type whose bytes are its value: integers, enumerations, and structures of them without padding.
template <class T>
concept Bytes = std::has_unique_object_representations_v<T> && std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>;

/// No type needs more.
inline constexpr std::size_t archive_alignment = alignof(std::max_align_t);

/// Appends values to a string.
class ArchiveWriter {
 public:
  static constexpr bool reading = false;
  template <class... T>
  void operator()(T&... values) {
    (transfer(*this, values), ...);
  }
  void bytes(void* data, std::size_t size) { out_.append(static_cast<const char*>(data), size); }
  /// What follows begins at a multiple of `alignment`, counted from the begin of the archive.
  void align(std::size_t alignment) { out_.resize((out_.size() + alignment - 1) / alignment * alignment); }
  void size(std::size_t& n) { (*this)(n); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reads them in the same order. Bytes that end too early give empty values, and ok() is false.
class ArchiveReader {
 public:
  static constexpr bool reading = true;
  /// `in` begins at a multiple of archive_alignment.
  explicit ArchiveReader(std::string_view in) : in_(in), size_(in.size()) {}
  template <class... T>
  void operator()(T&... values) {
    (transfer(*this, values), ...);
  }
  /// A number of elements; each takes at least a byte.
  [[gnu::always_inline]] void size(std::size_t& n) {
    (*this)(n);
    if (n > in_.size()) {
      ok_ = false;
      in_ = {};  // what follows would be read from the wrong place
      n = 0;
    }
  }
  void align(std::size_t alignment) {
    const std::size_t read = size_ - in_.size();
    in_.remove_prefix(std::min((alignment - read % alignment) % alignment, in_.size()));
  }
  /// The next bytes, where they are; none where so many are not left. It is called for every value of some hundred
  /// thousand: left to itself the compiler calls it now and then.
  [[nodiscard, gnu::always_inline]] std::string_view view(std::size_t size) {
    if (size > in_.size()) {
      ok_ = false;
      in_ = {};
      return {};
    }
    const std::string_view all = in_.substr(0, size);
    in_.remove_prefix(size);
    return all;
  }
  /// All bytes were there, and all were read.
  [[nodiscard]] bool ok() const { return ok_ && in_.empty(); }

 private:
  std::string_view in_;
  std::size_t size_ = 0;
  bool ok_ = true;
};

/// A class with private members describes itself: template <class A> void transfer(A& archive).
template <class T, class A>
concept DescribesItself = requires(T& value, A& archive) {
  value.transfer(archive);
};

template <class A, class T>
requires DescribesItself<T, A>
void transfer(A& archive, T& value) { value.transfer(archive); }

template <class A, Bytes T>
void transfer(A& archive, T& value) {
  if constexpr (A::reading) {
    if (const std::string_view bytes = archive.view(sizeof value); !bytes.empty())
      std::memcpy(&value, bytes.data(), sizeof value);
  } else {
    archive.bytes(&value, sizeof value);
  }
}

template <class A>
void transfer(A& archive, std::string& text) {
  std::size_t size = text.size();
  archive.size(size);
  if constexpr (A::reading)
    text = archive.view(size);
  else
    archive.bytes(text.data(), size);
}

template <class A, class T>
void transfer(A& archive, std::vector<T>& values) {
  std::size_t size = values.size();
  if constexpr (Bytes<T> && !std::is_same_v<T, bool>) {
    std::size_t all = size * sizeof(T);
    archive.size(all);
    archive.align(alignof(T));
    if constexpr (A::reading) {
      const std::string_view bytes = archive.view(all);
      const auto* const first = reinterpret_cast<const T*>(bytes.data());
      values.assign(first, first + bytes.size() / sizeof(T));  // at once: no value is made before it is overwritten
    } else {
      archive.bytes(values.data(), all);
    }
  } else {
    archive.size(size);
    if constexpr (A::reading) values.resize(size);
    for (T& value : values) archive(value);
  }
}

template <class A, class T, std::size_t n>
requires(!Bytes<std::array<T, n>>) void transfer(A& archive, std::array<T, n>& values) {
  for (T& value : values) archive(value);
}

template <class A, class First, class Second>
requires(!Bytes<std::pair<First, Second>>) void transfer(A& archive, std::pair<First, Second>& pair) {
  archive(pair.first, pair.second);
}

template <class A, class T>
void transfer(A& archive, std::optional<T>& value) {
  auto has = static_cast<std::uint8_t>(value.has_value());
  archive(has);
  if constexpr (A::reading) {
    if (has != 0) value.emplace();
  }
  if (value) archive(*value);
}

/// Maps as their pairs, in order of the keys.
template <class A, class Map>
requires requires { typename Map::mapped_type; }
void transfer(A& archive, Map& map) {
  std::vector<std::pair<typename Map::key_type, typename Map::mapped_type>> pairs(map.begin(), map.end());
  std::sort(pairs.begin(), pairs.end());
  archive(pairs);
  if constexpr (A::reading) map.insert(pairs.begin(), pairs.end());
}

}  // namespace isnad::rules
