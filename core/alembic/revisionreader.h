// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/settings.h"
#include "core/base/diagnostic.h"
#include "core/evaluator/host.h"
#include "core/operation/operation.h"

namespace athanor::alembic {

/// A keyword argument that env.py hands to upgrade() and downgrade(), as far as it is a plain value.
struct FunctionArgument
{
    QString name = {};
    std::variant<std::monostate, bool, qint64, QString> value = {};

    bool operator==(const FunctionArgument &) const = default;
};

struct RevisionRequest
{
    const python::ParsedModule &script;
    Direction direction = Direction::Upgrade;
    dialect::DialectName dialect = dialect::DialectName::PostgreSql;
    Settings settings = {};
    ConfigValues config = {};
    QStringList startingRevisions = {};
    QString destination = {};
    QList<FunctionArgument> arguments = {};
    /// env.py, to be run for the arguments that are no plain values; nullptr: not needed.
    const python::ParsedModule *environment = nullptr;
    int environmentRun = 0; ///< which of its run_migrations() calls
};

/// What a script does, or did until it stopped.
struct Reading
{
    QList<operation::Operation> operations = {};
    std::optional<Error> stop = {};
    Diagnostics notes = {};
};

/// Runs a revision's upgrade() or downgrade() and gives its operations, each with the place of the call in
/// the script. The script's bytes must have been parsed without an error.
Reading readRevision(python::Host &host, const RevisionRequest &request);

} // namespace athanor::alembic
