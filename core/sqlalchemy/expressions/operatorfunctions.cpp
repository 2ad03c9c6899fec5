// SPDX-License-Identifier: GPL-3.0-or-later
// and_(), or_(), not_(), desc(), distinct(), between(), any_() …
#include "core/evaluator/generator.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/comparison.h"
#include "core/sqlalchemy/expressions/constructors.h"
#include "core/sqlalchemy/expressions/dml.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::Value;
using sql::Operator;

namespace {

template<Operator op>
Evaluated joinedConditions(Evaluator &evaluator, const Arguments &arguments)
{
    std::vector<Value> given(arguments.positional.begin(), arguments.positional.end());
    // A generator may stand for them all.
    if (given.size() == 1 && given[0].isObject()
        && given[0].object()->kind() == python::ObjectKind::Generator) {
        auto items = evaluator.items(given[0]);
        if (!items)
            return std::unexpected(items.error());
        given = *std::move(items);
    }
    const auto conditions = conditionsFrom(evaluator, given);
    if (!conditions)
        return std::unexpected(conditions.error());
    return clauseValue(evaluator, sql::joined(op, *conditions));
}

Value first(const Arguments &arguments)
{
    return arguments.positional.empty() ? Value() : arguments.positional[0];
}

Evaluated negated(Evaluator &evaluator, const Arguments &arguments)
{
    const auto clause = condition(evaluator, first(arguments));
    if (!clause)
        return std::unexpected(clause.error());
    return clauseValue(evaluator, sql::negation(*clause));
}

template<Operator op>
Evaluated modified(Evaluator &evaluator, const Arguments &arguments)
{
    const auto clause = orderElement(evaluator, first(arguments));
    if (!clause)
        return std::unexpected(clause.error());
    return clauseValue(evaluator, sql::unary(op, *clause));
}

template<Operator op>
Evaluated prefixed(Evaluator &evaluator, const Arguments &arguments)
{
    const auto clause = expression(evaluator, first(arguments));
    if (!clause)
        return std::unexpected(clause.error());
    return clauseValue(evaluator, sql::unary(op, *clause));
}

/// ANY and ALL, in parentheses around an array or a SELECT.
template<Operator op>
Evaluated collection(Evaluator &evaluator, const Arguments &arguments)
{
    const auto clause = expression(evaluator, first(arguments));
    if (!clause)
        return std::unexpected(clause.error());
    sql::Unary unary{.element = sql::as<sql::ScalarSelect>(*clause) ? *clause : sql::grouped(*clause, op),
                     .op = op};
    return clauseValue(evaluator, sql::makeClause(std::move(unary), sql::plainType(sql::TypeKind::Boolean)));
}

Evaluated between(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("between", "expr, lower_bound, upper_bound, symmetric=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto element = expressionOrBind(evaluator, bound->value(0), {});
    if (!element)
        return std::unexpected(element.error());
    const auto symmetric = evaluator.truth(bound->value(3));
    if (!symmetric)
        return std::unexpected(symmetric.error());
    const auto made = betweenBounds(evaluator, *element, bound->value(1), bound->value(2), *symmetric);
    if (!made)
        return std::unexpected(made.error());
    return clauseValue(evaluator, *made);
}

Evaluated collate(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("collate", "expression, collation");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto element = expressionOrBind(evaluator, bound->value(0), {});
    if (!element)
        return std::unexpected(element.error());
    return clauseValue(evaluator, collated(*element, textOf(bound->value(1))));
}

Evaluated withinGroup(Evaluator &evaluator, const Arguments &arguments)
{
    return evaluator.callMethod(first(arguments), "within_group", {.positional = behindSelf(arguments)});
}

Evaluated filtered(Evaluator &evaluator, const Arguments &arguments)
{
    return evaluator.callMethod(first(arguments), "filter", {.positional = behindSelf(arguments)});
}

constexpr python::NativeName names[] = {
    {"and_", nullptr, nullptr, joinedConditions<Operator::And>},
    {"or_", nullptr, nullptr, joinedConditions<Operator::Or>},
    {"not_", nullptr, nullptr, negated},
    {"desc", nullptr, nullptr, modified<Operator::Descending>},
    {"asc", nullptr, nullptr, modified<Operator::Ascending>},
    {"nulls_first", nullptr, nullptr, modified<Operator::NullsFirst>},
    {"nullsfirst", nullptr, nullptr, modified<Operator::NullsFirst>},
    {"nulls_last", nullptr, nullptr, modified<Operator::NullsLast>},
    {"nullslast", nullptr, nullptr, modified<Operator::NullsLast>},
    {"distinct", nullptr, nullptr, prefixed<Operator::Distinct>},
    {"bitwise_not", nullptr, nullptr, prefixed<Operator::BitwiseNot>},
    {"any_", nullptr, nullptr, collection<Operator::Any>},
    {"all_", nullptr, nullptr, collection<Operator::All>},
    {"between", nullptr, nullptr, between},
    {"collate", nullptr, nullptr, collate},
    {"within_group", nullptr, nullptr, withinGroup},
    {"funcfilter", nullptr, nullptr, filtered},
};

} // namespace

std::span<const python::NativeName> operatorNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
