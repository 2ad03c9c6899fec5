// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/traversal.h"

#include <algorithm>
#include <ranges>

namespace athanor {

RevisionSet::RevisionSet(const RevisionGraph &graph, std::span<const int> members)
    : RevisionSet(graph)
{
    for (const int member : members)
        insert(member);
}

bool RevisionSet::insert(int revision)
{
    const bool added = !contains(revision);
    m_members[size_t(revision)] = true;
    return added;
}

void RevisionSet::unite(const RevisionSet &other)
{
    for (size_t i = 0; i < m_members.size(); ++i)
        m_members[i] = m_members[i] || other.m_members[i];
}

void RevisionSet::subtract(const RevisionSet &other)
{
    for (size_t i = 0; i < m_members.size(); ++i)
        m_members[i] = m_members[i] && !other.m_members[i];
}

void RevisionSet::intersect(const RevisionSet &other)
{
    for (size_t i = 0; i < m_members.size(); ++i)
        m_members[i] = m_members[i] && other.m_members[i];
}

bool RevisionSet::isEmpty() const
{
    return std::ranges::find(m_members, true) == m_members.end();
}

std::vector<int> RevisionSet::members() const
{
    std::vector<int> list;
    for (size_t i = 0; i < m_members.size(); ++i) {
        if (m_members[i])
            list.push_back(int(i));
    }
    return list;
}

namespace {

template<typename Visit>
void forEachNeighbour(const RevisionGraph &graph, int revision, Edges edges, Towards towards, Visit visit)
{
    const bool down = towards == Towards::Ancestors;
    for (const int next : down ? graph.parents(revision) : graph.children(revision))
        visit(next);
    if (edges == Edges::Revisions)
        return;
    for (const int next : down ? graph.dependencies(revision) : graph.dependents(revision))
        visit(next);
}

void collect(const RevisionGraph &graph, int start, Edges edges, Towards towards, RevisionSet &seen)
{
    if (!seen.insert(start))
        return;
    std::vector<int> pending = {start};
    while (!pending.empty()) {
        const int revision = pending.back();
        pending.pop_back();
        forEachNeighbour(graph, revision, edges, towards, [&](int next) {
            if (seen.insert(next))
                pending.push_back(next);
        });
    }
}

RevisionSet reachable(const RevisionGraph &graph, std::span<const int> revisions, Edges edges,
                      Towards towards)
{
    RevisionSet seen(graph);
    for (const int revision : revisions)
        collect(graph, revision, edges, towards, seen);
    return seen;
}

} // namespace

RevisionSet ancestors(const RevisionGraph &graph, std::span<const int> revisions, Edges edges)
{
    return reachable(graph, revisions, edges, Towards::Ancestors);
}

RevisionSet descendants(const RevisionGraph &graph, std::span<const int> revisions, Edges edges)
{
    return reachable(graph, revisions, edges, Towards::Descendants);
}

RevisionSet lineageOf(const RevisionGraph &graph, std::span<const int> revisions, Edges edges)
{
    RevisionSet lineage = ancestors(graph, revisions, edges);
    lineage.unite(descendants(graph, revisions, edges));
    return lineage;
}

std::optional<Overlap> findOverlap(const RevisionGraph &graph, std::span<const int> revisions, Edges edges,
                                   Towards towards)
{
    if (revisions.size() < 2)
        return std::nullopt;
    const RevisionSet requested(graph, revisions);
    RevisionSet seen(graph);
    for (const int start : revisions) {
        Overlap overlap{start, {}};
        const auto meet = [&](int revision) {
            if (revision != start && requested.contains(revision)
                && !std::ranges::contains(overlap.others, revision))
                overlap.others.push_back(revision);
        };
        // A revision met again is still met, but not walked from a second time: that keeps the whole search
        // linear.
        std::vector<int> pending = {start};
        while (!pending.empty()) {
            const int revision = pending.back();
            pending.pop_back();
            meet(revision);
            if (seen.insert(revision))
                forEachNeighbour(graph, revision, edges, towards, [&](int next) { pending.push_back(next); });
        }
        if (!overlap.others.empty()) {
            std::ranges::sort(overlap.others);
            return overlap;
        }
    }
    return std::nullopt;
}

namespace {

/// Alembic's walk keeps a list of heads, one of them the candidate. A candidate that is an ancestor of
/// another head has to wait: the walk moves to the first such head. Else it is emitted and its place goes to
/// its first requirement, the others being appended.
///
/// Alembic holds a set of ancestors for each head. Here each revision counts those that still have to come
/// before it instead: a candidate has to wait exactly while that count is not zero.
class NewestFirst
{
public:
    NewestFirst(const RevisionGraph &graph, const RevisionSet &wanted, std::span<const int> heads)
        : m_graph(graph)
        , m_wanted(wanted)
        , m_left(wanted)
        , m_listed(graph)
        , m_relevant(graph)
        , m_waitingFor(size_t(graph.size()), 0)
    {
        RevisionSet starts(graph);
        for (const int head : heads) {
            if (wanted.contains(head))
                starts.insert(head);
        }
        m_heads = starts.members();
        m_listed = starts;
        m_relevant = ancestors(graph, m_heads, Edges::RevisionsAndDependencies);
        for (const int revision : m_relevant.members()) {
            forEachNeighbour(graph, revision, Edges::RevisionsAndDependencies, Towards::Ancestors,
                             [&](int below) { ++m_waitingFor[size_t(below)]; });
        }
    }

    std::vector<int> run()
    {
        while (!m_heads.empty()) {
            const int candidate = m_heads[m_current];
            if (m_waitingFor[size_t(candidate)] > 0) {
                if (const auto other = firstHeadAbove(candidate)) {
                    m_current = *other;
                    continue;
                }
            }
            emitAndDescend(candidate);
        }
        return std::move(m_order);
    }

private:
    void emitAndDescend(int candidate)
    {
        if (m_left.contains(candidate)) {
            m_order.push_back(candidate);
            m_left.remove(candidate);
            release(candidate);
        }
        m_listed.remove(candidate);
        std::vector<int> next;
        for (const int below : m_graph.requirements(candidate)) {
            if (m_left.contains(below) && m_listed.insert(below))
                next.push_back(below);
        }
        if (next.empty()) {
            m_heads.erase(m_heads.begin() + ptrdiff_t(m_current));
            m_current = m_current > 0 ? m_current - 1 : 0;
        } else {
            m_heads[m_current] = next.front();
            std::ranges::copy(next | std::views::drop(1), std::back_inserter(m_heads));
        }
    }

    /// What a revision requires no longer waits for it. Revisions that are passed through but not wanted are
    /// never emitted, so they are released as soon as nothing above them is left.
    void release(int revision)
    {
        std::vector<int> pending = {revision};
        while (!pending.empty()) {
            const int released = pending.back();
            pending.pop_back();
            forEachNeighbour(m_graph, released, Edges::RevisionsAndDependencies, Towards::Ancestors,
                             [&](int below) {
                                 if (--m_waitingFor[size_t(below)] == 0 && !m_wanted.contains(below))
                                     pending.push_back(below);
                             });
        }
    }

    std::optional<size_t> firstHeadAbove(int candidate)
    {
        const RevisionSet &above = notYetEmittedAbove(candidate);
        for (size_t i = 0; i < m_heads.size(); ++i) {
            if (i != m_current && above.contains(m_heads[i]))
                return i;
        }
        return std::nullopt;
    }

    /// Descendants of a revision that has to wait, as they were when it was first met: heads only move down,
    /// so the set stays right. A fork with many branches asks again after each of them, hence the few that
    /// are remembered.
    const RevisionSet &notYetEmittedAbove(int candidate)
    {
        for (auto &[revision, set] : m_remembered) {
            if (revision == candidate)
                return set;
        }
        RevisionSet above(m_graph);
        std::vector<int> pending = {candidate};
        while (!pending.empty()) {
            const int revision = pending.back();
            pending.pop_back();
            forEachNeighbour(m_graph, revision, Edges::RevisionsAndDependencies, Towards::Descendants,
                             [&](int next) {
                                 const bool emitted = m_wanted.contains(next) && !m_left.contains(next);
                                 if (m_relevant.contains(next) && !emitted && above.insert(next))
                                     pending.push_back(next);
                             });
        }
        constexpr size_t remembered = 16;
        if (m_remembered.size() == remembered)
            m_remembered.erase(m_remembered.begin());
        m_remembered.emplace_back(candidate, std::move(above));
        return m_remembered.back().second;
    }

    const RevisionGraph &m_graph;
    const RevisionSet &m_wanted;
    RevisionSet m_left;
    RevisionSet m_listed;
    RevisionSet m_relevant;
    std::vector<int> m_waitingFor;
    std::vector<int> m_heads;
    size_t m_current = 0;
    std::vector<int> m_order;
    std::vector<std::pair<int, RevisionSet>> m_remembered;
};

} // namespace

std::vector<int> newestFirst(const RevisionGraph &graph, const RevisionSet &wanted,
                             std::span<const int> heads)
{
    return NewestFirst(graph, wanted, heads).run();
}

} // namespace athanor
