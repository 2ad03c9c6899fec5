// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

namespace athanor {

/// A piece of an edge inside one row of a drawn history. It enters at the top edge in lane `from` (or starts at the row's
/// dot), and leaves at the bottom edge in lane `to` (or ends at the dot).
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
    std::vector<LaneSegment> segments;

    bool operator==(const LaneRow &) const = default;
};

struct LaneLayout
{
    std::vector<LaneRow> rows;
    int laneCount = 0; ///< lanes used by the widest row
};

/// Lanes for rows that are shown newest first (each above its ancestors); rows may be any subset of the graph. Linear in rows
/// and edges; adding one revision on top leaves the lanes of the rows below as they are.
LaneLayout layoutLanes(const RevisionGraph &graph, std::span<const int> rows);

} // namespace athanor
