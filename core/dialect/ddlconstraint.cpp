// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

bool isOneOf(const QString &phrase, std::span<const QLatin1StringView> phrases)
{
    return std::ranges::any_of(
        phrases, [&](QLatin1StringView known) { return phrase.compare(known, Qt::CaseInsensitive) == 0; });
}

constexpr std::array referentialActions = {"RESTRICT"_L1, "CASCADE"_L1, "SET NULL"_L1, "NO ACTION"_L1,
                                           "SET DEFAULT"_L1};
constexpr std::array initialModes = {"DEFERRED"_L1, "IMMEDIATE"_L1};

std::unexpected<Error> unexpectedPhrase(const QString &phrase)
{
    return ddlError(u"Unexpected SQL phrase: '%1'"_s.arg(phrase));
}

} // namespace

DdlWriter::MaybeText DdlWriter::constraintText(const DdlContext &context, const TableFrame &frame,
                                               const schema::Constraint &constraint) const
{
    struct Kinds
    {
        const DdlWriter &writer;
        const DdlContext &context;
        const TableFrame &frame;

        MaybeText operator()(const schema::PrimaryKey &key) const
        {
            return writer.primaryKeyText(context, frame, key);
        }
        MaybeText operator()(const schema::UniqueConstraint &unique) const
        {
            return writer.uniqueText(context, frame, unique);
        }
        MaybeText operator()(const schema::CheckConstraint &check) const
        {
            return writer.checkText(context, check);
        }
        MaybeText operator()(const schema::ForeignKeyConstraint &key) const
        {
            return writer.foreignKeyText(context, frame.table().name, key);
        }
        MaybeText operator()(const schema::ExcludeConstraint &exclude) const
        {
            return writer.excludeText(context, exclude);
        }
    };
    return std::visit(Kinds{*this, context, frame}, constraint);
}

Result<QString> DdlWriter::preamble(const DdlContext &context, const schema::Name &name) const
{
    if (name.isEmpty())
        return QString();
    const Text text = context.constraintName(name);
    return text ? Text(u"CONSTRAINT "_s + *text + u' ') : text;
}

Result<QString> DdlWriter::deferrability(const std::optional<bool> &isDeferrable,
                                         const QString &initially) const
{
    QString text;
    if (isDeferrable)
        text += *isDeferrable ? " DEFERRABLE"_L1 : " NOT DEFERRABLE"_L1;
    if (initially.isEmpty())
        return text;
    if (!isOneOf(initially, initialModes))
        return unexpectedPhrase(initially);
    return text + u" INITIALLY "_s + initially;
}

QString DdlWriter::columnList(const DdlContext &context, const QList<schema::Name> &columns) const
{
    QStringList names;
    for (const schema::Name &column : columns)
        names.append(context.quoted(column));
    return names.join(", "_L1);
}

QString DdlWriter::clusteringText(const schema::Options &) const
{
    return {};
}

QString DdlWriter::distinctText(const schema::Options &) const
{
    return {};
}

DdlWriter::MaybeText DdlWriter::primaryKeyText(const DdlContext &context, const TableFrame &,
                                               const schema::PrimaryKey &key) const
{
    const Text name = preamble(context, key.name);
    if (!name)
        return std::unexpected(name.error());
    const Text tail = deferrability(key.isDeferrable, key.initially);
    if (!tail)
        return std::unexpected(tail.error());
    return *name + u"PRIMARY KEY "_s + clusteringText(key.options) + u'(' + columnList(context, key.columns)
           + u')' + *tail;
}

DdlWriter::MaybeText DdlWriter::uniqueText(const DdlContext &context, const TableFrame &,
                                           const schema::UniqueConstraint &unique) const
{
    if (unique.columns.isEmpty())
        return QString();
    const Text name = preamble(context, unique.name);
    if (!name)
        return std::unexpected(name.error());
    const Text tail = deferrability(unique.isDeferrable, unique.initially);
    if (!tail)
        return std::unexpected(tail.error());
    return *name + u"UNIQUE "_s + distinctText(unique.options) + clusteringText(unique.options) + u'('
           + columnList(context, unique.columns) + u')' + *tail;
}

bool DdlWriter::checksType(const DdlContext &context, const sql::Type &type) const
{
    const Dialect &dialect = context.dialect();
    const sql::Type &own = context.resolved(type);
    if (own.kind == sql::TypeKind::Boolean || own.kind == sql::TypeKind::SqlBoolean) {
        // SQL Server's BIT takes nothing else, and SQLAlchemy does not check it.
        return !dialect.capabilities.hasNativeBoolean && m_dialect != DialectName::MsSql;
    }
    if (own.kind == sql::TypeKind::Enum)
        return !own.isNative || !dialect.capabilities.hasNativeEnum;
    return false;
}

DdlWriter::MaybeText DdlWriter::checkText(const DdlContext &context,
                                          const schema::CheckConstraint &check) const
{
    if (check.ofType && !checksType(context, *check.ofType))
        return std::nullopt;
    const Text text = DdlWriter::columnCheckText(context, {.name = check.name,
                                                           .condition = check.condition,
                                                           .isDeferrable = check.isDeferrable,
                                                           .initially = check.initially});
    if (!text)
        return std::unexpected(text.error());
    return *text;
}

Result<QString> DdlWriter::columnCheckText(const DdlContext &context, const schema::ColumnCheck &check) const
{
    const Text name = preamble(context, check.name);
    if (!name)
        return name;
    const Text condition = context.expression(check.condition);
    if (!condition)
        return condition;
    const Text tail = deferrability(check.isDeferrable, check.initially);
    if (!tail)
        return tail;
    return *name + u"CHECK ("_s + *condition + u')' + *tail;
}

DdlWriter::MaybeText DdlWriter::foreignKeyText(const DdlContext &context, const schema::QualifiedName &,
                                               const schema::ForeignKeyConstraint &key) const
{
    const Text name = preamble(context, key.name);
    if (!name)
        return std::unexpected(name.error());
    const Text match = matchText(key);
    if (!match)
        return std::unexpected(match.error());
    const Text cascades = cascadesText(context, key);
    if (!cascades)
        return std::unexpected(cascades.error());
    const Text tail = deferrability(key.isDeferrable, key.initially);
    if (!tail)
        return std::unexpected(tail.error());
    return *name + u"FOREIGN KEY("_s + columnList(context, key.columns) + u") REFERENCES "_s
           + referredTable(context, key.referredTable) + u" ("_s + columnList(context, key.referredColumns)
           + u')' + *match + *cascades + *tail;
}

QString DdlWriter::referredTable(const DdlContext &context, const schema::QualifiedName &table) const
{
    return context.qualified(table);
}

Result<QString> DdlWriter::matchText(const schema::ForeignKeyConstraint &key) const
{
    return key.match.isEmpty() ? QString() : u" MATCH "_s + key.match;
}

bool DdlWriter::acceptsOnDelete(const QString &phrase) const
{
    return isOneOf(phrase, referentialActions);
}

Result<QString> DdlWriter::cascadesText(const DdlContext &, const schema::ForeignKeyConstraint &key) const
{
    QString text;
    if (!key.onDelete.isEmpty()) {
        if (!acceptsOnDelete(key.onDelete))
            return unexpectedPhrase(key.onDelete);
        text += u" ON DELETE "_s + key.onDelete;
    }
    if (!key.onUpdate.isEmpty()) {
        if (!isOneOf(key.onUpdate, referentialActions))
            return unexpectedPhrase(key.onUpdate);
        text += u" ON UPDATE "_s + key.onUpdate;
    }
    return text;
}

DdlWriter::MaybeText DdlWriter::excludeText(const DdlContext &context,
                                            const schema::ExcludeConstraint &) const
{
    return ddlError(u"EXCLUDE constraints can't be written for %1: only PostgreSQL has them"_s.arg(
        context.dialect().text));
}

} // namespace athanor::dialect
