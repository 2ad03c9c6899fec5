// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/writtenoperation.h"

#include "core/alembic/exceptions.h"
#include "core/dialect/ddlwriter.h"
#include "core/sqlalchemy/schema/arguments.h"

#include <algorithm>

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

/// The exception that Alembic or SQLAlchemy have for the error of a writer.
std::unexpected<Raised> raiseWritten(Evaluator &evaluator, const Error &error)
{
    const std::string message = error.message.toStdString();
    if (error.code == "ATH-DDL-003"_L1)
        return evaluator.raise("NotImplementedError", message);
    if (error.code == "ATH-DDL-004"_L1)
        return evaluator.raise(commandErrorClass, message);
    if (error.code == "ATH-DDL-005"_L1)
        return sqlalchemy::raiseSqlAlchemy(evaluator, "IdentifierError", message);
    if (error.code == "ATH-DDL-006"_L1)
        return evaluator.raise("RuntimeError", message);
    return sqlalchemy::raiseSqlAlchemy(evaluator, "CompileError", message);
}

Result<void> write(const ScriptContext &context, const operation::Change &change)
{
    const dialect::Dialect &dialect = dialect::dialectOf(context.dialectName);
    dialect::WriteOptions options = writeOptions(dialect, context.settings);
    options.hasLiteralBinds |= std::holds_alternative<operation::BulkInsert>(change);
    const auto statements = dialect.ddl.statements(change, options);
    if (!statements)
        return std::unexpected(statements.error());
    return {};
}

/// One change after the other, which together are the same as `change`, each of one statement; empty where
/// that can't be said.
using Parts = std::optional<QList<operation::Change>>;

Parts partsOf(const operation::AddColumn &change)
{
    operation::AddColumn column = change;
    column.indexes.clear();
    column.constraints.removeIf([&](const schema::Constraint &constraint) {
        const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint);
        const bool isInline = key && change.hasInlineReferences;
        return !std::holds_alternative<schema::PrimaryKey>(constraint) && !isInline;
    });
    QList<operation::Change> parts{column};
    for (const schema::Constraint &constraint : change.constraints) {
        if (!column.constraints.contains(constraint))
            parts.append(operation::AddConstraint{change.table, constraint});
    }
    for (const schema::Index &index : change.indexes)
        parts.append(operation::CreateIndex{.index = index});
    return parts;
}

Parts partsOf(const operation::AlterColumn &change)
{
    const int asked = int(change.isNullable.has_value()) + int(change.comment.has_value())
                      + int(change.serverDefault.has_value()) + int(change.newName.has_value())
                      + int(change.type.has_value()) + int(change.autoincrement.has_value());
    return asked == 1 ? Parts({change}) : std::nullopt;
}

Parts partsOf(const operation::BulkInsert &change)
{
    QList<operation::Change> parts;
    for (const sql::Clause &statement : change.statements)
        parts.append(operation::BulkInsert{.table = change.table, .statements = {statement}});
    return parts;
}

Parts partsOf(const operation::CreateTable &change)
{
    const bool isAlone = std::ranges::all_of(change.table.columns, [](const schema::Column &column) {
        return !column.comment && column.type.name.isEmpty();
    });
    if (!isAlone || change.table.comment || change.parts != operation::TableParts::All)
        return std::nullopt;
    operation::CreateTable table = change;
    table.table.indexes.clear();
    QList<operation::Change> parts{table};
    for (const schema::Index &index : change.table.indexes)
        parts.append(operation::CreateIndex{.index = index});
    return parts;
}

Parts partsOf(const operation::RebuildTable &)
{
    return std::nullopt;
}

template<typename T>
Parts partsOf(const T &change)
{
    return Parts({change});
}

} // namespace

Done addWritten(Evaluator &evaluator, ScriptContext &context, operation::Operation operation)
{
    if (const Result<void> written = write(context, operation.change); written) {
        context.operations.append(std::move(operation));
        return {};
    }
    Parts parts = std::visit([](const auto &change) { return partsOf(change); }, operation.change);
    // SQL Server brackets the rows of an operation.
    if (context.dialectName == dialect::DialectName::MsSql
        && std::holds_alternative<operation::BulkInsert>(operation.change))
        parts = std::nullopt;
    if (!parts)
        return evaluator.refuse("an operation of several statements that fails where the script catches "
                                "exceptions",
                                "one statement an operation, or no try around it");
    for (const operation::Change &part : *parts) {
        if (const Result<void> written = write(context, part); !written)
            return raiseWritten(evaluator, written.error());
        context.operations.append({part, operation.where});
    }
    return {};
}

} // namespace athanor::alembic
