// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

#include <algorithm>
#include <iterator>

namespace athanor::alembic {

using namespace python;

/// What op.create_table() takes of its arguments: Alembic passes over everything else without a word.
static std::vector<Value> tableItems(const std::vector<Value> &items)
{
    std::vector<Value> taken;
    std::ranges::copy_if(items, std::back_inserter(taken), [](Value item) {
        return item.as<sqlalchemy::ColumnObject>() || item.as<sqlalchemy::ConstraintObject>()
               || item.as<sqlalchemy::IndexObject>() || item.as<OpaqueObject>();
    });
    return taken;
}

Evaluated createTable(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create_table", "table_name, *columns, if_not_exists=, schema=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto name = tableOf(evaluator, (*given)[0], (*given)[2], "the name of a table");
    if (!name)
        return std::unexpected(name.error());
    const auto ifNotExists = truthOf(evaluator, (*given)[1]);
    if (!ifNotExists)
        return std::unexpected(ifNotExists.error());
    const auto keywords = without(given->variadicKeywords, {"info"});
    const auto items = tableItems(given->variadic);
    const auto table = sqlalchemy::newTable(
        evaluator, {std::move(*name), items, keywords, &contextOf(evaluator).settings.convention});
    if (!table)
        return table;
    auto value = sqlalchemy::tableFrom(evaluator, *table);
    if (!value)
        return std::unexpected(value.error());
    const auto done = emitChange(evaluator, operation::CreateTable{std::move(*value), *ifNotExists});
    return done ? table : done;
}

Evaluated dropTable(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("drop_table", "table_name, *, schema=, if_exists=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto name = tableOf(evaluator, (*given)[0], (*given)[1], "the name of a table");
    if (!name)
        return std::unexpected(name.error());
    const auto ifExists = truthOf(evaluator, (*given)[2]);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    const auto keywords =
        without(given->variadicKeywords, {"info", "comment", "prefixes", "listeners", "quote", "quote_schema",
                                          "implicit_returning", "extend_existing", "keep_existing"});
    auto options = sqlalchemy::optionsFrom(evaluator, keywords, "drop_table()");
    if (!options)
        return std::unexpected(options.error());
    return emitChange(evaluator, operation::DropTable{std::move(*name), *ifExists, std::move(*options)});
}

Evaluated renameTable(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("rename_table", "old_table_name, new_table_name, *, schema=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto name = tableOf(evaluator, (*given)[0], (*given)[2], "the name of a table");
    if (!name)
        return std::unexpected(name.error());
    auto newName = nameOf(evaluator, (*given)[1], "the new name of a table");
    if (!newName)
        return std::unexpected(newName.error());
    return emitChange(evaluator, operation::RenameTable{std::move(*name), std::move(*newName)});
}

/// `comment` is None for drop_table_comment().
static Evaluated setComment(Evaluator &evaluator, const BoundArguments &given, const Given &comment,
                            std::size_t existingIndex)
{
    operation::SetTableComment change;
    auto name = tableOf(evaluator, given[0], given[existingIndex + 1], "the name of a table");
    if (!name)
        return std::unexpected(name.error());
    change.table = std::move(*name);
    const auto text = textOf(evaluator, comment, "a table's comment");
    if (!text)
        return std::unexpected(text.error());
    if (isGiven(comment))
        change.comment = *text;
    const auto existing = textOf(evaluator, given[existingIndex], "a table's comment");
    if (!existing)
        return std::unexpected(existing.error());
    if (isGiven(given[existingIndex]))
        change.existing = *existing;
    return emitChange(evaluator, std::move(change));
}

Evaluated createTableComment(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create_table_comment",
                                     "table_name, comment, *, existing_comment=, schema=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    return setComment(evaluator, *given, (*given)[1], 2);
}

Evaluated dropTableComment(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("drop_table_comment", "table_name, *, existing_comment=, schema=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    return setComment(evaluator, *given, std::nullopt, 1);
}

} // namespace athanor::alembic
