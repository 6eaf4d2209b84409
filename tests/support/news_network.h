// A world of made-up news: stories of events, articles that date them, and what solving their claims must cope with.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "isnad/solve.h"
#include "random_network.h"

namespace isnad::test {

/// Events have a true day; articles make claims about the events of one story: 45 in a hundred put an event on a day or
/// into a stretch of days, 10 say "this day or that", 20 relate two events, 15 count from the article's own day, 10
/// speak of an event that they do not name, and may mean it. What an article reports lies before its publication
/// (hard). The unit is a day.
class NewsWorld {
 public:
  /// As many events as `claims` claims are about, eight each; stories of `story` events in the mean, a few of them
  /// long, as exponentially distributed sizes are.
  NewsWorld(Dice& dice, std::int64_t claims, double story) : dice_(dice) {
    for (std::int64_t left = std::max<std::int64_t>(3, claims / 8); left > 0;) {
      const auto size = std::min(left, 1 + static_cast<std::int64_t>(exponential(story - 1)));
      const std::int64_t base = dice.between(2000, 9000);
      Story events;
      for (std::int64_t i = 0; i < size; ++i) {
        events.push_back({"e" + std::to_string(stories_.size()) + "_" + std::to_string(i),
                          base + dice.between(0, std::max<std::int64_t>(5, 3 * size))});
      }
      for (std::int64_t i = 0; i < size; ++i) weighted_.push_back(stories_.size());
      stories_.push_back(std::move(events));
      left -= size;
    }
  }

  /// Adds to `network` the `count` claims of one article, `wrong` percent of which are off by up to a month.
  void write_article(solver::Network& network, int count, int wrong) {
    const Story& story = stories_[weighted_[dice_.index(weighted_.size())]];
    std::vector<Event> focus;
    for (int i = 0; i < count; ++i) focus.push_back(story[dice_.index(story.size())]);
    solver::Tick day = 0;
    for (const Event& e : focus) day = std::max(day, e.day);
    day += std::min<std::int64_t>(30, static_cast<std::int64_t>(exponential(2.5)));
    const std::string article = "a" + std::to_string(articles_++);
    const Event published{article, day};
    const auto name = [&](int i) { return article + "_" + std::to_string(i); };
    int written = 0;
    if (count > 1 && dice_.percent(70)) window(network, name(written++), published, day, day);
    for (; written < count; ++written) {
      const solver::Tick off = dice_.percent(wrong) ? (dice_.percent(50) ? 1 : -1) * dice_.between(1, 30) : 0;
      Event e = focus[static_cast<std::size_t>(written)];
      if (dice_.percent(10)) {
        const Event mention{name(written) + "m", e.day};
        relation(network, name(written) + "s", e, mention, 0, 0);
        e = mention;
      }
      relation(network, name(written) + "h", e, published, 0, std::nullopt, true);
      write_claim(network, name(written), e, published, story, off);
    }
  }

 private:
  struct Event {
    std::string name;
    solver::Tick day;
  };
  using Story = std::vector<Event>;

  double exponential(double mean) {
    return -mean * std::log(1.0 - static_cast<double>(dice_.between(0, 999'999)) / 1e6);
  }

  void write_claim(solver::Network& network, const std::string& name, const Event& e, const Event& published,
                   const Story& story, solver::Tick off) {
    const solver::Tick day = e.day + off;
    const auto kind = dice_.between(0, 89);
    if (kind < 10) {
      const solver::Tick other = day + (dice_.percent(50) ? 1 : -1) * dice_.between(1, 3) * 7;
      const auto domain = solver::Domain::finite({{day, day}, {other, other + dice_.between(0, 2)}});
      check(!network.add_domain(*network.add_claim(name, weight()), *network.point(e.name), *domain));
    } else if (kind < 30 && story.size() > 1) {
      const Event& f = story[dice_.index(story.size())];
      const solver::Tick distance = day - f.day;
      const solver::Tick slack = dice_.percent(35) ? 0 : dice_.between(0, 3);
      if (f.name == e.name) {
        window(network, name, e, day, day);
      } else if (dice_.percent(20)) {
        relation(network, name, f, e, distance < 0 ? -4000 : std::min<solver::Tick>(distance, 1),
                 distance < 0 ? -1 : 4000);
      } else {
        relation(network, name, f, e, distance - slack, distance + slack);
      }
    } else if (kind < 45) {
      relation(network, name, e, published, std::max<solver::Tick>(0, published.day - day),
               std::max<solver::Tick>(0, published.day - day));
    } else {
      const solver::Tick width = dice_.percent(65) ? 0 : dice_.between(0, 15);
      window(network, name, e, day - width, day + width);
    }
  }

  void window(solver::Network& network, const std::string& name, const Event& e, solver::Tick min, solver::Tick max) {
    check(!network.add_bounds(*network.add_claim(name, weight()), {solver::origin, *network.point(e.name), min, max}));
  }
  void relation(solver::Network& network, const std::string& name, const Event& from, const Event& to, solver::Tick min,
                std::optional<solver::Tick> max, bool hard = false) {
    const auto claim = hard ? *network.add_hard_claim(name) : *network.add_claim(name, weight());
    check(!network.add_bounds(claim, {*network.point(from.name), *network.point(to.name), min, max}));
  }
  std::int64_t weight() { return dice_.between(1, 10); }
  static void check(bool fine) {
    if (!fine) std::abort();
  }

  Dice& dice_;
  std::vector<Story> stories_;
  std::vector<std::size_t> weighted_;  ///< each story as often as it has events
  std::int64_t articles_ = 0;
};

}  // namespace isnad::test
