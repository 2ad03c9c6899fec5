// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/dml.h"

#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Evaluator;
using python::Outcome;
using python::Value;

Outcome<sql::Assignment> assignmentFrom(Evaluator &evaluator, const sql::Clause &table, Value column,
                                        Value value)
{
    sql::Assignment assignment;
    sql::TableColumn target;
    if (isString(column)) {
        assignment.name = textOf(column);
        target.name.text = assignment.name;
    } else {
        const auto clause = expression(evaluator, column);
        if (!clause)
            return std::unexpected(clause.error());
        assignment.column = *clause;
        const auto *node = sql::as<sql::Column>(*clause);
        if (!node)
            return argumentError(evaluator, u"SET/VALUES column expression or string key expected"_s);
        assignment.name = node->key.isEmpty() ? node->name.text : node->key;
        target = {.name = node->name, .key = node->key, .type = clause->node().type};
    }
    for (const sql::TableColumn &own : sql::exportedColumns(table)) {
        if (own.scriptName() == assignment.name)
            target = own;
    }
    auto bound = boundTo(evaluator, value, target);
    if (!bound)
        return std::unexpected(bound.error());
    assignment.value = *std::move(bound);
    return assignment;
}

namespace {

Outcome<QList<sql::Assignment>> fromDictionary(Evaluator &evaluator, const sql::Clause &table,
                                               const python::HashTable &values)
{
    QList<sql::Assignment> assignments;
    for (std::size_t at = 0; const auto *entry = values.next(at);) {
        auto assignment = assignmentFrom(evaluator, table, entry->key, entry->value);
        if (!assignment)
            return std::unexpected(assignment.error());
        assignments += *std::move(assignment);
    }
    return assignments;
}

/// Values by the place of their columns.
Outcome<QList<sql::Assignment>> fromSequence(Evaluator &evaluator, const sql::Clause &table,
                                             const std::vector<Value> &values)
{
    const QList<sql::TableColumn> columns = sql::exportedColumns(table);
    QList<sql::Assignment> assignments;
    for (qsizetype i = 0; i < std::min<qsizetype>(columns.size(), static_cast<qsizetype>(values.size()));
         ++i) {
        auto bound = boundTo(evaluator, values[static_cast<std::size_t>(i)], columns[i]);
        if (!bound)
            return std::unexpected(bound.error());
        assignments += sql::Assignment{columns[i].scriptName(), {}, *std::move(bound)};
    }
    return assignments;
}

} // namespace

Outcome<QList<sql::Assignment>> assignmentsFrom(Evaluator &evaluator, const sql::Clause &table, Value values)
{
    if (const auto *dictionary = values.as<python::DictionaryObject>())
        return fromDictionary(evaluator, table, dictionary->table);
    if (const auto *opaque = values.as<python::OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "the values of a statement");
    const auto items = evaluator.items(values);
    if (!items)
        return std::unexpected(items.error());
    return fromSequence(evaluator, table, *items);
}

Outcome<QList<sql::Clause>> conditionsFrom(Evaluator &evaluator, std::span<const Value> values)
{
    QList<sql::Clause> conditions;
    for (const Value value : values) {
        const auto each = condition(evaluator, value);
        if (!each)
            return std::unexpected(each.error());
        conditions += *each;
    }
    return conditions;
}

Outcome<QList<sql::Clause>> columnsFrom(Evaluator &evaluator, std::span<const Value> values)
{
    QList<sql::Clause> columns;
    for (const Value value : values) {
        const auto column = columnElement(evaluator, value);
        if (!column)
            return std::unexpected(column.error());
        columns += *column;
    }
    return columns;
}

Outcome<QList<sql::Prefix>> prefixesFrom(Evaluator &evaluator, const python::Arguments &arguments)
{
    QList<sql::Prefix> prefixes;
    const QString dialect = textOf(keyword(arguments, "dialect"));
    for (const Value value : behindSelf(arguments)) {
        sql::Prefix prefix{.dialect = dialect};
        if (isString(value)) {
            prefix.text = sql::text(textOf(value));
        } else {
            const auto clause = expression(evaluator, value);
            if (!clause)
                return std::unexpected(clause.error());
            prefix.text = *clause;
        }
        prefixes += prefix;
    }
    return prefixes;
}

} // namespace athanor::sqlalchemy
