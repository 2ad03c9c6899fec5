// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

namespace athanor {

using Adjacency = std::vector<std::vector<int>>;

/// The revisions that are not on a line between a head and a base along `below`, which is how Alembic finds
/// cycles; all of them when there is no head or no base. Sorted by id (in load order in the second case);
/// empty when all is well.
std::vector<int> revisionsBesideCycle(const RevisionGraph &graph, const Adjacency &below);

/// Takes out of the lists, which together are the edges down, those that close a cycle.
void removeBackEdges(const std::vector<Adjacency *> &edgesDown);

/// All nodes, each after its parents. The graph must have no cycle.
std::vector<int> parentsFirst(const Adjacency &parents, const Adjacency &children);

} // namespace athanor
