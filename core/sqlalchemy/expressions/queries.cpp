// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/queries.h"

#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/comparison.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Done;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

Done addOrder(Evaluator &evaluator, QList<sql::Clause> &elements, std::span<const Value> given)
{
    if (given.size() == 1 && (given[0].isNone() || (given[0].isBoolean() && !given[0].boolean()))) {
        elements.clear();
        return {};
    }
    const auto added = orderElements(evaluator, given);
    if (!added)
        return std::unexpected(added.error());
    elements += *added;
    return {};
}

Done setFetch(Evaluator &evaluator, sql::SelectTail &tail, const Arguments &arguments)
{
    static const python::Signature signature("fetch", "self, count, with_ties=, percent=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto count = rowCount(evaluator, bound->value(1));
    const auto ties = evaluator.truth(bound->value(2));
    const auto percent = evaluator.truth(bound->value(3));
    if (!count)
        return std::unexpected(count.error());
    if (!ties || !percent)
        return std::unexpected(ties ? percent.error() : ties.error());
    tail.fetch = *count;
    tail.limit = {};
    tail.fetchesTies = *ties;
    tail.fetchesPercent = *percent;
    return {};
}

Done setForUpdate(Evaluator &evaluator, sql::SelectTail &tail, const Arguments &arguments)
{
    sql::ForUpdate update;
    for (const python::NamedValue &named : arguments.keywords) {
        if (named.name == "of") {
            const Value given[] = {named.value};
            const bool isList = named.value.as<python::ListObject>() || named.value.as<python::TupleObject>();
            const auto items = isList ? evaluator.items(named.value) : std::vector<Value>(given, given + 1);
            if (!items)
                return std::unexpected(items.error());
            for (const Value item : *items) {
                const auto clause = expression(evaluator, item);
                if (!clause)
                    return std::unexpected(clause.error());
                update.of += *clause;
            }
            continue;
        }
        const auto isSet = evaluator.truth(named.value);
        if (!isSet)
            return std::unexpected(isSet.error());
        if (named.name == "read")
            update.isRead = *isSet;
        else if (named.name == "nowait")
            update.isNoWait = *isSet;
        else if (named.name == "skip_locked")
            update.skipsLocked = *isSet;
        else if (named.name == "key_share")
            update.isKeyShare = *isSet;
        else
            return evaluator.raise("TypeError", "with_for_update() got an unexpected keyword argument '"
                                                    + std::string(named.name) + "'");
    }
    tail.forUpdate = update;
    return {};
}

Evaluated subqueryOf(Evaluator &evaluator, const Arguments &arguments, sql::Alias::Kind kind)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const Value name = arguments.positional.size() > 1 ? arguments.positional[1] : keyword(arguments, "name");
    return clauseValue(evaluator, makeAlias(evaluator, kind, *self, name));
}

Evaluated asCte(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("cte", "self, name=, recursive=, nesting=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto recursive = evaluator.truth(bound->value(2));
    const auto nesting = evaluator.truth(bound->value(3));
    if (!recursive || !nesting)
        return std::unexpected(recursive ? nesting.error() : recursive.error());
    if (*nesting)
        return evaluator.refuse("cte(nesting=True)", "a CTE at the top of the statement");
    auto alias = copyOf<sql::Alias>(makeAlias(evaluator, sql::Alias::Kind::Cte, *self, bound->value(1)));
    alias.isRecursive = *recursive;
    return clauseValue(evaluator, sql::makeClause(std::move(alias)));
}

Evaluated asScalarSubquery(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, asScalar(*self));
}

Evaluated labelledQuery(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator,
                       labelled(evaluator, asScalar(*self),
                                arguments.positional.size() > 1 ? arguments.positional[1] : Value()));
}

sql::Clause existsClause(const sql::Clause &query)
{
    sql::Clause inner = query;
    if (const auto *scalar = sql::as<sql::ScalarSelect>(query))
        inner = scalar->select;
    return sql::makeClause(
        sql::Unary{.element = sql::makeClause(sql::ScalarSelect{inner}), .op = sql::Operator::Exists},
        sql::plainType(sql::TypeKind::Boolean));
}

Evaluated existsOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, existsClause(*self));
}

Evaluated selectedColumns(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return evaluator.attribute(
        clauseValue(evaluator, makeAlias(evaluator, sql::Alias::Kind::Subquery, *self, {})), "c");
}

Evaluated compoundOf(Evaluator &evaluator, sql::CompoundKind kind, std::span<const Value> queries)
{
    sql::Compound compound{.kind = kind};
    for (const Value query : queries) {
        auto clause = clauseOrNone(evaluator, query);
        if (!clause)
            return std::unexpected(clause.error());
        if (const auto *scalar = sql::as<sql::ScalarSelect>(*clause))
            clause = scalar->select;
        if (clause->isNull())
            return argumentError(evaluator, u"SELECT construct expected"_s);
        // In parentheses where it has an order or a limit of its own, or is a UNION itself.
        const auto *select = sql::as<sql::Select>(*clause);
        const sql::SelectTail tail = select ? select->tail : sql::SelectTail{};
        const bool needsParentheses = sql::as<sql::Compound>(*clause)
                                      || (select
                                          && (!tail.orderBy.isEmpty() || !tail.limit.isNull()
                                              || !tail.offset.isNull() || !tail.fetch.isNull()));
        compound.selects += needsParentheses ? sql::makeClause(sql::Grouping{*clause}) : *clause;
    }
    return clauseValue(evaluator, sql::makeClause(std::move(compound)));
}

namespace {

constexpr python::NativeMember members[] = {
    {"order_by", MemberKind::Method, withOrderBy<sql::Compound>},
    {"group_by", MemberKind::Method, withGroupBy<sql::Compound>},
    {"limit", MemberKind::Method, withLimit<sql::Compound>},
    {"offset", MemberKind::Method, withOffset<sql::Compound>},
    {"fetch", MemberKind::Method, withFetch<sql::Compound>},
    {"subquery", MemberKind::Method, asSubquery<sql::Alias::Kind::Subquery>},
    {"alias", MemberKind::Method, asSubquery<sql::Alias::Kind::Subquery>},
    {"lateral", MemberKind::Method, asSubquery<sql::Alias::Kind::Lateral>},
    {"cte", MemberKind::Method, asCte},
    {"scalar_subquery", MemberKind::Method, asScalarSubquery},
    {"as_scalar", MemberKind::Method, asScalarSubquery},
    {"label", MemberKind::Method, labelledQuery},
    {"exists", MemberKind::Method, existsOf},
    {"union", MemberKind::Method, unionOf<sql::CompoundKind::Union>},
    {"union_all", MemberKind::Method, unionOf<sql::CompoundKind::UnionAll>},
    {"selected_columns", MemberKind::Getter, selectedColumns},
    {"c", MemberKind::Getter, selectedColumns},
    {"execution_options", MemberKind::Method, unchanged},
};

} // namespace

std::span<const python::NativeMember> compoundSelectMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
