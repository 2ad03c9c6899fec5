// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/lanes.h"

#include "core/revision/visibleedges.h"

#include <algorithm>

namespace athanor {

/// Gives out lanes row by row, from the oldest upwards. Nothing is known to lie above the row at hand, so a
/// lane is free from a row upwards when the highest thing in it is no higher than that row.
class LaneBuilder
{
public:
    LaneBuilder(const RevisionGraph &graph, std::span<const int> rows)
        : m_revisions(rows)
        , m_edges(visibleEdges(graph, rows))
        , m_lastChild(rows.size(), -1)
        , m_childCount(rows.size(), 0)
        , m_bus(rows.size(), -1)
    {
        m_layout.m_rows.resize(rows.size());
        m_layout.m_startingAt.resize(rows.size());
        m_layout.m_endingAt.resize(rows.size());
        // From the top row down, so that the first to be noted is the highest.
        for (size_t row = 0; row < rows.size(); ++row) {
            for (const VisibleEdge &edge : m_edges[row]) {
                if (m_lastChild[size_t(edge.row)] < 0)
                    m_lastChild[size_t(edge.row)] = int(row);
            }
        }
    }

    LaneLayout run()
    {
        for (int row = int(m_revisions.size()) - 1; row >= 0; --row)
            place(row);
        return std::move(m_layout);
    }

private:
    /// Children of one revision that get a lane of their own down to it; the ones above share one, or a
    /// revision with a thousand children would take a thousand lanes.
    static constexpr int childrenWithOwnLane = 6;

    void place(int row)
    {
        const std::vector<VisibleEdge> &edges = m_edges[size_t(row)];
        LaneRow &dot = m_layout.m_rows[size_t(row)];
        dot.revision = m_revisions[size_t(row)];
        if (edges.empty()) {
            dot.lane = freeLane(row);
            dot.colour = m_nextColour++;
            occupy(dot.lane, row);
            return;
        }
        const size_t line = lineToContinue(edges);
        if (line == edges.size())
            placeBeside(row, edges.front());
        else
            placeAbove(row, edges[line]);
        for (size_t i = 0; i < edges.size(); ++i) {
            if (i != line)
                connect(row, edges[i]);
        }
    }

    /// Which of the edges leads to the line that the dot goes on: of those that are still open the leftmost,
    /// so that a merge brings the history back to the left; else the first. None for a base that only depends
    /// on something.
    size_t lineToContinue(const std::vector<VisibleEdge> &edges) const
    {
        if (edges.front().kind == LaneSegment::Dependency)
            return edges.size();
        size_t line = 0;
        int leftmost = std::numeric_limits<int>::max();
        for (size_t i = 0; i < edges.size(); ++i) {
            const int lane = m_layout.m_rows[size_t(edges[i].row)].lane;
            if (edges[i].kind != LaneSegment::Dependency && isFree(lane, edges[i].row) && lane < leftmost) {
                line = i;
                leftmost = lane;
            }
        }
        return line;
    }

    /// A base that depends on something starts a line of its own next to that.
    void placeBeside(int row, const VisibleEdge &edge)
    {
        LaneRow &dot = m_layout.m_rows[size_t(row)];
        dot.lane = freeLane(edge.row);
        dot.colour = m_nextColour++;
        occupy(dot.lane, row);
    }

    /// The dot goes on in the lane of its first parent where that is still free, else into a lane free from
    /// there on.
    void placeAbove(int row, const VisibleEdge &edge)
    {
        const LaneRow below = m_layout.m_rows[size_t(edge.row)];
        LaneRow &dot = m_layout.m_rows[size_t(row)];
        if (const int bus = sharedLane(edge.row); bus >= 0) {
            dot.lane = m_lastChild[size_t(edge.row)] == row ? bus : freeLane(row);
            dot.colour = m_nextColour++;
            addEdge(row, edge, bus, dot.colour);
        } else {
            const bool goesOn = isFree(below.lane, edge.row);
            dot.lane = goesOn ? below.lane : freeLane(edge.row);
            dot.colour = goesOn ? below.colour : m_nextColour++;
            addEdge(row, edge, dot.lane, dot.colour);
        }
        occupy(dot.lane, row);
    }

    /// A further edge, of a merge or a dependency: it climbs in the lower dot's lane if it can.
    void connect(int row, const VisibleEdge &edge)
    {
        const LaneRow below = m_layout.m_rows[size_t(edge.row)];
        int lane = sharedLane(edge.row);
        if (lane < 0 && edge.row == row + 1)
            lane = m_layout.m_rows[size_t(row)].lane == below.lane ? freeLane(edge.row) : below.lane;
        if (lane < 0)
            lane = isFree(below.lane, edge.row) ? below.lane : freeLane(edge.row);
        addEdge(row, edge, lane, below.colour);
        occupy(lane,
               row + 1); // it bends into the dot below the row's middle, so another line may begin above it
    }

    /// The lane that the later children of a row share, once it has so many.
    int sharedLane(int row)
    {
        if (++m_childCount[size_t(row)] <= childrenWithOwnLane)
            return -1;
        if (m_bus[size_t(row)] < 0) {
            m_bus[size_t(row)] = freeLane(row);
            occupy(m_bus[size_t(row)], m_lastChild[size_t(row)]);
        }
        return m_bus[size_t(row)];
    }

    void addEdge(int row, const VisibleEdge &edge, int lane, int colour)
    {
        // Only the highest child draws the shared lane; the others run into it.
        const bool joins = m_bus[size_t(edge.row)] == lane && m_lastChild[size_t(edge.row)] != row;
        const int index = int(m_layout.m_edges.size());
        m_layout.m_edges.push_back({row, edge.row, lane, colour, edge.kind, joins});
        m_layout.m_startingAt[size_t(row)].push_back(index);
        if (!joins) {
            m_layout.m_endingAt[size_t(edge.row)].push_back(index);
            m_layout.m_byLane[size_t(lane)].push_back(index);
        }
    }

    /// Rows count from the top, so higher means less.
    bool isFree(int lane, int fromRow) const { return m_highest[size_t(lane)] >= fromRow; }

    int freeLane(int fromRow)
    {
        for (size_t lane = 0; lane < m_highest.size(); ++lane) {
            if (isFree(int(lane), fromRow) && m_highest[lane] != fromRow)
                return int(lane);
        }
        m_highest.push_back(std::numeric_limits<int>::max());
        m_layout.m_byLane.emplace_back();
        return int(m_highest.size()) - 1;
    }

    void occupy(int lane, int row) { m_highest[size_t(lane)] = std::min(m_highest[size_t(lane)], row); }

    std::span<const int> m_revisions;
    std::vector<std::vector<VisibleEdge>> m_edges;
    std::vector<int> m_lastChild; ///< the highest row tied to each row
    std::vector<int> m_childCount;
    std::vector<int> m_bus;
    std::vector<int> m_highest; ///< by lane, the highest row in use
    int m_nextColour = 0;
    LaneLayout m_layout;
};

LaneLayout layoutLanes(const RevisionGraph &graph, std::span<const int> rows)
{
    return LaneBuilder(graph, rows).run();
}

std::vector<LaneSegment> LaneLayout::segments(int row, int lanes) const
{
    std::vector<LaneSegment> pieces;
    const int shown = std::min(lanes, laneCount());
    for (int lane = 0; lane < shown; ++lane) {
        const std::vector<int> &edges = m_byLane[size_t(lane)];
        // From the lowest edge to the highest, `top` gets less and less: find the first that reaches above
        // the row.
        const auto next =
            std::ranges::partition_point(edges, [&](int edge) { return m_edges[size_t(edge)].top >= row; });
        if (next != edges.end() && m_edges[size_t(*next)].bottom > row)
            pieces.push_back({lane, lane, m_edges[size_t(*next)].colour, m_edges[size_t(*next)].kind});
    }
    for (const int edge : m_endingAt[size_t(row)]) {
        if (m_edges[size_t(edge)].lane < lanes)
            pieces.push_back({m_edges[size_t(edge)].lane, LaneSegment::Dot, m_edges[size_t(edge)].colour,
                              m_edges[size_t(edge)].kind});
    }
    for (const int edge : m_startingAt[size_t(row)]) {
        if (m_edges[size_t(edge)].lane < lanes)
            pieces.push_back({LaneSegment::Dot, m_edges[size_t(edge)].lane, m_edges[size_t(edge)].colour,
                              m_edges[size_t(edge)].kind});
    }
    return pieces;
}

} // namespace athanor
