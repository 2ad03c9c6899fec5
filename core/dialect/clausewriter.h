// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <memory>

namespace athanor::dialect {

class ClauseCompiler; // clause/clausecompiler.h

/// SQLAlchemy's SQLCompiler for one dialect.
class ClauseWriter
{
public:
    using MakeCompiler = std::unique_ptr<ClauseCompiler> (*)(const Dialect &, const WriteOptions &);

    ClauseWriter(DialectName dialect, MakeCompiler makeCompiler);
    ~ClauseWriter();

    /// A statement or expression as text. An Error where SQLAlchemy raises a CompileError, in its words.
    Result<QString> text(const sql::Clause &clause, const WriteOptions &options = {}) const;
    /// A string as a literal: quotes, and backslashes where the dialect doubles them.
    QString stringLiteral(const QString &text, const WriteOptions &options = {}) const;

private:
    DialectName m_dialect;
    MakeCompiler m_makeCompiler;
};

} // namespace athanor::dialect
