#include "audit/quotings.h"

#include <algorithm>
#include <array>

#include "audit/annotated.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t origin_reach = 6;  ///< tokens from the cue to the name ("citing what | was broadcast by | it")
constexpr std::uint32_t carrier_reach = 16;  ///< tokens from the name of who passes it on to the cue
constexpr std::uint32_t longest_name = 5;

bool is_medium(SpeakerKind kind) {
  return kind == SpeakerKind::outlet || kind == SpeakerKind::document || kind == SpeakerKind::agency;
}

struct Name {
  std::uint32_t first = 0, last = 0;
};

/// Reads the quotings of one article.
class QuotingReader {
 public:
  QuotingReader(const Context& context, const ToldWords& words, const DocumentAnalysis& analysis)
      : context_(context), words_(words), text_(context, analysis.document.index) {}

  std::vector<Quoting> read() {
    for (std::uint32_t c = 0; c < analysis_.claims.size(); ++c) read_chain(c);
    const std::size_t chains = quotings_.size();
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s)
      if (document_.role(document_.sentences[s]) == Role::body) read_sentence(s, chains);
    std::stable_sort(quotings_.begin(), quotings_.end(),
                     [](const Quoting& a, const Quoting& b) { return a.sentence < b.sentence; });
    return std::move(quotings_);
  }

 private:
  [[nodiscard]] std::vector<std::string> content(const SourceSpan& span) const {
    return content_words(document_, context_.grammar, span);
  }

  /// "And the channel "Delta"": without what is written with its first word.
  [[nodiscard]] SourceSpan without_conjunction(const Name& name) const {
    SourceSpan span = document_.span(name.first, name.last);
    for (const auto& cls : speakers_)
      if (const Item* item = text_.item(name.first, cls);
          item && slice(document_.text, span).starts_with(item->proclitics)) {
        span.begin = span.begin + static_cast<std::uint32_t>(item->proclitics.size());
        break;
      }
    return span;
  }

  void read_chain(std::uint32_t c) {
    const AttributionChain& chain = analysis_.claims[c].attribution;
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
      if (!is_medium(chain[i].kind)) continue;
      Quoting q;
      q.claim = ClaimRef{document_.index, c};
      q.carrier = content(chain[i].span);
      q.origin = content(chain[i + 1].span);
      q.origin_name = chain[i + 1].name;
      q.through_agency = chain[i + 1].kind == SpeakerKind::agency;
      if (!q.carrier.empty()) add(std::move(q), analysis_.claims[c].sentence, false);
    }
  }

  /// `refers`: what is told stands in the sentence before ("it was confirmed by a paper, citing the channel").
  void add(Quoting q, std::uint32_t sentence, bool refers) {
    if (q.origin.empty()) return;
    q.document = document_.index;
    q.sentence = sentence;
    q.told = told_in(sentence, refers, q);
    quotings_.push_back(std::move(q));
  }

  /// Without verbs of saying and the words of those who pass it on.
  [[nodiscard]] std::vector<std::string> told_in(std::uint32_t sentence, bool refers, const Quoting& q) const {
    std::vector<std::string> told;
    const std::uint32_t first = document_.sentences[refers && sentence > 0 ? sentence - 1 : sentence].first;
    for (std::uint32_t t = first; t < document_.sentences[sentence].last; ++t) {
      if (text_.item(t, speech_)) continue;
      const auto word = content(document_.span(t, t + 1));
      if (shared_words(word, q.carrier) + shared_words(word, q.origin) > 0) continue;
      for (std::string& stem : words_.stems(analysis_, t, t + 1)) told.push_back(std::move(stem));
    }
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    return told;
  }

  /// `chains`: how many quotings have been read from the claims' chains.
  void read_sentence(std::uint32_t s, std::size_t chains) {
    const Sentence& sentence = document_.sentences[s];
    std::uint32_t begin = sentence.first;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Cue cue = cue_at(t, sentence.last);
      const std::uint32_t behind = cue.behind;
      if (behind == t) continue;
      const auto origin = name_from(behind, std::min(sentence.last, behind + origin_reach), sentence.last);
      if (!origin) continue;
      Quoting q;
      const SourceSpan span = document_.span(origin->first, origin->last);
      q.origin = content(span);
      q.origin_name = std::string(slice(document_.text, span));
      q.through_agency = text_.item(origin->first, agency_) != nullptr;
      q.origin_unknown = !opens_name(origin->first);
      if (cue.teller.first < cue.teller.last && opens_name(cue.teller.first))
        q.carrier = content(without_conjunction(whole_name(cue.teller.first, cue.teller.last)));
      else if (const SourceSpan* speaker = speaker_before(s, t, begin))
        q.carrier = content(*speaker);
      else if (const auto carrier = carrier_before(t, begin))
        q.carrier = content(without_conjunction(*carrier));
      const bool refers = !text_.item(origin->last, complementizer_);
      bool known = false;
      for (std::size_t c = 0; c < chains; ++c) {
        Quoting& told = quotings_[c];
        if (told.sentence != s || shared_words(told.origin, q.origin) == 0) continue;
        known = true;
        if (refers) told.told = told_in(s, true, told);
      }
      if (!known) add(std::move(q), s, refers);
      begin = behind;
    }
  }

  /// Words that bring the one who is quoted: the token behind them, and the stretch in which his teller may stand.
  struct Cue {
    std::uint32_t behind = 0;
    Name teller;
  };

  /// "Citing", "relying on", "attributed it ... to", "(what) broadcast | the radio | from"; `behind` is `t` where none
  /// stands there.
  [[nodiscard]] Cue cue_at(std::uint32_t t, std::uint32_t end) const {
    if (const Item* cue = text_.item(t, citing_)) return {cue->last, {t, t}};
    const Item* verb = text_.item(t, speech_);
    if (!verb || verb->value.text("value") != "relay") return {t, {t, t}};
    const std::string_view source = verb->value.text("source").value_or("");
    const bool to = source == "quoting-to", from = source == "quoting-from";
    constexpr std::uint32_t reach = 7;
    for (std::uint32_t next = verb->last; next < std::min(end, verb->last + reach); ++next) {
      if (parts(next)) break;
      if (text_.item(next, to ? quoting_to_ : from ? quoting_from_ : quoting_))
        return {next + 1, {std::min(verb->last, next), next}};
    }
    return {t, {t, t}};
  }

  /// A mark behind which another stretch begins: none of quotation.
  [[nodiscard]] bool parts(std::uint32_t t) const {
    return document_.tokens[t].kind == TokenKind::mark && !is_quote(document_, t);
  }

  [[nodiscard]] bool opens_name(std::uint32_t t) const {
    return std::any_of(speakers_.begin(), speakers_.end(),
                       [&](const auto& cls) { return text_.item(t, cls) != nullptr; });
  }

  /// The first name that begins in [from, until), in one stretch without a mark; else what stands there at once.
  [[nodiscard]] std::optional<Name> name_from(std::uint32_t from, std::uint32_t until, std::uint32_t end) const {
    for (std::uint32_t t = from; t < until; ++t) {
      if (opens_name(t)) return whole_name(t, end);
      if (parts(t)) break;
    }
    const bool word = from < until && document_.tokens[from].kind == TokenKind::word;
    if (!word || text_.item(from, preposition_) || text_.item(from, complementizer_) || text_.item(from, relative_))
      return std::nullopt;
    return whole_name(from, end);
  }

  [[nodiscard]] Name whole_name(std::uint32_t first, std::uint32_t end) const {
    Name name{first, first + 1};
    for (std::uint32_t words = 1; name.last < end && words < longest_name; ++name.last) {
      const Token& token = document_.tokens[name.last];
      if (token.kind == TokenKind::mark && is_quote(document_, name.last)) continue;
      if (token.kind != TokenKind::word || text_.item(name.last, preposition_) ||
          text_.item(name.last, complementizer_) || text_.item(name.last, relative_) ||
          text_.item(name.last, quoting_) || text_.item(name.last, according_))
        break;
      ++words;
    }
    return name;
  }

  /// Who passes it on, where a claim of the sentence tells it: the last one who speaks there before the cue.
  [[nodiscard]] const SourceSpan* speaker_before(std::uint32_t s, std::uint32_t cue, std::uint32_t begin) const {
    const SourceSpan* best = nullptr;
    const auto from = document_.tokens[begin].begin, to = document_.tokens[cue].begin;
    for (const Claim& claim : analysis_.claims) {
      if (claim.sentence != s || claim.attribution.empty()) continue;
      const SourceSpan& span = claim.attribution.front().span;
      if (span.begin < from || span.begin >= to) continue;
      if (best == nullptr || best->begin < span.begin) best = &span;
    }
    return best;
  }

  /// The nearest name before the cue in the clause, from its first noun.
  [[nodiscard]] std::optional<Name> carrier_before(std::uint32_t cue, std::uint32_t begin) const {
    for (std::uint32_t t = cue; t > begin && cue - t < carrier_reach; --t) {
      if (text_.item(t - 1, sequence_)) return std::nullopt;
      if (!opens_name(t - 1)) continue;
      std::uint32_t first = t - 1;
      while (first > begin && opens_name(first - 1)) --first;
      return whole_name(first, cue);
    }
    return std::nullopt;
  }

  const Context& context_;
  const ToldWords& words_;
  const Annotated text_;
  const DocumentAnalysis& analysis_ = text_.analysis;
  const Document& document_ = text_.document;
  /// The classes of words that are asked for; nothing where no rule names one.
  const std::optional<ClassId> according_ = context_.find_class("according");
  const std::optional<ClassId> agency_ = context_.find_class("agency");
  const std::optional<ClassId> citing_ = context_.find_class("citing");
  const std::optional<ClassId> complementizer_ = context_.find_class("complementizer");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
  const std::optional<ClassId> quoting_ = context_.find_class("quoting");
  const std::optional<ClassId> quoting_from_ = context_.find_class("quoting-from");
  const std::optional<ClassId> quoting_to_ = context_.find_class("quoting-to");
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::optional<ClassId> sequence_ = context_.find_class("sequence");
  const std::optional<ClassId> speech_ = context_.find_class("speech");
  const std::array<std::optional<ClassId>, 7> speakers_{
      context_.find_class("medium"),    agency_,
      context_.find_class("outlet"),    context_.find_class("institution"),
      context_.find_class("title"),     context_.find_class("anonymous"),
      context_.find_class("given-name")};
  std::vector<Quoting> quotings_;
};

}  // namespace

std::vector<Quoting> quotings_of(const Context& context, const ToldWords& words) {
  std::vector<Quoting> all;
  for (const DocumentAnalysis& d : context.corpus)
    for (Quoting& q : QuotingReader(context, words, d).read()) all.push_back(std::move(q));
  return all;
}

}  // namespace isnad::audit_rules
