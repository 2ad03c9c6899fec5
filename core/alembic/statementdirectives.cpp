// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

/// The text of a str, also of a class that derives from it; nullptr for anything else.
static const StringObject *textValue(Evaluator &evaluator, Value value)
{
    if (const auto *text = value.as<StringObject>())
        return text;
    return evaluator.isInstance(value, stringClass) ? Evaluator::plain(value).as<StringObject>() : nullptr;
}

Done executeStatement(Evaluator &evaluator, Value statement)
{
    ScriptContext &context = contextOf(evaluator);
    if (const StringObject *text = textValue(evaluator, statement))
        return context.record(evaluator, operation::Execute{sql::text(qtText(text->utf8))});
    if (const auto *opaque = statement.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a statement");
    auto change = sqlalchemy::ddlChangeFrom(evaluator, statement);
    if (!change)
        return std::unexpected(change.error());
    if (*change)
        return context.record(evaluator, std::move(**change));
    auto clause = sqlalchemy::clauseFrom(evaluator, statement);
    if (!clause)
        return std::unexpected(clause.error());
    if (!*clause) {
        const auto shown = evaluator.repr(statement);
        if (!shown)
            return std::unexpected(shown.error());
        return evaluator.raise("AttributeError", *shown + " is no statement");
    }
    return context.record(evaluator, operation::Execute{std::move(**clause)});
}

Evaluated execute(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("execute", "sqltext, *, execution_options=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Done done = executeStatement(evaluator, given->value(0));
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

/// table.insert().inline().values(**row), made with the table's own methods, so that each value gets the
/// type of its column.
static Outcome<sql::Clause> insertOf(Evaluator &evaluator, Value table, const DictionaryObject &row)
{
    const Evaluated plain = evaluator.callMethod(table, "insert");
    if (!plain)
        return std::unexpected(plain.error());
    const Evaluated insert = evaluator.callMethod(*plain, "inline");
    if (!insert)
        return std::unexpected(insert.error());
    std::vector<NamedValue> values;
    for (std::size_t at = 0; const auto *entry = row.table.next(at);) {
        const auto *name = entry->key.as<StringObject>();
        if (!name)
            return evaluator.raise("TypeError", "keywords must be strings");
        values.push_back({name->utf8, entry->value});
    }
    const Evaluated filled = evaluator.callMethod(*insert, "values", {.keywords = values});
    if (!filled)
        return std::unexpected(filled.error());
    auto clause = sqlalchemy::clauseFrom(evaluator, *filled);
    if (!clause)
        return std::unexpected(clause.error());
    if (!*clause)
        return evaluator.refuse("op.bulk_insert() into something else than a table", "a table");
    return std::move(**clause);
}

static Done checkRows(Evaluator &evaluator, Value rows)
{
    if (const auto *opaque = rows.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "rows to insert");
    const auto *list = rows.as<ListObject>();
    if (!list)
        return evaluator.raise("TypeError", "List expected");
    if (!list->items.empty() && !list->items.front().as<DictionaryObject>())
        return evaluator.raise("TypeError", "List of dictionaries expected");
    return {};
}

/// The columns that a row names have to be the table's: what Alembic's lookup of their types raises.
static Done checkColumns(Evaluator &evaluator, Value table, const DictionaryObject &row)
{
    const Evaluated columns = evaluator.attribute(table, "c");
    if (!columns)
        return std::unexpected(columns.error());
    for (std::size_t at = 0; const auto *entry = row.table.next(at);) {
        const Evaluated column = evaluator.item(*columns, entry->key);
        if (!column)
            return std::unexpected(column.error());
    }
    return {};
}

Evaluated bulkInsert(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("bulk_insert", "table, rows, *, multiinsert=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Value table = given->value(0);
    if (const auto *opaque = table.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "op.bulk_insert()");
    const Value rows = given->value(1);
    const Done checked = checkRows(evaluator, rows);
    if (!checked)
        return std::unexpected(checked.error());
    operation::BulkInsert change;
    const auto clause = sqlalchemy::clauseFrom(evaluator, table);
    if (!clause)
        return std::unexpected(clause.error());
    const auto *node = *clause ? sql::as<sql::Table>(**clause) : nullptr;
    if (node) {
        change.table.name = {node->name.text, false, node->name.isQuoted};
        change.table.schema = {node->schema.text, false, node->schema.isQuoted};
    }
    for (const Value row : rows.as<ListObject>()->items) {
        const auto *values = row.as<DictionaryObject>();
        if (!values)
            return evaluator.raise("AttributeError", "a row of op.bulk_insert() has no attribute 'items'");
        const Done known = checkColumns(evaluator, table, *values);
        if (!known)
            return std::unexpected(known.error());
        auto statement = insertOf(evaluator, table, *values);
        if (!statement)
            return std::unexpected(statement.error());
        change.statements.append(std::move(*statement));
    }
    return emitChange(evaluator, std::move(change));
}

Evaluated finalName(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("f", "name");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto name = nameOf(evaluator, (*given)[0], "op.f()");
    if (!name)
        return std::unexpected(name.error());
    name->isFinal = true;
    return sqlalchemy::nameValue(evaluator, *name);
}

Evaluated inlineLiteral(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("inline_literal", "value, type_=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Evaluated module = evaluator.import("sqlalchemy");
    if (!module)
        return module;
    const Evaluated literal = evaluator.attribute(*module, "literal");
    if (!literal)
        return literal;
    std::vector<NamedValue> keywords;
    if (isGiven((*given)[1]))
        keywords.push_back({"type_", *(*given)[1]});
    keywords.push_back({"literal_execute", Value(true)});
    const Value value = given->value(0);
    return evaluator.call(*literal, {.positional = {&value, 1}, .keywords = keywords});
}

Evaluated runAsync(Evaluator &evaluator, const Arguments &)
{
    return evaluator.raise("NotImplementedError", "Cannot call run_async in SQL mode");
}

} // namespace athanor::alembic
