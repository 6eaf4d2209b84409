// isnad/text.h - from bytes to sentences and tokens.
//
//   bytes --decode--> text --segment--> blocks with a role --tokenise--> sentences of tokens
//
// The decoded text is never changed: everything made from it carries byte offsets into it. Each token has a
// matching form ("key") beside the text, in which spelling variants are one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/core.h"

namespace isnad {

// ----------------------------------------------------------------- decoding

/// Limits of one document. A larger one is refused with ErrorCode::too_large.
inline constexpr std::size_t max_document_bytes = std::size_t{64} << 20;

/// How much what a source says weighs beside what others say, as the user has set it.
enum class Credibility : std::uint8_t { low, normal, high };
[[nodiscard]] std::string_view to_string(Credibility credibility);

/// What is known of an article besides its text (from JSONL fields, HTML metadata, or the command line).
struct DocumentSource {
  std::string id;    ///< stable name; the path's stem where the input gives none
  std::string path;  ///< as given, for people
  std::string url;
  std::string title;  ///< the headline, where it was given apart from the text
  std::string publisher;
  std::string published;  ///< ISO 8601 day or date-time as given; empty when not
  Credibility credibility = Credibility::normal;
};

/// The text of `bytes` as UTF-8, without byte order mark: UTF-8 as it is, UTF-16 and Windows-1256 by ICU's
/// detector. Line ends stay. Errors: bad_encoding (with the offset of the first bad byte), too_large.
[[nodiscard]] Result<std::string> decode(std::string_view bytes);

/// The article in an HTML page: its paragraphs as lines, and what the page says of itself.
struct HtmlArticle {
  std::string text;
  DocumentSource source;
};
[[nodiscard]] Result<HtmlArticle> article_of_html(std::string_view utf8);

// ------------------------------------------------------------- normalisation

/// The matching form of a text, with the way back. offsets.size() == text.size() + 1; offsets[i] is the byte
/// of the original from which byte i of the matching form came (non-decreasing; the last entry is the end).
struct Normalised {
  std::string text;
  std::vector<std::uint32_t> offsets;
};

/// NFC; without tatweel, diacritics, bidi marks and zero-width characters; alef forms to bare alef, alef maqsura to ya,
/// ta marbuta to ha, Persian kaf and ya to the Arabic ones, presentation forms to letters; all digit kinds to ASCII,
/// with their decimal point and thousands comma; all spaces to space; curly apostrophe to '; Latin to lower case.
/// A broken byte becomes U+FFFD.
/// Idempotent: normalise(normalise(x)) == normalise(x). Linear.
[[nodiscard]] Normalised normalise(std::string_view utf8);

/// normalise(x).text, for looking up words.
[[nodiscard]] std::string matching_form(std::string_view utf8);

/// Code points of valid UTF-8.
[[nodiscard]] std::size_t letters_of(std::string_view utf8);

/// Hash of a matching form; the same on every machine.
[[nodiscard]] std::uint32_t hash_of_key(std::string_view key);

// -------------------------------------------------------------------- tokens

enum class TokenKind : std::uint8_t {
  word,     ///< letters (with their marks); may still carry clitics
  integer,  ///< digits
  decimal,  ///< digits, a point or comma, digits: "1.8", "3,800"
  mark      ///< one punctuation mark or symbol
};

/// One token. 1-letter conjunctions glued to digits are tokens of their own; words keep their clitics.
struct Token {
  ByteOffset begin, end;        ///< in the document's text
  std::uint32_t key_begin = 0;  ///< in Document::keys
  std::uint32_t key_hash = 0;   ///< hash_of_key of it
  std::uint16_t key_size = 0;   ///< bytes; a word longer than 200 code points is cut here (never in the text)
  TokenKind kind{};
  bool glued = false;  ///< no white space before it (and not the first of its block)
};

/// What a stretch of an article is for. Only headline, caption and body give claims.
enum class Role : std::uint8_t {
  headline,  ///< the article's own headline (its first copy)
  dateline,  ///< publication line, byline, section, masthead
  caption,   ///< words beside a picture
  body,
  related,   ///< other articles: link lists, teasers, "read next"; also page furniture
  duplicate  ///< a repetition of an earlier headline or paragraph
};

/// A paragraph, or the part of one that has its own role. Blocks tile the text but for white space.
struct Block {
  ByteOffset begin, end;
  Role role{};
  std::uint32_t paragraph = 0;  ///< number of the source line (from 0); blocks split from one line share it
};

/// A sentence: a range of tokens inside one block. Quotations are not broken at the full stops inside them.
struct Sentence {
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  std::uint32_t block = 0;
};

/// An article, read. Immutable once made.
struct Document {
  DocumentIndex index{};
  DocumentSource source;
  std::string language;  ///< BCP 47: "ar", "en", "fa", "ur", ...; "und" when undecided
  std::string text;      ///< decoded UTF-8; all spans point into it
  std::string keys;      ///< the tokens' matching forms, one after another
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<ByteOffset> lines;  ///< begin of each line

  [[nodiscard]] std::string_view key(const Token& t) const {
    return std::string_view(keys).substr(t.key_begin, t.key_size);
  }
  [[nodiscard]] std::string_view surface(const Token& t) const {
    return std::string_view(text).substr(t.begin.value, t.end - t.begin);
  }
  /// The first token that begins at this byte or behind it; the number of tokens where none does. O(log tokens).
  [[nodiscard]] std::uint32_t first_token_from(ByteOffset at) const;
  /// The token that holds this byte, else the first one behind it: a span may begin inside a token, behind what is
  /// glued before a word. O(log tokens).
  [[nodiscard]] std::uint32_t token_at(ByteOffset at) const;
  [[nodiscard]] Role role(const Sentence& s) const { return blocks[s.block].role; }
  [[nodiscard]] SourceSpan span(std::uint32_t first_token, std::uint32_t last_token) const {
    return {index, tokens[first_token].begin, tokens[last_token - 1].end};
  }
  [[nodiscard]] SourceSpan span(const Sentence& s) const { return span(s.first, s.last); }
};

/// Line and column of a byte. O(log lines + line length).
[[nodiscard]] LineColumn place(const Document& document, ByteOffset at);

// ------------------------------------------------------------------ reading

/// The words by which a language marks what is not the article's body: data of a language (rules/LANG/page.json, kind
/// "page", one list of strings a field). All in matching form, words separated by one space. Pages mix languages
/// ("Related Posts" below an Arabic article), so the cues of all languages apply to every document.
struct PageCues {
  std::string language;
  std::vector<std::string> related_opens;   ///< begin of a line: links amid the body; the body may go on behind them
  std::vector<std::string> tail_opens;      ///< begin of a line: links or teasers behind the body ("Related Posts")
  std::vector<std::string> furniture;       ///< anywhere in a short line: page furniture ("Back to top")
  std::vector<std::string> dateline_opens;  ///< "published on", "last updated": a date follows
  std::vector<std::string> date_words;      ///< names of months and weekdays
  std::vector<std::string> date_particles;  ///< words that stand beside them in a date ("of", "a.m.", "GMT", "AH")
  std::vector<std::string> section_words;   ///< words of section labels and mastheads ("News", "page", "issue")
  std::vector<std::string> byline_words;    ///< "by", "special", "our correspondent": who wrote it
  std::vector<std::string> agencies;        ///< news agencies as they sign a dateline or a last line
  std::vector<std::string> caption_words;   ///< "file photo": the line is a picture's
  std::vector<std::string> continues;       ///< begin of a paragraph that goes on with what was told ("he added")
  std::vector<std::string> sentence_ends;   ///< further marks that end a sentence, beside . ! ? and U+061F
  std::vector<std::string> abbreviations;   ///< words whose full stop ends no sentence ("Mr")
};

namespace text {
class CueIndex;
}

/// Page cues compiled once, for reading many documents (compiling takes longer than reading a short one). Immutable;
/// copies share their content, also between threads.
class PageCueIndex {
 public:
  explicit PageCueIndex(const std::vector<PageCues>& cues);

 private:
  std::shared_ptr<const text::CueIndex> index_;
  friend Document read_document(DocumentIndex, DocumentSource, std::string, const PageCueIndex&);
};

/// Segments and tokenises one article. Never fails: any decoded text gives a Document. Linear in the text.
/// `cues`: those of every language known; without any, blocks are told apart by their shape alone.
[[nodiscard]] Document read_document(DocumentIndex index, DocumentSource source, std::string text,
                                     const PageCueIndex& cues);
[[nodiscard]] Document read_document(DocumentIndex index, DocumentSource source, std::string text,
                                     const std::vector<PageCues>& cues);

/// Longest sentence in tokens; a longer one is cut, at a mark where there is one, so that later stages stay linear.
inline constexpr std::uint32_t max_sentence_tokens = 1000;

/// Language by script, by letters that tell neighbours apart (Persian, Urdu, Pashto, Kurdish from Arabic), and by
/// common short words (English). "und" when undecided.
[[nodiscard]] std::string language_of(std::string_view utf8);

}  // namespace isnad
