#include "audit/counts.h"

#include <algorithm>

#include "audit/count_surroundings.h"

namespace isnad::audit_rules {
namespace {

constexpr std::uint32_t unit_reach = 6;          ///< tokens from "the number of ..." to the number
constexpr std::uint32_t far_unit_reach = 18;     ///< the same, where the noun behind the number only says "cases"
constexpr std::string_view dead = "death-toll";  ///< the notion of all words for those who died
constexpr std::int64_t one = 1000;               ///< thousandths

/// "3,100" and "4.3" with what multiplies them, in thousandths: a comma before three last digits parts thousands.
std::optional<std::int64_t> thousandths(std::string_view digits, std::int64_t scale) {
  const std::size_t mark = digits.find_last_not_of("0123456789");
  const std::size_t behind = mark == std::string_view::npos ? 0 : digits.size() - mark - 1;
  const bool fraction = mark != std::string_view::npos && behind != 3;
  std::int64_t value = 0, part = 1;
  constexpr std::int64_t most = 1'000'000'000'000;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] < '0' || digits[i] > '9') continue;
    value = value * 10 + (digits[i] - '0');
    if (fraction && i > mark) part *= 10;
    if (value > most) return std::nullopt;
  }
  if (part > one * scale || value > most / std::max<std::int64_t>(1, scale / part)) return std::nullopt;
  return value * (scale * one / part);
}

/// Half of the last place that is not zero: what a rounder telling of the number may be off.
std::int64_t rounding(std::int64_t value) {
  std::int64_t place = 1;
  while (value != 0 && value % 10 == 0) value /= 10, place *= 10;
  return place / 2;
}

class CountReader {
 public:
  CountReader(const Context& context, const ToldWords& words, DocumentIndex document)
      : context_(context),
        words_(words),
        text_(context, document),
        surroundings_(context, words, text_),
        weak_letters_(context.grammar.forms(text_.document.language, "weak-letter")) {}

  std::vector<Count> read() {
    const Document& document = text_.document;
    for (sentence_ = 0; sentence_ < document.sentences.size(); ++sentence_) {
      const Sentence& s = document.sentences[sentence_];
      if (document.role(s) != Role::headline && document.role(s) != Role::body) continue;
      for (std::uint32_t t = s.first; t < s.last;) t = read_at(t, s);
    }
    return std::move(counts_);
  }

 private:
  /// Reads what begins at a token; the token to go on with.
  std::uint32_t read_at(std::uint32_t t, const Sentence& s) {
    if (const Timex* timex = text_.timex(t)) {
      if (timex->type == TimexType::duration) add_length(*timex, s);
      return timex->last;
    }
    if (const Item* score = text_.item(t, score_)) {
      const std::int64_t a = score->value.integer("a").value_or(0), b = score->value.integer("b").value_or(0);
      Count count = begun(Count::Kind::score, score->first, score->last);
      count.value = one * std::max(a, b) + std::min(a, b);
      count.units = {"score"};
      add(std::move(count), s);
      return score->last;
    }
    if (const Item* number = text_.item(t, count_)) {
      add_things(*number, s);
      return number->last;
    }
    return t + 1;
  }

  Count begun(Count::Kind kind, std::uint32_t first, std::uint32_t last) const {
    Count count;
    count.kind = kind;
    count.document = text_.document.index;
    count.sentence = sentence_;
    count.first = first, count.last = last;
    return count;
  }

  void add_length(const Timex& timex, const Sentence& s) {
    const Quantity& q = timex.meaning.quantity;
    if (!q.count || q.rest != 0) return;
    Count count = begun(Count::Kind::length, timex.first, timex.last);
    switch (q.unit) {
      case TimeUnit::minute:
        count.value = *q.count;
        break;
      case TimeUnit::hour:
        count.value = std::int64_t{*q.count} * 60;
        break;
      case TimeUnit::day:
        count.value = std::int64_t{*q.count} * minutes_per_day;
        break;
      case TimeUnit::week:
        count.value = std::int64_t{*q.count} * 7 * minutes_per_day;
        break;
      case TimeUnit::month:
        count.value = *q.count;
        break;
      case TimeUnit::year:
        count.value = std::int64_t{*q.count} * 12;
        break;
      default:
        return;
    }
    const bool months = q.unit == TimeUnit::month || q.unit == TimeUnit::year;
    count.units = {months ? "months" : "minutes"};
    count.slack = q.approximate ? count.value / 10 : 0;
    // "Two weeks" and "fifteen days" are the same in common speech.
    if (!months && count.value % minutes_per_day == 0) count.slack = std::max(count.slack, count.value / 14);
    add(std::move(count), s);
  }

  void add_things(const Item& number, const Sentence& s) {
    const Document& document = text_.document;
    auto value = number.value.integer("thousandths");
    if (!value)
      value = thousandths(number.value.text("digits").value_or(""), number.value.integer("scale").value_or(1));
    if (!value || (*value < 2 * one && *value % one == 0)) return;
    // "Article 24", "2-1", "the 27 states": a number by which something is called.
    if (document.tokens[number.first].glued && number.proclitics.empty() && number.first > s.first &&
        document.tokens[number.first - 1].kind == TokenKind::mark && !is_quote(number.first - 1))
      return;
    if (number.last < s.last && document.tokens[number.last].glued &&
        document.tokens[number.last].kind == TokenKind::mark && document.tokens[number.last].begin.value > 0 &&
        is_joint(number.last))
      return;
    if (in_range(number, s)) return;
    Count count = begun(Count::Kind::things, number.first, number.last);
    count.value = *value;
    count.slack = rounding(*value);
    count.units = units(number, s);
    if (!count.units.empty()) add(std::move(count), s);
  }

  /// "Between 14 and 18 degrees", "from 40 to 60": another number close by, with no noun between.
  [[nodiscard]] bool in_range(const Item& number, const Sentence& s) const {
    constexpr std::uint32_t most_between = 2;
    for (std::uint32_t t = number.first; t > s.first && number.first - t <= most_between; --t)
      if (ends_number(t, s)) return true;
    for (std::uint32_t t = number.last; t < std::min(s.last, number.last + most_between); ++t)
      if (text_.item(t, count_)) return true;
    return false;
  }
  /// Does a number end right before the token? One that is part of a date is none.
  [[nodiscard]] bool ends_number(std::uint32_t token, const Sentence& s) const {
    constexpr std::uint32_t longest = 6;
    for (std::uint32_t t = token; t > s.first && token - t < longest; --t)
      if (const Item* found = text_.item(t - 1, count_)) return found->last == token && !text_.timex(t - 1);
    return false;
  }

  [[nodiscard]] bool is_quote(std::uint32_t t) const {
    const std::string_view key = text_.document.key(text_.document.tokens[t]);
    return key == "\"" || key == "(" || key == "\u00ab" || key == "\u201c";
  }
  [[nodiscard]] bool is_joint(std::uint32_t t) const {
    const std::string_view key = text_.document.key(text_.document.tokens[t]);
    return key == "-" || key == ":" || key == "/";
  }

  /// Arabic counts a noun without the article: "office number 13 in the court" counts no courts.
  [[nodiscard]] bool has_article(std::uint32_t t) const {
    const auto& prefixes = context_.grammar.article_prefixes(text_.document.language);
    const std::string_view key = text_.document.key(text_.document.tokens[t]);
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const std::string& p) {
      return key.starts_with(p) && letters_of(key) > letters_of(p) + 2 && letters_of(p) > 1;
    });
  }

  /// What is counted: the noun behind the number, and that of "the number of ..." before it.
  [[nodiscard]] std::vector<std::string> units(const Item& number, const Sentence& s) const {
    const Document& document = text_.document;
    std::vector<std::string> units;
    const auto add = [&](std::uint32_t t) {
      if (t >= s.last || text_.timex(t)) return;
      if (text_.item(t, death_toll_)) units.emplace_back(dead);
      std::string stem = words_.stem(text_.analysis, t);
      if (letters_of(stem) >= 3) units.push_back(without_weak_letters(std::move(stem)));
    };
    if (const auto own = number.value.text("unit")) {  // "two helicopters" in one word
      if (text_.item(number.first, death_toll_)) units.emplace_back(dead);
      units.push_back(without_weak_letters(words_.stem(text_.document.language, *own)));
      return units;
    }
    std::uint32_t behind = number.last;
    if (const Item* named = behind < s.last ? text_.item(behind, unit_) : nullptr)
      return {std::string(named->value.text("value").value_or(""))};
    if (behind < s.last && document.key(document.tokens[behind]) == "%") return {"%"};
    const bool of = behind + 1 < s.last && text_.item(behind, preposition_);  // "40 of the prisoners"
    if (of) ++behind;
    if (behind < s.last && !text_.item(behind, preposition_) && (of || !has_article(behind))) add(behind);
    // "the number of deaths ... rose until Wednesday to 19 | cases"
    const std::uint32_t reach = behind < s.last && text_.item(behind, any_case_) ? far_unit_reach : unit_reach;
    for (std::uint32_t t = number.first; t > s.first && number.first - t < reach; --t)
      if (text_.item(t - 1, percent_)) add(t);
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
  }

  /// The consonants of a noun, where there are enough of them.
  [[nodiscard]] std::string without_weak_letters(std::string stem) const {
    std::string rest = stem;
    for (const std::string& letter : weak_letters_)
      for (std::size_t at = rest.find(letter); at != std::string::npos; at = rest.find(letter, at))
        rest.erase(at, letter.size());
    return letters_of(rest) >= 3 ? rest : stem;
  }

  void add(Count count, const Sentence& s) {
    surroundings_.read(count, s);
    counts_.push_back(std::move(count));
  }

  const Context& context_;
  const ToldWords& words_;
  Annotated text_;
  CountSurroundings surroundings_;
  const std::vector<std::string> weak_letters_;
  /// The classes of words that are asked for; nothing where no rule names one.
  const std::optional<ClassId> any_case_ = context_.find_class("any-case");
  const std::optional<ClassId> count_ = context_.find_class("count");
  const std::optional<ClassId> death_toll_ = context_.find_class("death-toll");
  const std::optional<ClassId> percent_ = context_.find_class("percent");
  const std::optional<ClassId> preposition_ = context_.find_class("preposition");
  const std::optional<ClassId> unit_ = context_.find_class("count-unit");
  const std::optional<ClassId> score_ = context_.find_class("score");
  std::uint32_t sentence_ = 0;
  std::vector<Count> counts_;
};

}  // namespace

std::vector<Count> counts_of(const Context& context, const ToldWords& words, DocumentIndex document) {
  return CountReader(context, words, document).read();
}

bool agree(const Count& a, const Count& b) {
  const std::int64_t slack = std::max(a.slack, b.slack);
  if (std::abs(a.value - b.value) <= slack) return true;
  const Count &less = a.value < b.value ? a : b, &more = a.value < b.value ? b : a;
  return less.at_least || more.at_most;
}

}  // namespace isnad::audit_rules
