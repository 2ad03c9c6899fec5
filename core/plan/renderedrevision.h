// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/revisionreader.h"
#include "core/plan/outputformat.h"

namespace athanor::plan {

/// A statement as offline SQL prints it, with the call in the script that it comes from.
struct RenderedStatement
{
    QString text = {}; ///< terminator included, the separator not
    SourceRange where = {};
    bool canRunInTransaction = true;
    /// The type that CREATE TYPE makes because CREATE TABLE needs it; a run that has made it leaves it out.
    QString typeMade = {};

    bool operator==(const RenderedStatement &) const = default;
};

/// What one direction of a revision runs. With an error the statements before it are there all the same.
struct RenderedRevision
{
    QList<RenderedStatement> statements = {};
    std::optional<Error> error = {};
    Diagnostics notes = {};

    /// As Alembic prints it.
    QString sql(const OutputFormat &format) const;

    bool operator==(const RenderedRevision &) const = default;
};

RenderedRevision render(const alembic::Reading &reading, const OutputFormat &format);

} // namespace athanor::plan
