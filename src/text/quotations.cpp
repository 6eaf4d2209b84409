// Guillemets and curly marks show their direction; the straight mark is told by the space around it, and where that
// does not help, by whether a quotation is open. Arabic pages also use the closing curly mark on both sides.
#include "text/quotations.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace isnad::text {
namespace {

constexpr char32_t guillemet_open = 0xAB, guillemet_close = 0xBB;
constexpr char32_t curly_open = 0x201C, curly_close = 0x201D, low_open = 0x201E;
constexpr char32_t single_guillemet_open = 0x2039, single_guillemet_close = 0x203A;
constexpr char32_t straight_quote = U'"';

enum class Kind : std::uint8_t { guillemet, curly, single_guillemet, straight };
constexpr std::size_t kinds = 4;

class Matcher {
 public:
  Matcher(const TokenView& view, std::uint32_t last) : view_(view), last_(last) {}

  void take(std::uint32_t i) {
    switch (const char32_t mark = only_code_point(view_.key(i))) {
      case guillemet_open:
        return open(Kind::guillemet, i);
      case guillemet_close:
        return close(Kind::guillemet, i);
      case single_guillemet_open:
        return open(Kind::single_guillemet, i);
      case single_guillemet_close:
        return close(Kind::single_guillemet, i);
      case low_open:
        return open(Kind::curly, i);
      case curly_open:
      case curly_close:
        return curly(i, mark == curly_open);
      case straight_quote:
        return straight_mark(i);
      default:
        return;
    }
  }

  std::vector<Quotation> outermost() {
    std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) {
      return a.open != b.open ? a.open < b.open : a.close > b.close;
    });
    std::vector<Quotation> result;
    for (const Quotation& q : found_) {
      if (result.empty() || q.open > result.back().close) result.push_back(q);
    }
    return result;
  }

 private:
  std::vector<std::uint32_t>& pending(Kind kind) { return pending_[static_cast<std::size_t>(kind)]; }

  void open(Kind kind, std::uint32_t i) { pending(kind).push_back(i); }

  void close(Kind kind, std::uint32_t i) {
    std::vector<std::uint32_t>& stack = pending(kind);
    if (stack.empty()) return;
    const std::uint32_t begin = stack.back();
    stack.pop_back();
    if (i - begin <= max_quoted_tokens) {
      found_.push_back({begin, i});
    } else {
      stack.clear();
    }
  }

  [[nodiscard]] bool glued_before(std::uint32_t i) const { return view_[i].glued; }
  [[nodiscard]] bool glued_after(std::uint32_t i) const { return i + 1 < last_ && view_[i + 1].glued; }
  [[nodiscard]] bool looks_open(std::uint32_t i) const { return !glued_before(i) && glued_after(i); }
  [[nodiscard]] bool looks_closed(std::uint32_t i) const { return glued_before(i) && !glued_after(i); }

  void curly(std::uint32_t i, bool opening_shape) {
    const bool pending_one = !pending(Kind::curly).empty();
    if (opening_shape ? !(pending_one && looks_closed(i)) : !pending_one && looks_open(i)) {
      open(Kind::curly, i);
    } else {
      close(Kind::curly, i);
    }
  }

  void straight_mark(std::uint32_t i) {
    std::vector<std::uint32_t>& stack = pending(Kind::straight);
    if (looks_open(i)) {
      stack.assign(1, i);  // straight marks do not nest; an earlier one had no partner
    } else if (looks_closed(i) || !stack.empty()) {
      close(Kind::straight, i);
    } else {
      stack.assign(1, i);
    }
  }

  const TokenView& view_;
  std::uint32_t last_;
  std::array<std::vector<std::uint32_t>, kinds> pending_;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> quotations(const TokenView& view, std::uint32_t first, std::uint32_t last) {
  Matcher matcher(view, last);
  for (const std::uint32_t mark : view.marks_in(first, last)) matcher.take(mark);
  return matcher.outermost();
}

bool is_closing_mark(std::string_view key) {
  switch (only_code_point(key)) {
    case U')':
    case U']':
    case U'}':
    case U'\'':
    case straight_quote:
    case guillemet_close:
    case single_guillemet_close:
    case curly_open:
    case curly_close:
      return true;
    default:
      return false;
  }
}

}  // namespace isnad::text
