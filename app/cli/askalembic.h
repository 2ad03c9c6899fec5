// SPDX-License-Identifier: GPL-3.0-or-later
// --with-alembic: the project's own Alembic, asked on request.
#pragma once

#include "app/cli/session.h"
#include "core/plan/projectreader.h"

namespace athanor::cli {

struct AlembicSql
{
    QString sql = {};  ///< all that it printed
    QString call = {}; ///< as one would type it
};

/// Fails where --with-alembic can't be granted: with --dialect, and where athanor.toml names no command.
Result<void> checkAlembic(Session &session, const Project &project);
/// One direction of a revision, in the form of --sql.
Result<AlembicSql> askAlembic(Session &session, const Project &project, const plan::RevisionTurn &turn);
/// What stands above SQL that comes from it.
QString alembicMark(const QString &call);
/// Says, where athanor.toml names a command, that it can be asked.
Diagnostics alembicNote(const Project &project);

/// `upgrade`, `downgrade` or `stamp` with --sql and --with-alembic.
Result<void> writeAlembicSql(Session &session, const QString &command, const QString &target);

} // namespace athanor::cli
