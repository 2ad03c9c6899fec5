// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/visibleedges.h"

#include "core/revision/cycles.h"

#include <algorithm>

namespace athanor {

namespace {

/// More ancestors than a picture can tell apart; the bound keeps a filtered history linear.
constexpr size_t mostBehindHidden = 12;

class EdgeFinder
{
public:
    EdgeFinder(const RevisionGraph &graph, std::span<const int> rows)
        : m_graph(graph)
        , m_rows(rows)
        , m_rowOf(size_t(graph.size()), -1)
    {
        for (size_t row = 0; row < rows.size(); ++row)
            m_rowOf[size_t(rows[row])] = int(row);
    }

    std::vector<std::vector<VisibleEdge>> run()
    {
        if (m_rows.size() < size_t(m_graph.size()))
            findBehindHidden();
        std::vector<std::vector<VisibleEdge>> edges(m_rows.size());
        for (size_t row = 0; row < m_rows.size(); ++row) {
            for (const int parent : m_graph.parents(m_rows[row]))
                add(edges[row], int(row), parent, LaneSegment::Parent);
            for (const int dependency : m_graph.dependencies(m_rows[row]))
                add(edges[row], int(row), dependency, LaneSegment::Dependency);
        }
        return edges;
    }

private:
    void add(std::vector<VisibleEdge> &edges, int row, int target, LaneSegment::Kind kind) const
    {
        const auto addOnce = [&](int lower, LaneSegment::Kind lowerKind) {
            const bool known = std::ranges::contains(edges, lower, &VisibleEdge::row);
            if (lower > row && !known)
                edges.push_back({lower, lowerKind});
        };
        if (const int lower = m_rowOf[size_t(target)]; lower >= 0) {
            addOnce(lower, kind);
            return;
        }
        for (const int lower : m_behindHidden[size_t(target)])
            addOnce(lower, LaneSegment::Hidden);
    }

    /// The rows nearest below each revision that is not shown.
    void findBehindHidden()
    {
        const auto count = size_t(m_graph.size());
        Adjacency parents(count);
        Adjacency children(count);
        for (int i = 0; i < m_graph.size(); ++i) {
            parents[size_t(i)].assign(m_graph.parents(i).begin(), m_graph.parents(i).end());
            children[size_t(i)].assign(m_graph.children(i).begin(), m_graph.children(i).end());
        }
        m_behindHidden.resize(count);
        for (const int revision : parentsFirst(parents, children)) {
            if (m_rowOf[size_t(revision)] >= 0)
                continue;
            std::vector<int> &nearest = m_behindHidden[size_t(revision)];
            for (const int parent : parents[size_t(revision)]) {
                const int row = m_rowOf[size_t(parent)];
                const std::vector<int> reached = row >= 0 ? std::vector{row} : m_behindHidden[size_t(parent)];
                for (const int lower : reached) {
                    if (nearest.size() < mostBehindHidden && !std::ranges::contains(nearest, lower))
                        nearest.push_back(lower);
                }
            }
        }
    }

    const RevisionGraph &m_graph;
    std::span<const int> m_rows;
    std::vector<int> m_rowOf;
    std::vector<std::vector<int>> m_behindHidden;
};

} // namespace

std::vector<std::vector<VisibleEdge>> visibleEdges(const RevisionGraph &graph, std::span<const int> rows)
{
    return EdgeFinder(graph, rows).run();
}

} // namespace athanor
