// Any bytes: decoded or refused; what is decoded is read into a document whose parts lie in its text.
#include "isnad/text.h"

#include <cstdlib>

namespace {
void require(bool holds) {
  if (!holds) std::abort();
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace isnad;
  const std::string bytes(data, data + size);
  auto text = decode(bytes);
  if (!text) return 0;
  const Normalised once = normalise(*text);
  require(once.offsets.size() == once.text.size() + 1);
  require(normalise(once.text).text == once.text);
  if (const auto page = article_of_html(*text)) require(page->text.size() <= max_document_bytes);
  const Document document = read_document(DocumentIndex{0}, {}, *text, {});
  require(document.text == *text);
  ByteOffset before{};
  for (const Token& token : document.tokens) {
    require(before <= token.begin && token.begin < token.end && token.end.value <= document.text.size());
    require(token.key_begin + token.key_size <= document.keys.size());
    before = token.end;
  }
  for (const Sentence& sentence : document.sentences) {
    require(sentence.first < sentence.last && sentence.last <= document.tokens.size());
    require(sentence.last - sentence.first <= max_sentence_tokens);
    require(sentence.block < document.blocks.size());
  }
  return 0;
}
