#include <cstdint>

#include "rules/archive_types.h"

namespace isnad {

std::string Grammar::save() const {
  rules::ArchiveWriter archive;
  archive(*impl_);
  return archive.take();
}

Result<Grammar> Grammar::load(std::string_view saved) {
  auto impl = std::make_unique<Impl>();
  rules::ArchiveReader archive(saved);
  const bool aligned = reinterpret_cast<std::uintptr_t>(saved.data()) % rules::archive_alignment == 0;
  if (aligned) archive(*impl);
  if (!archive.ok()) {
    Error error;
    error.code = ErrorCode::bad_rule;
    error.message = "these are no compiled rules of this build";
    return error;
  }
  return Grammar(std::move(impl));
}

}  // namespace isnad
