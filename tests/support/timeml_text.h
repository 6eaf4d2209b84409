// TimeML documents written for tests.
#pragma once

#include <string>

#include "isnad/timeml.h"

namespace isnad::test {

/// Collects elements; xml() is the document.
class TimemlText {
 public:
  TimemlText& event(const std::string& id) {
    body_ += "<EVENT eid=\"" + id + "\">" + id + "</EVENT>\n";
    return *this;
  }
  TimemlText& timex(const std::string& id, const std::string& value, const std::string& more = "type=\"DATE\"") {
    body_ += "<TIMEX3 tid=\"" + id + "\" value=\"" + value + "\" " + more + ">" + value + "</TIMEX3>\n";
    return *this;
  }
  /// Ids that begin with t are times.
  TimemlText& link(const std::string& id, const std::string& source, const std::string& relation,
                   const std::string& target) {
    const bool from_time = source.starts_with("t");
    const bool to_time = target.starts_with("t");
    links_ += "<TLINK lid=\"" + id + "\" " + (from_time ? "timeID" : "eventInstanceID") + "=\"" + source + "\" " +
              (to_time ? "relatedToTime" : "relatedToEventInstance") + "=\"" + target + "\" relType=\"" + relation +
              "\"/>\n";
    return *this;
  }
  [[nodiscard]] std::string xml() const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<TEXT>" + body_ + "</TEXT>\n" + links_ +
           "</TimeML>\n";
  }

 private:
  std::string body_;
  std::string links_;
};

}  // namespace isnad::test
