// SPDX-License-Identifier: GPL-3.0-or-later
// env.py, run as offline mode runs it: what it says with context.configure(), and what it hands to the
// revisions.
#pragma once

#include "core/alembic/revisionreader.h"

namespace athanor::alembic {

/// One call of context.run_migrations() with the settings at that moment. env.py of several databases makes
/// several.
struct EnvironmentRun
{
    Settings settings = {};
    QList<FunctionArgument> arguments = {};
    /// Some of the arguments are no plain values: revisions get them by running env.py again.
    bool hasOtherArguments = false;
    bool hasTransaction = true; ///< inside `with context.begin_transaction()`
    SourceRange where = {};

    bool operator==(const EnvironmentRun &) const = default;
};

struct Environment
{
    QList<EnvironmentRun> runs = {}; ///< one with the settings of `alembic init`'s env.py when none was read
    bool isRead = false;             ///< the runs are env.py's own
    /// What could not be read, and what counts instead.
    Diagnostics notes = {};
};

/// `dialect` is what natives see as the dialect where env.py asks before it has said which it is.
Environment readEnvironment(python::Host &host, const python::ParsedModule &script,
                            const ConfigValues &config, dialect::DialectName dialect);

/// "postgresql" of "postgresql+psycopg2://user@host/name".
std::optional<dialect::DialectName> dialectOfUrl(const QString &url);

} // namespace athanor::alembic
