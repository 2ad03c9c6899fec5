// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/graph.h"

namespace athanor {

enum class Direction { Upgrade, Downgrade, Stamp };

/// One change of the version table. Insert uses `to`, Delete `from`, Update both.
struct VersionChange
{
    enum Kind { Insert, Delete, Update };
    Kind kind = Insert;
    QString from;
    QString to;

    bool operator==(const VersionChange &) const = default;
};

/// One revision's turn in an upgrade or downgrade, or one move of a stamp.
struct PathStep
{
    int revision = -1; ///< whose function runs; for a stamp, the revision arrived at, or -1 for base
    Direction direction = Direction::Upgrade;
    QStringList from; ///< ids left and arrived at, as in Alembic's "Running upgrade a, b -> c"
    QStringList to;
    QList<VersionChange> changes; ///< in the order in which Athanor makes them

    bool operator==(const PathStep &) const = default;
};

struct RevisionPath
{
    QList<PathStep> steps;
    QStringList rows;     ///< of the version table afterwards, sorted
    QStringList warnings; ///< as Alembic words them
};

/// What `upgrade TARGET…` runs on a database whose version table holds `rows` (alembic.md 4.3, 4.5).
Result<RevisionPath> upgradePath(const RevisionGraph &graph, const QStringList &rows,
                                 const QStringList &targets);

/// What `downgrade TARGET` runs (alembic.md 4.4, 4.5).
Result<RevisionPath> downgradePath(const RevisionGraph &graph, const QStringList &rows,
                                   const QString &target);

enum class StampMode { Keep, Purge };

/// What `stamp TARGET…` does to the version table (alembic.md 4.7). Purge deletes all rows first, also
/// unknown ones.
Result<RevisionPath> stampPath(const RevisionGraph &graph, const QStringList &rows,
                               const QStringList &targets, StampMode mode = StampMode::Keep);

} // namespace athanor
