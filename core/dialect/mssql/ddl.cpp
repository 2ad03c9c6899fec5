// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mssql/ddl.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

class MsSqlDdl final : public DdlWriter
{
public:
    MsSqlDdl()
        : DdlWriter(DialectName::MsSql)
    {
    }

protected:
    Text columnText(const DdlContext &context, const TableFrame &frame,
                    const schema::Column &column) const override;
    Text computedText(const DdlContext &context, const schema::Computed &computed) const override;
    QString renameTable(const DdlContext &context, const operation::RenameTable &change) const override;
    Text tableComment(const DdlContext &context, const operation::SetTableComment &change) const override;
    Text columnComment(const DdlContext &context, const schema::QualifiedName &table,
                       const schema::Column &column) const override;
    MaybeText primaryKeyText(const DdlContext &context, const TableFrame &frame,
                             const schema::PrimaryKey &key) const override;
    QString clusteringText(const schema::Options &options) const override;
    Text createSequence(const DdlContext &context, const operation::CreateSequence &change) const override;
    Result<Statement> createIndex(const DdlContext &context,
                                  const operation::CreateIndex &change) const override;
    Result<Statement> dropIndex(const DdlContext &context, const operation::DropIndex &change) const override;
    Statements alterColumn(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterNullable(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterDefault(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterType(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterComment(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterName(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text addColumnText(const DdlContext &context, const operation::AddColumn &change,
                       const TableFrame &frame) const override;
    Statements dropColumn(const DdlContext &context, const operation::DropColumn &change) const override;

private:
    Text columnDefault(const DdlContext &context, const TableFrame &frame,
                       const schema::Column &column) const;
};

QString identity(const std::optional<qint64> &start, const std::optional<qint64> &increment)
{
    if (!start && !increment)
        return u" IDENTITY"_s;
    return u" IDENTITY(%1,%2)"_s.arg(start.value_or(1)).arg(increment.value_or(1));
}

std::optional<qint64> numberOption(const schema::Options &options, QStringView keyword)
{
    const schema::OptionValue *value = schema::option(options, keyword);
    const auto *number = value ? std::get_if<qint64>(value) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

/// IDENTITY in one of its forms, or DEFAULT.
Result<QString> MsSqlDdl::columnDefault(const DdlContext &context, const TableFrame &frame,
                                        const schema::Column &column) const
{
    const auto start = numberOption(column.options, u"mssql_identity_start");
    const auto increment = numberOption(column.options, u"mssql_identity_increment");
    const auto *own = column.serverDefault ? std::get_if<schema::Identity>(&*column.serverDefault) : nullptr;
    if (start || increment) {
        if (own) {
            return ddlError(
                u"Cannot specify options 'mssql_identity_start' and/or 'mssql_identity_increment' while "
                "also using the 'Identity' construct."_s);
        }
        context.note(
            u"The dialect options 'mssql_identity_start' and 'mssql_identity_increment' are deprecated. Use "
            "the 'Identity' object instead."_s);
    }
    if (own)
        return identity(own->start, own->increment);
    const bool isSequence = column.defaultSequence && !column.defaultSequence->isOptional;
    if ((frame.isAutoincrement(column) || column.autoincrement == schema::Autoincrement::Yes) && !isSequence)
        return identity(start, increment);
    const MaybeText value = defaultText(context, column);
    if (!value)
        return std::unexpected(value.error());
    return *value ? u" DEFAULT "_s + **value : QString();
}

Result<QString> MsSqlDdl::columnText(const DdlContext &context, const TableFrame &frame,
                                     const schema::Column &column) const
{
    QString text = context.quoted(column.name) + u' ';
    const auto *computed =
        column.serverDefault ? std::get_if<schema::Computed>(&*column.serverDefault) : nullptr;
    const bool isIdentity =
        column.serverDefault && std::holds_alternative<schema::Identity>(*column.serverDefault);
    const Text type = computed ? computedText(context, *computed) : context.type(column.type);
    if (!type)
        return type;
    text += *type;
    if (!frame.isNullable(column) || frame.isPrimaryKey(column) || column.defaultSequence
        || column.autoincrement == schema::Autoincrement::Yes || isIdentity)
        text += " NOT NULL"_L1;
    else if (!computed)
        text += " NULL"_L1;
    const Text value = columnDefault(context, frame, column);
    return value ? Text(text + *value) : value;
}

Result<QString> MsSqlDdl::computedText(const DdlContext &context, const schema::Computed &computed) const
{
    const Text text = context.expression(computed.expression);
    if (!text)
        return text;
    return u"AS ("_s + *text + u')' + (computed.isPersisted == true ? u" PERSISTED"_s : QString());
}

QString MsSqlDdl::renameTable(const DdlContext &context, const operation::RenameTable &change) const
{
    return u"EXEC sp_rename '"_s + context.altered(change.table) + u"', "_s + context.quoted(change.newName);
}

/// "'schema', s, 'table', t" of the procedures for extended properties. Without a connection nobody knows the
/// login's default schema.
Result<QString> propertyPlace(const DdlContext &context, const schema::QualifiedName &table)
{
    if (table.schema.isEmpty()) {
        return accident(
            u"a comment on SQL Server needs the table's schema: name it for table '%1' "
            "(schema='dbo'), the default one is not known without a connection"_s.arg(table.name.text));
    }
    const QString schema = context.qualified({.schema = table.schema, .name = {.text = u"x"_s}}).chopped(2);
    return u"'schema', "_s + schema + u", 'table', "_s + context.quoted(table.name);
}

Result<QString> MsSqlDdl::tableComment(const DdlContext &context,
                                       const operation::SetTableComment &change) const
{
    const Text place = propertyPlace(context, change.table);
    if (!place)
        return place;
    if (!change.comment)
        return u"execute sp_dropextendedproperty 'MS_Description', "_s + *place;
    return u"execute sp_addextendedproperty 'MS_Description', N"_s + context.string(*change.comment) + u", "_s
           + *place;
}

Result<QString> MsSqlDdl::columnComment(const DdlContext &context, const schema::QualifiedName &table,
                                        const schema::Column &column) const
{
    const Text place = propertyPlace(context, table);
    if (!place)
        return place;
    const QString end = *place + u", 'column', "_s + context.quoted(column.name);
    if (!column.comment)
        return u"execute sp_dropextendedproperty 'MS_Description', "_s + end;
    return u"execute sp_addextendedproperty 'MS_Description', N"_s + context.string(*column.comment) + u", "_s
           + end;
}

/// In the order of the table: the column that counts does not come first here.
DdlWriter::MaybeText MsSqlDdl::primaryKeyText(const DdlContext &context, const TableFrame &frame,
                                              const schema::PrimaryKey &key) const
{
    schema::PrimaryKey ordered = key;
    if (key.isImplicit) {
        ordered.columns.clear();
        for (const schema::Column &column : frame.table().columns) {
            if (frame.isPrimaryKey(column))
                ordered.columns.append(column.name);
        }
    }
    return DdlWriter::primaryKeyText(context, frame, ordered);
}

QString MsSqlDdl::clusteringText(const schema::Options &options) const
{
    const auto isClustered = schema::flagOption(options, u"mssql_clustered");
    if (!isClustered)
        return {};
    return *isClustered ? u"CLUSTERED "_s : u"NONCLUSTERED "_s;
}

Result<QString> MsSqlDdl::createSequence(const DdlContext &context,
                                         const operation::CreateSequence &change) const
{
    QString text = u"CREATE SEQUENCE "_s + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString())
                   + context.qualified(change.sequence.name);
    if (change.sequence.dataType) {
        const Text type = context.type(*change.sequence.dataType);
        if (!type)
            return type;
        text += u" AS "_s + *type;
    }
    if (const QString options = sequenceOptions(change.sequence); !options.isEmpty())
        text += u' ' + options;
    return text;
}

Result<Statement> MsSqlDdl::createIndex(const DdlContext &context, const operation::CreateIndex &change) const
{
    const schema::Index &index = change.index;
    const Text name = indexName(context, index.name, {});
    if (!name)
        return std::unexpected(name.error());
    QString text = (index.isUnique ? u"CREATE UNIQUE "_s : u"CREATE "_s) + clusteringText(index.options)
                   + (schema::isSet(index.options, u"mssql_columnstore") ? u"COLUMNSTORE "_s : QString())
                   + u"INDEX "_s + *name + u" ON "_s + context.qualified(index.table);
    if (!index.elements.isEmpty()) {
        const Text elements = indexElements(context, index);
        if (!elements)
            return std::unexpected(elements.error());
        text += u" ("_s + *elements + u')';
    }
    text += includeText(context, index.options, u"mssql_include");
    const MaybeText where = optionClause(context, index.options, u"mssql_where");
    if (!where)
        return std::unexpected(where.error());
    if (*where)
        text += u" WHERE "_s + **where;
    return Statement{.sql = text};
}

Result<Statement> MsSqlDdl::dropIndex(const DdlContext &context, const operation::DropIndex &change) const
{
    const Text name = indexName(context, change.name, {});
    if (!name)
        return std::unexpected(name.error());
    schema::QualifiedName table = change.table;
    if (table.name.isEmpty())
        table.name.text = u"no_table"_s;
    return Statement{.sql = u"DROP INDEX"_s + (change.ifExists ? u" IF EXISTS "_s : u" "_s) + *name
                            + u" ON "_s + context.qualified(table)};
}

/// The batch that looks up a constraint by its column and drops it: SQL Server names them by itself.
QString dropByColumn(const DdlContext &context, const schema::QualifiedName &table,
                     const schema::Name &column, QLatin1StringView catalog)
{
    const QString plain = (table.schema.isEmpty() ? QString() : table.schema.text + u'.') + table.name.text;
    return u"declare @const_name varchar(256)\nselect @const_name = QUOTENAME([name]) from %1\n"
           "where parent_object_id = object_id('%2')\nand col_name(parent_object_id, parent_column_id) = "
           "'%3'\n"
           "exec('alter table %4 drop constraint ' + @const_name)"_s.arg(catalog, plain, column.text,
                                                                         context.altered(table));
}

QString dropForeignKey(const DdlContext &context, const schema::QualifiedName &table,
                       const schema::Name &column)
{
    const QString plain = (table.schema.isEmpty() ? QString() : table.schema.text + u'.') + table.name.text;
    return u"declare @const_name varchar(256)\nselect @const_name = QUOTENAME([name]) from\n"
           "sys.foreign_keys fk join sys.foreign_key_columns fkc\non fk.object_id=fkc.constraint_object_id\n"
           "where fkc.parent_object_id = object_id('%1')\n"
           "and col_name(fkc.parent_object_id, fkc.parent_column_id) = '%2'\n"
           "exec('alter table %3 drop constraint ' + @const_name)"_s.arg(plain, column.text,
                                                                         context.altered(table));
}

Result<QList<Statement>> MsSqlDdl::dropColumn(const DdlContext &context,
                                              const operation::DropColumn &change) const
{
    QList<Statement> statements;
    if (schema::isSet(change.options, u"mssql_drop_default"))
        statements.append(
            {.sql = dropByColumn(context, change.table, change.column, "sys.default_constraints"_L1)});
    if (schema::isSet(change.options, u"mssql_drop_check"))
        statements.append(
            {.sql = dropByColumn(context, change.table, change.column, "sys.check_constraints"_L1)});
    if (schema::isSet(change.options, u"mssql_drop_foreign_key"))
        statements.append({.sql = dropForeignKey(context, change.table, change.column)});
    const Statements dropped = DdlWriter::dropColumn(context, change);
    if (!dropped)
        return dropped;
    return statements + *dropped;
}

Result<QList<Statement>> MsSqlDdl::alterColumn(const DdlContext &context,
                                               const operation::AlterColumn &change) const
{
    operation::AlterColumn first = change;
    first.newName.reset();
    if (change.type && (change.isNullable || change.existingNullable)) {
        first.isNullable = change.isNullable ? change.isNullable : change.existingNullable;
        first.existingType = change.type;
        first.type.reset();
    } else if (change.isNullable && !change.existingType) {
        return commandError(
            u"MS-SQL ALTER COLUMN operations with NULL or NOT NULL require the existing_type or a new "
            "type_ be passed."_s);
    } else if (change.type) {
        context.note(
            u"MS-SQL ALTER COLUMN operations that specify type_= should also specify a nullable= or "
            "existing_nullable= argument to avoid implicit conversion of NOT NULL columns to NULL."_s);
    }
    QList<Statement> statements;
    const bool isGenerated = concernsIdentity(change) || concernsComputed(change);
    if (!isGenerated) {
        if (change.serverDefault && (change.existingServerDefault || !*change.serverDefault))
            statements.append(
                {.sql = dropByColumn(context, change.table, change.column, "sys.default_constraints"_L1)});
        first.serverDefault.reset();
    }
    const Statements altered = alterSeparately(context, first);
    if (!altered)
        return altered;
    statements += *altered;
    QList<Text> rest;
    if (!isGenerated && change.serverDefault && *change.serverDefault)
        rest.append(alterDefault(context, change));
    if (change.newName)
        rest.append(alterName(context, change));
    for (const Text &text : rest) {
        if (!text)
            return std::unexpected(text.error());
        statements.append({.sql = *text});
    }
    return statements;
}

Result<QString> MsSqlDdl::alterNullable(const DdlContext &context, const operation::AlterColumn &change) const
{
    const Text type = context.type(*change.existingType);
    return type
               ? Text(alterHead(context, change) + *type + (*change.isNullable ? u" NULL"_s : u" NOT NULL"_s))
               : type;
}

Result<QString> MsSqlDdl::alterDefault(const DdlContext &context, const operation::AlterColumn &change) const
{
    const Text value = newDefault(context, **change.serverDefault);
    if (!value)
        return value;
    return u"ALTER TABLE "_s + context.altered(change.table) + u" ADD DEFAULT "_s + *value + u" FOR "_s
           + context.quoted(change.column);
}

Result<QString> MsSqlDdl::alterType(const DdlContext &context, const operation::AlterColumn &change) const
{
    const Text type = context.type(*change.type);
    return type ? Text(alterHead(context, change) + *type) : type;
}

Result<QString> MsSqlDdl::alterComment(const DdlContext &context, const operation::AlterColumn &change) const
{
    const Text place = propertyPlace(context, change.table);
    if (!place)
        return place;
    const QString end = *place + u", 'column', "_s + context.quoted(change.column);
    if (!*change.comment)
        return u"exec sp_dropextendedproperty 'MS_Description', "_s + end;
    const QString procedure =
        change.existingComment ? u"sp_updateextendedproperty"_s : u"sp_addextendedproperty"_s;
    return u"exec "_s + procedure + u" 'MS_Description', N"_s + context.string(**change.comment) + u", "_s
           + end;
}

Result<QString> MsSqlDdl::alterName(const DdlContext &context, const operation::AlterColumn &change) const
{
    return u"EXEC sp_rename '"_s + context.altered(change.table) + u'.' + context.quoted(change.column)
           + u"', "_s + context.quoted(*change.newName) + u", 'COLUMN'"_s;
}

/// Alembic leaves out IF NOT EXISTS, REFERENCES, PRIMARY KEY and CHECKs here.
Result<QString> MsSqlDdl::addColumnText(const DdlContext &context, const operation::AddColumn &,
                                        const TableFrame &frame) const
{
    const Text text = columnText(context, frame, frame.table().columns.constFirst());
    return text ? Text(u"ADD "_s + *text) : text;
}

} // namespace

const DdlWriter &msSqlDdl()
{
    static const MsSqlDdl writer;
    return writer;
}

} // namespace athanor::dialect
