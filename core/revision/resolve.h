// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/traversal.h"

namespace athanor {

/// The identifiers users type (alembic.md 4.2): an id or a unique beginning of one, a branch label, `head`,
/// `heads`, `base`, `label@head`, `label@id`, and walks from them (`ae1+2`, `head-1`, `label@+1`).

/// The revisions an identifier names, as Alembic's `show`, `heads` and `history` take it; none for `base`.
Result<std::vector<int>> resolveRevisions(const RevisionGraph &graph, const QString &identifier);

/// As above for an identifier that must name at most one; nothing for `base`.
Result<std::optional<int>> resolveRevision(const RevisionGraph &graph, const QString &identifier);

/// The given database rows (ids), and every head that holds through them (alembic.md 1.30): what `current`
/// lists, in load order.
Result<std::vector<int>> currentRevisions(const RevisionGraph &graph, const QStringList &rows);

/// All that a database with these rows has: the rows' own revisions and what they require. Ids that no script
/// has are left out.
RevisionSet appliedRevisions(const RevisionGraph &graph, const QStringList &rows);

/// `history -r base:head`, both ends included, newest first. Empty ends are `base` and `heads`. `rows` are
/// the database's, for ends relative to it; an end `current` must have been replaced by the caller with the
/// rows themselves.
struct HistoryRange
{
    QStringList lower; ///< none: from the bases
    QStringList upper; ///< none: to the heads
};
Result<std::vector<int>> historyBetween(const RevisionGraph &graph, const HistoryRange &range);

} // namespace athanor
