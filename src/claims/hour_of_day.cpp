#include "claims/hour_of_day.h"

#include <algorithm>
#include <optional>

namespace isnad::claims {
namespace {

constexpr std::uint32_t reach = 60;  ///< tokens between an hour and its day

bool is_bare_hour(const Meaning& m) {
  const CalendarFields& f = m.fields;
  return m.kind == Meaning::Kind::calendar && m.anchor == Anchor::previous && (f.hour || f.part) && !f.day &&
         !f.month && !f.weekday && !f.year;
}

bool tells_day(const Meaning& m) {
  if (m.anchor == Anchor::previous || m.anchor == Anchor::event) return false;
  if (m.kind == Meaning::Kind::calendar) return m.fields.day || m.fields.weekday;
  return (m.kind == Meaning::Kind::offset || m.kind == Meaning::Kind::current) && m.quantity.unit == TimeUnit::day;
}

/// The sentence of the article's own text that holds the token.
std::optional<std::size_t> sentence_of(const Document& document, std::uint32_t token) {
  const auto& sentences = document.sentences;
  const auto it =
      std::partition_point(sentences.begin(), sentences.end(), [token](const Sentence& s) { return s.last <= token; });
  if (it == sentences.end() || token < it->first) return std::nullopt;
  const Role role = document.role(*it);
  if (role != Role::headline && role != Role::caption && role != Role::body) return std::nullopt;
  return static_cast<std::size_t>(it - sentences.begin());
}

Meaning hour_of(Meaning day, const CalendarFields& hour) {
  day.fields.hour = hour.hour;
  day.fields.minute = hour.minute;
  day.fields.part = hour.part;
  day.fields.zone = hour.zone;
  day.fields.place = hour.place;
  day.fields.twelve_hour = hour.twelve_hour;
  return day;
}

}  // namespace

void set_day_of_hours(std::vector<Timex>& timexes, const Document& document, const std::vector<bool>& aside) {
  for (std::size_t i = 0; i < timexes.size(); ++i) {
    Timex& hour = timexes[i];
    const auto sentence = is_bare_hour(hour.meaning) ? sentence_of(document, hour.first) : std::nullopt;
    if (!sentence) continue;
    bool skipped = false;
    for (std::size_t k = i; k > 0 && timexes[k - 1].last + reach >= hour.first; --k) {
      const Timex& day = timexes[k - 1];
      if (!tells_day(day.meaning)) continue;
      const auto told_in = sentence_of(document, day.first);
      if (!told_in) continue;
      if (*told_in == *sentence || (!aside[k - 1] && !skipped)) break;
      skipped = true;
      if (aside[k - 1]) continue;
      hour.meaning = hour_of(day.meaning, hour.meaning.fields);
      break;
    }
  }
}

}  // namespace isnad::claims
