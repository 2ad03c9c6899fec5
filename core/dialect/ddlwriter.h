// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

/// One statement, without the terminator and the batch separator that scripts put after it.
struct Statement
{
    QString sql = {};
    bool canRunInTransaction = true;

    bool operator==(const Statement &) const = default;
};

/// Alembic's DefaultImpl and SQLAlchemy's DDLCompiler for one dialect.
class DdlWriter
{
public:
    virtual ~DdlWriter() = default;

    /// The statements of one operation, in order. An Error where Alembic or SQLAlchemy raise, in their words;
    /// what they only warn of goes to `notes`.
    Result<QList<Statement>> statements(const operation::Change &change, const WriteOptions &options,
                                        QStringList *notes = nullptr) const;
};

} // namespace athanor::dialect
