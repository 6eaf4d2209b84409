#include "rules/clitics.h"

#include <gtest/gtest.h>

namespace isnad::rules {
namespace {

using enum CliticPermission;

class CliticTableTest : public testing::Test {
 protected:
  CliticTableTest() {
    LanguageRule rule;
    rule.proclitics = {{"conjunction", {"w"}}, {"preposition", {"b"}}, {"future", {"s"}}, {"article", {"al"}}};
    rule.stacks = {{"conjunction", "preposition", "article"}, {"conjunction", "future"}};
    Diagnosis diagnosis(files_);
    table_.build(rule, diagnosis);
    bare_ = table_.intern({});
    b_ = table_.intern({{"b", false}});
    wb_ = table_.intern({{"w", false}, {"b", true}});
    al_ = table_.intern({{"al", true}});
    table_.finish();
  }

  [[nodiscard]] StackId stack(std::string_view letters) const {
    for (const CliticTable::Prefix& prefix : table_.prefixes()) {
      if (prefix.written == letters) return prefix.stack;
    }
    return 0;
  }
  /// How many proclitics lie outside; -1 when the stack does not fit.
  [[nodiscard]] int outer(SpecId spec, std::string_view letters, CliticPermission permission, bool first) const {
    const CliticTable::Fit fit = table_.fit(spec, stack(letters), permission, first);
    return fit.fits ? fit.outer : -1;
  }

  std::vector<RuleFile> files_;
  CliticTable table_;
  SpecId bare_ = 0, b_ = 0, wb_ = 0, al_ = 0;
};

TEST_F(CliticTableTest, ListsEveryStack) {
  // (nothing, w) x (nothing, b) x (nothing, al), and (nothing, w) x s; without the empty one: 7 + 2.
  EXPECT_EQ(table_.prefixes().size(), 9U);
}

TEST_F(CliticTableTest, WhatAPermissionAllows) {
  EXPECT_EQ(outer(bare_, "wb", prefix, true), 2);
  EXPECT_EQ(outer(bare_, "wb", prefix, false), -1);
  EXPECT_EQ(outer(bare_, "wbal", prefix, true), -1);
  EXPECT_EQ(outer(bare_, "wbal", article, true), 2);
  EXPECT_EQ(outer(bare_, "al", article, false), 0);
  EXPECT_EQ(outer(bare_, "w", none, true), -1);
  EXPECT_EQ(outer(bare_, "ws", verb, true), 1);
  EXPECT_EQ(outer(bare_, "s", verb, false), 0);
  EXPECT_EQ(outer(bare_, "s", object, true), -1);
  EXPECT_EQ(outer(bare_, "b", verb, true), -1);
  EXPECT_EQ(outer(bare_, "bal", noun, true), 1);
}

TEST_F(CliticTableTest, WhatAnElementNames) {
  EXPECT_EQ(outer(b_, "b", none, false), 0);
  EXPECT_EQ(outer(b_, "wb", none, true), -1);
  EXPECT_EQ(outer(b_, "wb", prefix, true), 1);
  EXPECT_EQ(outer(b_, "wb", prefix, false), -1);
  EXPECT_EQ(outer(b_, "", prefix, true), -1);
  EXPECT_EQ(outer(b_, "wbal", article, true), 1);
  EXPECT_EQ(outer(wb_, "wb", none, false), 0);
  EXPECT_EQ(outer(wb_, "w", none, false), 0);
  EXPECT_EQ(outer(wb_, "b", prefix, true), -1);
  EXPECT_EQ(outer(al_, "al", none, false), 0);
  EXPECT_EQ(outer(al_, "", none, false), 0);
  EXPECT_EQ(outer(al_, "wal", prefix, true), 1);
}

}  // namespace
}  // namespace isnad::rules
