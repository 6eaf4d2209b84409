// Pictures and pages of timelines from a hundred to twenty thousand claims, beside Graphviz's own "dot" on the same
// claims: a node each, those of one event in a row of one rank, events one after the other.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

#include "isnad/report.h"
#include "report/graphviz_handles.h"
#include "sample_timeline.h"

namespace {

/// Events of five claims each by three articles, over a year; one event in ten is disputed.
isnad::Timeline timeline_of(std::int64_t claims) {
  isnad::test::TimelineBuilder builder;
  for (const char* id : {"first", "second", "third"}) builder.document(id, "text");
  for (std::int64_t e = 0; 5 * e < claims; ++e) {
    const std::string name = "Event " + std::to_string(e);
    const auto event = builder.event({name, name});
    const auto day = [&](std::int64_t n) {
      const isnad::CivilDate d = isnad::civil_from_day({static_cast<std::int32_t>(20000 + n % 365)});
      char text[16];
      std::snprintf(text, sizeof text, "%04d-%02d-%02d", d.year, d.month, d.day);
      return std::string(text);
    };
    std::vector<isnad::ClaimRef> told;
    for (std::size_t c = 0; c < 5; ++c)
      told.push_back(builder.claim(c % 3, event, day(e + (e % 10 == 0 && c == 4 ? 1 : 0)), {"Agency"}));
    if (e % 10 == 0)
      builder.finding(isnad::FindingRule::date_conflict, isnad::Level::error, {told[4], told[0]}, {"x", "x"});
  }
  return builder.get();
}

void draw_svg(benchmark::State& state, isnad::PictureStyle style) {
  const isnad::Timeline timeline = timeline_of(state.range(0));
  for (auto _ : state) {
    const auto svg =
        isnad::draw(timeline, isnad::PictureFormat::svg, {isnad::Language::ar, isnad::PictureGroup::none, style});
    if (!svg) std::abort();
    benchmark::DoNotOptimize(svg->size());
  }
}
BENCHMARK_CAPTURE(draw_svg, lanes, isnad::PictureStyle::lanes)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(5000)
    ->Arg(20000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(draw_svg, graph, isnad::PictureStyle::graph)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(5000)
    ->Arg(20000)
    ->Unit(benchmark::kMillisecond);

void html_page(benchmark::State& state) {
  const isnad::Timeline timeline = timeline_of(state.range(0));
  for (auto _ : state) {
    const auto html = isnad::report_html(timeline, {isnad::Language::ar});
    if (!html) std::abort();
    benchmark::DoNotOptimize(html->size());
  }
}
BENCHMARK(html_page)->Arg(100)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond);

void dot_of_graphviz(benchmark::State& state) {
  using namespace isnad::graphviz;
  if (!load().missing.empty()) std::abort();
  const Library& gv = library();
  for (auto _ : state) {
    const Lock lock;
    char name[] = "claims";
    const Graph graph(gv.agopen(name, *gv.directed, nullptr));
    Agnode_t* before = nullptr;
    for (std::int64_t n = 0; n < state.range(0); ++n) {
      std::string key = "c" + std::to_string(n);
      Agnode_t* node = gv.agnode(graph.get(), key.data(), 1);
      set(node, "label", "8 December . first -> Agency");
      set(node, "shape", "box");
      if (before != nullptr) {
        Agedge_t* edge = gv.agedge(graph.get(), before, node, nullptr, 1);
        // Five claims of an event stand in one rank; the next event stands behind them.
        if (n % 5 != 0) set(edge, "minlen", "0");
      }
      before = node;
    }
    const Layout layout(context(lock), graph.get(), "dot");
    char* data = nullptr;
    unsigned int size = 0;
    if (!layout.done() || gv.gvRenderData(context(lock), graph.get(), "svg", &data, &size) != 0) std::abort();
    benchmark::DoNotOptimize(size);
    gv.gvFreeRenderData(data);
  }
}
// Twenty thousand take it minutes.
BENCHMARK(dot_of_graphviz)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
