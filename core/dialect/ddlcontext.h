// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

/// What every text of DDL is written with: one dialect and the options of one call.
class DdlContext
{
public:
    DdlContext(DialectName name, const WriteOptions &options, QStringList *notes);

    const Dialect &dialect() const { return m_dialect; }

    QString quoted(const schema::Name &name) const;
    QString qualified(const schema::QualifiedName &name) const;
    /// A table as Alembic names it in ALTER TABLE: a dotted schema part by part.
    QString altered(const schema::QualifiedName &name) const;
    /// Final names are cut where they are too long, others are an Error then (alembic.md 5.00b).
    Result<QString> constraintName(const schema::Name &name) const;
    Result<QString> indexName(const schema::Name &name) const;

    QString string(const QString &text) const;
    Result<QString> type(const sql::Type &type) const;
    /// The type that this dialect sees: its variant where there is one.
    const sql::Type &resolved(const sql::Type &type) const;
    /// Columns without their table, values in place.
    Result<QString> expression(const sql::Clause &clause) const;
    /// The same with columns' tables in front.
    Result<QString> qualifiedExpression(const sql::Clause &clause) const;
    /// A statement of the script's own, written as the options say.
    Result<QString> statement(const sql::Clause &clause) const;

    void note(const QString &text) const;

private:
    Result<QString> shortened(const schema::Name &name, int maximum) const;

    const Dialect &m_dialect;
    WriteOptions m_options;
    QStringList *m_notes;
};

/// An Error in the words of SQLAlchemy or Alembic, of the exception that is a CompileError there.
std::unexpected<Error> ddlError(const QString &message);
/// … and of those that are others: code "ATH-DDL-003", "ATH-DDL-004", "ATH-DDL-005", and "ATH-DDL-006" where
/// it is an accident of theirs (an assertion, an attribute of None).
std::unexpected<Error> notImplementedError(const QString &message);
std::unexpected<Error> commandError(const QString &message);
std::unexpected<Error> identifierError(const QString &message);
std::unexpected<Error> accident(const QString &message);

} // namespace athanor::dialect
