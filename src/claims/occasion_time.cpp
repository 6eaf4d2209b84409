#include "claims/occasion_time.h"

#include <algorithm>

#include "claims/counted_from.h"
#include "claims/meanwhile.h"

namespace isnad::claims {
namespace {

bool holds_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

class OccasionFinder {
 public:
  OccasionFinder(const Reading& reading, TokenRange tokens, const std::vector<Claim>& claims)
      : reading_(reading), tokens_(tokens), claims_(claims) {}

  [[nodiscard]] std::optional<OccasionTime> find() const {
    for (std::uint32_t t = tokens_.first; t + 1 < tokens_.last; ++t) {
      if (reading_.timex(t)) continue;
      if (const std::uint32_t noun = reading_.class_end(t, "day-of"); noun > t)
        if (auto time = at(noun, ClauseTie::meanwhile)) return time;
      if (auto time = before_or_after(t)) return time;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<OccasionTime> at(std::uint32_t noun, ClauseTie tie) const {
    const auto told = noun < tokens_.last ? told_again(reading_, noun, claims_) : std::nullopt;
    if (!told) return std::nullopt;
    return OccasionTime{*told, tie, std::nullopt};
  }

  [[nodiscard]] std::optional<OccasionTime> before_or_after(std::uint32_t t) const {
    const Item* word = reading_.item(t, Word::same_time);
    if (!word) return std::nullopt;
    const ClauseTie tie = tie_of(word->value.text("value").value_or(""));
    if (tie != ClauseTie::before && tie != ClauseTie::after) return std::nullopt;
    const auto distance = distance_at(reading_, t, tokens_.last);
    std::uint32_t noun = word->last;
    if (noun < tokens_.last && reading_.timex(noun)) {  // "hours before | from the match"
      const Timex& length = reading_.timexes[*reading_.timex(noun)];
      if (length.last >= tokens_.last || !reading_.is(length.last, Word::from_event)) return std::nullopt;
      noun = reading_.after(length.last, Word::from_event);
    }
    if (!distance && !word->value.has("at_once")) return std::nullopt;
    auto time = at(noun, distance ? tie : ClauseTie::meanwhile);
    if (time) time->distance = distance;
    return time;
  }

  const Reading& reading_;
  TokenRange tokens_;
  const std::vector<Claim>& claims_;
};

}  // namespace

std::optional<std::uint32_t> told_again(const Reading& reading, std::uint32_t noun, const std::vector<Claim>& claims) {
  if (reading.timex(noun) || !reading.is_definite(noun)) return std::nullopt;
  const std::string_view types = reading.value_of(noun, "told-again");
  const std::string_view stem = reading.stem(noun);
  const auto items = reading.items(noun, Word::event);
  for (std::size_t c = claims.size(); c > 0; --c) {
    const Claim& claim = claims[c - 1];
    if (!time_meanwhile(claim) || claim.time.inherited || claim.headline) continue;
    const bool type = std::any_of(items.begin(), items.end(),
                                  [&](const Item* i) { return i->value.text("type") == std::string_view(claim.type); });
    const bool named = std::any_of(claim.participants.begin(), claim.participants.end(), [&](const Participant& p) {
      return !p.inherited && std::string_view(p.head).substr(0, p.head.find(' ')) == stem;
    });
    if (type || named || holds_word(types, claim.type)) return static_cast<std::uint32_t>(c - 1);
  }
  return std::nullopt;
}

std::optional<OccasionTime> occasion_time(const Reading& reading, TokenRange tokens, const std::vector<Claim>& claims) {
  return OccasionFinder(reading, tokens, claims).find();
}

void date_by_occasion(std::vector<Claim>& claims, std::uint32_t claim, const OccasionTime& time) {
  if (time.tie != ClauseTie::meanwhile) return count_from(claims, claim, time.claim, time.tie, time.distance);
  if (const auto same = time_meanwhile(claims[time.claim])) claims[claim].time = *same;
}

}  // namespace isnad::claims
