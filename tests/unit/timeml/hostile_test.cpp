// XML made to hurt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

using testing::HasSubstr;

/// Runs `action`, which must not take longer than any of these inputs deserves.
template <class Action>
void quickly(Action action) {
  const auto begin = std::chrono::steady_clock::now();
  action();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

void expect_entity_refused(const std::string& xml, LineColumn place) {
  quickly([&] {
    const auto document = parse(xml);
    ASSERT_FALSE(document);
    EXPECT_THAT(document.error().message, HasSubstr("declares an entity"));
    EXPECT_EQ(document.error().place, place);
  });
}

TEST(HostileXml, BillionLaughs) {
  std::string xml = "<?xml version=\"1.0\"?>\n<!DOCTYPE TimeML [\n<!ENTITY a0 \"lol\">\n";
  for (int i = 1; i < 10; ++i) {
    xml += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) xml += "&a" + std::to_string(i - 1) + ";";
    xml += "\">\n";
  }
  expect_entity_refused(xml + "]>\n<TimeML>&a9;</TimeML>", {3, 13});
}

TEST(HostileXml, ChainOfEntities) {
  std::string xml = "<!DOCTYPE TimeML [\n";
  for (int i = 0; i < 100'000; ++i) {
    xml += "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i + 1) + ";\">\n";
  }
  expect_entity_refused(xml + "]>\n<TimeML><EVENT eid='&a0;'/></TimeML>", {2, 13});
}

TEST(HostileXml, ExternalAndParameterEntitiesAreNotLoaded) {
  expect_entity_refused("<!DOCTYPE TimeML [\n<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<TimeML>&x;</TimeML>",
                        {2, 39});
  expect_entity_refused("<!DOCTYPE TimeML [\n<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>\n<TimeML/>", {2, 41});
}

TEST(HostileXml, AnExternalDtdIsNotLoadedAndDoesNoHarm) {
  const auto document = parse(
      "<!DOCTYPE TimeML SYSTEM \"http://192.0.2.1/TimeML.dtd\"><TimeML><EVENT eid='e1'>a&eacute;b</EVENT></TimeML>");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->intervals[0].text, "ab");
}

TEST(HostileXml, DeepNesting) {
  quickly([] {
    std::string open;
    std::string close;
    for (int i = 0; i < 500'000; ++i) {
      open += "<a>";
      close += "</a>";
    }
    EXPECT_TRUE(parse("<TimeML>" + open + "<EVENT eid='e1'/>" + close + "</TimeML>"));
    EXPECT_FALSE(parse("<TimeML>" + open));
  });
}

TEST(HostileXml, DeepContentModel) {
  quickly([] {
    const std::string groups(200'000, '(');
    EXPECT_FALSE(parse("<!DOCTYPE TimeML [<!ELEMENT TimeML " + groups + "]><TimeML/>"));
  });
}

TEST(HostileXml, EventsWithinEvents) {
  quickly([] {
    std::string xml = "<TimeML>";
    const int depth = 50'000;
    for (int i = 0; i < depth; ++i) xml += "<EVENT eid='e" + std::to_string(i) + "'>word ";
    for (int i = 0; i < depth; ++i) xml += "</EVENT>";
    const auto document = parse(xml + "</TimeML>");
    ASSERT_TRUE(document) << document.error().message;
    EXPECT_EQ(document->intervals.size(), static_cast<std::size_t>(depth));
  });
}

TEST(HostileXml, LongAttributesAndTexts) {
  quickly([] {
    const std::string ten_megabytes(10'000'000, 'x');
    const auto document = parse("<TimeML><EVENT eid='" + ten_megabytes + "'>" + ten_megabytes + "</EVENT></TimeML>");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->intervals[0].id.size(), ten_megabytes.size());
    EXPECT_EQ(document->intervals[0].text.size(), max_text);
    const auto link = parse("<TimeML><EVENT eid='e1'/><TLINK lid='l1' eventID='e1' relatedToEvent='" + ten_megabytes +
                            "' relType='BEFORE'/></TimeML>");
    ASSERT_FALSE(link);
    EXPECT_LT(link.error().message.size(), 200U);
    const auto relation = parse("<TimeML><EVENT eid='e1'/><TLINK lid='l1' eventID='e1' relatedToEvent='e1' relType='" +
                                ten_megabytes + "'/></TimeML>");
    ASSERT_FALSE(relation);
    EXPECT_LT(relation.error().message.size(), 200U);
  });
}

TEST(HostileXml, TextIsCutBetweenCharacters) {
  std::string letters;
  for (int i = 0; i < 150; ++i) letters += "\u0646";
  const auto document = parse("<TimeML><EVENT eid='e1'>x" + letters + "</EVENT></TimeML>");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->intervals[0].text, "x" + letters.substr(0, 198));
}

TEST(HostileXml, ManyAttributes) {
  quickly([] {
    std::string xml = "<TimeML><EVENT eid='e1'";
    for (int i = 0; i < 100'000; ++i) xml += " a" + std::to_string(i) + "=''";
    EXPECT_TRUE(parse(xml + "/></TimeML>"));
  });
}

TEST(HostileXml, BytesThatAreNoText) {
  EXPECT_FALSE(parse("<TimeML><EVENT eid='\xFF'/></TimeML>"));
  EXPECT_FALSE(parse("<TimeML><EVENT eid='\xC3\x28'/></TimeML>"));
  EXPECT_FALSE(parse(std::string("<TimeML>\0</TimeML>", 18)));
  EXPECT_FALSE(parse("<?xml version='1.0' encoding='no-such'?><TimeML/>"));
  EXPECT_FALSE(parse(std::string(1 << 16, '\0')));
}

}  // namespace
}  // namespace isnad::tml
