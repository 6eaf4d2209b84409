// "The central bank: 40,000 cards stopped", where the text has it from a source in the bank that is not named, and the
// bank itself speaks nowhere. The name before the colon, or before a verb of saying, and the words behind it are
// compared as they stand.
#include <algorithm>
#include <set>

#include "audit/alike.h"
#include "audit/annotated.h"
#include "audit/counts.h"
#include "audit/unnamed_sources.h"

namespace isnad::audit_rules {
namespace {

constexpr std::size_t longest_name = 4;  ///< content words
constexpr std::size_t least_common = 2;  ///< words that the source's sentence has of the headline

using Words = std::vector<std::string>;

/// Where the name of who says it ends, and the token behind the colon or the verb that brings what is said.
struct Parted {
  std::uint32_t name_end = 0, told = 0;
};

/// "The ministry: a leak", "the ministry announces a leak".
std::optional<Parted> parted(const Context& context, const Document& document, const Sentence& headline) {
  constexpr std::uint32_t longest = 6;
  const Annotated text(context, document.index);
  const auto speech = context.find_class("speech");
  for (std::uint32_t t = headline.first; t < headline.last; ++t)
    if (document.key(document.tokens[t]) == ":") return Parted{t, t + 1};
  for (std::uint32_t t = headline.first + 1; t < std::min(headline.last, headline.first + longest); ++t)
    if (const Item* verb = text.item(t, speech); verb && verb->value.text("value") != "deny")
      return Parted{t, verb->last};
  return std::nullopt;
}

Finding finding_of(const Document& document, const SourceSpan& headline, const SourceSpan& name,
                   const UnnamedSource& source) {
  Finding finding;
  finding.rule = FindingRule::attribution_upgrade;
  const std::string named(slice(document.text, name));
  finding.message = message("finding.attribution-upgrade", {{"named", named}, {"source", source.name}});
  Evidence head, body;
  head.span = headline;
  head.label = message("finding.evidence.headline");
  head.attribution = named;
  body.span = document.span(document.sentences[source.sentence]);
  body.label = message("finding.evidence.source", {{"chain", source.name}});
  body.attribution = source.name;
  finding.evidence = {std::move(head), std::move(body)};
  return finding;
}

/// Who tells it in the body by name: the one that the headline names, or anyone, and how many words of it; whether that
/// one is said to have kept silent.
struct Speakers {
  bool named = false, silent = false;
  std::size_t anyone = 0;
};

class Tellers {
 public:
  Tellers(const Context& context, const ToldWords& words, const DocumentAnalysis& analysis, const Words& name,
          const Words& told)
      : context_(context), words_(words), text_(context, analysis.document.index), name_(name), told_(told) {
    const auto kinds = context.grammar.forms(analysis.document.language, "body-kind");
    std::set_difference(name.begin(), name.end(), kinds.begin(), kinds.end(), std::back_inserter(own_));
  }

  /// Of sentences that have a word of what the headline tells and quote no source without a name.
  [[nodiscard]] Speakers speakers(const std::vector<UnnamedSource>& sources) const {
    Speakers speakers;
    for (std::uint32_t s = 0; s < text_.document.sentences.size(); ++s) {
      const Sentence& sentence = text_.document.sentences[s];
      const bool of_source =
          std::any_of(sources.begin(), sources.end(), [&](const UnnamedSource& u) { return u.sentence == s; });
      if (of_source || text_.document.role(sentence) != Role::body) continue;
      if (tells_silence(sentence)) {
        speakers.silent = true;
        continue;
      }
      const std::size_t common = alike_words(told_, words_.stems(text_.analysis, sentence.first, sentence.last));
      if (common == 0) continue;
      if (names_itself(sentence)) speakers.named = true;
      for (const Claim& claim : text_.analysis.claims)
        for (const Speaker& speaker : claim.attribution) {
          if (claim.sentence != s || !speaker.is_named()) continue;
          speakers.anyone = std::max(speakers.anyone, common);
          if (means_the_named(content_words(text_.document, context_.grammar, speaker.span))) speakers.named = true;
        }
    }
    return speakers;
  }

 private:
  /// "The energy ministry" of "the energy minister" and "the ministry", not of "the interior ministry".
  [[nodiscard]] bool means_the_named(const Words& other) const {
    if (other.empty() || shared_words(other, name_) == 0) return false;
    return own_.empty() || shared_words(other, own_) > 0 || shared_words(other, name_) == other.size();
  }

  /// "The ministry did not comment": beside a word of the name, or nobody at all did ("no official confirmation").
  [[nodiscard]] bool tells_silence(const Sentence& sentence) const {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (const Item* silent = text_.item(t, silent_)) {
        const std::uint32_t first = t - std::min(t - sentence.first, reach),
                            last = std::min(sentence.last, silent->last + reach);
        const Words beside = content_words(text_.document, context_.grammar, text_.document.span(first, last));
        if (silent->value.text("value") == "all" || shared_words(name_, beside) > 0) return true;
      }
    return false;
  }

  /// "The ministry said", "a statement by the ministry": a verb of saying or a medium right before a word of the name.
  [[nodiscard]] bool names_itself(const Sentence& sentence) const {
    constexpr std::uint32_t reach = 2;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Item* cue = text_.item(t, speech_);
      if (!cue) cue = text_.item(t, medium_);
      if (!cue) continue;
      const auto behind = text_.document.span(cue->last, std::min(sentence.last, cue->last + reach));
      if (means_the_named(content_words(text_.document, context_.grammar, behind))) return true;
    }
    return false;
  }

  const Context& context_;
  const ToldWords& words_;
  const Annotated text_;
  const Words &name_, &told_;
  Words own_;  ///< of the name, without the kind of body
  const std::optional<ClassId> medium_ = context_.find_class("medium");
  const std::optional<ClassId> silent_ = context_.find_class("keeps-silent");
  const std::optional<ClassId> speech_ = context_.find_class("speech");
};

/// "A source in the public prosecution", "the public prosecution".
bool names_all_of(const UnnamedSource& source, const Words& name) {
  return alike_words(name, source.where) == name.size();
}

bool names_body(const Context& context, const Document& document, std::uint32_t first, std::uint32_t last) {
  const Annotated text(context, document.index);
  const auto institution = context.find_class("institution"), office = context.find_class("office");
  for (std::uint32_t t = first; t < last; ++t)
    if (text.item(t, institution) || text.item(t, office)) return true;
  return false;
}

/// "Senegal: the council annuls ...": where it happens rather than who says it.
bool is_place(const Context& context, const Document& document, std::uint32_t first, std::uint32_t last) {
  const Item* item = Annotated(context, document.index).item(first, context.find_class("place-name"));
  return item != nullptr && item->last == last;
}

/// "1,200 cases": numbers tell as words do.
std::size_t numbers_of_both(const std::vector<Count>& counts, const Document& document, const Sentence& headline,
                            const UnnamedSource& source) {
  constexpr std::int64_t few = 5000;  // thousandths: a smaller number is told of many things
  std::set<std::int64_t> told;
  std::size_t common = 0;
  for (const Count& count : counts) {
    const Sentence& sentence = document.sentences[count.sentence];
    if (count.kind != Count::Kind::things || count.value < few) continue;
    if (sentence.first == headline.first) told.insert(count.value);
    if (count.sentence == source.sentence) common += told.count(count.value);
  }
  return common;
}

/// What the source's sentence and the one behind mean.
Words meanings(const ToldWords& words, const DocumentAnalysis& analysis, const UnnamedSource& source) {
  const auto& sentences = analysis.document.sentences;
  const std::size_t last = std::min<std::size_t>(source.sentence + 1, sentences.size() - 1);
  return words.meanings(analysis, sentences[source.sentence].first, sentences[last].last);
}

std::optional<Finding> upgrade_of(const Context& context, const ToldWords& words, const DocumentAnalysis& analysis,
                                  const Sentence& headline) {
  const Document& document = analysis.document;
  const auto parts = parted(context, document, headline);
  if (!parts || parts->name_end == headline.first || is_place(context, document, headline.first, parts->name_end))
    return std::nullopt;
  const SourceSpan name_span = document.span(headline.first, parts->name_end);
  const Words name = content_words(document, context.grammar, name_span);
  if (name.empty() || name.size() > longest_name) return std::nullopt;
  const Words told = words.stems(analysis, parts->told, headline.last);
  const auto sources = unnamed_sources_of(context, words, analysis);
  if (sources.empty()) return std::nullopt;
  const Tellers tellers(context, words, analysis, name, told);
  const Speakers speakers = tellers.speakers(sources);
  if (speakers.named) return std::nullopt;
  const bool is_body = names_body(context, document, headline.first, parts->name_end);
  const std::vector<Count> counts = counts_of(context, words, document.index);
  const Words meant = words.meanings(analysis, parts->told, headline.last);
  for (const UnnamedSource& source : sources) {
    const std::size_t common =
        std::max(alike_words(told, source.told), shared_words(meant, meanings(words, analysis, source))) +
        numbers_of_both(counts, document, headline, source);
    if (common < (names_all_of(source, name) ? 1 : std::min(least_common, told.size()))) continue;
    if ((belongs_to(source, name) && !source.official) || (is_body && (speakers.silent || common > speakers.anyone)))
      return finding_of(document, document.span(headline), name_span, source);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Finding> headline_upgrades(const Context& context, const ToldWords& words) {
  std::vector<Finding> findings;
  for (const DocumentAnalysis& analysis : context.corpus)
    for (const Sentence& sentence : analysis.document.sentences) {
      if (analysis.document.role(sentence) != Role::headline) continue;
      if (auto found = upgrade_of(context, words, analysis, sentence)) findings.push_back(std::move(*found));
    }
  return findings;
}

}  // namespace isnad::audit_rules
