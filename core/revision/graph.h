// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/revision/revision.h"

#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace athanor {

/// The revisions of a project and how they hang together. Immutable; knows no files and no database.
///
/// A revision is named by its index: its place in load order (that of the version locations, then of the file
/// names), which also breaks ties in every listing and plan. "Parents" and "children" follow `down_revision`
/// alone; "dependencies" are those of `depends_on` that no ancestor already has. Alembic plans along both,
/// but draws and lists along the first.
///
/// Built in time linear in revisions and edges (times the number of dependencies, where there are any).
class RevisionGraph
{
public:
    RevisionGraph() = default;
    /// Of two revisions with one id the later one counts, as in Alembic.
    explicit RevisionGraph(const QList<Revision> &revisions);

    int size() const { return int(m_revisions.size()); }
    const Revision &at(int index) const { return m_revisions.at(index); }
    const QString &id(int index) const { return m_revisions.at(index).id; }

    /// What is wrong with the graph: missing parents, cycles, duplicate ids and labels, illegal ids.
    const Diagnostics &problems() const { return m_problems; }
    /// The first problem that makes paths and plans meaningless, as Alembic words it. Listing and drawing
    /// still work.
    const std::optional<Error> &fault() const { return m_fault; }

    /// The revision with exactly this id, or carrying this label; see resolve.h for all that users may type.
    std::optional<int> find(const QString &idOrLabel) const;
    /// All ids and labels in load order, labels after ids; what partial identifiers match against.
    const QStringList &keys() const { return m_keys; }

    std::span<const int> parents(int index) const { return m_parents.at(index); }
    std::span<const int> children(int index) const { return m_children.at(index); }
    /// Dependencies as resolved from `depends_on`, less those that an ancestor has already.
    std::span<const int> dependencies(int index) const { return m_dependencies.at(index); }
    /// The revisions that name this one in `depends_on`, resolved but not thinned out.
    std::span<const int> dependents(int index) const { return m_dependents.at(index); }
    /// Parents, then dependencies, each once.
    std::vector<int> requirements(int index) const;
    /// Children, then dependents, each once.
    std::vector<int> requiredBy(int index) const;
    /// Ids named in `down_revision` that no script has.
    const QStringList &missingParents(int index) const { return m_missingParents.at(index); }

    /// Own branch labels first, then those inherited along the branch (alembic.md 4.03), each once.
    const QStringList &labels(int index) const { return m_labels.at(index); }

    bool isBase(int index) const { return at(index).downRevisions.isEmpty(); }
    bool isHead(int index) const { return children(index).empty(); }
    /// A head that nothing depends on either; a head that is none is an *effective* head.
    bool isRealHead(int index) const { return isHead(index) && dependents(index).empty(); }
    bool isBranchPoint(int index) const { return children(index).size() > 1; }
    bool isMergePoint(int index) const { return at(index).downRevisions.size() > 1; }

    const std::vector<int> &heads() const { return m_heads; }
    const std::vector<int> &realHeads() const { return m_realHeads; }
    const std::vector<int> &bases() const { return m_bases; }

    /// Every revision, newest first: each before its parents and dependencies, in Alembic's order.
    std::vector<int> newestFirst() const;

private:
    using Adjacency = std::vector<std::vector<int>>;

    QList<Revision> m_revisions;
    Diagnostics m_problems;
    std::optional<Error> m_fault;
    QHash<QString, int> m_index;
    QStringList m_keys;
    Adjacency m_parents, m_children, m_dependencies, m_dependents;
    QList<QStringList> m_missingParents;
    QList<QStringList> m_labels;
    std::vector<int> m_heads, m_realHeads, m_bases;

    friend class GraphBuilder;
};

} // namespace athanor
