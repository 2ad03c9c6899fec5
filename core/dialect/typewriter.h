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
    /// The type as the dialect's own class holds it: where a TypeDecorator has it inside, that is what is
    /// written.
    sql::Type adapted(const sql::Type &type) const;

protected:
    virtual Result<QString> write(const sql::Type &type, const WriteOptions &options) const;
    /// What adapted() gives; an Error where the dialect's class refuses the arguments.
    virtual Result<QString> writeAdapted(const sql::Type &type, const WriteOptions &options) const;
    /// The kind that the dialect's colspecs turn this one into.
    virtual sql::TypeKind adaptedKind(sql::TypeKind kind) const { return kind; }
    virtual Result<QString> interval(const sql::Type &type, const WriteOptions &options) const;

    /// "NAME(length) COLLATE "collation"".
    virtual Result<QString> stringType(QLatin1StringView name, const sql::Type &type) const;
    QLatin1StringView dialectText() const { return dialectOf(m_dialect).text; }
    Error unsupported(const sql::Type &type) const;
    Error error(const QString &message) const;

private:
    Result<QString> writeCustom(const sql::Type &type, const WriteOptions &options) const;

    DialectName m_dialect;
};

/// "NAME(10, 2)", "NAME(10)" or "NAME", by what is given.
QString withPrecision(QLatin1StringView name, std::optional<qint64> precision, std::optional<int> scale = {});
/// "NAME(30)"; a length of none or zero is left out.
QString withLength(QLatin1StringView name, std::optional<qint64> length);

} // namespace athanor::dialect
