// Runs the examples that stand beside the rules. Those of frames are told apart by their class: they need more of the
// program than this stage knows (Grammar::frame_examples).
#include <fmt/format.h>

#include <algorithm>

#include "rules/grammar_impl.h"
#include "rules/matcher.h"

namespace isnad {
namespace {

std::string show(const Scalar& scalar) {
  if (const auto* number = std::get_if<std::int64_t>(&scalar)) return std::to_string(*number);
  return fmt::format("\"{}\"", std::get<std::string>(scalar));
}

std::string show(const Record& record) {
  std::string text;
  for (const auto& [name, value] : record.fields()) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", name, show(value));
  }
  return "{" + text + "}";
}

/// Has `found` every field of `expected`, with that value?
bool agrees(const Record& found, const Record& expected) {
  return std::all_of(expected.fields().begin(), expected.fields().end(), [&](const auto& field) {
    const Scalar* value = found.find(field.first);
    return value != nullptr && *value == field.second;
  });
}

}  // namespace

/// Runs one example after another and notes what does not come out.
struct ExampleRunner {
  const Grammar& grammar;
  const TimexOracle& oracle;
  ExampleReport report;

  /// The items that the example is about.
  std::vector<const Item*> items_of(const rules::Example& example, const Annotation& annotation) const {
    std::vector<const Item*> items;
    for (const Item& item : annotation.items) {
      const bool same = example.rule.empty() ? grammar.class_name(item.cls) == example.cls
                                             : grammar.rule_name(item.rule) == example.rule;
      if (same) items.push_back(&item);
    }
    return items;
  }

  std::string everything(const Document& document, const Annotation& annotation) const {
    std::string text;
    for (const Item& item : annotation.items) {
      text += fmt::format("{}{} \"{}\" by {} {}", text.empty() ? "" : "; ", grammar.class_name(item.cls),
                          slice(document.text, {document.index, item.begin, item.end}), grammar.rule_name(item.rule),
                          show(item.value));
    }
    return text.empty() ? "nothing" : text;
  }

  /// What is wrong with what was found; empty: nothing.
  std::string fault_of(const rules::Example& example, const Document& document, const Annotation& annotation) const {
    const std::vector<const Item*> items = items_of(example, annotation);
    const auto surface = [&](const Item* item) {
      return slice(document.text, {document.index, item->begin, item->end});
    };
    if (!example.positive) {
      for (const Item* item : items) {
        if (example.match && surface(item) != *example.match) continue;
        return fmt::format("must not be found, but \"{}\" is", surface(item));
      }
      return {};
    }
    if (items.empty()) {
      return fmt::format("is not found; there is {}", everything(document, annotation));
    }
    std::vector<const Item*> matching;
    std::copy_if(items.begin(), items.end(), std::back_inserter(matching),
                 [&](const Item* item) { return !example.match || surface(item) == *example.match; });
    if (matching.empty()) {
      return fmt::format("expected the match \"{}\", found \"{}\"", *example.match, surface(items[0]));
    }
    const bool agreed = std::any_of(matching.begin(), matching.end(),
                                    [&](const Item* item) { return agrees(item->value, example.value); });
    return agreed ? "" : fmt::format("expected {}, found {}", show(example.value), show(matching[0]->value));
  }

  std::string timex_fault_of(const rules::Example& example) const {
    const auto found = oracle(example.text, example.published);
    const bool good = std::any_of(found.begin(), found.end(), [&](const auto& timex) {
      return timex.second == *example.timex && (!example.match || timex.first == *example.match);
    });
    if (good == example.positive) return {};
    std::string values;
    for (const auto& [surface, value] : found) values += fmt::format(" {}=\"{}\"", value, surface);
    return fmt::format("expected {}TIMEX3 value {}, found{}", example.positive ? "the " : "no ", *example.timex,
                       values.empty() ? " none" : values);
  }

  void run() {
    for (const rules::Section<rules::Language>& section : grammar.impl_->languages) {
      const rules::Language& language = section.get();
      for (const rules::Example& example : language.examples) {
        if (example.is_frame) continue;
        DocumentSource source;
        source.published = example.published;
        Document document = read_document(DocumentIndex{0}, std::move(source), example.text, grammar.impl_->page_cues);
        document.language = language.code;  // a few words do not always tell their language
        std::string fault = fault_of(example, document, rules::annotate(language, document));
        if (fault.empty() && example.timex && oracle) fault = timex_fault_of(example);
        const RuleFile& file = grammar.impl_->files[example.place.file];
        report.note({file.path, rules::place_in(file, example.place.at),
                     example.rule.empty() ? example.cls : example.rule, fmt::format("\"{}\"", example.text)},
                    example.known_wrong, std::move(fault));
      }
    }
  }
};

void ExampleReport::note(ExampleFailure example, const std::string& known_wrong_reason, std::string fault) {
  ++run;
  const bool right = fault.empty();
  if (right && known_wrong_reason.empty()) return;
  if (known_wrong_reason.empty()) {
    example.message += ": " + fault;
  } else {
    example.message +=
        right ? ": comes out right, though it is marked as known to be wrong" : ": " + known_wrong_reason;
  }
  (right || known_wrong_reason.empty() ? failures : known_wrong).push_back(std::move(example));
}

ExampleReport run_examples(const Grammar& grammar, const TimexOracle& oracle) {
  ExampleRunner runner{grammar, oracle, {}};
  runner.run();
  return std::move(runner.report);
}

}  // namespace isnad
