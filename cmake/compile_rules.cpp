// Compiles the project's rules while it is built: compile_rules all|times FILE.
#include <cstdio>
#include <fstream>
#include <string_view>

#include "isnad/grammar.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const isnad::RuleSet set = std::string_view(argv[1]) == "times" ? isnad::RuleSet::times : isnad::RuleSet::all;
  std::vector<isnad::RuleFile> files = isnad::embedded_rules();
  std::erase_if(files, [set](const isnad::RuleFile& file) { return !isnad::belongs_to(set, file); });
  const isnad::Result<isnad::Grammar> grammar = isnad::Grammar::compile(std::move(files));
  if (!grammar) {
    const isnad::Error& e = grammar.error();
    std::fprintf(stderr, "rules/%s:%u:%u: error: %s\n%s\n%s\n", e.path.c_str(), e.place.line, e.place.column,
                 e.message.c_str(), e.context.c_str(), e.remedy.c_str());
    return 1;
  }
  const std::string bytes = grammar->save();
  std::ofstream out(argv[2], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return out.flush() ? 0 : 1;
}
