// A small, strict check that a text is well-formed XML: enough to see that nothing got out of its place.
#pragma once

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::test {

/// What is wrong with `xml`, or "". Knows elements, attributes, the five named entities and numbered ones; no DTD, no
/// CDATA, no processing instructions. The content of <style> and <script> counts as text.
inline std::string xml_problem(std::string_view xml) {
  std::vector<std::string> open;
  const auto bad = [&xml](const std::string& what, std::size_t at) {
    return what + " at " + std::to_string(at) + ": " + std::string(xml.substr(at, 60));
  };
  const auto check_text = [&](std::size_t from, std::size_t to) -> std::string {
    for (std::size_t i = from; i < to; ++i) {
      const auto c = static_cast<unsigned char>(xml[i]);
      if (c < 0x20 && c != '\n' && c != '\t' && c != '\r') return bad("control character", i);
      if (c == '<') return bad("raw <", i);
      if (c != '&') continue;
      const std::size_t end = xml.find(';', i);
      if (end == std::string_view::npos || end > to || end - i > 9) return bad("raw &", i);
      const std::string_view name = xml.substr(i + 1, end - i - 1);
      if (name != "amp" && name != "lt" && name != "gt" && name != "quot" && name != "apos" &&
          name.substr(0, 1) != "#") {
        return bad("unknown entity", i);
      }
    }
    return {};
  };
  for (std::size_t i = 0; i < xml.size();) {
    if (xml[i] != '<') {
      const std::size_t end = std::min(xml.find('<', i), xml.size());
      if (std::string problem = check_text(i, end); !problem.empty()) return problem;
      i = end;
      continue;
    }
    if (xml.substr(i, 2) == "</") {
      const std::size_t end = xml.find('>', i);
      if (end == std::string_view::npos) return bad("unclosed end tag", i);
      const std::string name(xml.substr(i + 2, end - i - 2));
      if (open.empty() || open.back() != name) return bad("end tag " + name + " closes nothing", i);
      open.pop_back();
      i = end + 1;
      continue;
    }
    std::size_t at = i + 1;
    std::string name;
    while (at < xml.size() && (std::isalnum(static_cast<unsigned char>(xml[at])) != 0 || xml[at] == ':'))
      name += xml[at++];
    if (name.empty()) return bad("no element name", i);
    for (;;) {
      while (at < xml.size() && std::isspace(static_cast<unsigned char>(xml[at])) != 0) ++at;
      if (at >= xml.size()) return bad("unclosed tag", i);
      if (xml.substr(at, 2) == "/>") {
        at += 2;
        break;
      }
      if (xml[at] == '>') {
        open.push_back(name);
        ++at;
        break;
      }
      const std::size_t equals = xml.find_first_of("=> ", at);
      if (equals == std::string_view::npos || xml[equals] != '=' || xml.substr(equals + 1, 1) != "\"") {
        return bad("no quoted attribute", at);
      }
      const std::size_t end = xml.find('"', equals + 2);
      if (end == std::string_view::npos) return bad("unclosed attribute", at);
      if (std::string problem = check_text(equals + 2, end); !problem.empty()) return problem;
      at = end + 1;
    }
    i = at;
  }
  return open.empty() ? std::string() : "unclosed element " + open.back();
}

/// How often `what` occurs.
inline std::size_t occurrences(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++n;
  return n;
}

}  // namespace isnad::test
