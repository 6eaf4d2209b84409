// What happens when one article of a story gets one thing wrong: a date two days off, a fact negated. Each claim that
// another article bears out is changed alone; caught is a change that raises a finding of its own in which the changed
// clause is evidence. The shares are printed, and must not fall below what they were when they were last written down.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "isnad/audit.h"
#include "project_grammar.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream content;
  content << file.rdbuf();
  return content.str();
}

const Grammar& grammar() { return project_grammar(); }

std::vector<fs::path> stories() {
  std::vector<fs::path> all{fs::path(ISNAD_SOURCE_DIR) / "tests/data/gold/seeds"};
  for (const auto& entry : fs::directory_iterator(fs::path(ISNAD_SOURCE_DIR) / "tests/data/stories"))
    if (fs::exists(entry.path() / "gold.json")) all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

DocumentAnalysis analysed(DocumentIndex index, const std::string& id, const std::string& text) {
  DocumentSource source;
  source.id = id;
  source.path = id;
  return analyze(read_document(index, source, text, grammar().page_cues()), grammar());
}

std::vector<DocumentAnalysis> story_of(const fs::path& folder) {
  rapidjson::Document gold;
  gold.Parse(read(folder / "gold.json").c_str());
  const fs::path base = gold.HasMember("base") ? folder / gold["base"].GetString() : folder;
  std::vector<DocumentAnalysis> documents;
  for (const auto& d : gold["documents"].GetArray()) {
    auto text = decode(read(base / d["file"].GetString()));
    if (!text) throw std::runtime_error(text.error().message);
    documents.push_back(analysed(static_cast<DocumentIndex>(documents.size()), d["file"].GetString(), *text));
  }
  return documents;
}

/// Claims that another article bears out: facts in an event that it tells too.
std::vector<ClaimRef> borne_out(const Timeline& timeline) {
  std::vector<ClaimRef> refs;
  for (const Event& event : timeline.linking.events)
    for (const ClaimRef r : event.claims) {
      const Claim& claim = timeline.documents[index(r.document)].claims[r.claim];
      const bool fact =
          claim.polarity == Polarity::asserted && claim.modality == Modality::actual && !claim.frame.empty();
      const bool elsewhere = std::any_of(event.claims.begin(), event.claims.end(),
                                         [&](ClaimRef other) { return other.document != r.document; });
      if (fact && elsewhere) refs.push_back(r);
    }
  return refs;
}

std::set<std::string> ids_of(const Timeline& timeline) {
  std::set<std::string> ids;
  for (const Finding& f : timeline.audit.findings) ids.insert(f.id);
  return ids;
}

struct Share {
  std::size_t caught = 0, changed = 0;
};

void count(Share& share, const Timeline& before, const Timeline& after, DocumentIndex changed) {
  const std::set<std::string> known = ids_of(before);
  ++share.changed;
  share.caught += static_cast<std::size_t>(
      std::any_of(after.audit.findings.begin(), after.audit.findings.end(), [&](const Finding& f) {
        return !known.contains(f.id) && std::any_of(f.evidence.begin(), f.evidence.end(),
                                                    [&](const Evidence& e) { return e.span.document == changed; });
      }));
}

bool dates_itself(const Claim& claim) { return claim.time.timex && !claim.time.inherited && !claim.time.of_statement; }

/// Does another article date the event of this claim?
bool dated_elsewhere(const Timeline& timeline, ClaimRef ref) {
  return std::any_of(timeline.linking.events.begin(), timeline.linking.events.end(), [&](const Event& event) {
    return std::find(event.claims.begin(), event.claims.end(), ref) != event.claims.end() &&
           std::any_of(event.claims.begin(), event.claims.end(), [&](ClaimRef other) {
             return other.document != ref.document &&
                    dates_itself(timeline.documents[index(other.document)].claims[other.claim]);
           });
  });
}

/// Two days earlier, wherever the expression is used: later ones would often lie after the article's own day.
bool shift(DocumentAnalysis& analysis, const Claim& claim) {
  if (!dates_itself(claim)) return false;
  auto& domain = analysis.timexes[*claim.time.timex].domain;
  if (!domain || domain->empty() || domain->period.value != 0) return false;
  constexpr Minutes two_days{-2 * minutes_per_day};
  for (Window& w : domain->windows) {
    if (w.earliest) w.earliest = *w.earliest + two_days;
    if (w.latest) w.latest = *w.latest + two_days;
  }
  return true;
}

TEST(OneChange, IsCaughtAsOftenAsItWas) {
  Share dates, denials;
  for (const fs::path& folder : stories()) {
    const std::vector<DocumentAnalysis> documents = story_of(folder);
    const Timeline before = assemble(documents, grammar());
    for (const ClaimRef r : borne_out(before)) {
      const DocumentAnalysis& own = documents[index(r.document)];
      const Claim& claim = own.claims[r.claim];
      std::vector<DocumentAnalysis> changed = documents;
      if (dated_elsewhere(before, r) && shift(changed[index(r.document)], claim))
        count(dates, before, assemble(std::move(changed), grammar()), r.document);
      if (claim.past && !claim.attribution.empty()) {
        std::string text = own.document.text;
        text.insert(claim.trigger.begin.value, own.document.language == "en" ? "never " : "\u0644\u0645 ");  // "not"
        changed = documents;
        changed[index(r.document)] = analysed(r.document, own.document.source.id, text);
        count(denials, before, assemble(std::move(changed), grammar()), r.document);
      }
    }
  }
  std::cout << "dates shifted: " << dates.caught << " of " << dates.changed
            << " caught; facts negated: " << denials.caught << " of " << denials.changed << " caught\n";
  ASSERT_GT(dates.changed, 0U);
  ASSERT_GT(denials.changed, 0U);
  // 71 of 502 and 68 of 230 in a hundred and seventeen stories and the seeds: since words are compared by what they
  // mean, more claims are linked, and so more changes could be caught; those that are new are mostly linked by weak
  // links.
  // What is missed of dates is mostly told without a frame or by names that only one side has, or joined by weak links.
  EXPECT_GE(100 * dates.caught, 13 * dates.changed);
  EXPECT_GE(100 * denials.caught, 28 * denials.changed);
}

}  // namespace
}  // namespace isnad
