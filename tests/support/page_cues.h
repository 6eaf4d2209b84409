// The page cues of the rules folder, for tests of the text stage (the rules stage, which loads them in the program,
// stands behind it).
#pragma once

#include <rapidjson/document.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "isnad/text.h"

namespace isnad::test {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

/// The cues in rules/LANGUAGE/page.json, in matching form.
inline PageCues load_page_cues(const std::string& language) {
  const std::string json = read_file(std::string(ISNAD_SOURCE_DIR) + "/rules/" + language + "/page.json");
  rapidjson::Document file;
  file.Parse<rapidjson::kParseCommentsFlag | rapidjson::kParseTrailingCommasFlag>(json.c_str());
  if (file.HasParseError() || !file.IsObject()) std::abort();
  PageCues cues;
  cues.language = language;
  const auto read = [&](const char* field, std::vector<std::string>& to) {
    for (const auto& entry : file[field].GetArray()) to.push_back(matching_form(entry.GetString()));
  };
  read("related_opens", cues.related_opens);
  read("tail_opens", cues.tail_opens);
  read("furniture", cues.furniture);
  read("dateline_opens", cues.dateline_opens);
  read("date_words", cues.date_words);
  read("date_particles", cues.date_particles);
  read("section_words", cues.section_words);
  read("byline_words", cues.byline_words);
  read("agencies", cues.agencies);
  read("caption_words", cues.caption_words);
  read("continues", cues.continues);
  read("sentence_ends", cues.sentence_ends);
  read("abbreviations", cues.abbreviations);
  return cues;
}

inline const std::vector<PageCues>& page_cues() {
  static const std::vector<PageCues> cues = {load_page_cues("ar"), load_page_cues("en")};
  return cues;
}

}  // namespace isnad::test
