// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

template<typename Kind>
bool isKind(const std::optional<std::optional<schema::ServerDefault>> &value)
{
    return value && *value && std::holds_alternative<Kind>(**value);
}

} // namespace

bool DdlWriter::concernsIdentity(const operation::AlterColumn &change)
{
    return isKind<schema::Identity>(change.serverDefault)
           || isKind<schema::Identity>(change.existingServerDefault);
}

bool DdlWriter::concernsComputed(const operation::AlterColumn &change)
{
    return isKind<schema::Computed>(change.serverDefault)
           || isKind<schema::Computed>(change.existingServerDefault);
}

QString DdlWriter::alterVerb() const
{
    return u"ALTER COLUMN "_s;
}

QString DdlWriter::alterHead(const DdlContext &context, const operation::AlterColumn &change) const
{
    return u"ALTER TABLE "_s + context.altered(change.table) + u' ' + alterVerb()
           + context.quoted(change.column) + u' ';
}

Result<QString> DdlWriter::newDefault(const DdlContext &context, const schema::ServerDefault &value) const
{
    const MaybeText text = defaultText(context, value);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return ddlError(u"the new default of a column has no text: FetchedValue() can't be set"_s);
    return **text;
}

Result<QString> DdlWriter::alterNullable(const DdlContext &context,
                                         const operation::AlterColumn &change) const
{
    return alterHead(context, change) + (*change.isNullable ? u"DROP NOT NULL"_s : u"SET NOT NULL"_s);
}

Result<QString> DdlWriter::alterDefault(const DdlContext &context, const operation::AlterColumn &change) const
{
    if (!*change.serverDefault)
        return alterHead(context, change) + u"DROP DEFAULT"_s;
    const Text value = newDefault(context, **change.serverDefault);
    return value ? Text(alterHead(context, change) + u"SET DEFAULT "_s + *value) : value;
}

Result<QString> DdlWriter::alterIdentity(const DdlContext &, const operation::AlterColumn &) const
{
    return ddlError(
        u"Adding, removing or modifying an \"identity\" construct, e.g. GENERATED AS IDENTITY, to or "
        "from an existing column is not supported in this dialect."_s);
}

Result<QString> DdlWriter::alterType(const DdlContext &context, const operation::AlterColumn &change) const
{
    const Text type = context.type(*change.type);
    return type ? Text(alterHead(context, change) + u"TYPE "_s + *type) : type;
}

Result<QString> DdlWriter::alterComment(const DdlContext &context, const operation::AlterColumn &change) const
{
    return u"COMMENT ON COLUMN "_s + context.altered(change.table) + u'.' + context.quoted(change.column)
           + u" IS "_s + (*change.comment ? context.string(**change.comment) : u"NULL"_s);
}

Result<QString> DdlWriter::alterName(const DdlContext &context, const operation::AlterColumn &change) const
{
    return u"ALTER TABLE "_s + context.altered(change.table) + u" RENAME "_s + context.quoted(change.column)
           + u" TO "_s + context.quoted(*change.newName);
}

Result<QList<Statement>> DdlWriter::alterSeparately(const DdlContext &context,
                                                    const operation::AlterColumn &change) const
{
    if (change.autoincrement || change.existingAutoincrement)
        context.note(u"autoincrement and existing_autoincrement only make sense for MySQL"_s);
    QList<Text> texts;
    if (change.isNullable)
        texts.append(alterNullable(context, change));
    if (change.serverDefault) {
        if (concernsComputed(change)) {
            return ddlError(
                u"Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from "
                "an existing column is not supported."_s);
        }
        texts.append(concernsIdentity(change) ? alterIdentity(context, change)
                                              : alterDefault(context, change));
    }
    if (change.type)
        texts.append(alterType(context, change));
    if (change.comment)
        texts.append(alterComment(context, change));
    if (change.newName)
        texts.append(alterName(context, change));
    QList<Statement> statements;
    for (const Text &text : texts) {
        if (!text)
            return std::unexpected(text.error());
        statements.append({.sql = *text});
    }
    return statements;
}

Result<QList<Statement>> DdlWriter::alterColumn(const DdlContext &context,
                                                const operation::AlterColumn &change) const
{
    return alterSeparately(context, change);
}

Result<QString> DdlWriter::addColumnText(const DdlContext &context, const operation::AddColumn &change,
                                         const TableFrame &frame) const
{
    const schema::Column &column = frame.table().columns.constFirst();
    const Text specification = columnText(context, frame, column);
    if (!specification)
        return specification;
    QString text = u"ADD COLUMN "_s + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString()) + *specification;
    if (change.hasInlinePrimaryKey && column.isPrimaryKey)
        text += " PRIMARY KEY"_L1;
    if (const auto *key = inlineReference(change)) {
        const Text match = matchText(*key);
        const Text cascades = cascadesText(context, *key);
        const Text tail = deferrability(key->isDeferrable, key->initially);
        for (const Text *part : {&match, &cascades, &tail}) {
            if (!*part)
                return *part;
        }
        text += u" REFERENCES "_s + context.qualified(key->referredTable) + u" ("_s
                + columnList(context, key->referredColumns) + u')' + *match + *cascades + *tail;
    }
    for (const schema::ColumnCheck &check : column.checks) {
        const Text checked = columnCheckText(context, check);
        if (!checked)
            return checked;
        text += u' ' + *checked;
    }
    return text;
}

const schema::ForeignKeyConstraint *DdlWriter::inlineReference(const operation::AddColumn &change)
{
    if (!change.hasInlineReferences)
        return nullptr;
    const schema::ForeignKeyConstraint *found = nullptr;
    for (const schema::Constraint &constraint : change.constraints) {
        const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint);
        if (!key)
            continue;
        if (found)
            return nullptr;
        found = key;
    }
    return found && found->columns.size() == 1 ? found : nullptr;
}

Result<QList<Statement>> DdlWriter::addColumn(const DdlContext &context,
                                              const operation::AddColumn &change) const
{
    const schema::Table table{
        .name = change.table, .columns = {change.column}, .constraints = change.constraints};
    const Result<TableFrame> frame = TableFrame::of(table);
    if (!frame)
        return std::unexpected(frame.error());
    Text text = addColumnText(context, change, *frame);
    if (!text)
        return std::unexpected(text.error());
    QList<Statement> statements{
        {.sql = u"ALTER TABLE "_s + context.altered(change.table) + u' ' + *std::move(text)}};
    const schema::ForeignKeyConstraint *inlined = inlineReference(change);
    for (const schema::Constraint &constraint : change.constraints) {
        const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint);
        if (std::holds_alternative<schema::PrimaryKey>(constraint) || (key && key == inlined))
            continue;
        Statements added = addConstraint(context, {.table = change.table, .constraint = constraint});
        if (!added)
            return added;
        statements += *added;
    }
    for (const schema::Index &index : change.indexes) {
        Result<Statement> statement = createIndex(context, {.index = index});
        if (!statement)
            return std::unexpected(statement.error());
        statements.append(*std::move(statement));
    }
    const Capabilities &capabilities = context.dialect().capabilities;
    if (change.column.comment && !change.column.comment->isEmpty() && capabilities.hasComments
        && !capabilities.hasInlineComments) {
        Text comment = columnComment(context, change.table, change.column);
        if (!comment)
            return std::unexpected(comment.error());
        statements.append({.sql = *std::move(comment)});
    }
    return statements;
}

Result<QList<Statement>> DdlWriter::dropColumn(const DdlContext &context,
                                               const operation::DropColumn &change) const
{
    return QList<Statement>{{.sql = u"ALTER TABLE "_s + context.altered(change.table) + u" DROP COLUMN "_s
                                    + (change.ifExists ? u"IF EXISTS "_s : QString())
                                    + context.quoted(change.column)}};
}

Result<QList<Statement>> DdlWriter::addConstraint(const DdlContext &context,
                                                  const operation::AddConstraint &change) const
{
    const schema::Table table{.name = change.table};
    const Result<TableFrame> frame = TableFrame::of(table);
    if (!frame)
        return std::unexpected(frame.error());
    const MaybeText text = constraintText(context, *frame, change.constraint);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return QList<Statement>();
    return QList<Statement>{
        {.sql = u"ALTER TABLE "_s + context.qualified(change.table) + u" ADD "_s + **text}};
}

Result<QList<Statement>> DdlWriter::dropConstraint(const DdlContext &context,
                                                   const operation::DropConstraint &change) const
{
    if (change.ofType && !checksType(context, *change.ofType))
        return QList<Statement>();
    if (change.name.isEmpty()) {
        return ddlError(u"Can't emit DROP CONSTRAINT for a constraint of table '%1'; it has no name"_s.arg(
            change.table.name.text));
    }
    const Text name = context.constraintName(change.name);
    if (!name)
        return std::unexpected(name.error());
    return QList<Statement>{{.sql = u"ALTER TABLE "_s + context.qualified(change.table)
                                    + u" DROP CONSTRAINT "_s + (change.ifExists ? u"IF EXISTS "_s : QString())
                                    + *name + (change.cascades ? u" CASCADE"_s : QString())}};
}

} // namespace athanor::dialect
