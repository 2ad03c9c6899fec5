// SPDX-License-Identifier: GPL-3.0-or-later
// text(), column(), literal(), null(), bindparam(), case(), cast() …
#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/comparison.h"
#include "core/sqlalchemy/expressions/constructors.h"
#include "core/sqlalchemy/expressions/functionnamespace.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::Outcome;
using python::Signature;
using python::Value;

namespace {

Evaluated makeText(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("text", "text, bind=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Value text = bound->value(0);
    if (const auto *opaque = text.as<python::OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "text()");
    if (!isString(text))
        return evaluator.raise("TypeError", "expected string or bytes-like object");
    return clauseValue(evaluator, sql::text(textOf(text)));
}

Evaluated makeColumn(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("column", "text, type_=, is_literal=, _selectable=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Value given = bound->value(1);
    const auto type = given.as<python::OpaqueObject>() ? Outcome<Boxed<sql::Type>>(unknownType())
                                                       : boxedTypeFrom(evaluator, given, "column()");
    if (!type)
        return std::unexpected(type.error());
    const auto isLiteral = evaluator.truth(bound->value(2));
    if (!isLiteral)
        return std::unexpected(isLiteral.error());
    const QString name = textOf(bound->value(0));
    return clauseValue(evaluator, *isLiteral ? sql::literalColumn(name, *type)
                                             : sql::column(sql::Identifier{name}, *type));
}

Evaluated makeLiteralColumn(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("literal_column", "text, type_=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto type = boxedTypeFrom(evaluator, bound->value(1), "literal_column()");
    if (!type)
        return std::unexpected(type.error());
    return clauseValue(evaluator, sql::literalColumn(textOf(bound->value(0)), *type));
}

Evaluated makeLiteral(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("literal", "value, type_=, literal_execute=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto type = boxedTypeFrom(evaluator, bound->value(1), "literal()");
    if (!type)
        return std::unexpected(type.error());
    auto value = literalFrom(evaluator, bound->value(0), *type);
    if (!value)
        return std::unexpected(value.error());
    const Boxed<sql::Type> own = *type ? *type : sql::literalType(*value);
    return clauseValue(evaluator, sql::literal(*std::move(value), own));
}

Evaluated makeBindparam(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("bindparam",
                                     "key, value=, type_=, unique=, required=, quote=, callable_=, "
                                     "expanding=, isoutparam=, literal_execute=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto type = boxedTypeFrom(evaluator, bound->value(2), "bindparam()");
    if (!type)
        return std::unexpected(type.error());
    auto value = literalFrom(evaluator, bound->value(1), *type);
    if (!value)
        return std::unexpected(value.error());
    const auto unique = evaluator.truth(bound->value(3));
    const auto expanding = evaluator.truth(bound->value(7));
    const auto literalExecute = evaluator.truth(bound->value(9));
    if (!unique || !expanding || !literalExecute)
        return evaluator.raise("TypeError", "bindparam() takes booleans for its flags");
    Boxed<sql::Type> own = *type;
    if (!own) {
        const auto *list = std::get_if<sql::LiteralList>(&value->value);
        own = *expanding && list && !list->items.isEmpty() ? sql::literalType(list->items.first())
                                                           : sql::literalType(*value);
    }
    sql::Bind bind{.key = isString(bound->value(0)) ? textOf(bound->value(0)) : u"param"_s,
                   .value = *std::move(value),
                   .isUnique = *unique || bound->value(0).isNone(),
                   .isRequired = !(*bound)[1].has_value(),
                   .isExpanding = *expanding};
    bind.isLiteralExecute = *literalExecute;
    return clauseValue(evaluator, sql::makeClause(std::move(bind), own));
}

template<sql::Clause (*make)()>
Evaluated makeConstant(Evaluator &evaluator, const Arguments &)
{
    return clauseValue(evaluator, make());
}

Outcome<sql::Clause> resultElement(Evaluator &evaluator, Value value)
{
    return expressionOrBind(evaluator, value, {});
}

Outcome<QList<sql::When>> whensFrom(Evaluator &evaluator, const sql::Clause &value,
                                    std::span<const std::pair<Value, Value>> pairs)
{
    QList<sql::When> whens;
    for (const auto &[first, second] : pairs) {
        const auto test = value.isNull() ? condition(evaluator, first) : resultElement(evaluator, first);
        if (!test)
            return std::unexpected(test.error());
        const auto result = resultElement(evaluator, second);
        if (!result)
            return std::unexpected(result.error());
        whens += sql::When{sql::grouped(*test, sql::Operator::None), *result};
    }
    return whens;
}

/// case((condition, result), …, value=, else_=); a dictionary where there is a value.
Evaluated makeCase(Evaluator &evaluator, const Arguments &arguments)
{
    std::vector<std::pair<Value, Value>> pairs;
    std::span<const Value> given = arguments.positional;
    if (given.size() == 1) {
        if (const auto *list = given[0].as<python::ListObject>())
            return argumentError(evaluator,
                                 u"The \"whens\" argument to case(), when referring to a sequence of "
                                 "items, is now passed as a series of positional elements, rather than "
                                 "as a list. %1"_s.arg(list->items.size())
                                         .section(u'.', 0, 0)
                                     + u'.');
        if (const auto *dictionary = given[0].as<python::DictionaryObject>()) {
            for (std::size_t at = 0; const auto *entry = dictionary->table.next(at);)
                pairs.emplace_back(entry->key, entry->value);
            given = {};
        }
    }
    for (const Value pair : given) {
        const auto *items = pair.as<python::TupleObject>();
        if (!items || items->items.size() != 2)
            return argumentError(evaluator, u"case() takes pairs of condition and result"_s);
        pairs.emplace_back(items->items[0], items->items[1]);
    }
    sql::Case made;
    if (const Value value = keyword(arguments, "value"); !value.isNone()) {
        const auto clause = expressionOrBind(evaluator, value, {});
        if (!clause)
            return std::unexpected(clause.error());
        made.value = *clause;
    }
    auto whens = whensFrom(evaluator, made.value, pairs);
    if (!whens)
        return std::unexpected(whens.error());
    made.whens = *std::move(whens);
    bool hasElse = false;
    for (const python::NamedValue &named : arguments.keywords)
        hasElse = hasElse || named.name == "else_";
    if (const Value otherwise = keyword(arguments, "else_"); hasElse && !otherwise.isNone()) {
        const auto clause = resultElement(evaluator, otherwise);
        if (!clause)
            return std::unexpected(clause.error());
        made.otherwise = *clause;
    }
    Boxed<sql::Type> type;
    for (const sql::When &when : made.whens) {
        if (!type)
            type = when.result.node().type;
    }
    if (!type && !made.otherwise.isNull())
        type = made.otherwise.node().type;
    return clauseValue(evaluator, sql::makeClause(std::move(made), type));
}

template<bool isTry>
Evaluated makeCast(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("cast", "expression, type_");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto type = boxedTypeFrom(evaluator, bound->value(1), "cast()");
    if (!type)
        return std::unexpected(type.error());
    auto element = clauseOrLiteral(evaluator, bound->value(0), *type);
    if (!element)
        return std::unexpected(element.error());
    return clauseValue(evaluator, sql::makeClause(sql::Cast{asScalar(*element), isTry}, *type));
}

Evaluated makeTypeCoerce(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("type_coerce", "expression, type_");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto type = boxedTypeFrom(evaluator, bound->value(1), "type_coerce()");
    if (!type)
        return std::unexpected(type.error());
    auto element = clauseOrLiteral(evaluator, bound->value(0), *type);
    if (!element)
        return std::unexpected(element.error());
    if (const auto *bind = sql::as<sql::Bind>(*element))
        element = sql::makeClause(sql::Bind(*bind), *type);
    return clauseValue(evaluator, sql::makeClause(sql::TypeCoerce{asScalar(*element)}, *type));
}

Evaluated makeExtract(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("extract", "field, expr");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto element = expressionOrBind(evaluator, bound->value(1), {});
    if (!element)
        return std::unexpected(element.error());
    return clauseValue(evaluator, sql::makeClause(sql::Extract{textOf(bound->value(0)), *element},
                                                  sql::plainType(sql::TypeKind::Integer)));
}

Evaluated makeLabel(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("label", "name, element, type_=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto element = expression(evaluator, bound->value(1));
    if (!element)
        return std::unexpected(element.error());
    return clauseValue(evaluator, labelled(evaluator, *element, bound->value(0)));
}

Evaluated makeOver(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("over", "element, partition_by=, order_by=, range_=, rows=, groups=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto element = expression(evaluator, bound->value(0));
    if (!element)
        return std::unexpected(element.error());
    return overClause(evaluator, *element,
                      {bound->value(1), bound->value(2), bound->value(4), bound->value(3), bound->value(5)});
}

Outcome<QList<sql::Clause>> elementsFrom(Evaluator &evaluator, std::span<const Value> values)
{
    QList<sql::Clause> elements;
    for (const Value value : values) {
        const auto element = expressionOrBind(evaluator, value, {});
        if (!element)
            return std::unexpected(element.error());
        elements += sql::grouped(*element, sql::Operator::Comma);
    }
    return elements;
}

Evaluated makeTuple(Evaluator &evaluator, const Arguments &arguments)
{
    const auto elements = elementsFrom(evaluator, arguments.positional);
    if (!elements)
        return std::unexpected(elements.error());
    return clauseValue(evaluator, sql::makeClause(sql::ClauseList{*elements, sql::Operator::Comma, true},
                                                  sql::plainType(sql::TypeKind::TupleType)));
}

/// postgresql.array([…]).
Evaluated makeArray(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("array", "clauses, *, type_=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto items = evaluator.items(bound->value(0));
    if (!items)
        return std::unexpected(items.error());
    const auto elements = elementsFrom(evaluator, *items);
    if (!elements)
        return std::unexpected(elements.error());
    const auto given = boxedTypeFrom(evaluator, bound->value(1), "array()");
    if (!given)
        return std::unexpected(given.error());
    sql::Type type{.kind = sql::TypeKind::PgArray};
    type.item = *given ? *given : elements->isEmpty() ? Boxed<sql::Type>() : elements->first().node().type;
    if (!type.item)
        type.item = sql::Type{};
    return clauseValue(evaluator, sql::makeClause(sql::Array{*elements}, type));
}

Evaluated makeAggregateOrderBy(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "aggregate_order_by() needs an element and an order");
    const auto target = expression(evaluator, arguments.positional[0]);
    if (!target)
        return std::unexpected(target.error());
    const auto order = orderElements(evaluator, arguments.positional.subspan(1));
    if (!order)
        return std::unexpected(order.error());
    return clauseValue(
        evaluator, sql::makeClause(sql::AggregateOrderBy{*target, sql::makeClause(sql::ClauseList{
                                                                      *order, sql::Operator::Comma, false})},
                                   target->node().type));
}

Evaluated makeFunctionNamespace(Evaluator &evaluator)
{
    return Value(evaluator.allocate(evaluator.classOf(functionNamespaceClass)));
}

constexpr python::NativeName names[] = {
    {"text", nullptr, nullptr, makeText},
    {"column", nullptr, nullptr, makeColumn},
    {"literal_column", nullptr, nullptr, makeLiteralColumn},
    {"literal", nullptr, nullptr, makeLiteral},
    {"bindparam", nullptr, nullptr, makeBindparam},
    {"null", nullptr, nullptr, makeConstant<sql::null>},
    {"true", nullptr, nullptr, makeConstant<sql::trueClause>},
    {"false", nullptr, nullptr, makeConstant<sql::falseClause>},
    {"case", nullptr, nullptr, makeCase},
    {"cast", nullptr, nullptr, makeCast<false>},
    {"try_cast", nullptr, nullptr, makeCast<true>},
    {"type_coerce", nullptr, nullptr, makeTypeCoerce},
    {"extract", nullptr, nullptr, makeExtract},
    {"label", nullptr, nullptr, makeLabel},
    {"over", nullptr, nullptr, makeOver},
    {"tuple_", nullptr, nullptr, makeTuple},
    {"array", nullptr, nullptr, makeArray},
    {"aggregate_order_by", nullptr, nullptr, makeAggregateOrderBy},
    {"table", nullptr, nullptr, makeTable},
    {"func", makeFunctionNamespace, nullptr, nullptr},
    {"ClauseElement", nullptr, &clauseElementClass, nullptr},
    {"ColumnElement", nullptr, &columnElementClass, nullptr},
    {"ColumnClause", nullptr, &columnClauseClass, nullptr},
    {"FromClause", nullptr, &fromClauseClass, nullptr},
    {"TableClause", nullptr, &tableClauseClass, nullptr},
    {"TextClause", nullptr, &textClauseClass, nullptr},
    {"BindParameter", nullptr, &bindParameterClass, nullptr},
    {"Label", nullptr, &labelClass, nullptr},
    {"Case", nullptr, &caseClass, nullptr},
    {"Cast", nullptr, &castClass, nullptr},
    {"BinaryExpression", nullptr, &binaryExpressionClass, nullptr},
    {"UnaryExpression", nullptr, &unaryExpressionClass, nullptr},
    {"Null", nullptr, &nullClass, nullptr},
    {"Alias", nullptr, &aliasClass, nullptr},
    {"Join", nullptr, &joinClass, nullptr},
    {"Select", nullptr, &selectClass, nullptr},
    {"CompoundSelect", nullptr, &compoundSelectClass, nullptr},
    {"Insert", nullptr, &insertClass, nullptr},
    {"Update", nullptr, &updateClass, nullptr},
    {"Delete", nullptr, &deleteClass, nullptr},
};

} // namespace

std::span<const python::NativeName> elementNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
