// The embedded rules are the files of rules/, byte for byte.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "isnad/rules.h"

namespace isnad {
namespace {

TEST(EmbeddedRules, AreTheFilesByteForByte) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(ISNAD_SOURCE_DIR) / "rules";
  std::size_t on_disk = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() == ".json") ++on_disk;
  }
  EXPECT_EQ(embedded_rules().size(), on_disk);
  for (const RuleFile& file : embedded_rules()) {
    std::ifstream in(root / file.path, std::ios::binary);
    std::stringstream content;
    content << in.rdbuf();
    EXPECT_TRUE(file.content == content.str()) << file.path;
  }
}

}  // namespace
}  // namespace isnad
