// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own Alembic, asked on request: the one place where something of the project is run.
#pragma once

#include "core/alembic/settings.h"
#include "core/project/project.h"

#include <chrono>
#include <functional>

namespace athanor::plan {

struct AlembicCall
{
    QStringList command = {};   ///< program and arguments; no shell is involved
    QStringList arguments = {}; ///< of Alembic
    QString folder = {};        ///< to run it in
    std::chrono::milliseconds patience = std::chrono::minutes(2);

    /// As one would type it.
    QString text() const;
};

/// The call that asks for the SQL of a way ("a:b"); what belongs to the configuration and to -x comes with
/// it. Fails where athanor.toml names no command.
Result<AlembicCall> offlineCall(const Project &project, const QString &command, const QString &range,
                                const QStringList &xArguments);
/// The way of one revision alone: "a:b", or for a downgrade "b:a". Fails for a merge, which has no such way.
Result<QString> wayOf(const Revision &revision, alembic::Direction direction);

/// What it prints. Fails with the end of what it says on stderr: ATH-EXT-002 it can't be started, ATH-EXT-003
/// it fails, ATH-EXT-004 it takes too long, ATH-EXT-005 it was cancelled.
Result<QString> ask(const AlembicCall &call, const std::function<bool()> &isCancelled = {});

} // namespace athanor::plan
