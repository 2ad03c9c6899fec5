// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

/// SQLAlchemy's IdentifierPreparer: what is quoted and how (alembic.md 5.00a, 5.00b).
class Identifiers
{
public:
    virtual ~Identifiers() = default;

    /// Quoted where the dialect's rules, or the name itself, ask for it.
    QString quoted(const schema::Name &name) const;
    QString quoted(const QString &name) const;
    /// "schema.table"; a dotted schema part by part where the dialect does so.
    QString qualified(const schema::QualifiedName &name) const;
    virtual QString quotedSchema(const schema::Name &schema) const;
    /// Always in quotes, quote characters inside doubled.
    virtual QString inQuotes(const QString &name) const;
    virtual bool needsQuotes(const QString &name) const;

protected:
    virtual bool isReserved(const QString &lowerName) const = 0;
};

} // namespace athanor::dialect
