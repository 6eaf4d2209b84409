// What is read of a document, and how faults are named.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/timeml.h"

namespace isnad::tml {
namespace {

using testing::HasSubstr;

// The line and column of each element are counted by hand in the tests below.
const std::string sound =
    "<?xml version=\"1.0\"?>\n"
    "<TimeML>\n"
    "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2024-12-09\" functionInDocument=\"CREATION_TIME\">9\n"
    "  December</TIMEX3></DCT>\n"
    "<TEXT>It <EVENT eid=\"e1\" class=\"OCCURRENCE\">fell</EVENT>, <EVENT eid=\"e2\">he <b>said</b></EVENT>.</TEXT>\n"
    "<MAKEINSTANCE eiid=\"ei1\" eventID=\"e1\"/>\n"
    "<TLINK lid=\"l1\" eventInstanceID=\"ei1\" relatedToTime=\"t0\" relType=\"BEFORE\"/>\n"
    "<TLINK lid=\"l2\" eventID=\"e1\" relatedToEvent=\"e2\" relType=\"before\"/>\n"
    "<SLINK lid=\"l3\"/><ALINK lid=\"l4\"/>\n"
    "</TimeML>\n";

std::string with(const std::string& from, const std::string& to) {
  std::string out = sound;
  const auto at = out.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return out.replace(at, from.size(), to);
}

TEST(Parse, ReadsIntervalsAndLinks) {
  const auto document = parse(sound, "a.tml");
  ASSERT_TRUE(document) << document.error().message;
  ASSERT_EQ(document->intervals.size(), 3U);
  const Interval& t0 = document->intervals[0];
  EXPECT_EQ(t0.kind, IntervalKind::timex);
  EXPECT_EQ(t0.id, "t0");
  EXPECT_EQ(t0.text, "9 December");
  EXPECT_EQ(t0.value, "2024-12-09");
  EXPECT_EQ(t0.function, "CREATION_TIME");
  EXPECT_EQ(t0.place, (LineColumn{3, 6}));
  EXPECT_EQ(document->intervals[1].id, "ei1");
  EXPECT_EQ(document->intervals[1].text, "fell");
  EXPECT_EQ(document->intervals[2].id, "e2");
  EXPECT_EQ(document->intervals[2].text, "he said");
  ASSERT_EQ(document->links.size(), 2U);
  EXPECT_EQ(document->links[0].source, 1U);
  EXPECT_EQ(document->links[0].target, 0U);
  EXPECT_EQ(document->links[0].place, (LineColumn{7, 1}));
  EXPECT_EQ(document->links[1].source, 1U);  // the only instance of e1
  EXPECT_EQ(document->links[1].target, 2U);
  EXPECT_EQ(document->links[1].relation, Relation::before);
  EXPECT_EQ(document->other_links, 2U);
  EXPECT_EQ(document->creation_time(), 0U);
}

TEST(Parse, TakesIdsOfOtherNames) {
  const auto document = parse(
      "<isoTimeML xmlns='http://example.org/iso'><EVENT xml:id='e1'/><EVENT id='e2'/>"
      "<TLINK xml:id='l1' eventID='e1' relatedToEvent='e2' relType='AFTER'/></isoTimeML>");
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->links[0].id, "l1");
}

TEST(Parse, EveryInstanceIsAnIntervalOfItsOwn) {
  const auto document = parse(with("<MAKEINSTANCE",
                                   "<MAKEINSTANCE eiid=\"ei9\" eventID=\"e2\"/><MAKEINSTANCE eiid=\"ei8\" "
                                   "eventID=\"e2\"/>\n<MAKEINSTANCE"));
  ASSERT_FALSE(document);  // l2 names e2, which now has two
  EXPECT_THAT(document.error().message, HasSubstr("\"e2\" has several instances"));
  EXPECT_EQ(document.error().place, (LineColumn{9, 1}));
}

TEST(Parse, BeginAndEndPointsAreIntervals) {
  const auto document = parse(with("<EVENT eid=\"e1\"",
                                   "<TIMEX3 tid=\"t1\" type=\"DURATION\" value=\"P2D\" "
                                   "endPoint=\"t0\" beginPoint=\"\"/><EVENT eid=\"e1\""));
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->intervals[1].end_point, 0U);
  EXPECT_FALSE(document->intervals[1].begin_point);
}

TEST(Parse, ReadsUtf16AndLatin1) {
  const std::string latin =
      "<?xml version='1.0' encoding='ISO-8859-1'?><TimeML><EVENT eid='e1'>caf\xE9</EVENT></TimeML>";
  ASSERT_TRUE(parse(latin));
  EXPECT_EQ(parse(latin)->intervals[0].text, "caf\u00E9");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<TimeML><EVENT eid='e1'>x</EVENT></TimeML>")) wide += {c, '\0'};
  ASSERT_TRUE(parse(wide));
  EXPECT_EQ(parse(wide)->intervals[0].id, "e1");
}

struct Broken {
  std::string from;
  std::string to;
  LineColumn at;
  std::string message;
};

class MalformedTimeml : public testing::TestWithParam<Broken> {};

TEST_P(MalformedTimeml, IsRefusedWithPlaceReasonAndRemedy) {
  const auto document = parse(with(GetParam().from, GetParam().to), "a.tml");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::bad_timeml);
  EXPECT_EQ(document.error().path, "a.tml");
  EXPECT_THAT(document.error().message, HasSubstr(GetParam().message));
  EXPECT_EQ(document.error().place, GetParam().at);
  EXPECT_NE(document.error().remedy, "");
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, MalformedTimeml,
    testing::Values(
        Broken{"</TEXT>", "", {10, 3}, "mismatched tag"}, Broken{"</TimeML>\n", "", {10, 1}, "no element found"},
        Broken{"It <EVENT", "It & <EVENT", {5, 11}, "not well-formed"},
        Broken{"\"before\"", "\"BEFOR\"", {8, 1}, "TLINK \"l2\" has the unknown relType \"BEFOR\""},
        Broken{" relType=\"before\"", "", {8, 1}, "TLINK \"l2\" has no relType"},
        Broken{"relatedToTime=\"t0\"", "relatedToTime=\"t9\"", {7, 1}, "relatedToTime \"t9\" names nothing"},
        Broken{"eventInstanceID=\"ei1\"", "eventInstanceID=\"ei7\"", {7, 1}, "eventInstanceID \"ei7\" names nothing"},
        Broken{"eventInstanceID=\"ei1\"", "eventInstanceID=\"ei1\" timeID=\"t0\"", {7, 1}, "both"},
        Broken{"eventInstanceID=\"ei1\"", "", {7, 1}, "neither eventInstanceID, eventID nor timeID"},
        Broken{"eventID=\"e1\"/>", "eventID=\"e7\"/>", {6, 1}, "there is no EVENT \"e7\""},
        Broken{" eventID=\"e1\"/>", "/>", {6, 1}, "this MAKEINSTANCE has no eventID"},
        Broken{" eiid=\"ei1\"", "", {6, 1}, "this MAKEINSTANCE has no eiid"},
        Broken{"lid=\"l2\"", "lid=\"l1\"", {8, 1}, "the id \"l1\" is taken already"},
        Broken{"lid=\"l2\" ", "", {8, 1}, "this TLINK has no lid"},
        Broken{"eid=\"e2\"", "eid=\"e1\"", {5, 59}, "the id \"e1\" is taken already"},
        Broken{"eid=\"e2\"", "eid=\"t0\"", {5, 59}, "the id \"t0\" is taken already"},
        Broken{"tid=\"t0\" ", "tid=\"t0\" endPoint=\"t5\" ", {3, 6}, "endPoint \"t5\" names nothing"},
        Broken{"tid=\"t0\" ", "", {3, 6}, "this TIMEX3 has no tid"},
        Broken{"\"l1\" ", "\"l1\" lid=\"l1\" ", {7, 17}, "duplicate attribute"}));

TEST(Parse, RefusesOtherXml) {
  const auto other = parse("<svg><rect/></svg>", "a.svg");
  ASSERT_FALSE(other);
  EXPECT_THAT(other.error().message, HasSubstr("no TimeML"));
  EXPECT_TRUE(parse("<TimeML><TEXT>Nothing marked.</TEXT></TimeML>"));
  EXPECT_FALSE(parse(""));
  EXPECT_FALSE(parse("{\"points\":[]}"));
}

TEST(Parse, ColumnsCountCodePoints) {
  const auto document = parse("<TimeML>\n\u062d\u0644\u0628 <TLINK lid='l1'/></TimeML>");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().place, (LineColumn{2, 5}));
}

}  // namespace
}  // namespace isnad::tml
