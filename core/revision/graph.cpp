// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/graph.h"

#include "core/revision/graphbuilder.h"
#include "core/revision/traversal.h"

#include <algorithm>

namespace athanor {

RevisionGraph::RevisionGraph(const QList<Revision> &revisions)
{
    GraphBuilder(*this).build(revisions);
}

std::optional<int> RevisionGraph::find(const QString &idOrLabel) const
{
    const auto found = m_index.constFind(idOrLabel);
    return found == m_index.constEnd() ? std::nullopt : std::optional(*found);
}

static std::vector<int> joined(std::span<const int> first, std::span<const int> second)
{
    std::vector<int> all(first.begin(), first.end());
    for (const int item : second) {
        if (!std::ranges::contains(first, item))
            all.push_back(item);
    }
    return all;
}

std::vector<int> RevisionGraph::requirements(int index) const
{
    return joined(parents(index), dependencies(index));
}

std::vector<int> RevisionGraph::requiredBy(int index) const
{
    return joined(children(index), dependents(index));
}

std::vector<int> RevisionGraph::newestFirst() const
{
    return athanor::newestFirst(*this, ancestors(*this, m_realHeads, Edges::RevisionsAndDependencies),
                                m_realHeads);
}

} // namespace athanor
