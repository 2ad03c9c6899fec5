// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

/// Alembic's stand-in where a script names no table.
static schema::QualifiedName orNoTable(schema::QualifiedName table)
{
    if (table.name.isEmpty())
        table.name.text = u"no_table"_s;
    return table;
}

static Done readElements(Evaluator &evaluator, Value columns, schema::Index &index)
{
    return evaluator.iterate(columns, [&](Value item) -> Done {
        auto element = sqlalchemy::indexElementFrom(evaluator, item);
        if (!element)
            return std::unexpected(element.error());
        index.elements.append(std::move(*element));
        return {};
    });
}

Evaluated createIndex(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "create_index", "index_name, table_name, columns, *, schema=, unique=, if_not_exists=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    operation::CreateIndex change;
    auto table = tableOf(evaluator, (*given)[1], (*given)[3], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    change.index.table = orNoTable(std::move(*table));
    auto name = nameOf(evaluator, (*given)[0], "the name of an index");
    if (!name)
        return std::unexpected(name.error());
    change.index.name = std::move(*name);
    const Done elements = readElements(evaluator, given->value(2), change.index);
    if (!elements)
        return std::unexpected(elements.error());
    const auto unique = truthOf(evaluator, (*given)[4]);
    if (!unique)
        return std::unexpected(unique.error());
    change.index.isUnique = *unique;
    const auto ifNotExists = truthOf(evaluator, (*given)[5]);
    if (!ifNotExists)
        return std::unexpected(ifNotExists.error());
    change.ifNotExists = *ifNotExists;
    const auto keywords = without(given->variadicKeywords, {"info", "quote"});
    auto options = sqlalchemy::optionsFrom(evaluator, keywords, "create_index()");
    if (!options)
        return std::unexpected(options.error());
    change.index.options = std::move(*options);
    const auto named = schema::applyConvention(contextOf(evaluator).settings.convention, change.index);
    if (!named)
        return raised(evaluator, named.error());
    return emitChange(evaluator, std::move(change));
}

Evaluated dropIndex(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("drop_index", "index_name, table_name=, *, schema=, if_exists=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    operation::DropIndex change;
    auto table = tableOf(evaluator, (*given)[1], (*given)[2], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    change.table = std::move(*table);
    const auto name = nameOf(evaluator, (*given)[0], "the name of an index");
    if (!name)
        return std::unexpected(name.error());
    auto conventional = schema::conventionName(contextOf(evaluator).settings.convention,
                                               orNoTable(change.table), {.kind = u"ix"_s, .name = *name});
    if (!conventional)
        return raised(evaluator, conventional.error());
    change.name = std::move(*conventional);
    const auto ifExists = truthOf(evaluator, (*given)[3]);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    change.ifExists = *ifExists;
    auto options = sqlalchemy::optionsFrom(
        evaluator, without(given->variadicKeywords, {"info", "quote", "unique"}), "drop_index()");
    if (!options)
        return std::unexpected(options.error());
    change.options = std::move(*options);
    return emitChange(evaluator, std::move(change));
}

} // namespace athanor::alembic
