// SPDX-License-Identifier: GPL-3.0-or-later
// Small things that the natives of this folder all do with a call's arguments.
#pragma once

#include "core/evaluator/signature.h"
#include "core/sqlalchemy/expressions/operands.h"

namespace athanor::sqlalchemy {

/// The node of a clause as T, to be changed and made anew; SQLAlchemy's statements are generative.
template<typename T>
T copyOf(const sql::Clause &clause)
{
    const T *node = sql::as<T>(clause);
    return node ? *node : T{};
}

/// `change` on a copy of the statement that the call's object holds.
template<typename T, typename Change>
python::Evaluated changed(python::Evaluator &evaluator, const python::Arguments &arguments, Change change)
{
    auto *object = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClauseObject>();
    if (!object)
        return evaluator.raise("TypeError", "the method needs a statement");
    auto clause = object->clause(evaluator);
    if (!clause)
        return std::unexpected(clause.error());
    T copy = copyOf<T>(*clause);
    if (python::Done done = change(copy); !done)
        return std::unexpected(done.error());
    return clauseValue(evaluator, sql::makeClause(std::move(copy), clause->node().type));
}

/// The positional arguments behind the object.
inline std::span<const python::Value> behindSelf(const python::Arguments &arguments)
{
    return arguments.positional.empty() ? std::span<const python::Value>() : arguments.positional.subspan(1);
}

/// A keyword's value, or None.
inline python::Value keyword(const python::Arguments &arguments, std::string_view name)
{
    for (const python::NamedValue &named : arguments.keywords) {
        if (named.name == name)
            return named.value;
    }
    return {};
}

} // namespace athanor::sqlalchemy
