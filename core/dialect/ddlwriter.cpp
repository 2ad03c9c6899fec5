// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

#include "core/dialect/mssql/ddl.h"
#include "core/dialect/mysql/ddl.h"
#include "core/dialect/oracle/ddl.h"
#include "core/dialect/postgresql/ddl.h"
#include "core/dialect/sqlite/ddl.h"
#include "core/dialect/writers.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

Result<QList<Statement>> single(Result<QString> text)
{
    if (!text)
        return std::unexpected(text.error());
    return QList<Statement>{{.sql = *std::move(text)}};
}

Result<QList<Statement>> single(Result<Statement> statement)
{
    if (!statement)
        return std::unexpected(statement.error());
    return QList<Statement>{*std::move(statement)};
}

QString existence(bool isAsked, QLatin1StringView text)
{
    return isAsked ? QString(text) : QString();
}

} // namespace

/// One function a kind of change, so that a new one is missed by the compiler and not by a user.
class DdlWriter::Visitor
{
public:
    using Change = Result<QList<Statement>>;

    Visitor(const DdlWriter &writer, const DdlContext &context, DdlMemory &memory)
        : m_writer(writer)
        , m_context(context)
        , m_memory(memory)
    {
    }

    Change operator()(const operation::CreateTable &change) const
    {
        return m_writer.createTableAndParts(m_context, change, m_memory);
    }
    Change operator()(const operation::DropTable &change) const
    {
        return single(u"DROP TABLE "_s + existence(change.ifExists, "IF EXISTS "_L1)
                      + m_context.qualified(change.table));
    }
    Change operator()(const operation::RenameTable &change) const
    {
        return single(m_writer.renameTable(m_context, change));
    }
    Change operator()(const operation::AddColumn &change) const
    {
        return m_writer.addColumn(m_context, change);
    }
    Change operator()(const operation::DropColumn &change) const
    {
        return m_writer.dropColumn(m_context, change);
    }
    Change operator()(const operation::AlterColumn &change) const
    {
        return m_writer.alterColumn(m_context, change);
    }
    Change operator()(const operation::CreateIndex &change) const
    {
        return single(m_writer.createIndex(m_context, change));
    }
    Change operator()(const operation::DropIndex &change) const
    {
        return single(m_writer.dropIndex(m_context, change));
    }
    Change operator()(const operation::AddConstraint &change) const
    {
        return m_writer.addConstraint(m_context, change);
    }
    Change operator()(const operation::DropConstraint &change) const
    {
        return m_writer.dropConstraint(m_context, change);
    }
    Change operator()(const operation::SetTableComment &change) const
    {
        return single(m_writer.tableComment(m_context, change));
    }
    Change operator()(const operation::SetColumnComment &change) const
    {
        return single(m_writer.columnComment(m_context, change.table, change.column));
    }
    Change operator()(const operation::CreateType &change) const
    {
        return single(m_writer.createType(m_context, change));
    }
    Change operator()(const operation::DropType &change) const
    {
        return single(m_writer.dropType(m_context, change));
    }
    Change operator()(const operation::CreateSequence &change) const
    {
        return single(m_writer.createSequence(m_context, change));
    }
    Change operator()(const operation::DropSequence &change) const
    {
        return single(u"DROP SEQUENCE "_s + existence(change.ifExists, "IF EXISTS "_L1)
                      + m_context.qualified(change.sequence.name));
    }
    Change operator()(const operation::CreateSchema &change) const
    {
        return single(u"CREATE SCHEMA "_s + existence(change.ifNotExists, "IF NOT EXISTS "_L1)
                      + m_context.quoted(change.name));
    }
    Change operator()(const operation::DropSchema &change) const
    {
        return single(u"DROP SCHEMA "_s + existence(change.ifExists, "IF EXISTS "_L1)
                      + m_context.quoted(change.name) + existence(change.cascades, " CASCADE"_L1));
    }
    Change operator()(const operation::Execute &change) const
    {
        return single(m_context.statement(change.statement));
    }
    Change operator()(const operation::BulkInsert &change) const { return bulkInsert(change); }
    Change operator()(const operation::RebuildTable &change) const
    {
        return m_writer.rebuildTable(m_context, change, m_memory);
    }
    // The runner's business: no statement of their own.
    Change operator()(const operation::BeginAutocommit &) const { return QList<Statement>(); }
    Change operator()(const operation::EndAutocommit &) const { return QList<Statement>(); }

private:
    Change bulkInsert(const operation::BulkInsert &change) const
    {
        QList<Statement> statements;
        // SQL Server is told so even where the table has no such column.
        const bool isMsSql = m_writer.m_dialect == DialectName::MsSql;
        const QString table = m_context.qualified(change.table);
        if (isMsSql)
            statements.append({.sql = u"SET IDENTITY_INSERT "_s + table + u" ON"_s});
        for (const sql::Clause &row : change.statements) {
            Result<QString> text = m_context.statement(row);
            if (!text)
                return std::unexpected(text.error());
            statements.append({.sql = *std::move(text)});
        }
        if (isMsSql)
            statements.append({.sql = u"SET IDENTITY_INSERT "_s + table + u" OFF"_s});
        return statements;
    }

    const DdlWriter &m_writer;
    const DdlContext &m_context;
    DdlMemory &m_memory;
};

Result<QList<Statement>> DdlWriter::statements(const operation::Change &change, const WriteOptions &options,
                                               QStringList *notes, DdlMemory *memory) const
{
    const DdlContext context(m_dialect, options, notes);
    DdlMemory own;
    auto result = std::visit(Visitor(*this, context, memory ? *memory : own), change);
    if (!result)
        return result;
    // Alembic writes tabs as four blanks, wherever they are, and strips both ends.
    for (Statement &statement : *result) {
        if (statement.sql.contains(u'\t')) // which is quicker found out than replaced
            statement.sql.replace(u'\t', "    "_L1);
        statement.sql = std::move(statement.sql).trimmed();
    }
    return result;
}

const DdlWriter &ddlWriterOf(DialectName name)
{
    switch (name) {
    case DialectName::PostgreSql:
        return postgreSqlDdl();
    case DialectName::MySql:
        return mySqlDdl();
    case DialectName::MariaDb:
        return mariaDbDdl();
    case DialectName::Sqlite:
        return sqliteDdl();
    case DialectName::MsSql:
        return msSqlDdl();
    case DialectName::Oracle:
        return oracleDdl();
    }
    Q_UNREACHABLE_RETURN(postgreSqlDdl());
}

} // namespace athanor::dialect
