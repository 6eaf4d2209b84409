#include "day_in_address.h"

#include <string>

namespace isnad {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Day> day_of_digits(std::string_view y, std::string_view m, std::string_view d) {
  return parse_iso_day(std::string(y) + '-' + std::string(m) + '-' + std::string(d));
}

/// Figures may be any number: only days on which there were web pages.
std::optional<Day> of_the_web(std::optional<Day> day) {
  if (day && civil_from_day(*day).year >= 1990 && civil_from_day(*day).year <= 2100) return day;
  return std::nullopt;
}

}  // namespace

std::optional<Day> day_in_address(std::string_view url) {
  constexpr std::size_t size = 10;  // of "2024/12/08"
  for (std::size_t i = 0; i + size < url.size(); ++i) {
    const std::string_view date = url.substr(i + 1, size);
    const bool closed = i + 1 + size == url.size() || !digit(url[i + 1 + size]);
    if (url[i] != '/' || date[4] != date[7] || (date[4] != '/' && date[4] != '-') || !closed) continue;
    if (auto day = of_the_web(day_of_digits(date.substr(0, 4), date.substr(5, 2), date.substr(8, 2)))) return day;
  }
  return std::nullopt;
}

std::optional<Day> day_in_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  name = name.substr(0, name.find('.'));
  const auto stands_apart = [&](std::size_t size) {
    return name.size() == size || (name.size() > size && !digit(name[name.size() - size - 1]));
  };
  if (name.size() >= 10 && stands_apart(10)) {
    if (const auto day = parse_iso_day(name.substr(name.size() - 10))) return day;
  }
  if (name.size() >= 8 && stands_apart(8)) {
    const std::string_view end = name.substr(name.size() - 8);
    return of_the_web(day_of_digits(end.substr(0, 4), end.substr(4, 2), end.substr(6, 2)));
  }
  return std::nullopt;
}

}  // namespace isnad
