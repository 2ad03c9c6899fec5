// SPDX-License-Identifier: GPL-3.0-or-later
// UPDATE and DELETE.
#include "core/sql/build.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/dml.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Done;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

namespace {

Evaluated values(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Update>(evaluator, arguments, [&](sql::Update &update) -> Done {
        update.hasValues = true;
        for (const Value argument : behindSelf(arguments)) {
            auto assignments = assignmentsFrom(evaluator, update.table, argument);
            if (!assignments)
                return std::unexpected(assignments.error());
            update.values += *std::move(assignments);
        }
        for (const python::NamedValue &named : arguments.keywords) {
            auto assignment =
                assignmentFrom(evaluator, update.table, evaluator.heap().string(named.name), named.value);
            if (!assignment)
                return std::unexpected(assignment.error());
            update.values += *std::move(assignment);
        }
        return {};
    });
}

Evaluated orderedValues(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Update>(evaluator, arguments, [&](sql::Update &update) -> Done {
        update.hasValues = true;
        update.isOrdered = true;
        for (const Value argument : behindSelf(arguments)) {
            const auto pair = evaluator.items(argument);
            if (!pair)
                return std::unexpected(pair.error());
            if (pair->size() != 2)
                return argumentError(evaluator, u"ordered_values() takes pairs of column and value"_s);
            auto assignment = assignmentFrom(evaluator, update.table, (*pair)[0], (*pair)[1]);
            if (!assignment)
                return std::unexpected(assignment.error());
            update.values += *std::move(assignment);
        }
        return {};
    });
}

template<typename T>
Evaluated withDialectOptions(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &statement) -> Done {
        const Value limit = keyword(arguments, "mysql_limit");
        const auto count = rowCount(evaluator, limit);
        if (!count)
            return std::unexpected(count.error());
        statement.limit = *count;
        return {};
    });
}

/// filter_by(x=1): columns of the table by name.
template<typename T>
Evaluated filterBy(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &statement) -> Done {
        for (const python::NamedValue &named : arguments.keywords) {
            const auto name = evaluator.heap().string(named.name);
            const auto assignment = assignmentFrom(evaluator, statement.table, name, named.value);
            if (!assignment)
                return std::unexpected(assignment.error());
            statement.where +=
                sql::binary(sql::Operator::Equal,
                            sql::makeClause(sql::Column{.name = {assignment->name}, .table = statement.table},
                                            assignment->value.node().type),
                            assignment->value);
        }
        return {};
    });
}

constexpr python::NativeMember updateTable[] = {
    {"where", MemberKind::Method, withWhere<sql::Update>},
    {"filter", MemberKind::Method, withWhere<sql::Update>},
    {"filter_by", MemberKind::Method, filterBy<sql::Update>},
    {"values", MemberKind::Method, values},
    {"ordered_values", MemberKind::Method, orderedValues},
    {"returning", MemberKind::Method, withReturning<sql::Update>},
    {"prefix_with", MemberKind::Method, withPrefixes<sql::Update>},
    {"with_dialect_options", MemberKind::Method, withDialectOptions<sql::Update>},
    {"execution_options", MemberKind::Method, unchanged},
    {"inline", MemberKind::Method, unchanged},
    {"cte", MemberKind::Method, asCte},
};

constexpr python::NativeMember deleteTable[] = {
    {"where", MemberKind::Method, withWhere<sql::Delete>},
    {"filter", MemberKind::Method, withWhere<sql::Delete>},
    {"filter_by", MemberKind::Method, filterBy<sql::Delete>},
    {"returning", MemberKind::Method, withReturning<sql::Delete>},
    {"prefix_with", MemberKind::Method, withPrefixes<sql::Delete>},
    {"with_dialect_options", MemberKind::Method, withDialectOptions<sql::Delete>},
    {"execution_options", MemberKind::Method, unchanged},
    {"cte", MemberKind::Method, asCte},
};

} // namespace

std::span<const python::NativeMember> updateMembers()
{
    return updateTable;
}

std::span<const python::NativeMember> deleteMembers()
{
    return deleteTable;
}

} // namespace athanor::sqlalchemy
