// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/identifiers.h"

#include "core/dialect/mssql/identifiers.h"
#include "core/dialect/mysql/identifiers.h"
#include "core/dialect/oracle/identifiers.h"
#include "core/dialect/postgresql/identifiers.h"
#include "core/dialect/sqlite/identifiers.h"
#include "core/dialect/writers.h"

#include <algorithm>

namespace athanor::dialect {
namespace {

/// SQLAlchemy's pattern is [A-Z0-9_$] without regard to case, and Python counts the dotless i and the long s
/// as such letters. Capitals are left out: a name that has any is quoted.
bool isPlain(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') || code == u'_' || code == u'$'
           || code == u'\u0131' || code == u'\u017f';
}

} // namespace

QString Identifiers::quoted(const schema::Name &name) const
{
    if (!name.isQuoted)
        return quoted(name.text);
    return *name.isQuoted ? inQuotes(name.text) : name.text;
}

QString Identifiers::quoted(const QString &name) const
{
    return needsQuotes(name) ? inQuotes(name) : name;
}

QString Identifiers::qualified(const schema::QualifiedName &name) const
{
    if (name.schema.isEmpty())
        return quoted(name.name);
    return quotedSchema(name.schema) + u'.' + quoted(name.name);
}

QString Identifiers::quotedSchema(const schema::Name &schema) const
{
    return quoted(schema);
}

QString Identifiers::inQuotes(const QString &name) const
{
    QString text = name;
    text.replace(m_rules.close, QString(2, m_rules.close));
    return m_rules.open + text + m_rules.close;
}

bool Identifiers::needsQuotes(QStringView name) const
{
    if (name.isEmpty())
        return true;
    const char16_t first = name.front().unicode();
    if ((first >= u'0' && first <= u'9') || first == u'$'
        || (first == u'_' && !m_rules.allowsLeadingUnderscore))
        return true;
    // Python's '$' also matches before a line feed at the end.
    const QStringView characters = name.size() > 1 && name.back() == u'\n' ? name.chopped(1) : name;
    return !std::ranges::all_of(characters, isPlain) || isReserved(name);
}

bool Identifiers::isReserved(QStringView name) const
{
    return std::ranges::binary_search(m_rules.reservedWords, name,
                                      [](const auto &left, const auto &right) { return left < right; });
}

const Identifiers &identifiersOf(DialectName name)
{
    switch (name) {
    case DialectName::PostgreSql:
        return postgreSqlIdentifiers();
    case DialectName::MySql:
        return mySqlIdentifiers();
    case DialectName::MariaDb:
        return mariaDbIdentifiers();
    case DialectName::Sqlite:
        return sqliteIdentifiers();
    case DialectName::MsSql:
        return msSqlIdentifiers();
    case DialectName::Oracle:
        return oracleIdentifiers();
    }
    Q_UNREACHABLE_RETURN(postgreSqlIdentifiers());
}

} // namespace athanor::dialect
