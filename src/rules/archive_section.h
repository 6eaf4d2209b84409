// A part of an archive that is read when it is first asked for: a run that reads one language spends nothing on others.
#pragma once

#include <cassert>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "rules/archive.h"

namespace isnad::rules {

/// A value, or the bytes of one that nobody has asked for yet; these must outlive it. Asking is thread-safe.
template <class T>
class Section {
 public:
  Section() : state_(std::make_unique<State>()) {}
  explicit Section(T value) : Section() { state_->value = std::move(value); }

  [[nodiscard]] const T& get() const {
    std::call_once(state_->once, [this] {
      if (state_->read != nullptr) state_->read(state_->bytes, state_->value);
    });
    return state_->value;
  }

  template <class A>
  void transfer(A& archive) {
    if constexpr (A::reading) {
      std::size_t size = 0;
      archive.size(size);
      archive.align(archive_alignment);
      state_->bytes = archive.view(size);
      state_->read = read;
    } else {
      ArchiveWriter own;
      own(const_cast<T&>(get()));  // writing changes nothing
      std::string bytes = own.take();
      std::size_t size = bytes.size();
      archive.size(size);
      archive.align(archive_alignment);
      archive.bytes(bytes.data(), size);
    }
  }

 private:
  static void read(std::string_view bytes, T& value) {
    ArchiveReader archive(bytes);
    archive(value);
    assert(archive.ok());  // its bytes are whole: whoever read where it ends has looked
  }

  struct State {
    std::once_flag once;
    std::string_view bytes;
    void (*read)(std::string_view, T&) = nullptr;  ///< null for a value that was made here
    T value{};
  };
  std::unique_ptr<State> state_;
};

}  // namespace isnad::rules
