// SPDX-License-Identifier: GPL-3.0-or-later
// INSERT, with what PostgreSQL, SQLite and MySQL add to it.
#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/dml.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Done;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Outcome;
using python::Value;

namespace {

bool isRowList(Value value)
{
    const auto *list = value.as<python::ListObject>();
    if (!list || list->items.empty())
        return false;
    const Value first = list->items.front();
    return first.as<python::DictionaryObject>() || first.as<python::TupleObject>()
           || first.as<python::ListObject>();
}

Done addRows(Evaluator &evaluator, sql::Insert &insert, Value rows)
{
    const auto items = evaluator.items(rows);
    if (!items)
        return std::unexpected(items.error());
    for (const Value row : *items) {
        auto assignments = assignmentsFrom(evaluator, insert.table, row);
        if (!assignments)
            return std::unexpected(assignments.error());
        insert.rows += *std::move(assignments);
    }
    return {};
}

Evaluated values(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Insert>(evaluator, arguments, [&](sql::Insert &insert) -> Done {
        insert.hasValues = true;
        for (const Value argument : behindSelf(arguments)) {
            if (isRowList(argument))
                return addRows(evaluator, insert, argument);
            auto assignments = assignmentsFrom(evaluator, insert.table, argument);
            if (!assignments)
                return std::unexpected(assignments.error());
            insert.values += *std::move(assignments);
        }
        for (const python::NamedValue &named : arguments.keywords) {
            const Value name = evaluator.heap().string(named.name);
            auto assignment = assignmentFrom(evaluator, insert.table, name, named.value);
            if (!assignment)
                return std::unexpected(assignment.error());
            insert.values += *std::move(assignment);
        }
        return {};
    });
}

Evaluated fromSelect(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("from_select", "self, names, select, include_defaults=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    return changed<sql::Insert>(evaluator, arguments, [&](sql::Insert &insert) -> Done {
        const auto names = evaluator.items(bound->value(1));
        if (!names)
            return std::unexpected(names.error());
        for (const Value name : *names) {
            if (isString(name)) {
                insert.selectNames += textOf(name);
                continue;
            }
            const auto column = expression(evaluator, name);
            if (!column)
                return std::unexpected(column.error());
            const auto *node = sql::as<sql::Column>(*column);
            insert.selectNames += node && !node->key.isEmpty() ? node->key : sql::ownName(*column);
        }
        const auto select = clauseOrNone(evaluator, bound->value(2));
        if (!select)
            return std::unexpected(select.error());
        if (!sql::isQuery(*select))
            return argumentError(evaluator, u"SELECT construct or equivalent text() construct expected"_s);
        insert.select = *select;
        insert.hasValues = true;
        insert.isInline = true;
        insert.includesDefaults = !bound->value(3).isBoolean() || bound->value(3).boolean();
        return {};
    });
}

Evaluated inlined(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Insert>(evaluator, arguments, [](sql::Insert &insert) -> Done {
        insert.isInline = true;
        return {};
    });
}

Outcome<QList<sql::Clause>> indexElements(Evaluator &evaluator, Value elements)
{
    QList<sql::Clause> clauses;
    if (elements.isNone())
        return clauses;
    const auto items = evaluator.items(elements);
    if (!items)
        return std::unexpected(items.error());
    for (const Value item : *items) {
        if (isString(item)) {
            clauses += sql::column({textOf(item)});
            continue;
        }
        const auto clause = expression(evaluator, item);
        if (!clause)
            return std::unexpected(clause.error());
        clauses += *clause;
    }
    return clauses;
}

Outcome<sql::Clause> optionalCondition(Evaluator &evaluator, Value value)
{
    if (value.isNone())
        return sql::Clause();
    return condition(evaluator, value);
}

/// constraint=, index_elements=, index_where= of both ON CONFLICT forms.
Outcome<sql::OnConflict> conflictFrom(Evaluator &evaluator, const python::BoundArguments &bound)
{
    sql::OnConflict conflict;
    if (isString(bound.value(1)))
        conflict.constraint = textOf(bound.value(1));
    else if (!bound.value(1).isNone())
        return evaluator.refuse("on_conflict with a constraint object", "the constraint's name");
    auto elements = indexElements(evaluator, bound.value(2));
    if (!elements)
        return std::unexpected(elements.error());
    const auto where = optionalCondition(evaluator, bound.value(3));
    if (!where)
        return std::unexpected(where.error());
    conflict.indexElements = *std::move(elements);
    conflict.indexWhere = *where;
    return conflict;
}

/// In SET a value is a bind of its own, not one named after its column.
void unname(sql::Assignment &assignment)
{
    const auto *bind = sql::as<sql::Bind>(assignment.value);
    if (!bind || !bind->isUnique)
        return;
    sql::Bind copy = *bind;
    copy.key = u"param"_s;
    assignment.value = sql::makeClause(std::move(copy), assignment.value.node().type);
}

template<bool doesUpdate>
Evaluated onConflict(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature(
        "on_conflict", "self, constraint=, index_elements=, index_where=, set_=, where=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    auto conflict = conflictFrom(evaluator, *bound);
    if (!conflict)
        return std::unexpected(conflict.error());
    return changed<sql::Insert>(evaluator, arguments, [&](sql::Insert &insert) -> Done {
        conflict->doesUpdate = doesUpdate;
        if (doesUpdate) {
            auto assignments = assignmentsFrom(evaluator, insert.table, bound->value(4));
            if (!assignments)
                return std::unexpected(assignments.error());
            for (sql::Assignment &assignment : *assignments)
                unname(assignment);
            conflict->assignments = *std::move(assignments);
            const auto where = optionalCondition(evaluator, bound->value(5));
            if (!where)
                return std::unexpected(where.error());
            conflict->where = *where;
        }
        insert.onConflict = {*conflict};
        return {};
    });
}

/// on_duplicate_key_update({…}), (pairs) or keywords.
Evaluated onDuplicateKey(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Insert>(evaluator, arguments, [&](sql::Insert &insert) -> Done {
        for (const Value argument : behindSelf(arguments)) {
            const auto *pairs = argument.as<python::ListObject>();
            if (!pairs) {
                auto assignments = assignmentsFrom(evaluator, insert.table, argument);
                if (!assignments)
                    return std::unexpected(assignments.error());
                insert.onDuplicateKey += *std::move(assignments);
                continue;
            }
            insert.isDuplicateOrdered = true;
            for (const Value pair : pairs->items) {
                const auto *items = pair.as<python::TupleObject>();
                if (!items || items->items.size() != 2)
                    return argumentError(evaluator,
                                         u"on_duplicate_key_update() takes pairs of column and value"_s);
                auto assignment = assignmentFrom(evaluator, insert.table, items->items[0], items->items[1]);
                if (!assignment)
                    return std::unexpected(assignment.error());
                insert.onDuplicateKey += *std::move(assignment);
            }
        }
        for (const python::NamedValue &named : arguments.keywords) {
            auto assignment =
                assignmentFrom(evaluator, insert.table, evaluator.heap().string(named.name), named.value);
            if (!assignment)
                return std::unexpected(assignment.error());
            insert.onDuplicateKey += *std::move(assignment);
        }
        for (sql::Assignment &assignment : insert.onDuplicateKey)
            unname(assignment);
        return {};
    });
}

/// The row that was to be inserted: `excluded.x`.
Evaluated excluded(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *insert = sql::as<sql::Insert>(*self);
    const sql::Clause alias = sql::makeClause(
        sql::Alias{.element = insert->table, .name = {u"excluded"_s}, .identity = newIdentity(evaluator)});
    return evaluator.attribute(clauseValue(evaluator, alias), "c");
}

/// The same of MySQL: VALUES(x).
Evaluated inserted(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *insert = sql::as<sql::Insert>(*self);
    sql::Values row{.name = {u"inserted"_s}, .identity = newIdentity(evaluator)};
    row.columns = sql::exportedColumns(insert->table);
    row.isInsertedRow = true;
    return evaluator.attribute(clauseValue(evaluator, sql::makeClause(std::move(row))), "c");
}

constexpr python::NativeMember members[] = {
    {"values", MemberKind::Method, values},
    {"from_select", MemberKind::Method, fromSelect},
    {"inline", MemberKind::Method, inlined},
    {"returning", MemberKind::Method, withReturning<sql::Insert>},
    {"prefix_with", MemberKind::Method, withPrefixes<sql::Insert>},
    {"execution_options", MemberKind::Method, unchanged},
    {"on_conflict_do_nothing", MemberKind::Method, onConflict<false>},
    {"on_conflict_do_update", MemberKind::Method, onConflict<true>},
    {"on_duplicate_key_update", MemberKind::Method, onDuplicateKey},
    {"excluded", MemberKind::Getter, excluded},
    {"inserted", MemberKind::Getter, inserted},
    {"cte", MemberKind::Method, asCte},
};

} // namespace

std::span<const python::NativeMember> insertMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
