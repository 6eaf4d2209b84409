#include "isnad/name_table.h"

#include <gtest/gtest.h>

#include <string>

namespace isnad {
namespace {

TEST(NameTable, FindsWhatWasAddedAndNothingElse) {
  std::vector<std::string> names;
  NameTable table;
  const auto name_of = [&names](std::uint32_t n) -> std::string_view { return names[n]; };
  EXPECT_EQ(table.find("x", name_of), NameTable::absent);
  for (std::uint32_t n = 0; n < 5000; ++n) {
    names.push_back("name" + std::to_string(n * 7919));
    table.add(names.back(), n);
  }
  for (std::uint32_t n = 0; n < 5000; ++n) ASSERT_EQ(table.find(names[n], name_of), n);
  EXPECT_EQ(table.find("name1", name_of), NameTable::absent);
  EXPECT_EQ(table.find("", name_of), NameTable::absent);
}

}  // namespace
}  // namespace isnad
