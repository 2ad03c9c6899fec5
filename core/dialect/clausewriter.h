// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

/// SQLAlchemy's SQLCompiler for one dialect.
class ClauseWriter
{
public:
    virtual ~ClauseWriter() = default;

    /// A statement or expression as text. An Error where SQLAlchemy raises a CompileError.
    Result<QString> text(const sql::Clause &clause, const WriteOptions &options = {}) const;
    /// A string as a literal: quotes, and backslashes where the dialect doubles them.
    virtual QString stringLiteral(const QString &text, const WriteOptions &options = {}) const;
};

} // namespace athanor::dialect
