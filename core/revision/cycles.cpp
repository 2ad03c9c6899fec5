// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/cycles.h"

#include <algorithm>
#include <numeric>

namespace athanor {

static std::vector<bool> reached(const Adjacency &edges, const std::vector<int> &starts)
{
    std::vector<bool> seen(edges.size(), false);
    std::vector<int> pending = starts;
    while (!pending.empty()) {
        const int node = pending.back();
        pending.pop_back();
        if (seen[size_t(node)])
            continue;
        seen[size_t(node)] = true;
        std::ranges::copy(edges[size_t(node)], std::back_inserter(pending));
    }
    return seen;
}

static std::vector<int> nodesWithout(const Adjacency &edges)
{
    std::vector<int> nodes;
    for (size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].empty())
            nodes.push_back(int(i));
    }
    return nodes;
}

static Adjacency reversed(const Adjacency &edges)
{
    Adjacency back(edges.size());
    for (size_t i = 0; i < edges.size(); ++i) {
        for (const int target : edges[i])
            back[size_t(target)].push_back(int(i));
    }
    return back;
}

std::vector<int> revisionsBesideCycle(const RevisionGraph &graph, const Adjacency &below)
{
    const Adjacency above = reversed(below);
    const std::vector<int> heads = nodesWithout(above);
    const std::vector<int> bases = nodesWithout(below);
    std::vector<int> beside;
    if (heads.empty() || bases.empty()) {
        beside.resize(below.size());
        std::iota(beside.begin(), beside.end(), 0);
        return beside;
    }
    const std::vector<bool> fromHeads = reached(below, heads);
    const std::vector<bool> fromBases = reached(above, bases);
    for (size_t i = 0; i < below.size(); ++i) {
        if (!fromHeads[i] || !fromBases[i])
            beside.push_back(int(i));
    }
    std::ranges::sort(beside, {}, [&](int revision) { return graph.id(revision); });
    return beside;
}

void removeBackEdges(const std::vector<Adjacency *> &edgesDown)
{
    enum Colour : char { White, Grey, Black };
    struct Visit
    {
        int node;
        size_t list = 0;
        size_t next = 0;
    };
    const size_t count = edgesDown.front()->size();
    std::vector<Colour> colours(count, White);
    for (size_t start = 0; start < count; ++start) {
        if (colours[start] != White)
            continue;
        std::vector<Visit> path = {{int(start)}};
        colours[start] = Grey;
        while (!path.empty()) {
            Visit &visit = path.back();
            if (visit.list == edgesDown.size()) {
                colours[size_t(visit.node)] = Black;
                path.pop_back();
                continue;
            }
            std::vector<int> &targets = (*edgesDown[visit.list])[size_t(visit.node)];
            if (visit.next == targets.size()) {
                ++visit.list;
                visit.next = 0;
                continue;
            }
            const int target = targets[visit.next];
            if (colours[size_t(target)] == Grey) {
                targets.erase(targets.begin() + ptrdiff_t(visit.next));
                continue;
            }
            ++visit.next;
            if (colours[size_t(target)] == White) {
                colours[size_t(target)] = Grey;
                path.push_back({target});
            }
        }
    }
}

std::vector<int> parentsFirst(const Adjacency &parents, const Adjacency &children)
{
    std::vector<int> order;
    order.reserve(parents.size());
    std::vector<size_t> waitingFor(parents.size());
    for (size_t i = 0; i < parents.size(); ++i) {
        waitingFor[i] = parents[i].size();
        if (parents[i].empty())
            order.push_back(int(i));
    }
    for (size_t done = 0; done < order.size(); ++done) {
        for (const int child : children[size_t(order[done])]) {
            if (--waitingFor[size_t(child)] == 0)
                order.push_back(child);
        }
    }
    return order;
}

} // namespace athanor
