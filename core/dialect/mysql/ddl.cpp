// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/ddl.h"

#include "core/dialect/mysql/tableoptions.h"
#include "core/sql/affinity.h"
#include "core/sql/clausenode.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::TypeKind;

class MySqlDdl final : public DdlWriter
{
public:
    explicit MySqlDdl(DialectName dialect)
        : DdlWriter(dialect)
        , m_isMariaDb(dialect == DialectName::MariaDb)
    {
    }

protected:
    Text columnText(const DdlContext &context, const TableFrame &frame,
                    const schema::Column &column) const override;
    QString sequenceOptions(const schema::Sequence &sequence) const override;
    Text tableOptions(const DdlContext &context, const schema::Table &table) const override;
    QString renameTable(const DdlContext &context, const operation::RenameTable &change) const override;
    Text tableComment(const DdlContext &context, const operation::SetTableComment &change) const override;
    Text columnComment(const DdlContext &context, const schema::QualifiedName &table,
                       const schema::Column &column) const override;
    MaybeText primaryKeyText(const DdlContext &context, const TableFrame &frame,
                             const schema::PrimaryKey &key) const override;
    Text matchText(const schema::ForeignKeyConstraint &key) const override;
    Result<Statement> createIndex(const DdlContext &context,
                                  const operation::CreateIndex &change) const override;
    Result<Statement> dropIndex(const DdlContext &context, const operation::DropIndex &change) const override;
    Text indexElement(const DdlContext &context, const schema::IndexElement &element) const override;
    Statements alterColumn(const DdlContext &context, const operation::AlterColumn &change) const override;
    Statements dropConstraint(const DdlContext &context,
                              const operation::DropConstraint &change) const override;

private:
    Text changedColumn(const DdlContext &context, const operation::AlterColumn &change) const;
    Text elementsWithLengths(const DdlContext &context, const schema::Index &index) const;
    /// MariaDB's own keyword, or MySQL's where SQLAlchemy falls back to it.
    QString ownOrMySql(const DdlContext &context, const schema::Options &options,
                       QLatin1StringView keyword) const;
    QString prefixed(QLatin1StringView keyword) const
    {
        return (m_isMariaDb ? u"mariadb_"_s : u"mysql_"_s) + keyword;
    }

    bool m_isMariaDb;
};

QString MySqlDdl::ownOrMySql(const DdlContext &context, const schema::Options &options,
                             QLatin1StringView keyword) const
{
    const QString own = schema::textOption(options, prefixed(keyword));
    if (!own.isEmpty() || !m_isMariaDb)
        return own;
    const QString text = schema::textOption(options, QString("mysql_"_L1 + keyword));
    if (!text.isEmpty()) {
        context.note(
            u"Using 'mysql_%1' with the 'mariadb' dialect is deprecated; please additionally specify "
            "'mariadb_%1'."_s.arg(keyword));
    }
    return text;
}

bool isTimestamp(const sql::Type &type)
{
    const TypeKind kind = type.kind;
    return kind == TypeKind::SqlTimestamp || kind == TypeKind::MyTimestamp || kind == TypeKind::PgTimestamp
           || kind == TypeKind::OraTimestamp;
}

Result<QString> MySqlDdl::columnText(const DdlContext &context, const TableFrame &frame,
                                     const schema::Column &column) const
{
    Text text = nameAndType(context, column);
    if (!text)
        return text;
    const Text generated = generatedText(context, column);
    if (!generated)
        return generated;
    *text += *generated;
    const bool isComputed =
        column.serverDefault && std::holds_alternative<schema::Computed>(*column.serverDefault);
    const bool isIdentity =
        column.serverDefault && std::holds_alternative<schema::Identity>(*column.serverDefault);
    if (!frame.isNullable(column) && !(m_isMariaDb && isComputed && !column.isNullable))
        *text += " NOT NULL"_L1;
    else if (isTimestamp(context.resolved(column.type)))
        *text += " NULL"_L1;
    if (column.comment)
        *text += u" COMMENT "_s + context.string(*column.comment);
    if (frame.isAutoincrement(column) && (!column.serverDefault || isIdentity))
        return *text + u" AUTO_INCREMENT"_s;
    const MaybeText value = defaultText(context, column);
    if (!value)
        return std::unexpected(value.error());
    if (*value)
        *text += u" DEFAULT "_s + **value;
    return text;
}

QString MySqlDdl::sequenceOptions(const schema::Sequence &sequence) const
{
    return DdlWriter::sequenceOptions(sequence).replace("NO CYCLE"_L1, "NOCYCLE"_L1);
}

Result<QString> MySqlDdl::tableOptions(const DdlContext &context, const schema::Table &table) const
{
    return mySqlTableOptions(context, table, prefixed(QLatin1StringView()));
}

QString MySqlDdl::renameTable(const DdlContext &context, const operation::RenameTable &change) const
{
    return u"ALTER TABLE "_s + context.altered(change.table) + u" RENAME TO "_s
           + context.altered({.schema = change.table.schema, .name = change.newName});
}

Result<QString> MySqlDdl::tableComment(const DdlContext &context,
                                       const operation::SetTableComment &change) const
{
    return u"ALTER TABLE "_s + context.qualified(change.table) + u" COMMENT "_s
           + (change.comment ? context.string(*change.comment) : u"''"_s);
}

Result<QString> MySqlDdl::columnComment(const DdlContext &context, const schema::QualifiedName &table,
                                        const schema::Column &column) const
{
    const schema::Table whole{.name = table, .columns = {column}};
    const Result<TableFrame> frame = TableFrame::of(whole);
    if (!frame)
        return std::unexpected(frame.error());
    const Text text = columnText(context, *frame, whole.columns.constFirst());
    if (!text)
        return text;
    return u"ALTER TABLE "_s + context.qualified(table) + u" CHANGE "_s + context.quoted(column.name) + u' '
           + *text;
}

DdlWriter::MaybeText MySqlDdl::primaryKeyText(const DdlContext &context, const TableFrame &frame,
                                              const schema::PrimaryKey &key) const
{
    MaybeText text = DdlWriter::primaryKeyText(context, frame, key);
    if (!text || !*text)
        return text;
    if (const QString method = ownOrMySql(context, key.options, "using"_L1); !method.isEmpty())
        **text += u" USING "_s + context.quoted({.text = method});
    return text;
}

Result<QString> MySqlDdl::matchText(const schema::ForeignKeyConstraint &key) const
{
    if (key.match.isEmpty())
        return QString();
    return ddlError(
        u"MySQL ignores the 'MATCH' keyword while at the same time causes ON UPDATE/ON DELETE clauses to "
        "be ignored."_s);
}

/// What MySQL wants in parentheses of its own among an index's columns: operators and functions.
bool needsParentheses(const sql::Clause &clause)
{
    if (const auto *unary = sql::as<sql::Unary>(clause)) {
        return unary->modifier != sql::Operator::Ascending && unary->modifier != sql::Operator::Descending;
    }
    return sql::as<sql::Binary>(clause) || sql::as<sql::Function>(clause);
}

Result<QString> MySqlDdl::indexElement(const DdlContext &context, const schema::IndexElement &element) const
{
    const Text text = DdlWriter::indexElement(context, element);
    const auto *clause = std::get_if<sql::Clause>(&element);
    if (!text || !clause || !needsParentheses(*clause))
        return text;
    return u'(' + *text + u')';
}

Result<QString> MySqlDdl::elementsWithLengths(const DdlContext &context, const schema::Index &index) const
{
    const schema::OptionValue *length = schema::option(index.options, prefixed("length"_L1));
    const auto *lengths = length ? std::get_if<schema::OptionMap>(length) : nullptr;
    const auto *number = length ? std::get_if<qint64>(length) : nullptr;
    QStringList texts;
    for (const schema::IndexElement &element : index.elements) {
        Text text = indexElement(context, element);
        if (!text)
            return text;
        const auto *name = std::get_if<schema::Name>(&element);
        QString size = number ? QString::number(*number) : QString();
        for (const auto &[column, value] : lengths ? *lengths : schema::OptionMap()) {
            if ((name && column == name->text) || column == *text)
                size = value;
        }
        texts.append(size.isEmpty() ? *text : *text + u'(' + size + u')');
    }
    return texts.join(", "_L1);
}

Result<Statement> MySqlDdl::createIndex(const DdlContext &context, const operation::CreateIndex &change) const
{
    const schema::Index &index = change.index;
    const Text elements = elementsWithLengths(context, index);
    if (!elements)
        return std::unexpected(elements.error());
    const Text name = indexName(context, index.name, {});
    if (!name)
        return std::unexpected(name.error());
    QString text = index.isUnique ? u"CREATE UNIQUE "_s : u"CREATE "_s;
    if (const QString prefix = schema::textOption(index.options, prefixed("prefix"_L1)); !prefix.isEmpty())
        text += prefix + u' ';
    text += u"INDEX "_s + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString()) + *name + u" ON "_s
            + context.qualified(index.table) + u" ("_s + *elements + u')';
    if (const QString parser = ownOrMySql(context, index.options, "with_parser"_L1); !parser.isEmpty())
        text += u" WITH PARSER "_s + parser;
    if (const QString method = ownOrMySql(context, index.options, "using"_L1); !method.isEmpty())
        text += u" USING "_s + context.quoted({.text = method});
    return Statement{.sql = text};
}

Result<Statement> MySqlDdl::dropIndex(const DdlContext &context, const operation::DropIndex &change) const
{
    const Text name = indexName(context, change.name, {});
    if (!name)
        return std::unexpected(name.error());
    schema::QualifiedName table = change.table;
    if (table.name.isEmpty())
        table.name.text = u"no_table"_s;
    return Statement{.sql = u"DROP INDEX "_s + (change.ifExists ? u"IF EXISTS "_s : QString()) + *name
                            + u" ON "_s + context.qualified(table)};
}

/// "TYPE NULL|NOT NULL AUTO_INCREMENT DEFAULT x COMMENT 'y'": what MODIFY and CHANGE state anew.
Result<QString> MySqlDdl::changedColumn(const DdlContext &context, const operation::AlterColumn &change) const
{
    const auto &type = change.type ? change.type : change.existingType;
    if (!type)
        return commandError(u"All MySQL CHANGE/MODIFY COLUMN operations require the existing type."_s);
    Text text = context.type(*type);
    if (!text)
        return text;
    *text += change.isNullable.value_or(change.existingNullable.value_or(true)) ? " NULL"_L1 : " NOT NULL"_L1;
    if (change.autoincrement.value_or(change.existingAutoincrement.value_or(false)))
        *text += " AUTO_INCREMENT"_L1;
    const auto &value = change.serverDefault ? change.serverDefault : change.existingServerDefault;
    if (value && *value) {
        const Text written = newDefault(context, **value);
        if (!written)
            return written;
        *text += u" DEFAULT "_s + *written;
    }
    const QString comment =
        change.comment ? change.comment->value_or(QString()) : change.existingComment.value_or(QString());
    if (!comment.isEmpty())
        *text += u" COMMENT "_s + context.string(comment);
    return text;
}

Result<QList<Statement>> MySqlDdl::alterColumn(const DdlContext &context,
                                               const operation::AlterColumn &change) const
{
    if (concernsIdentity(change) || concernsComputed(change)) {
        operation::AlterColumn others = change;
        others.isNullable.reset();
        others.type.reset();
        others.comment.reset();
        others.newName.reset();
        others.autoincrement.reset();
        others.existingAutoincrement.reset();
        if (const Statements refused = alterSeparately(context, others); !refused)
            return refused;
    }
    const auto &type = change.type ? change.type : change.existingType;
    // Alembic takes any DATETIME for one with a default of its own making, unless the default goes or the
    // type is not made yet.
    const bool isDateTime = type && !change.isTypeAClass
                            && sql::affinityOf(context.resolved(*type).kind) == sql::Affinity::DateTime
                            && (!change.serverDefault || *change.serverDefault);
    const QString head = u"ALTER TABLE "_s + context.altered(change.table) + u' ';
    const QString column = context.quoted(change.column);
    QString text;
    if (change.newName || isDateTime) {
        const Text specification = changedColumn(context, change);
        if (!specification)
            return std::unexpected(specification.error());
        text = head + u"CHANGE "_s + column + u' '
               + (change.newName ? context.quoted(*change.newName) : column) + u' ' + *specification;
    } else if (change.isNullable || change.type || change.autoincrement || change.comment) {
        const Text specification = changedColumn(context, change);
        if (!specification)
            return std::unexpected(specification.error());
        text = head + u"MODIFY "_s + column + u' ' + *specification;
    } else if (change.serverDefault) {
        const Text written = alterDefault(context, change);
        if (!written)
            return std::unexpected(written.error());
        text = *written;
    } else {
        return QList<Statement>();
    }
    return QList<Statement>{{.sql = text}};
}

Result<QList<Statement>> MySqlDdl::dropConstraint(const DdlContext &context,
                                                  const operation::DropConstraint &change) const
{
    // Alembic leaves the CHECK of a Boolean or Enum where it is.
    if (change.ofType)
        return QList<Statement>();
    QString kind;
    switch (change.kind) {
    case operation::ConstraintKind::PrimaryKey:
        return QList<Statement>{
            {.sql = u"ALTER TABLE "_s + context.qualified(change.table) + u" DROP PRIMARY KEY"_s}};
    case operation::ConstraintKind::ForeignKey:
        kind = u"FOREIGN KEY "_s;
        break;
    case operation::ConstraintKind::Unique:
        kind = u"INDEX "_s;
        break;
    case operation::ConstraintKind::Check:
        kind = m_isMariaDb ? u"CONSTRAINT "_s : u"CHECK "_s;
        break;
    case operation::ConstraintKind::Unknown:
        return notImplementedError(
            u"No generic 'DROP CONSTRAINT' in MySQL - please specify constraint type"_s);
    }
    if (change.name.isEmpty()) {
        return accident(u"Can't emit DROP CONSTRAINT for a constraint of table '%1'; it has no name"_s.arg(
            change.table.name.text));
    }
    const Text name = context.constraintName(change.name);
    if (!name)
        return std::unexpected(name.error());
    return QList<Statement>{
        {.sql = u"ALTER TABLE "_s + context.qualified(change.table) + u" DROP "_s + kind + *name}};
}

} // namespace

const DdlWriter &mySqlDdl()
{
    static const MySqlDdl writer(DialectName::MySql);
    return writer;
}

const DdlWriter &mariaDbDdl()
{
    static const MySqlDdl writer(DialectName::MariaDb);
    return writer;
}

} // namespace athanor::dialect
