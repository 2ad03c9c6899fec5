// SPDX-License-Identifier: GPL-3.0-or-later
// select(), insert(), update(), delete(), exists(), union(), values(), alias(), join() …
#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/constructors.h"
#include "core/sqlalchemy/expressions/dml.h"
#include "core/sqlalchemy/expressions/queries.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

namespace {

Value first(const Arguments &arguments)
{
    return arguments.positional.empty() ? Value() : arguments.positional[0];
}

Evaluated makeSelect(Evaluator &evaluator, const Arguments &arguments)
{
    for (const Value argument : arguments.positional) {
        const auto *list = argument.as<python::ListObject>();
        if (list)
            return argumentError(
                evaluator,
                u"Column expression, FROM clause, or other columns clause element expected, got a list. "
                "Did you mean to say select(*columns)?"_s);
    }
    const auto columns = columnsFrom(evaluator, arguments.positional);
    if (!columns)
        return std::unexpected(columns.error());
    return clauseValue(evaluator, sql::makeClause(sql::Select{.columns = *columns}));
}

template<typename T>
Evaluated makeChange(Evaluator &evaluator, const Arguments &arguments)
{
    const auto table = clauseOrNone(evaluator, first(arguments));
    if (!table)
        return std::unexpected(table.error());
    if (table->isNull() || !sql::isFrom(*table))
        return argumentError(evaluator, u"subject table for an INSERT, UPDATE or DELETE expected"_s);
    return clauseValue(evaluator, sql::makeClause(T{.table = *table}));
}

template<sql::CompoundKind kind>
Evaluated makeCompound(Evaluator &evaluator, const Arguments &arguments)
{
    return compoundOf(evaluator, kind, arguments.positional);
}

/// exists(): of a SELECT, or of `SELECT *` to which .where() and .select_from() are still added.
Evaluated makeExists(Evaluator &evaluator, const Arguments &arguments)
{
    sql::Clause query;
    if (!arguments.positional.empty()) {
        const auto given = clauseOrNone(evaluator, first(arguments));
        if (!given)
            return std::unexpected(given.error());
        query = *given;
        if (!sql::isQuery(query) && !sql::as<sql::ScalarSelect>(query)) {
            const auto columns = columnsFrom(evaluator, arguments.positional);
            if (!columns)
                return std::unexpected(columns.error());
            query = sql::makeClause(sql::Select{.columns = *columns});
        }
    } else {
        query = sql::makeClause(sql::Select{.columns = {sql::literalColumn(u"*"_s)}});
    }
    auto *exists = evaluator.instance<ColumnElementObject>(existsClass);
    exists->value = existsClause(query);
    return Value(exists);
}

/// The SELECT inside of an EXISTS, changed by one of its own methods.
Evaluated changedInside(Evaluator &evaluator, const Arguments &arguments, std::string_view method)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *unary = sql::as<sql::Unary>(*self);
    const auto *scalar = unary ? sql::as<sql::ScalarSelect>(unary->element) : nullptr;
    if (!scalar)
        return evaluator.raise("TypeError", "the method needs an EXISTS");
    const auto inner = evaluator.callMethod(clauseValue(evaluator, scalar->select), method,
                                            {behindSelf(arguments), arguments.keywords});
    if (!inner)
        return inner;
    const auto query = clauseOrNone(evaluator, *inner);
    if (!query)
        return std::unexpected(query.error());
    auto *exists = evaluator.instance<ColumnElementObject>(existsClass);
    exists->value = existsClause(*query);
    return Value(exists);
}

Evaluated existsWhere(Evaluator &evaluator, const Arguments &arguments)
{
    return changedInside(evaluator, arguments, "where");
}

Evaluated existsFrom(Evaluator &evaluator, const Arguments &arguments)
{
    return changedInside(evaluator, arguments, "select_from");
}

Evaluated existsCorrelate(Evaluator &evaluator, const Arguments &arguments)
{
    return changedInside(evaluator, arguments, "correlate");
}

Evaluated selectExists(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, sql::makeClause(sql::Select{.columns = {*self}}));
}

constexpr const python::NativeClass *existsBases[] = {&unaryExpressionClass};
constexpr python::NativeMember existsMembers[] = {
    {"where", MemberKind::Method, existsWhere},
    {"select_from", MemberKind::Method, existsFrom},
    {"correlate", MemberKind::Method, existsCorrelate},
    {"select", MemberKind::Method, selectExists},
};

/// values(column('a', Integer), …, name=).
Evaluated makeValues(Evaluator &evaluator, const Arguments &arguments)
{
    sql::Values values{.identity = newIdentity(evaluator)};
    for (const Value argument : arguments.positional) {
        auto column = tableColumn(evaluator, argument);
        if (!column)
            return std::unexpected(column.error());
        values.columns += *std::move(column);
    }
    values.name.text = textOf(keyword(arguments, "name"));
    const auto literal = evaluator.truth(keyword(arguments, "literal_binds"));
    if (!literal)
        return std::unexpected(literal.error());
    values.hasLiteralBinds = *literal;
    return clauseValue(evaluator, sql::makeClause(std::move(values)));
}

template<sql::Alias::Kind kind>
Evaluated makeNamed(Evaluator &evaluator, const Arguments &arguments)
{
    const auto element = clauseOrNone(evaluator, first(arguments));
    if (!element)
        return std::unexpected(element.error());
    if (element->isNull())
        return argumentError(evaluator, u"something to select from expected"_s);
    const Value name = arguments.positional.size() > 1 ? arguments.positional[1] : keyword(arguments, "name");
    return clauseValue(evaluator, makeAlias(evaluator, kind, *element, name));
}

template<bool isOuter>
Evaluated makeJoined(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("join", "left, right, onclause=, isouter=, full=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto left = fromElement(evaluator, bound->value(0));
    if (!left)
        return std::unexpected(left.error());
    const auto outer = evaluator.truth(bound->value(3));
    const auto full = evaluator.truth(bound->value(4));
    if (!outer || !full)
        return std::unexpected(outer ? full.error() : outer.error());
    const auto join = makeJoin(evaluator, *left, bound->value(1), bound->value(2), isOuter || *outer, *full);
    if (!join)
        return std::unexpected(join.error());
    return clauseValue(evaluator, *join);
}

template<const char *name>
Evaluated styleName(Evaluator &evaluator)
{
    return Value(evaluator.heap().string(name));
}

constexpr char tablenamePlusCol[] = "LABEL_STYLE_TABLENAME_PLUS_COL";
constexpr char disambiguateOnly[] = "LABEL_STYLE_DISAMBIGUATE_ONLY";
constexpr char styleNone[] = "LABEL_STYLE_NONE";

constexpr python::NativeName names[] = {
    {"select", nullptr, nullptr, makeSelect},
    {"insert", nullptr, nullptr, makeChange<sql::Insert>},
    {"update", nullptr, nullptr, makeChange<sql::Update>},
    {"delete", nullptr, nullptr, makeChange<sql::Delete>},
    {"exists", nullptr, nullptr, makeExists},
    {"union", nullptr, nullptr, makeCompound<sql::CompoundKind::Union>},
    {"union_all", nullptr, nullptr, makeCompound<sql::CompoundKind::UnionAll>},
    {"except_", nullptr, nullptr, makeCompound<sql::CompoundKind::Except>},
    {"except_all", nullptr, nullptr, makeCompound<sql::CompoundKind::ExceptAll>},
    {"intersect", nullptr, nullptr, makeCompound<sql::CompoundKind::Intersect>},
    {"intersect_all", nullptr, nullptr, makeCompound<sql::CompoundKind::IntersectAll>},
    {"values", nullptr, nullptr, makeValues},
    {"alias", nullptr, nullptr, makeNamed<sql::Alias::Kind::Alias>},
    {"subquery", nullptr, nullptr, makeNamed<sql::Alias::Kind::Subquery>},
    {"lateral", nullptr, nullptr, makeNamed<sql::Alias::Kind::Lateral>},
    {"cte", nullptr, nullptr, asCte},
    {"join", nullptr, nullptr, makeJoined<false>},
    {"outerjoin", nullptr, nullptr, makeJoined<true>},
    {"LABEL_STYLE_TABLENAME_PLUS_COL", styleName<tablenamePlusCol>, nullptr, nullptr},
    {"LABEL_STYLE_DISAMBIGUATE_ONLY", styleName<disambiguateOnly>, nullptr, nullptr},
    {"LABEL_STYLE_DEFAULT", styleName<disambiguateOnly>, nullptr, nullptr},
    {"LABEL_STYLE_NONE", styleName<styleNone>, nullptr, nullptr},
};

} // namespace

const python::NativeClass existsClass = {
    .name = "Exists", .module = "sqlalchemy.sql.selectable", .bases = existsBases, .members = existsMembers};

std::span<const python::NativeName> statementNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
