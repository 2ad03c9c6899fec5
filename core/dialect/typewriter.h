// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

/// SQLAlchemy's type compiler for one dialect.
class TypeWriter
{
public:
    virtual ~TypeWriter() = default;

    /// The type as DDL has it ("VARCHAR(30)"), its variant for the dialect taken. An Error where SQLAlchemy
    /// raises
    /// ("VARCHAR requires a length on dialect mysql").
    Result<QString> text(const sql::Type &type) const;
    /// As in CAST(… AS …): MySQL has its own names there; empty text: the cast is left out.
    virtual Result<QString> castText(const sql::Type &type) const;

protected:
    virtual Result<QString> write(const sql::Type &type) const = 0;
};

} // namespace athanor::dialect
