// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

Result<QString> DdlWriter::indexName(const DdlContext &context, const schema::Name &name,
                                     const schema::Name &schema) const
{
    const Text text = context.indexName(name);
    if (!text || schema.isEmpty())
        return text;
    // The schema as the dialect qualifies names with it.
    const QString qualified = context.qualified({.schema = schema, .name = {.text = u"x"_s}});
    return qualified.chopped(1) + *text;
}

Result<QString> DdlWriter::indexElement(const DdlContext &context, const schema::IndexElement &element) const
{
    if (const auto *name = std::get_if<schema::Name>(&element))
        return context.quoted(*name);
    return context.expression(std::get<sql::Clause>(element));
}

Result<QString> DdlWriter::indexElements(const DdlContext &context, const schema::Index &index) const
{
    QStringList texts;
    for (const schema::IndexElement &element : index.elements) {
        Text text = indexElement(context, element);
        if (!text)
            return text;
        texts.append(*std::move(text));
    }
    return texts.join(", "_L1);
}

DdlWriter::MaybeText DdlWriter::optionClause(const DdlContext &context, const schema::Options &options,
                                             QStringView keyword) const
{
    const schema::OptionValue *value = schema::option(options, keyword);
    if (!value)
        return std::nullopt;
    if (const auto *text = std::get_if<QString>(value))
        return *text;
    const auto *clause = std::get_if<sql::Clause>(value);
    if (!clause || clause->isNull())
        return std::nullopt;
    Text text = context.expression(*clause);
    if (!text)
        return std::unexpected(text.error());
    return *std::move(text);
}

QString DdlWriter::includeText(const DdlContext &context, const schema::Options &options,
                               QStringView keyword) const
{
    const schema::OptionValue *value = schema::option(options, keyword);
    const auto *names = value ? std::get_if<QStringList>(value) : nullptr;
    if (!names || names->isEmpty())
        return {};
    QStringList texts;
    for (const QString &name : *names)
        texts.append(context.quoted({.text = name}));
    return u" INCLUDE ("_s + texts.join(", "_L1) + u')';
}

Result<Statement> DdlWriter::createIndex(const DdlContext &context,
                                         const operation::CreateIndex &change) const
{
    const schema::Index &index = change.index;
    if (index.name.isEmpty())
        return ddlError(u"CREATE INDEX requires that the index have a name"_s);
    const Text name = indexName(context, index.name, {});
    if (!name)
        return std::unexpected(name.error());
    const Text elements = indexElements(context, index);
    if (!elements)
        return std::unexpected(elements.error());
    return Statement{.sql = (index.isUnique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s)
                            + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString()) + *name + u" ON "_s
                            + context.qualified(index.table) + u" ("_s + *elements + u')'};
}

Result<Statement> DdlWriter::dropIndex(const DdlContext &context, const operation::DropIndex &change) const
{
    if (change.name.isEmpty())
        return ddlError(u"DROP INDEX requires that the index have a name"_s);
    const Text name = indexName(context, change.name, change.table.schema);
    if (!name)
        return std::unexpected(name.error());
    return Statement{.sql = u"DROP INDEX "_s + (change.ifExists ? u"IF EXISTS "_s : QString()) + *name};
}

} // namespace athanor::dialect
