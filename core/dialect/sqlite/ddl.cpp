// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/ddl.h"

#include "core/sql/affinity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

constexpr auto noAlter =
    "No support for ALTER of constraints in SQLite dialect. Please refer to the batch mode "
    "feature which allows for SQLite migrations using a copy-and-move strategy."_L1;

class SqliteDdl final : public DdlWriter
{
public:
    SqliteDdl()
        : DdlWriter(DialectName::Sqlite)
    {
    }

protected:
    Text columnText(const DdlContext &context, const TableFrame &frame,
                    const schema::Column &column) const override;
    Text tableOptions(const DdlContext &context, const schema::Table &table) const override;
    MaybeText primaryKeyText(const DdlContext &context, const TableFrame &frame,
                             const schema::PrimaryKey &key) const override;
    MaybeText uniqueText(const DdlContext &context, const TableFrame &frame,
                         const schema::UniqueConstraint &unique) const override;
    MaybeText checkText(const DdlContext &context, const schema::CheckConstraint &check) const override;
    Text columnCheckText(const DdlContext &context, const schema::ColumnCheck &check) const override;
    MaybeText foreignKeyText(const DdlContext &context, const schema::QualifiedName &table,
                             const schema::ForeignKeyConstraint &key) const override;
    QString referredTable(const DdlContext &context, const schema::QualifiedName &table) const override;
    Result<Statement> createIndex(const DdlContext &context,
                                  const operation::CreateIndex &change) const override;
    Text alterComment(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterName(const DdlContext &context, const operation::AlterColumn &change) const override;
    Statements addConstraint(const DdlContext &context,
                             const operation::AddConstraint &change) const override;
    Statements dropConstraint(const DdlContext &context,
                              const operation::DropConstraint &change) const override;
};

QString onConflict(const QString &action)
{
    return action.isEmpty() ? action : u" ON CONFLICT "_s + action;
}

/// The constraint's own action, or that of its only column.
QString conflictAction(const TableFrame &frame, const schema::Options &options,
                       const QList<schema::Name> &columns, QStringView columnKeyword)
{
    const QString action = schema::textOption(options, u"sqlite_on_conflict");
    if (!action.isEmpty() || columns.size() != 1)
        return action;
    const schema::Column *column = frame.column(columns.constFirst().text);
    return column ? schema::textOption(column->options, columnKeyword) : QString();
}

/// Written in quotes or parentheses, or one word: what SQLite takes behind DEFAULT as it is.
bool isPlainDefault(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'\'') || trimmed.startsWith(u'"') || trimmed.startsWith(u'('))
        return true;
    return std::ranges::all_of(text.section(u'\n', 0, 0),
                               [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
}

bool isInlineKey(const TableFrame &frame, const schema::Column &column)
{
    return schema::isSet(frame.table().options, u"sqlite_autoincrement") && frame.isPrimaryKey(column)
           && frame.primaryKey()->columns.size() == 1
           && sql::affinityOf(column.type.kind) == sql::Affinity::Integer && !frame.hasForeignKey(column);
}

Result<QString> SqliteDdl::columnText(const DdlContext &context, const TableFrame &frame,
                                      const schema::Column &column) const
{
    Text text = nameAndType(context, column);
    if (!text)
        return text;
    const MaybeText value = defaultText(context, column);
    if (!value)
        return std::unexpected(value.error());
    if (*value)
        *text += u" DEFAULT "_s + (isPlainDefault(**value) ? **value : QString(u'(' + **value + u')'));
    if (!frame.isNullable(column)) {
        *text +=
            u" NOT NULL"_s + onConflict(schema::textOption(column.options, u"sqlite_on_conflict_not_null"));
    }
    if (frame.isPrimaryKey(column) && column.autoincrement == schema::Autoincrement::Yes
        && frame.primaryKey()->columns.size() != 1)
        return ddlError(u"SQLite does not support autoincrement for composite primary keys"_s);
    if (isInlineKey(frame, column)) {
        *text += u" PRIMARY KEY"_s
                 + onConflict(schema::textOption(column.options, u"sqlite_on_conflict_primary_key"))
                 + u" AUTOINCREMENT"_s;
    }
    const Text generated = generatedText(context, column);
    if (!generated)
        return generated;
    return *text + *generated;
}

Result<QString> SqliteDdl::tableOptions(const DdlContext &, const schema::Table &table) const
{
    QStringList options;
    const auto *rowid = schema::option(table.options, u"sqlite_with_rowid");
    if (rowid && !schema::isSet(table.options, u"sqlite_with_rowid"))
        options.append(u"WITHOUT ROWID"_s);
    if (schema::isSet(table.options, u"sqlite_strict"))
        options.append(u"STRICT"_s);
    return options.isEmpty() ? QString() : u"\n "_s + options.join(u",\n "_s);
}

DdlWriter::MaybeText SqliteDdl::primaryKeyText(const DdlContext &context, const TableFrame &frame,
                                               const schema::PrimaryKey &key) const
{
    if (key.columns.size() == 1) {
        const schema::Column *column = frame.column(key.columns.constFirst().text);
        if (column && isInlineKey(frame, *column))
            return std::nullopt;
    }
    MaybeText text = DdlWriter::primaryKeyText(context, frame, key);
    if (text && *text)
        **text +=
            onConflict(conflictAction(frame, key.options, key.columns, u"sqlite_on_conflict_primary_key"));
    return text;
}

DdlWriter::MaybeText SqliteDdl::uniqueText(const DdlContext &context, const TableFrame &frame,
                                           const schema::UniqueConstraint &unique) const
{
    MaybeText text = DdlWriter::uniqueText(context, frame, unique);
    if (text && *text)
        **text +=
            onConflict(conflictAction(frame, unique.options, unique.columns, u"sqlite_on_conflict_unique"));
    return text;
}

DdlWriter::MaybeText SqliteDdl::checkText(const DdlContext &context,
                                          const schema::CheckConstraint &check) const
{
    MaybeText text = DdlWriter::checkText(context, check);
    if (text && *text)
        **text += onConflict(schema::textOption(check.options, u"sqlite_on_conflict"));
    return text;
}

Result<QString> SqliteDdl::columnCheckText(const DdlContext &context, const schema::ColumnCheck &check) const
{
    if (!schema::textOption(check.options, u"sqlite_on_conflict").isEmpty())
        return ddlError(u"SQLite does not support on conflict clause for column check constraint"_s);
    return DdlWriter::columnCheckText(context, check);
}

DdlWriter::MaybeText SqliteDdl::foreignKeyText(const DdlContext &context, const schema::QualifiedName &table,
                                               const schema::ForeignKeyConstraint &key) const
{
    // SQLite has no foreign keys from one attached file to another.
    if (table.schema.text != key.referredTable.schema.text)
        return std::nullopt;
    return DdlWriter::foreignKeyText(context, table, key);
}

QString SqliteDdl::referredTable(const DdlContext &context, const schema::QualifiedName &table) const
{
    return context.quoted(table.name);
}

Result<Statement> SqliteDdl::createIndex(const DdlContext &context,
                                         const operation::CreateIndex &change) const
{
    const schema::Index &index = change.index;
    const Text name = indexName(context, index.name, index.table.schema);
    if (!name)
        return std::unexpected(name.error());
    const Text elements = indexElements(context, index);
    if (!elements)
        return std::unexpected(elements.error());
    QString text = (index.isUnique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s)
                   + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString()) + *name + u" ON "_s
                   + context.quoted(index.table.name) + u" ("_s + *elements + u')';
    const MaybeText where = optionClause(context, index.options, u"sqlite_where");
    if (!where)
        return std::unexpected(where.error());
    if (*where)
        text += u" WHERE "_s + **where;
    return Statement{.sql = text};
}

Result<QString> SqliteDdl::alterComment(const DdlContext &, const operation::AlterColumn &change) const
{
    return ddlError(u"a column's comment (%1.%2) can't be changed on SQLite: it has no comments"_s.arg(
        change.table.name.text, change.column.text));
}

Result<QString> SqliteDdl::alterName(const DdlContext &context, const operation::AlterColumn &change) const
{
    return u"ALTER TABLE "_s + context.altered(change.table) + u" RENAME COLUMN "_s
           + context.quoted(change.column) + u" TO "_s + context.quoted(*change.newName);
}

Result<QList<Statement>> SqliteDdl::addConstraint(const DdlContext &context,
                                                  const operation::AddConstraint &change) const
{
    const auto *check = std::get_if<schema::CheckConstraint>(&change.constraint);
    if (!check || !check->ofType)
        return notImplementedError(noAlter);
    if (checksType(context, *check->ofType)) {
        context.note(
            u"Skipping unsupported ALTER for creation of implicit constraint. Please refer to the batch "
            "mode feature which allows for SQLite migrations using a copy-and-move strategy."_s);
    }
    return QList<Statement>();
}

Result<QList<Statement>> SqliteDdl::dropConstraint(const DdlContext &,
                                                   const operation::DropConstraint &change) const
{
    if (!change.ofType)
        return notImplementedError(noAlter);
    return QList<Statement>();
}

} // namespace

const DdlWriter &sqliteDdl()
{
    static const SqliteDdl writer;
    return writer;
}

} // namespace athanor::dialect
