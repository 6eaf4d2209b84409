#include "rules/vocabulary.h"

#include "isnad/text.h"

namespace isnad::rules {

std::size_t Vocabulary::slot_of(std::string_view text, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id != no_word && (slots_[at].hash != hash || word(slots_[at].id) != text)) at = (at + 1) & mask;
  return at;
}

WordId Vocabulary::find(std::string_view text) const { return slots_[slot_of(text, hash_of_key(text))].id; }

WordId Vocabulary::find(std::string_view begin, std::string_view end) const {
  std::string text(begin);
  text += end;
  return find(text);
}

WordId Vocabulary::intern(std::string_view text) {
  const std::uint32_t hash = hash_of_key(text);
  const std::size_t at = slot_of(text, hash);
  if (slots_[at].id != no_word) return slots_[at].id;
  const auto id = static_cast<WordId>(size());
  slots_[at] = {hash, id};
  text_ += text;
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  if (size() * 2 > slots_.size()) grow();
  return id;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2, Slot{});
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id == no_word) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id != no_word) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace isnad::rules
