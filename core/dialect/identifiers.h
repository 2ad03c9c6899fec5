// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

#include <span>

namespace athanor::dialect {

/// How one dialect quotes.
struct QuoteRules
{
    QChar open = u'"';
    QChar close = u'"';                                    ///< doubled where a name contains it
    std::span<const QLatin1StringView> reservedWords = {}; ///< lower-case, sorted
    bool allowsLeadingUnderscore = true;
};

/// SQLAlchemy's IdentifierPreparer: what is quoted and how (alembic.md 5.00a, 5.00b). Names go through
/// unchanged where they are lower-case letters, digits, '_' and '$', don't start with a digit or '$', and are
/// no reserved word.
class Identifiers
{
public:
    explicit Identifiers(const QuoteRules &rules)
        : m_rules(rules)
    {
    }
    virtual ~Identifiers() = default;

    /// Quoted where the dialect's rules, or the name itself, ask for it.
    QString quoted(const schema::Name &name) const;
    QString quoted(const QString &name) const;
    /// "schema.table"; a dotted schema part by part where the dialect does so.
    QString qualified(const schema::QualifiedName &name) const;
    virtual QString quotedSchema(const schema::Name &schema) const;
    /// Always in quotes, quote characters inside doubled.
    QString inQuotes(const QString &name) const;
    bool needsQuotes(QStringView name) const;

private:
    bool isReserved(QStringView name) const;

    QuoteRules m_rules;
};

} // namespace athanor::dialect
