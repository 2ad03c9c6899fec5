// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/versionstatements.h"

#include "core/dialect/ddlwriter.h"
#include "core/dialect/identifiers.h"

namespace athanor::plan {

using namespace Qt::StringLiterals;
using dialect::DialectName;

static schema::QualifiedName tableName(const alembic::Settings &settings)
{
    return {{settings.versionTableSchema}, {settings.versionTable}};
}

VersionStatements::VersionStatements(const OutputFormat &format, const alembic::Settings &settings)
    : m_format(format)
    , m_settings(settings)
    , m_table(format.dialect().identifiers.qualified(tableName(settings)))
{
    if (!settings.hasVersionPrimaryKey)
        return;
    // SQLAlchemy asks for the primary key of what it inserts, offline too.
    switch (format.dialect().name) {
    case DialectName::PostgreSql:
        m_returning = u" RETURNING %1.version_num"_s.arg(m_table);
        break;
    case DialectName::Sqlite:
        m_returning = u" RETURNING version_num"_s;
        break;
    case DialectName::MsSql:
        m_output = u" OUTPUT inserted.version_num"_s;
        break;
    case DialectName::Oracle:
        m_returning = u" RETURNING %1.version_num INTO :ret_0"_s.arg(m_table);
        break;
    case DialectName::MySql:
    case DialectName::MariaDb:
        break;
    }
}

Result<QString> VersionStatements::create() const
{
    schema::Column column;
    column.name.text = u"version_num"_s;
    column.type.kind = sql::TypeKind::String;
    column.type.length = 32;
    column.isNullable = false;
    column.isPrimaryKey = m_settings.hasVersionPrimaryKey;
    schema::Table table{tableName(m_settings), {column}};
    if (m_settings.hasVersionPrimaryKey) {
        schema::PrimaryKey key;
        key.name.text = m_settings.versionTable + "_pkc"_L1;
        key.columns = {column.name};
        table.constraints.append(key);
    }
    const auto statements =
        m_format.dialect().ddl.statements(operation::CreateTable{table}, m_format.options());
    if (!statements)
        return std::unexpected(statements.error());
    QString text;
    for (const dialect::Statement &statement : *statements)
        text += m_format.printed(statement.sql);
    return text;
}

/// Alembic pastes ids as they are.
QString VersionStatements::literal(const QString &id) const
{
    QString text = id;
    if (m_format.options().doublesPercent)
        text.replace(u'%', "%%"_L1);
    return u'\'' + text + u'\'';
}

QString VersionStatements::insert(const QString &id) const
{
    return u"INSERT INTO %1 (version_num)%2 VALUES (%3)%4"_s.arg(m_table, m_output, literal(id), m_returning);
}

QString VersionStatements::change(const VersionChange &change) const
{
    const QString where = m_table + ".version_num = "_L1;
    switch (change.kind) {
    case VersionChange::Insert:
        return m_format.printed(insert(change.to));
    case VersionChange::Delete:
        return m_format.printed(u"DELETE FROM %1 WHERE "_s.arg(m_table) + where + literal(change.from));
    case VersionChange::Update:
        return m_format.printed(u"UPDATE %1 SET version_num="_s.arg(m_table) + literal(change.to)
                                + " WHERE "_L1 + where + literal(change.from));
    }
    return {};
}

} // namespace athanor::plan
