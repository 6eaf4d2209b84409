#include "claims/same_event.h"

#include <algorithm>
#include <optional>

namespace isnad::claims {
namespace {

bool has_own_date(const Claim& c) { return c.time.timex && !c.time.of_statement && !c.time.inherited; }

bool same_one(const Participant& a, const Participant& b) {
  if (!a.entity.empty() && !b.entity.empty()) return a.entity == b.entity;
  const auto part = [](const std::string& whole, const std::string& some) {
    return whole.ends_with(' ' + some) || whole.starts_with(some + ' ');
  };
  return a.head == b.head || part(a.head, b.head) || part(b.head, a.head);
}

/// Participants of one role that are two different ones.
bool contradicts(const Claim& a, const Claim& b) {
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) {
    const bool role = std::any_of(b.participants.begin(), b.participants.end(),
                                  [&](const Participant& q) { return q.role == p.role; });
    return role && std::none_of(b.participants.begin(), b.participants.end(),
                                [&](const Participant& q) { return q.role == p.role && same_one(p, q); });
  });
}

bool shares(const Claim& a, const Claim& b) {
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) {
    return std::any_of(b.participants.begin(), b.participants.end(),
                       [&](const Participant& q) { return q.role == p.role && same_one(p, q); });
  });
}

}  // namespace

void date_from_same_event(std::vector<Claim>& claims, const std::vector<Told>& told_how) {
  for (std::size_t i = 0; i < claims.size(); ++i) {
    Claim& told = claims[i];
    if ((told_how[i] == Told::by_verb && !told.headline) || told.time.timex || told.frame.empty() ||
        told.modality != Modality::actual)
      continue;
    const Claim* same = nullptr;
    bool several = false;
    // a headline tells beforehand what the body dates
    for (std::size_t k = 0; k < (told.headline ? claims.size() : i); ++k) {
      const Claim& dated = claims[k];
      if (k == i || dated.type != told.type || !has_own_date(dated) || dated.time.relation != TimeRelation::at ||
          dated.modality != Modality::actual || dated.polarity != Polarity::asserted || contradicts(told, dated))
        continue;
      if (!told.participants.empty() && !shares(told, dated)) continue;
      several = several || (same != nullptr && same->time.timex != dated.time.timex);
      same = &dated;
    }
    if (same == nullptr || several) continue;
    told.time.timex = same->time.timex;
    told.time.relation = same->time.relation;
    told.time.inherited = true;
  }
}

void drop_undated_unknown(std::vector<Claim>& claims) {
  std::vector<std::optional<std::uint32_t>> place(claims.size());
  std::vector<bool> counted(claims.size());  // so far from another one, or that one: another article may date either
  for (std::size_t i = 0; i < claims.size(); ++i)
    if (const ClaimTime& time = claims[i].time; time.is_counted()) counted[i] = counted[*time.other] = true;
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const ClaimTime& time = claims[i].time;
    const bool undated = claims[i].type == "other" && !time.timex;
    if (!undated || counted[i] || (time.other && time.offset && time.offset->hi && claims[*time.other].time.timex))
      place[i] = kept++;
  }
  std::vector<Claim> result;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!place[i]) continue;
    ClaimTime& time = claims[i].time;
    if (time.other) {
      time.other = place[*time.other];
      if (!time.other) time.offset.reset();
    }
    result.push_back(std::move(claims[i]));
  }
  claims = std::move(result);
}

}  // namespace isnad::claims
