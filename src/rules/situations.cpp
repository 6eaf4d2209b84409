#include "rules/situations.h"

namespace isnad::rules {

Situations::Situations(const Language& language)
    : conditions(language),
      clitics_(language.clitics),
      literals_(language.lexicon.words.size()),
      classes_(language.class_layers.size()),
      prefixes_(language.clitics.prefixes().size()),
      all_(2) {
  const Automaton& automaton = language.automaton;
  for (const State& state : automaton.states) {
    if (state.kind != State::Kind::consume) continue;
    const Atom& atom = automaton.atoms[state.arg];
    if (atom.kind == Element::Kind::literal) literals_[atom.arg] = true;
    if (atom.kind == Element::Kind::cls) classes_[atom.arg] = true;
    if ((atom.kind != Element::Kind::word && atom.kind != Element::Kind::any_token) || atom.spec == 0) continue;
    for (std::size_t p = 0; p < prefixes_.size(); ++p) {
      const StackId stack = clitics_.prefixes()[p].stack;
      if (clitics_.fit(atom.spec, stack, CliticPermission::none, false).fits) prefixes_[p] = true;
    }
  }
}

SituationId Situations::number_of(const Situation& situation) {
  const auto [known, fresh] = known_.try_emplace(situation, static_cast<SituationId>(all_.size()));
  if (fresh) {
    all_.push_back(situation);
    all_.push_back(situation);
    all_.back().glued = true;
  }
  return known->second;
}

SituationId Situations::of_token(Element::Kind kind, std::string_view key, std::span<const Reading> readings) {
  Situation situation;
  situation.token_kind = kind;
  for (const Reading& reading : readings) {
    if (reading.enclitic == 0 && literals_[reading.word]) situation.literals.push_back(reading);
  }
  if (kind == Element::Kind::word && !key.empty()) {
    for (const std::uint8_t p : clitics_.prefixes_of(key)) {
      if (prefixes_[p] && may_begin(clitics_.prefixes()[p], key)) situation.prefixes.push_back(p);
    }
  }
  if (kind == Element::Kind::integer) situation.integer = conditions.of_integer(integer_of(key));
  // Most tokens are nothing but a token.
  const bool plain = situation.literals.empty() && situation.prefixes.empty() && situation.integer == no_answers;
  if (!plain) return number_of(situation);
  SituationId& known = plain_[static_cast<std::size_t>(kind)];
  if (known == no_situation) known = number_of(situation);
  return known;
}

SituationId Situations::with_hit(SituationId id, const HitShape& hit) {
  const std::uint64_t where = (std::uint64_t{id} << 32U) | (static_cast<std::uint64_t>(hit.cls) << 16U) | hit.length;
  const std::uint64_t how = (std::uint64_t{hit.answers} << 32U) | (static_cast<std::uint64_t>(hit.permission) << 16U) |
                            (std::uint64_t{hit.stack} << 8U) | hit.enclitic;
  if (const SituationId known = with_hit_.find(where, how)) return known;
  Situation longer = all_[id];
  longer.glued = false;
  longer.hits.push_back(hit);
  const SituationId made = number_of(longer) + (all_[id].glued ? 1 : 0);
  with_hit_.add(where, how, made);
  return made;
}

}  // namespace isnad::rules
