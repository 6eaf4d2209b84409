#include "audit/unnamed_sources.h"

#include <algorithm>

#include "audit/alike.h"
#include "audit/annotated.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t cue_reach = 3;      ///< tokens between the word that cites and the noun
constexpr std::uint32_t longest_name = 10;  ///< tokens
constexpr std::uint32_t verb_reach = 15;    ///< tokens between a source that keeps its name back and its verb behind it

class SourceReader {
 public:
  SourceReader(const Context& context, const ToldWords& words, const DocumentAnalysis& analysis)
      : context_(context), words_(words), text_(context, analysis.document.index) {}

  std::vector<UnnamedSource> read() const {
    std::vector<UnnamedSource> all;
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      if (document_.role(sentence) != Role::body) continue;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
        if (const Item* noun = text_.item(t, anonymous_); noun && speaks(*noun, sentence)) {
          all.push_back(source(s, noun->first, end_of_name(*noun, sentence)));
          t = noun->last;
        }
    }
    for (const Claim& claim : text_.analysis.claims) read_speaker(claim, all);
    read_told_by_nobody(all);
    return all;
  }

 private:
  /// A noun that means no one but a source, or one that keeps its name back, behind a word of saying or citing; where
  /// it does keep it back, also before its verb: "a source who did not wish to be named said".
  [[nodiscard]] bool speaks(const Item& noun, const Sentence& sentence) const {
    const bool kept = keeps_name_back(noun.last, sentence.last);
    const bool hidden = noun.value.text("value") == "source" || kept;
    if (kept)
      for (std::uint32_t t = noun.last; t < std::min(sentence.last, noun.last + verb_reach); ++t)
        if (text_.item(t, speech_) && !text_.item(t, unnamed_)) return true;
    for (std::uint32_t t = noun.first; hidden && t > sentence.first && noun.first - t < cue_reach; --t)
      if (text_.item(t - 1, speech_) || text_.item(t - 1, according_) || text_.item(t - 1, quoting_)) return true;
    return false;
  }
  [[nodiscard]] bool keeps_name_back(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t t = from; t < std::min(end, from + 2 * longest_name); ++t)
      if (text_.item(t, unnamed_)) return true;
    return false;
  }

  /// "A leader in the movement": known from the claim that is credited to him.
  void read_speaker(const Claim& claim, std::vector<UnnamedSource>& all) const {
    if (claim.headline || claim.attribution.empty()) return;
    const SourceSpan& name = claim.attribution.back().span;
    const Sentence& sentence = document_.sentences[claim.sentence];
    if (name.empty() || !document_.span(sentence).overlaps(name)) return;
    // "someone close to the inquiry, who asked not to be named"
    if (claim.attribution.back().is_named() && !keeps_name_back(document_.first_token_from(name.end), sentence.last))
      return;
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const UnnamedSource& s) { return s.span.overlaps(name); });
    if (!known)
      all.push_back(source(claim.sentence, document_.token_at(name.begin), document_.first_token_from(name.end)));
  }

  /// "A policeman who took part told, on condition that his name be kept back, that": whoever stands behind the verb.
  void read_told_by_nobody(std::vector<UnnamedSource>& all) const {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      if (document_.role(sentence) != Role::body ||
          std::any_of(all.begin(), all.end(), [s](const UnnamedSource& u) { return u.sentence == s; }))
        continue;
      std::optional<std::uint32_t> verb;
      for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
        if (verb && t - *verb > verb_reach) break;
        if (text_.item(t, unnamed_)) {
          if (verb) all.push_back(source(s, *verb + 1, end_of_name(*verb + 1, *verb + 1, sentence)));
          break;
        }
        if (const Item* item = text_.item(t, speech_); item && !verb && item->last == t + 1) verb = t;
      }
    }
  }

  [[nodiscard]] std::uint32_t end_of_name(const Item& noun, const Sentence& sentence) const {
    return end_of_name(noun.first, noun.last, sentence);
  }
  [[nodiscard]] std::uint32_t end_of_name(std::uint32_t first, std::uint32_t last, const Sentence& sentence) const {
    while (last < sentence.last && last - first < longest_name && !text_.is_mark(last) &&
           !text_.item(last, complementizer_) && !text_.item(last, relative_) && !text_.item(last, speech_) &&
           !text_.item(last, unnamed_) && !text_.timex(last))
      ++last;
    return last;
  }

  [[nodiscard]] UnnamedSource source(std::uint32_t s, std::uint32_t first, std::uint32_t last) const {
    const Sentence& sentence = document_.sentences[s];
    UnnamedSource read;
    read.sentence = s;
    read.span = document_.span(first, last);
    read.name = std::string(slice(document_.text, read.span));
    read.where = content_words(document_, context_.grammar, read.span);
    drop_source_words(document_, context_.grammar, read.where);
    const Item *noun = text_.item(first, anonymous_), *behind = noun ? text_.item(noun->last, anonymous_) : nullptr;
    read.official = behind && noun->value.text("value") == "source" && behind->value.text("value") == "official";
    const std::uint32_t end =
        s + 1 < document_.sentences.size() ? document_.sentences[s + 1].last : document_.sentences[s].last;
    for (const auto& [from, to] : {std::pair{sentence.first, first}, std::pair{last, end}})
      for (std::string& stem : words_.stems(text_.analysis, from, to)) read.told.push_back(std::move(stem));
    std::sort(read.told.begin(), read.told.end());
    read.told.erase(std::unique(read.told.begin(), read.told.end()), read.told.end());
    return read;
  }

  const Context& context_;
  const ToldWords& words_;
  const Annotated text_;
  const Document& document_ = text_.document;
  const std::optional<ClassId> according_ = context_.find_class("according");
  const std::optional<ClassId> anonymous_ = context_.find_class("anonymous");
  const std::optional<ClassId> complementizer_ = context_.find_class("complementizer");
  const std::optional<ClassId> quoting_ = context_.find_class("quoting");
  const std::optional<ClassId> relative_ = context_.find_class("relative");
  const std::optional<ClassId> speech_ = context_.find_class("speech");
  const std::optional<ClassId> unnamed_ = context_.find_class("unnamed");
};

}  // namespace

std::vector<UnnamedSource> unnamed_sources_of(const Context& context, const ToldWords& words,
                                              const DocumentAnalysis& analysis) {
  return SourceReader(context, words, analysis).read();
}

bool belongs_to(const UnnamedSource& source, const std::vector<std::string>& body) {
  return alike_words(body, source.where) > 0;
}

}  // namespace isnad::audit_rules
