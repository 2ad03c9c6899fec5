// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

Error inColumn(const Error &error, const schema::Table &table, const schema::Column &column)
{
    Error result = error;
    result.message =
        u"(in table '%1', column '%2'): %3"_s.arg(table.name.name.text, column.name.text, error.message);
    return result;
}

} // namespace

Result<QString> DdlWriter::createTable(const DdlContext &context, const TableFrame &frame,
                                       const operation::CreateTable &change) const
{
    const schema::Table &table = change.table;
    QStringList items;
    for (const schema::Column &column : table.columns) {
        if (column.isSystem)
            continue;
        Text text = columnText(context, frame, column);
        if (!text)
            return std::unexpected(inColumn(text.error(), table, column));
        for (const schema::ColumnCheck &check : column.checks) {
            const Text checked = columnCheckText(context, check);
            if (!checked)
                return std::unexpected(inColumn(checked.error(), table, column));
            *text += u' ' + *checked;
        }
        items.append(*std::move(text));
    }
    const auto addConstraintText = [&](const schema::Constraint &constraint) -> Result<void> {
        const MaybeText text = constraintText(context, frame, constraint);
        if (!text)
            return std::unexpected(text.error());
        if (*text)
            items.append(**text);
        return {};
    };
    if (frame.primaryKey()) {
        if (const auto added = addConstraintText(*frame.primaryKey()); !added)
            return std::unexpected(added.error());
    }
    for (const schema::Constraint &constraint : table.constraints) {
        if (std::holds_alternative<schema::PrimaryKey>(constraint))
            continue;
        const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint);
        if (key && key->usesAlter && context.dialect().capabilities.canAlterConstraints)
            continue;
        if (const auto added = addConstraintText(constraint); !added)
            return std::unexpected(added.error());
    }
    const Text options = tableOptions(context, table);
    if (!options)
        return options;
    QString text = u"CREATE "_s;
    for (const QString &prefix : table.prefixes)
        text += prefix + u' ';
    text += u"TABLE "_s + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString())
            + context.qualified(table.name) + u" ("_s;
    if (!items.isEmpty())
        text += u"\n\t"_s + items.join(u", \n\t"_s);
    return text + u"\n)"_s + *options;
}

Result<QString> DdlWriter::tableOptions(const DdlContext &, const schema::Table &) const
{
    return QString();
}

Result<QList<Statement>> DdlWriter::createTypes(const DdlContext &, const schema::Table &, DdlMemory &) const
{
    return QList<Statement>();
}

Result<QList<Statement>> DdlWriter::createTableAndParts(const DdlContext &context,
                                                        const operation::CreateTable &change,
                                                        DdlMemory &memory) const
{
    const schema::Table &table = change.table;
    const Result<TableFrame> frame = TableFrame::of(table);
    if (!frame)
        return std::unexpected(frame.error());
    Statements result = change.parts == operation::TableParts::All ? createTypes(context, table, memory)
                                                                   : Statements(QList<Statement>());
    if (!result)
        return result;
    Text text = createTable(context, *frame, change);
    if (!text)
        return std::unexpected(text.error());
    result->append({.sql = *std::move(text)});
    if (change.parts == operation::TableParts::TableOnly)
        return result;
    for (const schema::Index &index : table.indexes) {
        Result<Statement> statement = createIndex(context, {.index = index});
        if (!statement)
            return std::unexpected(statement.error());
        result->append(*std::move(statement));
    }
    const Capabilities &capabilities = context.dialect().capabilities;
    if (!capabilities.hasComments || capabilities.hasInlineComments)
        return result;
    if (table.comment && !table.comment->isEmpty()) {
        Text comment = tableComment(context, {.table = table.name, .comment = table.comment});
        if (!comment)
            return std::unexpected(comment.error());
        result->append({.sql = *std::move(comment)});
    }
    for (const schema::Column &column : table.columns) {
        if (!column.comment || column.comment->isEmpty())
            continue;
        Text comment = columnComment(context, table.name, column);
        if (!comment)
            return std::unexpected(comment.error());
        result->append({.sql = *std::move(comment)});
    }
    return result;
}

QString DdlWriter::renameTable(const DdlContext &context, const operation::RenameTable &change) const
{
    return u"ALTER TABLE "_s + context.altered(change.table) + u" RENAME TO "_s
           + context.quoted(change.newName);
}

Result<QString> DdlWriter::tableComment(const DdlContext &context,
                                        const operation::SetTableComment &change) const
{
    return u"COMMENT ON TABLE "_s + context.qualified(change.table) + u" IS "_s
           + (change.comment ? context.string(*change.comment) : u"NULL"_s);
}

Result<QString> DdlWriter::columnComment(const DdlContext &context, const schema::QualifiedName &table,
                                         const schema::Column &column) const
{
    return u"COMMENT ON COLUMN "_s + context.qualified(table) + u'.' + context.quoted(column.name) + u" IS "_s
           + (column.comment ? context.string(*column.comment) : u"NULL"_s);
}

} // namespace athanor::dialect
