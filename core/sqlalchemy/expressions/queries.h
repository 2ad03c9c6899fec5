// SPDX-License-Identifier: GPL-3.0-or-later
// What SELECT and UNION have in common: order, limits, and being part of another statement.
#pragma once

#include "core/sqlalchemy/expressions/dml.h"

namespace athanor::sqlalchemy {

/// order_by(None) and group_by(None) take back what was there.
python::Done addOrder(python::Evaluator &evaluator, QList<sql::Clause> &elements,
                      std::span<const python::Value> given);
python::Done setFetch(python::Evaluator &evaluator, sql::SelectTail &tail,
                      const python::Arguments &arguments);
python::Done setForUpdate(python::Evaluator &evaluator, sql::SelectTail &tail,
                          const python::Arguments &arguments);

template<typename T>
python::Evaluated withOrderBy(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &query) {
        return addOrder(evaluator, query.tail.orderBy, behindSelf(arguments));
    });
}

template<typename T>
python::Evaluated withGroupBy(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &query) {
        return addOrder(evaluator, query.tail.groupBy, behindSelf(arguments));
    });
}

template<typename T, sql::Clause sql::SelectTail::*member>
python::Evaluated withCount(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &query) -> python::Done {
        const std::span<const python::Value> given = behindSelf(arguments);
        const auto count = rowCount(evaluator, given.empty() ? python::Value() : given[0]);
        if (!count)
            return std::unexpected(count.error());
        query.tail.*member = *count;
        return {};
    });
}

template<typename T>
python::Evaluated withLimit(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return withCount<T, &sql::SelectTail::limit>(evaluator, arguments);
}

template<typename T>
python::Evaluated withOffset(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return withCount<T, &sql::SelectTail::offset>(evaluator, arguments);
}

template<typename T>
python::Evaluated withFetch(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments,
                      [&](T &query) { return setFetch(evaluator, query.tail, arguments); });
}

/// slice(start, stop).
template<typename T>
python::Evaluated withSlice(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &query) -> python::Done {
        const std::span<const python::Value> given = behindSelf(arguments);
        if (given.size() != 2 || !given[0].isInteger() || !given[1].isInteger())
            return argumentError(evaluator, QStringLiteral("slice() takes two numbers"));
        const auto limit = rowCount(evaluator, python::Value(given[1].integer() - given[0].integer()));
        const auto offset = rowCount(evaluator, given[0]);
        if (!limit || !offset)
            return std::unexpected(limit ? offset.error() : limit.error());
        query.tail.limit = *limit;
        query.tail.offset = given[0].integer() == 0 ? sql::Clause() : *offset;
        return {};
    });
}

template<typename T>
python::Evaluated withForUpdate(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments,
                      [&](T &query) { return setForUpdate(evaluator, query.tail, arguments); });
}

python::Evaluated subqueryOf(python::Evaluator &evaluator, const python::Arguments &arguments,
                             sql::Alias::Kind kind);
template<sql::Alias::Kind kind>
python::Evaluated asSubquery(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return subqueryOf(evaluator, arguments, kind);
}
python::Evaluated asScalarSubquery(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated labelledQuery(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated existsOf(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated selectedColumns(python::Evaluator &evaluator, const python::Arguments &arguments);
/// union() and the like of several queries; the first may be the object.
python::Evaluated compoundOf(python::Evaluator &evaluator, sql::CompoundKind kind,
                             std::span<const python::Value> queries);
template<sql::CompoundKind kind>
python::Evaluated unionOf(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return compoundOf(evaluator, kind, arguments.positional);
}
/// EXISTS (…) around a query.
sql::Clause existsClause(const sql::Clause &query);

} // namespace athanor::sqlalchemy
