// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/outputformat.h"

namespace athanor::plan {

using namespace Qt::StringLiterals;
using dialect::DialectName;

OutputFormat::OutputFormat(const dialect::Dialect &dialect, const alembic::Settings &settings)
    : m_dialect(dialect)
    , m_options(alembic::writeOptions(dialect, settings))
    , m_terminator(dialect.name == DialectName::Oracle ? u""_s : u";"_s)
    , m_isTransactional(settings.hasTransactionalDdl.value_or(dialect.capabilities.hasTransactionalDdl))
{
    if (dialect.name == DialectName::MsSql)
        m_separator = settings.mssqlSeparator;
    else if (dialect.name == DialectName::Oracle)
        m_separator = settings.oracleSeparator;
}

QString OutputFormat::statement(const QString &sql) const
{
    QString text = sql;
    if (text.contains(u'\t')) // which is quicker found out than replaced
        text.replace(u'\t', "    "_L1);
    return text.trimmed() + m_terminator;
}

QString OutputFormat::printed(const QString &sql) const
{
    QString text = statement(sql) + "\n\n"_L1;
    if (!m_separator.isEmpty())
        text += m_separator + "\n\n"_L1;
    return text;
}

QString OutputFormat::begin() const
{
    switch (m_dialect.name) {
    case DialectName::MsSql:
        return statement(u"BEGIN TRANSACTION"_s) + "\n\n"_L1;
    case DialectName::Oracle:
        return printed(u"SET TRANSACTION READ WRITE"_s);
    case DialectName::PostgreSql:
    case DialectName::MySql:
    case DialectName::MariaDb:
    case DialectName::Sqlite:
        break;
    }
    return statement(u"BEGIN"_s) + "\n\n"_L1;
}

QString OutputFormat::commit() const
{
    return printed(u"COMMIT"_s);
}

} // namespace athanor::plan
