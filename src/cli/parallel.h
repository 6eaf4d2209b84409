// The same work for many items, on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace isnad::cli {

/// Calls work(0) .. work(count - 1), each once, on up to `jobs` threads, in no particular order. An exception ends the
/// others early and is thrown on. Results belong into slots of their own, so that their order does not depend on the
/// threads.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace isnad::cli
