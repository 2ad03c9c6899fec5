// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <optional>

namespace athanor {

/// One statement as it is shown: its text without a terminator, and the call in the script that makes it.
struct SqlStatement
{
    QString sql;
    SourceRange where;
    bool canRunInTransaction = true;

    bool operator==(const SqlStatement &) const = default;
};

/// What one direction of a revision runs on one dialect.
struct SqlScript
{
    QList<SqlStatement> statements = {};
    QString terminator = QStringLiteral(";"); ///< after each statement
    QString separator = {};                   ///< a line of its own after each statement: GO, /
    /// Why the script could not be read to its end; the statements before that are there.
    std::optional<Error> stop = {};
    Diagnostics notes = {};
    /// The command that wrote the statements, where it was not Athanor.
    QString writtenBy = {};

    bool operator==(const SqlScript &) const = default;
};

} // namespace athanor
