// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/path.h"
#include "core/revision/traversal.h"

#include <QSet>

namespace athanor {

/// The version table as it goes through the steps of a path (alembic.md 4.32): knows which rows there are and
/// which revisions they stand for, and makes the row changes of each step. Where Alembic takes the rows of a
/// merge in the order of a Python set, this takes them as the script names them.
class VersionRows
{
public:
    /// `rows` are full ids that the graph has.
    VersionRows(const RevisionGraph &graph, const QStringList &rows);

    Result<QList<VersionChange>> upgrade(int revision);
    Result<QList<VersionChange>> downgrade(int revision);

    enum class Move { Up, Down };
    /// A stamp in one step from some rows to one revision: a merge, or a move down, that runs nothing.
    Result<QList<VersionChange>> stamp(const QStringList &from, const QString &to, Move move);
    /// A stamp onto a line that no row is on.
    QList<VersionChange> addBranch(const QString &id);
    Result<QList<VersionChange>> removeBranch(const QString &id);

    /// Sorted.
    QStringList rows() const;

private:
    Result<QList<VersionChange>> apply(const QList<VersionChange> &changes);
    Result<QList<VersionChange>> mergeInto(const QStringList &from, const QString &to);
    Result<QList<VersionChange>> splitInto(const QString &from, const QStringList &to);
    bool isHeldByOther(int revision, std::span<const int> except) const;
    std::vector<int> resurfacing(int revision) const;

    const RevisionGraph &m_graph;
    QSet<QString> m_rows;
    RevisionSet m_applied;
};

} // namespace athanor
