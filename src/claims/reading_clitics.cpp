// What is written with a word: conjunctions, prepositions, the article, the mark of the future.
#include <algorithm>

#include "claims/finite.h"
#include "claims/reading.h"

namespace isnad::claims {
namespace {

/// Does the surface begin with these letters as they are, marks aside? "Germany" and "cancelling" begin with an alef
/// that carries a hamza, the article with a bare one, though their matching forms are alike.
bool begins_as_written(std::string_view surface, std::string_view letters) {
  if (surface.starts_with(letters)) return true;
  std::string written;
  for (std::size_t at = 0; at < surface.size() && written.size() < letters.size();) {
    std::size_t next = at + 1;
    while (next < surface.size() && (static_cast<unsigned char>(surface[next]) & 0xC0U) == 0x80U) ++next;
    const std::string_view letter = surface.substr(at, next - at);
    const std::string form = matching_form(letter);
    const bool presentation_form = letter.size() > 2;
    if (!form.empty() && !presentation_form && form != letter) return false;
    written += form;
    at = next;
  }
  return std::string_view(written).starts_with(letters);
}

}  // namespace

void Reading::set_articles() {
  article_of_.assign(document.tokens.size() + 1, 0);
  std::array<bool, 256> begins{};  // the byte that tells letters of one script apart
  for (const std::string& prefix : article_prefixes_)
    begins[static_cast<unsigned char>(prefix[1 % prefix.size()])] = true;
  const auto alike = grammar.find_class("like-article");
  const auto has_none = [&](std::uint32_t t) {  // "commitment" has none, "the commitment" has
    const Item* word = alike ? annotation_.longest(t, *alike) : nullptr;
    return word != nullptr && !word->proclitics.ends_with(article_);
  };
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const std::string_view text = key(t);
    if (text.size() < 2 || !begins[static_cast<unsigned char>(text[1])]) continue;
    const auto prefix = std::find_if(article_prefixes_.begin(), article_prefixes_.end(), [&](const std::string& p) {
      return text.size() > p.size() + 2 && text[p.size() - 1] == p.back() && text.starts_with(p);
    });
    if (prefix != article_prefixes_.end() && begins_as_written(document.surface(document.tokens[t]), *prefix) &&
        !has_none(t))
      article_of_[t] = static_cast<std::uint8_t>(prefix - article_prefixes_.begin() + 1);
  }
}

bool Reading::has_conjunction(std::uint32_t token) const {
  if (token >= document.tokens.size()) return false;  // asked for what follows the last word
  if (token > 0 && is(token - 1, Word::conjunction)) return true;
  // a name, a place or a function written like a conjunction and another word ("governor", "Warsaw")
  if (is(token, Word::given_name)) return false;
  for (const Word word : {Word::title, Word::place_name})
    if (const Item* found = item(token, word); found && found->proclitics.empty()) return false;
  const std::uint32_t begin = annotation_.by_token[token], end = annotation_.by_token[token + 1];
  const auto conjunction = [&](std::string_view clitics) {
    return std::any_of(conjunctions_.begin(), conjunctions_.end(),
                       [&](const std::string& c) { return clitics.starts_with(c); });
  };
  bool known = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    known = true;
    if (conjunction(annotation_.items[i].proclitics)) return true;
  }
  if (known) return false;
  return conjunction(written_article(token));
}

std::string_view Reading::proclitics(std::uint32_t token) const {
  if (token >= document.tokens.size()) return {};
  const std::uint32_t begin = annotation_.by_token[token], end = annotation_.by_token[token + 1];
  const auto office = ids_[static_cast<std::size_t>(Word::office)];
  const auto is_whole_body = [&](const Item& item) { return item.proclitics.empty() && item.cls == office; };
  if (office && std::any_of(annotation_.items.begin() + begin, annotation_.items.begin() + end, is_whole_body))
    return {};  // "bloc", which is written like "as a hill"
  for (std::uint32_t i = begin; i < end; ++i)
    if (!annotation_.items[i].proclitics.empty()) return annotation_.items[i].proclitics;
  return written_article(token);  // an unknown word with the article shows what stands before it
}

/// "With efforts of": no rule lists the noun, but what it means is known, and the whole word means nothing.
void Reading::set_prepositions() {
  constexpr std::size_t least_noun = 8;  // four letters, of two bytes
  glued_ = grammar.forms(document.language, "glued-preposition");
  preposition_of_.assign(document.tokens.size() + 1, 0);
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (bits_[t] != 0 || !is_word(t)) continue;
    for (std::size_t p = 0; p < glued_.size(); ++p)
      if (key(t).starts_with(glued_[p]) && key(t).size() >= glued_[p].size() + least_noun &&
          has_meaning(key(t).substr(glued_[p].size())) && !has_meaning(key(t)))
        preposition_of_[t] = static_cast<std::uint8_t>(p + 1);
  }
}

std::string_view Reading::glued_preposition(std::uint32_t token) const {
  if (is(token, Word::given_name)) return {};
  if (preposition_of_[token] != 0) return glued_[preposition_of_[token] - 1U];
  std::string_view clitics = proclitics(token);
  for (const std::string& c : conjunctions_)
    if (clitics.starts_with(c)) {
      clitics.remove_prefix(c.size());
      break;
    }
  if (clitics.empty() || article_.empty()) return {};
  const std::string& article = article_;
  const bool with_article =
      std::find(article_prefixes_.begin(), article_prefixes_.end(), clitics) != article_prefixes_.end();
  if (clitics.ends_with(article)) return clitics.substr(0, clitics.size() - article.size());
  if (with_article) return clitics.substr(0, clitics.size() / 2);  // contracted: the preposition swallows the alef
  const bool future = std::find(future_marks_.begin(), future_marks_.end(), clitics) != future_marks_.end();
  return future ? std::string_view{} : clitics;
}

bool Reading::has_future(const Item& verb) const {
  if (verb.value.text("tense") == "future") return true;
  return std::any_of(future_marks_.begin(), future_marks_.end(),
                     [&](const std::string& m) { return verb.proclitics.ends_with(m); });
}

bool Reading::is_definite(std::uint32_t token) const {
  // a verb may begin with the letters of the article
  for (const Word word : {Word::event, Word::light, Word::speech})
    for (const Item* found : items(token, word))
      if (is_finite(*found) && !found->proclitics.ends_with(article_)) return false;
  return !written_article(token).empty();
}

std::string_view Reading::stem(std::uint32_t token) const {
  const std::string_view text = key(token);
  if (const std::string_view article = written_article(token); !article.empty()) return text.substr(article.size());
  const std::uint32_t begin = annotation_.by_token[token], end = annotation_.by_token[token + 1];
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string& clitics = annotation_.items[i].proclitics;
    if (!clitics.empty() && text.starts_with(clitics) && text.size() > clitics.size() + 2)
      return text.substr(clitics.size());
  }
  return text;
}

bool Reading::is_contraction(std::string_view clitics) const {
  return !clitics.empty() && !clitics.ends_with(article_) &&
         std::find(article_prefixes_.begin(), article_prefixes_.end(), clitics) != article_prefixes_.end();
}

bool Reading::has_contracting_preposition(std::uint32_t token) const {
  const std::string_view preposition = glued_preposition(token);
  return !preposition.empty() &&
         std::any_of(article_prefixes_.begin(), article_prefixes_.end(), [&](const std::string& prefix) {
           return is_contraction(prefix) && prefix.substr(0, prefix.size() / 2) == preposition;
         });
}

}  // namespace isnad::claims
