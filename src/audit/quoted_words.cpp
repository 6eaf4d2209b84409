#include "audit/quoted_words.h"

#include <algorithm>
#include <array>

#include "audit/annotated.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t longest = 120;  ///< tokens: what is longer has lost its closing mark
constexpr std::size_t least_words = 5;
constexpr std::uint32_t longest_name = 7;
constexpr std::uint32_t quoting_reach = 4;  ///< tokens from the name of a medium to the word that brings whom it quotes

/// Tokens [first, second).
using Name = std::pair<std::uint32_t, std::uint32_t>;

bool is_glued(const Document& document, std::uint32_t left) {
  return left + 1 < document.tokens.size() && document.tokens[left].end == document.tokens[left + 1].begin;
}

/// A straight mark opens where it clings to the word behind it alone.
bool opens(const Document& document, std::uint32_t t) {
  const std::string_view key = document.key(document.tokens[t]);
  if (key == "\u00ab" || key == "\u201c" || key == "\u201e") return true;
  return key == "\"" && is_glued(document, t) &&
         (t == 0 || !is_glued(document, t - 1) || document.tokens[t - 1].kind == TokenKind::mark);
}

bool closes(const Document& document, std::uint32_t t) {
  const std::string_view key = document.key(document.tokens[t]);
  return key == "\u00bb" || key == "\u201d" || (key == "\"" && t > 0 && is_glued(document, t - 1));
}

class SpeakerReader {
 public:
  SpeakerReader(const Context& context, DocumentIndex d) : context_(context), text_(context, d) {}

  std::optional<Spoken> read(const Quotation& quotation) const {
    const Sentence& sentence = document_.sentences[quotation.sentence];
    if (tells_denial(sentence.first, quotation.first)) return std::nullopt;  // what is denied is another's
    const Speaker* nearest = nullptr;
    const SourceSpan said = document_.span(sentence);
    for (const Claim& claim : text_.analysis.claims) {
      if (claim.attribution.empty()) continue;
      const Speaker& speaker = claim.attribution.back();
      if (!said.overlaps(speaker.span) || speaker.span.end > document_.tokens[quotation.first].begin) continue;
      if (nearest && speaker.span.begin < nearest->span.begin) continue;
      nearest = &speaker;
    }
    Spoken spoken;
    if (nearest && !is_medium(nearest->kind)) {
      spoken.name = nearest->name;
      spoken.span = nearest->span;
      spoken.unnamed = !nearest->is_named();
    } else {
      const auto name =
          nearest ? quoted_by(nearest->span, quotation.first) : named_before(sentence.first, quotation.first);
      if (!name) return std::nullopt;
      spoken.span = document_.span(name->first, name->second);
      spoken.name = std::string(slice(document_.text, spoken.span));
      if (!has_proper_name(spoken.span)) return std::nullopt;
    }
    spoken.bodies = bodies_in(document_.first_token_from(spoken.span.begin), quotation.first);
    spoken.sentence = content(document_.span(sentence.first, quotation.first));
    spoken.words = content(spoken.span);
    if (spoken.unnamed) drop_source_words(document_, context_.grammar, spoken.words);
    if (spoken.words.empty()) return std::nullopt;
    spoken.here = spoken.words;
    spoken.by_proper_name = !spoken.unnamed && has_proper_name(spoken.span);
    spoken.proper = proper_words(spoken.span);
    for (const Claim& claim : text_.analysis.claims)
      for (const Speaker& other : claim.attribution) name_too(spoken, other);
    return spoken;
  }

 private:
  [[nodiscard]] std::vector<std::string> content(const SourceSpan& span) const {
    return content_words(document_, context_.grammar, span);
  }

  [[nodiscard]] bool tells_denial(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t)
      if (text_.item(t, denial_)) return true;
    return false;
  }

  [[nodiscard]] std::vector<std::string> bodies_in(std::uint32_t first, std::uint32_t last) const {
    std::vector<std::string> bodies;
    for (std::uint32_t t = first; t < last && !text_.item(t, complementizer_); ++t)
      if (const Item* body = text_.item(t, institution_)) bodies.emplace_back(body->value.text("value").value_or(""));
    std::sort(bodies.begin(), bodies.end());
    return bodies;
  }

  /// "The Portuguese coach" is elsewhere "the Portuguese coach Rui Valente": all his words are the other's.
  void name_too(Spoken& spoken, const Speaker& other) const {
    const auto words = content(other.span);
    if (spoken.unnamed || !other.is_named() || words.size() <= spoken.words.size() ||
        !std::includes(words.begin(), words.end(), spoken.words.begin(), spoken.words.end()))
      return;
    spoken.words = words;
    spoken.by_proper_name = spoken.by_proper_name || has_proper_name(other.span);
  }

  [[nodiscard]] static bool is_medium(SpeakerKind kind) {
    return kind == SpeakerKind::outlet || kind == SpeakerKind::document || kind == SpeakerKind::agency;
  }

  /// "An agency quoted | so and so, the commander ...": whom a medium quotes.
  [[nodiscard]] std::optional<Name> quoted_by(const SourceSpan& medium, std::uint32_t quotation) const {
    const std::uint32_t first = document_.first_token_from(medium.end);
    for (std::uint32_t t = first; t < quotation && t < first + quoting_reach; ++t)
      if (text_.item(t, quoting_)) return name_from(t + 1, quotation);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Name> name_from(std::uint32_t first, std::uint32_t end) const {
    std::uint32_t last = first;
    while (last < end && last - first < longest_name && continues_name(last)) ++last;
    return last > first ? std::optional(Name{first, last}) : std::nullopt;
  }

  /// The name behind the verb of speech that stands nearest ahead of the quotation.
  [[nodiscard]] std::optional<Name> named_before(std::uint32_t begin, std::uint32_t quotation) const {
    for (std::uint32_t t = quotation; t > begin; --t) {
      const Item* verb = text_.item(t - 1, speech_);
      if (!verb) continue;
      if (const auto name = name_from(verb->last, quotation)) return name;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool continues_name(std::uint32_t t) const {
    return document_.tokens[t].kind == TokenKind::word && !text_.timex(t) && !text_.item(t, preposition_) &&
           !text_.item(t, complementizer_) && !text_.item(t, relative_) && !text_.item(t, speech_);
  }

  /// "The survivor | Fulan Fulani": without the function before the name.
  [[nodiscard]] std::vector<std::string> proper_words(const SourceSpan& span) const {
    std::uint32_t t = document_.first_token_from(span.begin);
    const std::uint32_t end = document_.first_token_from(span.end);
    while (t < end && !may_be_name(t) && !text_.item(t, given_)) ++t;
    return t < end ? content(document_.span(t, end)) : std::vector<std::string>{};
  }

  /// Two words side by side that no rule knows, without an article: of an office each is known. Or one behind a word
  /// with the article, where an office has ended: "the head of the union | Fulan".
  [[nodiscard]] bool has_proper_name(const SourceSpan& span) const {
    bool after_name = false;
    for (std::uint32_t t = document_.first_token_from(span.begin);
         t < document_.tokens.size() && document_.tokens[t].begin < span.end; ++t) {
      const bool name = may_be_name(t);
      const bool goes_on = t + 1 < document_.tokens.size() && document_.tokens[t + 1].begin < span.end;
      const bool behind_office = document_.tokens[t].begin > span.begin && has_article(t - 1) && goes_on;
      if ((name && (after_name || behind_office)) || text_.item(t, particle_) || text_.item(t, given_)) return true;
      if (is_owned(t) && goes_on && document_.tokens[t + 1].kind == TokenKind::word && !has_article(t + 1)) return true;
      after_name = name;
    }
    return false;
  }
  /// "His lawyer", behind which no other function stands but a name; in matching form like "a lawyer" of women.
  [[nodiscard]] bool is_owned(std::uint32_t t) const {
    const Item* title = text_.item(t, title_);
    return title && (!title->enclitic.empty() || document_.surface(document_.tokens[t]).ends_with("\u0647"));
  }
  [[nodiscard]] bool has_article(std::uint32_t t) const {
    const std::string_view key = document_.key(document_.tokens[t]);
    const auto& prefixes = context_.grammar.article_prefixes(document_.language);
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) { return key.starts_with(p); });
  }
  [[nodiscard]] bool may_be_name(std::uint32_t t) const {
    constexpr std::size_t two_letters = 4;  // bytes
    return document_.tokens[t].kind == TokenKind::word && document_.key(document_.tokens[t]).size() >= two_letters &&
           !has_article(t) &&
           std::none_of(known_.begin(), known_.end(), [&](const auto& cls) { return text_.item(t, cls) != nullptr; });
  }

  const Context& context_;
  const Annotated text_;
  const Document& document_ = text_.document;
  const std::optional<ClassId> anonymous_ = context_.find_class("anonymous");
  const std::optional<ClassId> complementizer_ = context_.find_class("complementizer");
  const std::optional<ClassId> denial_ = context_.find_class("denial");
  const std::optional<ClassId> given_ = context_.find_class("personal-name");
  const std::optional<ClassId> title_ = context_.find_class("title");
  const std::optional<ClassId> institution_ = context_.find_class("institution");
  const std::optional<ClassId> particle_ = context_.find_class("name-particle");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
  const std::optional<ClassId> quoting_ = context_.find_class("quoting");
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::optional<ClassId> speech_ = context_.find_class("speech");
  const std::array<std::optional<ClassId>, 10> known_{context_.find_class("title"),
                                                      speech_,
                                                      anonymous_,
                                                      preposition_,
                                                      institution_,
                                                      context_.find_class("place-name"),
                                                      context_.find_class("medium"),
                                                      context_.find_class("agency"),
                                                      context_.find_class("outlet"),
                                                      context_.find_class("event")};
};

}  // namespace

std::vector<Quotation> quotations_of(const Context& context, DocumentIndex d) {
  const Document& document = context.document(d).document;
  std::vector<Quotation> all;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (document.role(sentence) != Role::body) continue;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (!opens(document, t)) continue;
      Quotation quotation{d, s, t + 1, t + 1, {}};
      for (; quotation.last < document.tokens.size() && quotation.last - t < longest; ++quotation.last) {
        if (closes(document, quotation.last) || opens(document, quotation.last)) break;
        if (const Token& token = document.tokens[quotation.last]; token.kind != TokenKind::mark)
          quotation.words.push_back(document.key(token));
      }
      if (quotation.last >= document.tokens.size() || !closes(document, quotation.last)) continue;
      t = quotation.last;
      if (quotation.words.size() >= least_words) all.push_back(std::move(quotation));
    }
  }
  return all;
}

std::optional<Spoken> speaker_of(const Context& context, const Quotation& quotation) {
  return SpeakerReader(context, quotation.document).read(quotation);
}

}  // namespace isnad::audit_rules
