// A timeline made by hand, so that reports can be tested without the stages before them.
#pragma once

#include <string>

#include "isnad/report.h"

namespace isnad::test {

/// The story of seeds/, as tests/data/picture/story.json tells it: eleven events, a conflict of dates, one of
/// attribution, one of wording.
Timeline sample_story();

/// An empty timeline that grows: documents, events, claims of one event each. Spans cover the whole text of the
/// document.
class TimelineBuilder {
 public:
  /// Returns the document's index.
  std::size_t document(const std::string& id, const std::string& text, const std::string& title = "");
  /// Returns the event's index.
  std::size_t event(const Bilingual& label, EventStatus status = EventStatus::agreed);
  /// `when`: EDTF as parse_edtf() reads it; "" for none.
  ClaimRef claim(std::size_t document, std::size_t event, const std::string& when,
                 const std::vector<std::string>& chain = {});
  /// A finding about claims, all of one event.
  void finding(FindingRule rule, Level level, const std::vector<ClaimRef>& claims, const Bilingual& message);
  [[nodiscard]] const Timeline& get() const { return timeline_; }
  [[nodiscard]] Timeline& edit() { return timeline_; }

 private:
  Timeline timeline_;
};

}  // namespace isnad::test
