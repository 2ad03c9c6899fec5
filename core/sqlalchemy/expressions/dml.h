// SPDX-License-Identifier: GPL-3.0-or-later
// What INSERT, UPDATE and DELETE have in common.
#pragma once

#include "core/sqlalchemy/expressions/call.h"

namespace athanor::sqlalchemy {

/// A dictionary, a sequence of values or of (column, value) pairs, and keywords, as assignments to columns of
/// the table. `pairs`: an ordered list of pairs.
python::Outcome<QList<sql::Assignment>> assignmentsFrom(python::Evaluator &evaluator,
                                                        const sql::Clause &table, python::Value values);
python::Outcome<sql::Assignment> assignmentFrom(python::Evaluator &evaluator, const sql::Clause &table,
                                                python::Value column, python::Value value);
python::Outcome<QList<sql::Clause>> conditionsFrom(python::Evaluator &evaluator,
                                                   std::span<const python::Value> values);
python::Outcome<QList<sql::Clause>> columnsFrom(python::Evaluator &evaluator,
                                                std::span<const python::Value> values);
python::Outcome<QList<sql::Prefix>> prefixesFrom(python::Evaluator &evaluator,
                                                 const python::Arguments &arguments);

template<typename T>
python::Evaluated withWhere(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &statement) -> python::Done {
        const auto conditions = conditionsFrom(evaluator, behindSelf(arguments));
        if (!conditions)
            return std::unexpected(conditions.error());
        statement.where += *conditions;
        return {};
    });
}

template<typename T>
python::Evaluated withReturning(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &statement) -> python::Done {
        const auto columns = columnsFrom(evaluator, behindSelf(arguments));
        if (!columns)
            return std::unexpected(columns.error());
        statement.returning += *columns;
        return {};
    });
}

template<typename T>
python::Evaluated withPrefixes(python::Evaluator &evaluator, const python::Arguments &arguments)
{
    return changed<T>(evaluator, arguments, [&](T &statement) -> python::Done {
        const auto prefixes = prefixesFrom(evaluator, arguments);
        if (!prefixes)
            return std::unexpected(prefixes.error());
        statement.prefixes += *prefixes;
        return {};
    });
}

/// A method that changes nothing of the text: execution_options().
inline python::Evaluated unchanged(python::Evaluator &, const python::Arguments &arguments)
{
    return arguments.positional.empty() ? python::Value() : arguments.positional[0];
}

/// .cte(name, recursive=, nesting=) of any statement that gives rows.
python::Evaluated asCte(python::Evaluator &evaluator, const python::Arguments &arguments);
} // namespace athanor::sqlalchemy
