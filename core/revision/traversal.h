// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

namespace athanor {

/// A set of revisions of one graph.
class RevisionSet
{
public:
    explicit RevisionSet(const RevisionGraph &graph)
        : m_members(size_t(graph.size()), false)
    {
    }
    RevisionSet(const RevisionGraph &graph, std::span<const int> members);

    bool contains(int revision) const { return m_members[size_t(revision)]; }
    /// True when the revision was not in the set before.
    bool insert(int revision);
    void remove(int revision) { m_members[size_t(revision)] = false; }
    void unite(const RevisionSet &other);
    void subtract(const RevisionSet &other);
    void intersect(const RevisionSet &other);
    bool isEmpty() const;
    /// In load order.
    std::vector<int> members() const;

private:
    std::vector<bool> m_members;
};

/// Which edges a walk follows: `down_revision` alone, or `depends_on` too.
enum class Edges { Revisions, RevisionsAndDependencies };

/// The revisions themselves and all below, above, or either side of them.
RevisionSet ancestors(const RevisionGraph &graph, std::span<const int> revisions, Edges edges);
RevisionSet descendants(const RevisionGraph &graph, std::span<const int> revisions, Edges edges);
RevisionSet lineageOf(const RevisionGraph &graph, std::span<const int> revisions, Edges edges);

enum class Towards { Ancestors, Descendants };

/// The first of `revisions` from which a walk meets another of them, with those met, in load order; Alembic
/// calls it an overlap.
struct Overlap
{
    int revision = -1;
    std::vector<int> others;
};
std::optional<Overlap> findOverlap(const RevisionGraph &graph, std::span<const int> revisions, Edges edges,
                                   Towards towards);

/// The revisions of `wanted`, each before what it requires, in the order in which Alembic walks them: from
/// the `heads` in load order, one line down as far as it goes before the next. Near linear.
std::vector<int> newestFirst(const RevisionGraph &graph, const RevisionSet &wanted,
                             std::span<const int> heads);

} // namespace athanor
