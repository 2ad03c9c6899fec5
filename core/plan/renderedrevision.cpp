// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/renderedrevision.h"

#include "core/dialect/ddlwriter.h"

namespace athanor::plan {

using namespace Qt::StringLiterals;

namespace {

class OperationRenderer
{
public:
    OperationRenderer(const OutputFormat &format, RenderedRevision &revision)
        : m_format(format)
        , m_revision(revision)
    {
    }

    Result<void> write(const operation::Operation &operation)
    {
        if (std::holds_alternative<operation::BeginAutocommit>(operation.change))
            return writeTransactionEnd(operation, m_format.commit());
        if (std::holds_alternative<operation::EndAutocommit>(operation.change))
            return writeTransactionEnd(operation, m_format.begin());
        QStringList warnings;
        dialect::WriteOptions options = m_format.options();
        // Alembic writes the rows of op.bulk_insert() inline whatever env.py says.
        options.hasLiteralBinds |= std::holds_alternative<operation::BulkInsert>(operation.change);
        const auto statements =
            m_format.dialect().ddl.statements(operation.change, options, &warnings, &m_memory);
        if (!statements)
            return std::unexpected(statements.error());
        for (const dialect::Statement &statement : *statements)
            m_revision.statements.append({m_format.statement(statement.sql), operation.where,
                                          statement.canRunInTransaction, statement.typeMade});
        for (const QString &warning : warnings)
            m_revision.notes.append({Severity::Warning, u"ATH-SQL-001"_s, warning, operation.where});
        return {};
    }

private:
    /// autocommit_block() leaves the transaction and begins another one, where there is one.
    Result<void> writeTransactionEnd(const operation::Operation &operation, const QString &blocks)
    {
        if (!m_format.isTransactional())
            return {};
        QString text = blocks;
        if (const QString &separator = m_format.separator();
            !separator.isEmpty() && text.endsWith(separator + "\n\n"_L1))
            text.chop(separator.size() + 2);
        m_revision.statements.append({text.trimmed(), operation.where, false});
        return {};
    }

    const OutputFormat &m_format;
    RenderedRevision &m_revision;
    dialect::DdlMemory m_memory;
};

} // namespace

RenderedRevision render(const alembic::Reading &reading, const OutputFormat &format)
{
    RenderedRevision revision;
    revision.notes = reading.notes;
    revision.error = reading.stop;
    OperationRenderer renderer(format, revision);
    for (const operation::Operation &operation : reading.operations) {
        if (const auto written = renderer.write(operation); !written) {
            revision.error = written.error();
            if (revision.error->where.file.isEmpty())
                revision.error->where = operation.where;
            break;
        }
    }
    return revision;
}

QString RenderedRevision::sql(const OutputFormat &format) const
{
    QString text;
    for (const RenderedStatement &statement : statements) {
        text += statement.text + "\n\n"_L1;
        // SQL Server's BEGIN is no batch of its own.
        if (!format.separator().isEmpty() && statement.text != format.begin().trimmed())
            text += format.separator() + "\n\n"_L1;
    }
    return text;
}

} // namespace athanor::plan
