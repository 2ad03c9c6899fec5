// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/lanes.h"

namespace athanor {

/// An edge from a shown row down to another one.
struct VisibleEdge
{
    int row = 0; ///< of the lower end
    LaneSegment::Kind kind = LaneSegment::Parent;
};

/// For each row the rows below that it is tied to: its parents and dependencies, or, where these are not
/// shown, their nearest ancestors that are. An edge to a row that is not below is left out.
std::vector<std::vector<VisibleEdge>> visibleEdges(const RevisionGraph &graph, std::span<const int> rows);

} // namespace athanor
