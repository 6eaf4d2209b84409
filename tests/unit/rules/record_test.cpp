#include <gtest/gtest.h>

#include "isnad/rules.h"

namespace isnad {
namespace {

TEST(Record, KeepsItsFieldsInOrderOfName) {
  Record record;
  record.set("year", std::int64_t{2024});
  record.set("day", std::int64_t{7});
  record.set("part", std::string("TEV"));
  record.set("day", std::int64_t{8});
  ASSERT_EQ(record.fields().size(), 3U);
  EXPECT_EQ(record.fields()[0].first, "day");
  EXPECT_EQ(record.fields()[1].first, "part");
  EXPECT_EQ(record.fields()[2].first, "year");
  EXPECT_EQ(record.integer("day"), 8);
  EXPECT_EQ(record.text("part"), "TEV");
}

TEST(Record, GivesNothingOfTheOtherKind) {
  Record record;
  record.set("day", std::int64_t{7});
  record.set("part", std::string("TEV"));
  EXPECT_FALSE(record.integer("part"));
  EXPECT_FALSE(record.text("day"));
  EXPECT_FALSE(record.integer("da"));
  EXPECT_FALSE(record.has("days"));
  EXPECT_TRUE(record.has("day"));
}

TEST(Record, PartTakesThePrefixOff) {
  Record record;
  record.set("from.day", std::int64_t{1});
  record.set("from.month", std::int64_t{2});
  record.set("fromage", std::int64_t{3});
  record.set("to.day", std::int64_t{4});
  const Record from = record.part("from.");
  ASSERT_EQ(from.fields().size(), 2U);
  EXPECT_EQ(from.integer("day"), 1);
  EXPECT_EQ(from.integer("month"), 2);
  EXPECT_TRUE(record.part("until.").fields().empty());
}

TEST(Annotation, FindsItemsByTokenAndClass) {
  Annotation annotation;
  annotation.items.resize(3);
  annotation.items[0].cls = ClassId{5};
  annotation.items[0].last = 2;
  annotation.items[1].cls = ClassId{4};
  annotation.items[1].last = 1;
  annotation.items[2].cls = ClassId{5};
  annotation.items[2].last = 1;
  annotation.by_token = {0, 3, 3};
  EXPECT_EQ(annotation.at(0, ClassId{5}), (std::vector<const Item*>{&annotation.items[0], &annotation.items[2]}));
  EXPECT_EQ(annotation.longest(0, ClassId{5}), &annotation.items[0]);
  EXPECT_EQ(annotation.longest(0, ClassId{6}), nullptr);
  EXPECT_TRUE(annotation.at(1, ClassId{5}).empty());
  EXPECT_TRUE(annotation.at(7, ClassId{5}).empty());
  EXPECT_EQ(annotation.longest(7, ClassId{5}), nullptr);
}

}  // namespace
}  // namespace isnad
