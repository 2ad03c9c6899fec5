// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

/// SQLAlchemy's type compiler for one dialect, as it is without a server's version. This class is the
/// GenericTypeCompiler; the dialects override what they spell in their own way.
class TypeWriter
{
public:
    explicit TypeWriter(DialectName dialect)
        : m_dialect(dialect)
    {
    }
    virtual ~TypeWriter() = default;

    /// The type as DDL has it ("VARCHAR(30)"), its variant for the dialect taken. An Error where SQLAlchemy
    /// raises ("VARCHAR requires a length on dialect mysql").
    Result<QString> text(const sql::Type &type, const WriteOptions &options = {}) const;
    /// As in CAST(… AS …): MySQL has its own names there; empty text: the cast is left out.
    virtual Result<QString> castText(const sql::Type &type, const WriteOptions &options = {}) const;

protected:
    virtual Result<QString> write(const sql::Type &type, const WriteOptions &options) const;

    DialectName m_dialect;
};

} // namespace athanor::dialect
