// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does before the first paint: reading a project, and laying its history out. The projects
// come as arguments.
#include "core/project/project.h"
#include "core/revision/lanes.h"

#include <benchmark/benchmark.h>

#include <iostream>

using namespace athanor;

static void load(benchmark::State &state, const ProjectLocation &location)
{
    for (auto _ : state) {
        const Result<Project> project = Project::open(location);
        if (!project)
            return state.SkipWithError(project.error().text().toStdString());
        benchmark::DoNotOptimize(project->graph().size());
    }
}

static void buildGraph(benchmark::State &state, const QList<Revision> &revisions)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(RevisionGraph(revisions));
}

static void layout(benchmark::State &state, const RevisionGraph &graph)
{
    for (auto _ : state) {
        const std::vector<int> rows = graph.newestFirst();
        benchmark::DoNotOptimize(layoutLanes(graph, rows));
    }
}

static QList<Revision> revisionsOf(const RevisionGraph &graph)
{
    QList<Revision> revisions;
    for (int i = 0; i < graph.size(); ++i)
        revisions << graph.at(i);
    return revisions;
}

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        const ProjectLocation location{QString::fromLocal8Bit(argv[i])};
        const Result<Project> project = Project::open(location);
        if (!project) {
            std::cerr << project.error().text().toStdString() << '\n';
            return 1;
        }
        const RevisionGraph graph = project->graph();
        benchmark::RegisterBenchmark("load", load, location)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark("graph", buildGraph, revisionsOf(graph))->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark("layout", layout, graph)->Unit(benchmark::kMillisecond);
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
