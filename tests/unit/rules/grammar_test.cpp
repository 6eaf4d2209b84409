#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/rules.h"

namespace isnad {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string language = R"({"kind":"language","language":"xx","layers":["one"]})";
const std::string words = R"({"kind":"words","class":"month","examples":["in july"],"counterexamples":["in julys"],
  "entries":[{"value":7,"forms":["july"]},{"forms":["brumaire"]}]})";
const std::string patterns = R"({"kind":"patterns","layer":"one","emits":"date","patterns":[
  {"id":"good","match":["@int=d","@month=m"],"value":{"day":"$d","month":"$m"},
   "examples":[{"text":"on 7 july","match":"7 july","value":{"day":7}}],"counterexamples":["july 7"]},
  {"id":"bare","match":["someday"]}]})";

Grammar compiled(std::vector<RuleFile> files) {
  Result<Grammar> grammar = Grammar::compile(std::move(files));
  if (!grammar) throw std::runtime_error(grammar.error().path + ": " + grammar.error().message);
  return std::move(*grammar);
}

TEST(Grammar, NamesWhatItHolds) {
  const Grammar grammar =
      compiled({{"xx/language.json", language}, {"xx/words.json", words}, {"xx/patterns.json", patterns}});
  ASSERT_TRUE(grammar.find_class("month"));
  EXPECT_EQ(grammar.class_name(*grammar.find_class("month")), "month");
  EXPECT_FALSE(grammar.find_class("year"));
  EXPECT_THAT(grammar.without_examples(), ElementsAre("bare"));
  const auto summaries = grammar.summaries();
  ASSERT_EQ(summaries.size(), 1U);
  EXPECT_EQ(summaries[0].language, "xx");
  EXPECT_EQ(summaries[0].words, 2U);
  EXPECT_EQ(summaries[0].forms, 2U);
  EXPECT_EQ(summaries[0].patterns, 2U);
  EXPECT_EQ(summaries[0].examples, 4U);
}

TEST(Grammar, ALanguageWithoutRulesIsEmpty) {
  const Grammar grammar = compiled({{"xx/language.json", language}, {"xx/words.json", words}});
  Document document = read_document(DocumentIndex{0}, {}, "in july", {});
  document.language = "yy";
  const Annotation annotation = grammar.annotate(document);
  EXPECT_TRUE(annotation.items.empty());
  EXPECT_EQ(annotation.by_token.size(), document.tokens.size() + 1);
  document.language = "xx-YY";
  EXPECT_EQ(grammar.annotate(document).items.size(), 1U);
}

TEST(Grammar, CommonRulesBelongToEveryLanguage) {
  const std::string other = R"({"kind":"language","language":"yy","layers":["one"]})";
  const Grammar grammar = compiled({{"xx/language.json", language},
                                    {"yy/language.json", other},
                                    {"common/words.json", words},
                                    {"common/patterns.json", patterns}});
  for (const char* code : {"xx", "yy"}) {
    Document document = read_document(DocumentIndex{0}, {}, "7 july", {});
    document.language = code;
    EXPECT_EQ(grammar.annotate(document).items.size(), 2U) << code;
  }
}

TEST(Grammar, TheOrderOfFilesMakesNoDifference) {
  const RuleFile a{"xx/language.json", language}, b{"xx/words.json", words}, c{"xx/patterns.json", patterns};
  const Grammar one = compiled({a, b, c});
  const Grammar two = compiled({c, b, a});
  Document document = read_document(DocumentIndex{0}, {}, "7 july someday", {});
  document.language = "xx";
  const Annotation p = one.annotate(document), q = two.annotate(document);
  ASSERT_EQ(p.items.size(), q.items.size());
  for (std::size_t i = 0; i < p.items.size(); ++i) {
    EXPECT_EQ(p.items[i].cls, q.items[i].cls);
    EXPECT_EQ(p.items[i].rule, q.items[i].rule);
    EXPECT_EQ(p.items[i].first, q.items[i].first);
  }
}

TEST(Grammar, GivesTheItemsOfTheClassesAskedFor) {
  const Grammar grammar =
      compiled({{"xx/language.json", language}, {"xx/words.json", words}, {"xx/patterns.json", patterns}});
  Document document = read_document(DocumentIndex{0}, {}, "7 july someday brumaire", {});
  document.language = "xx";
  const Annotation all = grammar.annotate(document);
  std::vector<std::uint32_t> dates;
  for (const Item& item : all.items) {
    if (grammar.class_name(item.cls) == "date") dates.push_back(item.first);
  }
  EXPECT_THAT(dates, ElementsAre(0U, 2U));
  const Annotation asked = grammar.annotate(document, {"date", "year"});
  ASSERT_EQ(asked.items.size(), dates.size());
  for (std::size_t i = 0; i < dates.size(); ++i) EXPECT_EQ(asked.items[i].first, dates[i]);
  EXPECT_EQ(asked.by_token.size(), all.by_token.size());
  EXPECT_TRUE(grammar.annotate(document, {"year"}).items.empty());
}

/// What was looked up for one grammar is not taken for another's, whichever of them came before or has gone.
TEST(Grammar, KnowsTheWordsOfEachGrammarByThemselves) {
  const auto other = [](const std::string& form) {
    return compiled({{"xx/language.json", language},
                     {"xx/w.json", R"({"kind":"words","class":"month","entries":[{"forms":[")" + form + R"("]}]})"}});
  };
  Document document = read_document(DocumentIndex{0}, {}, "july august may", {});
  document.language = "xx";
  for (const std::string form : {"july", "august", "may", "june", "july", "may"}) {
    const Grammar grammar = other(form);
    const std::size_t expected = form == "june" ? 0 : 1;
    for (int again = 0; again < 2; ++again) {
      const Annotation found = grammar.annotate(document);
      ASSERT_EQ(found.items.size(), expected) << form;
      for (const Item& item : found.items) EXPECT_EQ(document.key(document.tokens[item.first]), form);
    }
  }
}

/// More different words than are kept: the same is found before, while and after they are dropped.
TEST(Grammar, DropsWhatItKnowsOfManyWords) {
  const Grammar grammar = compiled({{"xx/language.json", language}, {"xx/words.json", words}});
  for (int i = 0; i < 40; ++i) {
    std::string text = "july";
    for (int k = 0; k < 1500; ++k) {
      std::string word = " w";
      for (int n = i * 1500 + k; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
      text += word;
    }
    text += " brumaire";
    Document document = read_document(DocumentIndex{0}, {}, text, {});
    document.language = "xx";
    ASSERT_EQ(grammar.annotate(document).items.size(), 2U) << i;
  }
}

TEST(Grammar, ALanguageNeedsItsFile) {
  const Result<Grammar> grammar = Grammar::compile({{"xx/words.json", words}});
  ASSERT_FALSE(grammar);
  EXPECT_EQ(grammar.error().path, "xx");
  EXPECT_THAT(grammar.error().message, HasSubstr("no file of kind \"language\""));
}

TEST(Grammar, Captures) {
  const Grammar grammar = compiled({{"xx/language.json", language}, {"xx/words.json", words}, {"xx/p.json", R"(
    {"kind":"patterns","layer":"one","emits":"p","patterns":[{"id":"p",
     "match":["from",{"repeat":["@word=w"],"max":3,"as":"all"},"to",{"optional":["@int"],"as":"none"}],
     "value":{"all":"$all","last":"$w","none":"$none"}}]})"}});
  Document document = read_document(DocumentIndex{0}, {}, "from here there to", {});
  document.language = "xx";
  const Annotation annotation = grammar.annotate(document);
  ASSERT_EQ(annotation.items.size(), 1U);
  const Item& item = annotation.items[0];
  EXPECT_EQ(item.value.text("all"), "here there");
  EXPECT_EQ(item.value.text("last"), "there");
  EXPECT_FALSE(item.value.has("none"));  // the group is empty
  std::vector<std::string> captures;
  for (const Capture& c : item.captures) {
    captures.push_back(c.name + std::to_string(c.first) + std::to_string(c.last));
  }
  EXPECT_THAT(captures, ElementsAre("all13", "w12", "w23"));
}

TEST(Examples, AllGood) {
  const Grammar grammar =
      compiled({{"xx/language.json", language}, {"xx/words.json", words}, {"xx/patterns.json", patterns}});
  const ExampleReport report = run_examples(grammar, {});
  EXPECT_EQ(report.run, 4U);
  for (const ExampleFailure& failure : report.failures) ADD_FAILURE() << failure.message;
}

TEST(Examples, FailuresSayWhatCame) {
  const Grammar grammar = compiled({{"xx/language.json", language}, {"xx/words.json", words}, {"xx/p.json", R"(
{"kind":"patterns","layer":"one","emits":"date","patterns":[{"id":"p","match":["@int=d","@month"],"value":{"day":"$d"},
 "examples":["in july",
  {"text":"on 7 july","match":"7"},
  {"text":"on 7 july","value":{"day":8}},
  {"text":"7 july","timex":"XXXX-07-07"},
  {"text":"7 july","timex":"XXXX-07-08"}],
 "counterexamples":["9 july",
  {"text":"9 july","match":"july"}]}]})"}});
  const TimexOracle oracle = [](const std::string&, const std::string&) {
    return std::vector<std::pair<std::string, std::string>>{{"7 july", "XXXX-07-07"}};
  };
  const ExampleReport report = run_examples(grammar, oracle);
  EXPECT_EQ(report.run, 9U);  // and the two of the words
  ASSERT_EQ(report.failures.size(), 5U);
  EXPECT_EQ(report.failures[0].path, "xx/p.json");
  EXPECT_EQ(report.failures[0].place, (LineColumn{3, 14}));
  EXPECT_EQ(report.failures[0].rule, "p");
  EXPECT_THAT(report.failures[0].message, HasSubstr("is not found"));
  EXPECT_THAT(report.failures[1].message, HasSubstr("expected the match \"7\", found \"7 july\""));
  EXPECT_THAT(report.failures[2].message, HasSubstr("expected {day: 8}, found {day: 7}"));
  EXPECT_THAT(report.failures[3].message, HasSubstr("XXXX-07-08"));
  EXPECT_THAT(report.failures[4].message, HasSubstr("must not be found"));
}

TEST(Examples, KnownToBeWrongAreToldApart) {
  const Grammar grammar = compiled({{"xx/language.json", language}, {"xx/words.json", words}, {"xx/p.json", R"(
{"kind":"patterns","layer":"one","emits":"date","patterns":[{"id":"p","match":["@int=d","@month"],"value":{"day":"$d"},
 "examples":[{"text":"on 7 july","value":{"day":8},"known_wrong":"cannot count"},
  {"text":"on 7 july","known_wrong":"long mended"}]}]})"}});
  const ExampleReport report = run_examples(grammar, {});
  ASSERT_EQ(report.known_wrong.size(), 1U);
  EXPECT_THAT(report.known_wrong[0].message, HasSubstr("cannot count"));
  ASSERT_EQ(report.failures.size(), 1U);  // so that the repair is noticed
  EXPECT_THAT(report.failures[0].message, HasSubstr("comes out right"));
}

TEST(Words, OfCollectiveClassesAreListed) {
  const Grammar grammar =
      compiled({{"xx/language.json", language},
                {"xx/force.json",
                 R"({"kind":"words","class":"force","collective":true,"entries":[{"forms":["Troops","army"]}]})"},
                {"xx/name.json", R"({"kind":"words","class":"name","entries":[{"forms":["smith"]}]})"}});
  EXPECT_THAT(grammar.collective_forms("xx"), ElementsAre("army", "troops"));
  EXPECT_TRUE(grammar.collective_forms("yy").empty());
}

TEST(ConceptFiles, GiveTheirWordsInMatchingForm) {
  const Grammar grammar =
      compiled({{"xx/language.json", language}, {"xx/concepts.json", R"({"kind":"concepts","concepts":[
   {"id":"open","words":["Inaugurate","open"]},{"id":"ban","words":["ban","rule out"]}]})"}});
  EXPECT_EQ(grammar.concept_words("xx").of("inaugurate"), "open");
  EXPECT_EQ(grammar.concept_words("xx").of("rule out"), "ban");
  EXPECT_EQ(grammar.concept_words("xx").of("rule"), std::nullopt);
  EXPECT_EQ(grammar.concept_words("yy").of("open"), std::nullopt);
  EXPECT_TRUE(grammar.concept_words("xx").begins_phrase("rule"));
  EXPECT_FALSE(grammar.concept_words("xx").begins_phrase("open"));
}

TEST(ConceptFiles, AWordBelongsToOneConcept) {
  const auto error_of = [](const char* concepts) {
    const auto grammar = Grammar::compile({{"xx/language.json", language}, {"xx/concepts.json", concepts}});
    return grammar ? std::string() : grammar.error().message;
  };
  EXPECT_THAT(error_of(R"({"kind":"concepts","concepts":[{"id":"a","words":["fair"]},{"id":"b","words":["Fair"]}]})"),
              HasSubstr("\"fair\" is a word of \"a\" already"));
  EXPECT_THAT(error_of(R"({"kind":"concepts","concepts":[{"id":"a","words":["one two three"]}]})"),
              HasSubstr("more than two words"));
  EXPECT_EQ(error_of(R"({"kind":"concepts","concepts":[{"id":"a","words":["fair","fair"]}]})"), "");
}

TEST(Frames, WithoutExampleAreListed) {
  const Grammar grammar = compiled({{"xx/language.json", language}, {"xx/frames.json", R"({"kind":"frames","frames":[
   {"id":"xx.a","type":"a","label":{"ar":"a","en":"a"},"lemmas":[{"forms":["seize"]}],"counterexamples":["size"]},
   {"id":"xx.b","type":"b","label":{"ar":"b","en":"b"},"lemmas":[{"forms":["grip"]}],"examples":["grip"]}]})"}});
  EXPECT_THAT(grammar.without_examples(), ElementsAre("xx.a"));
}

TEST(Frames, BecomeWordsAndData) {
  const Grammar grammar = compiled({{"xx/language.json", language},
                                    {"xx/morphology.json", R"({"kind":"morphology","paradigms":{"verb":[
       {"part":"base","fields":{"form":"verb"},"cells":[{},{"suffix":"ed","fields":{"tense":"perfect"}}]}]}})"},
                                    {"xx/frames.json", R"({"kind":"frames","frames":[
   {"id":"xx.seize","type":"capture","label":{"ar":"a","en":"seizure"},"once":true,"daily":true,"neighbours":["fall"],"after":["attack"],
    "arguments":[{"role":"place","position":"preposition","prepositions":["Of"],"required":true,"class":"place","key":true}],
    "lemmas":[{"base":"seiz"},{"forms":["took over"],"not_after":["never"]}],
    "examples":[{"text":"They seized it","arguments":{"place":"it"}}],"counterexamples":["never took over"]},
   {"id":"xx.grip","type":"hold","label":{"ar":"b","en":"grip"},"lemmas":[{"base":"seiz"}]}]})"}});
  const std::vector<Frame>& frames = grammar.frames("xx");
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_EQ(frames[0].id, "xx.seize");
  EXPECT_TRUE(frames[0].once && frames[0].daily);
  EXPECT_FALSE(frames[1].once || frames[1].daily);
  EXPECT_EQ(frames[0].label.en, "seizure");
  ASSERT_EQ(frames[0].arguments.size(), 1U);
  EXPECT_THAT(frames[0].arguments[0].prepositions, ElementsAre("of"));
  EXPECT_EQ(frames[0].arguments[0].word_class, "place");
  EXPECT_TRUE(frames[0].arguments[0].key && frames[0].arguments[0].required);
  EXPECT_TRUE(grammar.frames("yy").empty());
  EXPECT_EQ(grammar.frame("xx", "xx.grip"), &frames[1]);
  EXPECT_EQ(grammar.frame("xx", "xx.grop"), nullptr);
  EXPECT_EQ(grammar.frame("yy", "xx.grip"), nullptr);
  const std::vector<FrameExample> examples = grammar.frame_examples("xx");
  ASSERT_EQ(examples.size(), 2U);
  EXPECT_EQ(examples[0].frame, "xx.seize");
  EXPECT_EQ(examples[0].arguments.text("place"), "it");
  EXPECT_FALSE(examples[1].positive);
  EXPECT_EQ(run_examples(grammar, {}).run, 0U);

  Document document = read_document(DocumentIndex{0}, {}, "They seized it and took over, never took over", {});
  document.language = "xx";
  const Annotation annotation = grammar.annotate(document);
  ASSERT_EQ(annotation.items.size(), 3U);  // both frames at "seized", one at the first "took over"
  EXPECT_EQ(annotation.items[0].value.text("frame"), "xx.seize");
  EXPECT_EQ(annotation.items[0].value.text("type"), "capture");
  EXPECT_EQ(annotation.items[0].value.text("tense"), "perfect");
  EXPECT_EQ(annotation.items[0].value.text("lemma"), "seiz");
  EXPECT_EQ(annotation.items[1].value.text("frame"), "xx.grip");
  EXPECT_EQ(annotation.items[2].value.text("lemma"), "took over");
}

TEST(PageCuesFile, IsReadInMatchingForm) {
  const Grammar grammar =
      compiled({{"xx/language.json", language},
                {"xx/page.json",
                 R"({"kind":"page","related_opens":["Related Posts"],"agencies":["TASS"],"sentence_ends":["|"]})"}});
  ASSERT_EQ(grammar.page_cues().size(), 1U);
  EXPECT_EQ(grammar.page_cues()[0].language, "xx");
  EXPECT_THAT(grammar.page_cues()[0].related_opens, ElementsAre("related posts"));
  EXPECT_THAT(grammar.page_cues()[0].agencies, ElementsAre("tass"));
}

TEST(EmbeddedRules, CompileAndAreThoseOfTheFolder) {
  const std::vector<RuleFile>& files = embedded_rules();
  ASSERT_FALSE(files.empty());
  EXPECT_TRUE(
      std::is_sorted(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; }));
  const Result<Grammar> grammar = Grammar::compile(files);
  ASSERT_TRUE(grammar) << grammar.error().path << ":" << grammar.error().place.line << ": " << grammar.error().message;
  EXPECT_FALSE(grammar->page_cues().empty());
}

}  // namespace
}  // namespace isnad
