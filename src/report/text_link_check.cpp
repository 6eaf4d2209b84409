// Checked TimeML documents for a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "isnad/report.h"
#include "report/escape.h"
#include "report/text_style.h"

namespace isnad {
namespace {

// Lists longer than these are cut; the JSON has all of them.
constexpr std::size_t most_cycles = 20;
constexpr std::size_t most_links = 30;  // of a cycle
constexpr std::size_t most_stretches = 20;
constexpr std::size_t most_names = 12;  // of moments or intervals in one line
constexpr std::size_t longest_words = 40;

class Text {
 public:
  Text(const tml::Analysis& analysis, const TextStyle& style)
      : analysis_(analysis), document_(analysis.document), style_(style), paint_(style.color) {}

  std::string run() {
    verdict();
    counts();
    cycles();
    repair();
    stretches();
    return std::move(out_);
  }

 private:
  static std::int64_t number(std::size_t n) { return static_cast<std::int64_t>(n); }
  std::string words(std::string_view key, const MessageArguments& arguments = {}) const {
    return message(style_.language, "timeml." + std::string(key), arguments);
  }
  /// A name from the file on its way into a sentence. In Arabic it keeps its own direction.
  std::string name(std::string_view text) const {
    const std::string shown = shortened(printable(text), longest_words);
    return style_.language == Language::ar ? isolated(shown) : shown;
  }
  void line(std::size_t indent, const std::string& text) { out_ += std::string(indent, ' ') + text + '\n'; }

  void verdict() {
    const std::string path = printable(document_.path);
    const solver::Status status = analysis_.solution.status;
    const MessageArguments arguments{{"path", style_.language == Language::ar ? isolated(path) : path}};
    line(0, status == solver::Status::consistent     ? paint_.bold(words("consistent", arguments))
            : status == solver::Status::inconsistent ? paint_.level(Level::error, words("inconsistent", arguments))
                                                     : paint_.level(Level::warning, words("undecided", arguments)));
  }

  void counts() {
    const auto is_event = [](const tml::Interval& i) { return i.kind == tml::IntervalKind::event; };
    const auto events = std::count_if(document_.intervals.begin(), document_.intervals.end(), is_event);
    const auto placed = std::count_if(analysis_.network.placements.begin(), analysis_.network.placements.end(),
                                      [](const auto& p) { return p.has_value(); });
    const auto vague = std::count_if(document_.links.begin(), document_.links.end(),
                                     [](const tml::Link& l) { return l.relation == tml::Relation::vague; });
    line(2, words("counts", {{"events", std::int64_t{events}},
                             {"times", number(document_.intervals.size()) - events},
                             {"placed", std::int64_t{placed}},
                             {"links", number(document_.links.size())}}));
    if (vague > 0 || document_.other_links > 0) {
      line(2, words("left_out", {{"vague", std::int64_t{vague}}, {"ignored", number(document_.other_links)}}));
    }
  }

  std::string interval(std::size_t i) const {
    const tml::Interval& interval = document_.intervals[i];
    const std::string id = name(interval.id);
    return interval.text.empty() ? id : fmt::format("{} \"{}\"", id, name(interval.text));
  }

  void cycles() {
    const std::vector<tml::Cycle>& all = analysis_.cycles;
    for (std::size_t i = 0; i < std::min(all.size(), most_cycles); ++i) {
      line(2, words(all[i].links.empty() ? "values_contradict" : "cycle"));
      for (std::size_t l = 0; l < std::min(all[i].links.size(), most_links); ++l) {
        const tml::Link& link = document_.links[all[i].links[l]];
        line(4, fmt::format("{}: {} {} {}  {}", paint_.bold(name(link.id)), interval(link.source),
                            tml::to_string(link.relation), interval(link.target),
                            paint_.dim(fmt::format("{}:{}:{}", printable(document_.path), link.place.line,
                                                   link.place.column))));
      }
      if (all[i].links.size() > most_links) line(4, words("more", {{"n", number(all[i].links.size() - most_links)}}));
      for (const std::size_t t : all[i].values) {
        line(4, fmt::format("{} = {}", interval(t), name(document_.intervals[t].value)));
      }
    }
    if (all.size() > most_cycles) line(2, words("more_cycles", {{"n", number(all.size() - most_cycles)}}));
    if (!analysis_.solution.conflicts_complete) line(2, words("cycles_capped"));
  }

  /// Names with commas between; the rest by its number.
  template <class List, class Name>
  std::string listed(const List& list, Name name_of) const {
    const std::string comma = message(style_.language, "finding.comma");
    std::string out;
    for (std::size_t i = 0; i < std::min(list.size(), most_names); ++i) {
      out += (i == 0 ? "" : comma) + name_of(list[i]);
    }
    if (list.size() > most_names) out += comma + words("more", {{"n", number(list.size() - most_names)}});
    return out;
  }

  void repair() {
    const solver::Repair& repair = analysis_.solution.repair;
    if (!repair.possible) line(2, words("no_repair"));
    if (analysis_.give_up.empty()) return;
    const std::string links = listed(analysis_.give_up, [this](std::size_t l) { return name(document_.links[l].id); });
    line(2, words("repair", {{"n", number(analysis_.give_up.size())}, {"links", links}}));
    if (!repair.optimal) line(2, words("repair_bound", {{"n", repair.lower_bound}}));
  }

  std::string moment(const tml::Moment& m) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(m.size(), most_names); ++i) {
      const std::string end = m[i].end == tml::End::begin ? ".begin" : ".end";
      out += (i == 0 ? "" : "=") + name(document_.intervals[m[i].interval].id + end);
    }
    return m.size() > most_names ? out + "=..." : out;
  }

  void stretches() {
    const std::vector<tml::Stretch>& all = analysis_.stretches;
    if (analysis_.solution.repair.possible && all.empty()) line(2, words("all_ordered"));
    for (std::size_t i = 0; i < std::min(all.size(), most_stretches); ++i) {
      const tml::Stretch& s = all[i];
      const std::string key = std::string("open") + (s.after ? "_after" : "") + (s.before ? "_before" : "");
      line(2, words(key, {{"n", number(s.moments.size())},
                          {"pairs", number(s.open.size())},
                          {"after", s.after ? moment(*s.after) : std::string()},
                          {"before", s.before ? moment(*s.before) : std::string()}}));
      line(4, listed(s.moments, [this](const tml::Moment& m) { return moment(m); }));
    }
    if (all.size() > most_stretches) line(2, words("more_stretches", {{"n", number(all.size() - most_stretches)}}));
    if (!analysis_.unrelated.empty()) {
      line(2, words("unrelated", {{"n", number(analysis_.unrelated.size())}}) + " " +
                  listed(analysis_.unrelated, [this](std::size_t t) { return name(document_.intervals[t].id); }));
    }
  }

  const tml::Analysis& analysis_;
  const tml::Document& document_;
  TextStyle style_;
  Paint paint_;
  std::string out_;
};

}  // namespace

std::string link_check_text(const tml::Analysis& analysis, const TextStyle& style) {
  return Text(analysis, style).run();
}

}  // namespace isnad
