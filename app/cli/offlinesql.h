// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/plan/projectreader.h"
#include "core/revision/path.h"

namespace athanor::cli {

/// What upgrade, downgrade and stamp share with --sql.
struct OfflineCommand
{
    Direction direction = Direction::Upgrade;
    QStringList targets = {}; ///< REV, or FROM:TO
    QString tag = {};
};

/// Writes what Alembic prints for it; where a revision can't be read, what comes before that, and the error.
Result<void> writeOfflineSql(Session &session, const OfflineCommand &command);

/// --dialect as one of the dialects; empty when it is not given.
Result<std::optional<dialect::DialectName>> chosenDialect(const GlobalOptions &options);
/// The options that reading scripts takes from the command line.
Result<plan::ReaderOptions> readerOptions(Session &session);

} // namespace athanor::cli
