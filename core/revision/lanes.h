// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

#include <limits>

namespace athanor {

/// A piece of an edge inside one row of a drawn history. It enters at the top edge in lane `from` (or starts
/// at the row's dot), and leaves at the bottom edge in lane `to` (or ends at the dot).
struct LaneSegment
{
    enum Kind : quint8 {
        Parent,     ///< `down_revision`
        Dependency, ///< `depends_on`
        Hidden,     ///< an ancestor, with rows between them left out by a filter
    };
    static constexpr int Dot = -1;

    int from = Dot;
    int to = Dot;
    int colour = 0; ///< index of a line's colour: one line keeps its colour; count on any non-negative number
    Kind kind = Parent;

    bool operator==(const LaneSegment &) const = default;
};

struct LaneRow
{
    int revision = 0;
    int lane = 0; ///< where the dot is
    int colour = 0;

    bool operator==(const LaneRow &) const = default;
};

/// Where each row's dot is and which edges pass it. Takes memory linear in rows and edges, so the pieces of a
/// row are cut when it is painted.
class LaneLayout
{
public:
    const std::vector<LaneRow> &rows() const { return m_rows; }
    /// Lanes used by the widest row.
    int laneCount() const { return int(m_byLane.size()); }
    /// The pieces to draw in a row, by lane; edges that run in lanes beyond the first `lanes` are left out.
    std::vector<LaneSegment> segments(int row, int lanes = std::numeric_limits<int>::max()) const;

private:
    /// An edge from the row of a revision down to that of what it requires. It leaves the upper dot into its
    /// lane at once and keeps it until the row of the lower dot. An edge that joins runs into one that is in
    /// the lane already.
    struct Edge
    {
        int top = 0;
        int bottom = 0;
        int lane = 0;
        int colour = 0;
        LaneSegment::Kind kind = LaneSegment::Parent;
        bool joins = false;
    };

    std::vector<LaneRow> m_rows;
    std::vector<Edge> m_edges;
    std::vector<std::vector<int>> m_byLane; ///< edges that don't join, from the lowest to the highest
    std::vector<std::vector<int>> m_startingAt;
    std::vector<std::vector<int>> m_endingAt;

    friend class LaneBuilder;
};

/// Lanes for rows that are shown newest first (each above its ancestors); rows may be any subset of the
/// graph. Linear in rows and edges (times the lanes in use). Lanes are given out from the oldest row upwards,
/// so adding a revision on top leaves those of the rows below as they are.
LaneLayout layoutLanes(const RevisionGraph &graph, std::span<const int> rows);

} // namespace athanor
