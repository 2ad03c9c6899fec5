// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnElement: the operators and methods of expressions.
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/comparison.h"

#include "core/evaluator/iteration.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Outcome;
using python::Value;
using sql::Operator;

Outcome<sql::Clause> selfClause(Evaluator &evaluator, const Arguments &arguments)
{
    auto *object = arguments.positional.empty() ? nullptr : arguments.positional[0].as<ClauseObject>();
    if (!object)
        return evaluator.raise("TypeError", "the method needs an SQL expression");
    return object->clause(evaluator);
}

namespace {

Evaluated asValue(Evaluator &evaluator, Outcome<sql::Clause> clause)
{
    if (!clause)
        return std::unexpected(clause.error());
    return clauseValue(evaluator, *std::move(clause));
}

template<Operator op>
Evaluated comparison(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "a comparison needs another side");
    return asValue(evaluator, compared(evaluator, op, *self, arguments.positional[1]));
}

template<Operator op, bool isReversed = false>
Evaluated arithmetic(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "an operator needs another side");
    const auto other = operand(evaluator, arguments.positional[1], *self);
    if (!other)
        return std::unexpected(other.error());
    return clauseValue(evaluator,
                       isReversed ? sql::binary(op, *other, *self) : sql::binary(op, *self, *other));
}

template<Operator op, bool isReversed = false>
Evaluated logical(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto other =
        condition(evaluator, arguments.positional.size() > 1 ? arguments.positional[1] : Value());
    if (!other)
        return std::unexpected(other.error());
    return clauseValue(evaluator,
                       isReversed ? sql::joined(op, {*other, *self}) : sql::joined(op, {*self, *other}));
}

template<Operator op>
Evaluated modified(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, sql::unary(op, *self));
}

Evaluated inverted(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, sql::negation(*self));
}

/// LIKE and its relatives: (other, escape=None), the searches with autoescape= as well.
template<Operator op>
Evaluated like(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("like", "self, other, escape=, *, autoescape=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    sql::Binary binary{.op = op, .negation = sql::negated(op)};
    Value other = bound->value(1);
    if (!bound->value(2).isNone())
        binary.escape = textOf(bound->value(2));
    const auto escapes = evaluator.truth(bound->value(3));
    if (!escapes)
        return std::unexpected(escapes.error());
    if (*escapes) {
        if (!isString(other))
            return evaluator.raise("TypeError", "String value expected when autoescape=True");
        const QString mark = binary.escape.value_or(u"/"_s);
        binary.escape = mark;
        QString text = textOf(other);
        if (mark != u"%"_s && mark != u"_"_s)
            text.replace(mark, mark + mark);
        text.replace(u'%', mark + u'%').replace(u'_', mark + u'_');
        other = evaluator.heap().string(text.toStdString());
    }
    const auto right = operand(evaluator, other, *self);
    if (!right)
        return std::unexpected(right.error());
    return clauseValue(evaluator, sql::typedBinary(*self, *right, std::move(binary),
                                                   sql::plainType(sql::TypeKind::Boolean)));
}

template<Operator op>
Evaluated memberOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "in_() missing 1 required positional argument: 'other'");
    return asValue(evaluator, inList(evaluator, op, *self, arguments.positional[1]));
}

template<Operator op>
Evaluated between(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("between", "self, cleft, cright, symmetric=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto symmetric = evaluator.truth(bound->value(3));
    if (!symmetric)
        return std::unexpected(symmetric.error());
    return asValue(evaluator, betweenBounds(evaluator, *self, bound->value(1), bound->value(2), *symmetric));
}

Evaluated label(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(
        evaluator,
        labelled(evaluator, *self, arguments.positional.size() > 1 ? arguments.positional[1] : Value()));
}

Evaluated cast(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto type = boxedTypeFrom(
        evaluator, arguments.positional.size() > 1 ? arguments.positional[1] : Value(), "cast()");
    if (!type)
        return std::unexpected(type.error());
    return clauseValue(evaluator, sql::cast(*self, *type));
}

Evaluated collate(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(
        evaluator,
        collated(*self, textOf(arguments.positional.size() > 1 ? arguments.positional[1] : Value())));
}

/// .op('…', precedence, is_comparison, return_type)(other).
Evaluated customOperator(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("op",
                                             "self, opstring, precedence=, is_comparison=, return_type=, "
                                             "python_impl=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto isComparison = evaluator.truth(bound->value(3));
    if (!isComparison)
        return std::unexpected(isComparison.error());
    const auto type = boxedTypeFrom(evaluator, bound->value(4), "op()");
    if (!type)
        return std::unexpected(type.error());
    sql::Binary binary{.op = Operator::Custom, .customText = textOf(bound->value(1))};
    if (bound->value(2).isInteger())
        binary.customPrecedence = static_cast<int>(bound->value(2).integer());
    binary.isCustomComparison = *isComparison;
    return customOperatorValue(evaluator, *self, binary, *type);
}

Evaluated booleanOperator(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    sql::Binary binary{.op = Operator::Custom,
                       .customText =
                           textOf(arguments.positional.size() > 1 ? arguments.positional[1] : Value())};
    binary.isCustomComparison = true;
    return customOperatorValue(evaluator, *self, binary, {});
}

template<Operator op>
Evaluated regexp(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature match("regexp_match", "self, pattern, flags=");
    static const python::Signature replace("regexp_replace", "self, pattern, replacement, flags=");
    constexpr bool isReplace = op == Operator::RegexpReplace;
    const auto bound = (isReplace ? replace : match).bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    auto pattern = operand(evaluator, bound->value(1), *self);
    if (!pattern)
        return std::unexpected(pattern.error());
    sql::Binary binary{.op = op, .negation = isReplace ? Operator::None : sql::negated(op)};
    const Value flags = bound->value(isReplace ? 3 : 2);
    if (!flags.isNone())
        binary.flags = textOf(flags);
    if (isReplace) {
        const auto replacement = operand(evaluator, bound->value(2), *self);
        if (!replacement)
            return std::unexpected(replacement.error());
        pattern = sql::makeClause(sql::ClauseList{{*pattern, *replacement}, Operator::Comma, false});
        binary.left = sql::grouped(*self, op);
        binary.right = *pattern;
        return clauseValue(evaluator, sql::makeClause(std::move(binary)));
    }
    return clauseValue(evaluator, sql::typedBinary(*self, *pattern, std::move(binary), {}));
}

Evaluated item(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return asValue(evaluator, itemOf(evaluator, *self,
                                     arguments.positional.size() > 1 ? arguments.positional[1] : Value()));
}

template<sql::TypeKind kind>
Evaluated jsonAs(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *binary = sql::as<sql::Binary>(*self);
    const bool isItem =
        binary && (binary->op == Operator::JsonGetItem || binary->op == Operator::JsonPathGetItem);
    if (!isItem)
        return evaluator.raise(
            invalidRequestErrorClass,
            "The JSON cast operator JSON.as_…() only works with a JSON index expression e.g. "
            "col['q'].as_string()");
    Boxed<sql::Type> type = sql::plainType(kind);
    if (kind == sql::TypeKind::Numeric && arguments.positional.size() > 2)
        type = sql::Type{.kind = kind,
                         .precision = static_cast<int>(arguments.positional[1].integer()),
                         .scale = static_cast<int>(arguments.positional[2].integer())};
    return clauseValue(evaluator, sql::makeClause(sql::Binary(*binary), type));
}

/// JSON's .astext of PostgreSQL: -> becomes ->>.
Evaluated asText(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *binary = sql::as<sql::Binary>(*self);
    if (!binary || (binary->op != Operator::JsonGetItem && binary->op != Operator::JsonPathGetItem))
        return evaluator.raise("AttributeError",
                               "Neither 'Column' object nor 'Comparator' object has an attribute 'astext'");
    sql::Binary text{.op = Operator::Custom,
                     .customText = binary->op == Operator::JsonGetItem ? u"->>"_s : u"#>>"_s,
                     .customPrecedence = 15};
    text.groupsEagerly = true;
    return clauseValue(evaluator, sql::typedBinary(binary->left, binary->right, std::move(text),
                                                   sql::plainType(sql::TypeKind::Text)));
}

/// bool(): only == and != of the same objects have one.
Evaluated truth(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *binary = sql::as<sql::Binary>(*self);
    if (binary && (binary->op == Operator::Equal || binary->op == Operator::NotEqual))
        return Value((binary->left == binary->right) == (binary->op == Operator::Equal));
    if (const auto *constant = sql::as<sql::Constant>(*self);
        constant && constant->kind != sql::ConstantKind::Null)
        return evaluator.raise("TypeError", "Boolean value of this clause is not defined");
    return evaluator.raise("TypeError", "Boolean value of this clause is not defined");
}

Evaluated identityHash(Evaluator &, const Arguments &arguments)
{
    const python::Object *object = arguments.positional.empty() ? nullptr : arguments.positional[0].object();
    return Value(static_cast<std::int64_t>(std::hash<const void *>{}(object) >> 4));
}

Evaluated nameOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    QString name = sql::ownName(*self);
    if (const auto *function = sql::as<sql::Function>(*self))
        name = function->name.text;
    if (name.isEmpty())
        return evaluator.raise("AttributeError", "this expression has no attribute 'name'");
    return Value(evaluator.heap().string(name.toStdString()));
}

Evaluated keyOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (const auto *bind = sql::as<sql::Bind>(*self))
        return Value(evaluator.heap().string(bind->key.toStdString()));
    const auto *column = sql::as<sql::Column>(*self);
    const QString key = column && !column->key.isEmpty() ? column->key : sql::ownName(*self);
    return Value(evaluator.heap().string(key.toStdString()));
}

Evaluated typeOfSelf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (TypeObject *type = typeObjectOf(evaluator, self->node().type))
        return Value(type);
    return evaluator.refuse("the attribute 'type' of an expression", "a type that the script gave itself");
}

Evaluated tableOfSelf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *column = sql::as<sql::Column>(*self);
    if (!column || column->table.isNull())
        return Value();
    return clauseValue(evaluator, column->table);
}

constexpr python::NativeMember members[] = {
    {"__eq__", MemberKind::Method, comparison<Operator::Equal>},
    {"__ne__", MemberKind::Method, comparison<Operator::NotEqual>},
    {"__lt__", MemberKind::Method, comparison<Operator::Less>},
    {"__le__", MemberKind::Method, comparison<Operator::LessOrEqual>},
    {"__gt__", MemberKind::Method, comparison<Operator::Greater>},
    {"__ge__", MemberKind::Method, comparison<Operator::GreaterOrEqual>},
    {"__hash__", MemberKind::Method, identityHash},
    {"__bool__", MemberKind::Method, truth},
    {"__add__", MemberKind::Method, arithmetic<Operator::Add>},
    {"__radd__", MemberKind::Method, arithmetic<Operator::Add, true>},
    {"__sub__", MemberKind::Method, arithmetic<Operator::Subtract>},
    {"__rsub__", MemberKind::Method, arithmetic<Operator::Subtract, true>},
    {"__mul__", MemberKind::Method, arithmetic<Operator::Multiply>},
    {"__rmul__", MemberKind::Method, arithmetic<Operator::Multiply, true>},
    {"__truediv__", MemberKind::Method, arithmetic<Operator::TrueDivide>},
    {"__rtruediv__", MemberKind::Method, arithmetic<Operator::TrueDivide, true>},
    {"__floordiv__", MemberKind::Method, arithmetic<Operator::FloorDivide>},
    {"__rfloordiv__", MemberKind::Method, arithmetic<Operator::FloorDivide, true>},
    {"__mod__", MemberKind::Method, arithmetic<Operator::Modulo>},
    {"__rmod__", MemberKind::Method, arithmetic<Operator::Modulo, true>},
    {"__and__", MemberKind::Method, logical<Operator::And>},
    {"__rand__", MemberKind::Method, logical<Operator::And, true>},
    {"__or__", MemberKind::Method, logical<Operator::Or>},
    {"__ror__", MemberKind::Method, logical<Operator::Or, true>},
    {"__invert__", MemberKind::Method, inverted},
    {"__neg__", MemberKind::Method, modified<Operator::Negative>},
    {"__getitem__", MemberKind::Method, item},
    {"concat", MemberKind::Method, arithmetic<Operator::Concat>},
    {"bitwise_xor", MemberKind::Method, arithmetic<Operator::BitwiseXor>},
    {"bitwise_or", MemberKind::Method, arithmetic<Operator::BitwiseOr>},
    {"bitwise_and", MemberKind::Method, arithmetic<Operator::BitwiseAnd>},
    {"bitwise_lshift", MemberKind::Method, arithmetic<Operator::BitwiseShiftLeft>},
    {"bitwise_rshift", MemberKind::Method, arithmetic<Operator::BitwiseShiftRight>},
    {"bitwise_not", MemberKind::Method, modified<Operator::BitwiseNot>},
    {"is_", MemberKind::Method, comparison<Operator::Is>},
    {"is_not", MemberKind::Method, comparison<Operator::IsNot>},
    {"isnot", MemberKind::Method, comparison<Operator::IsNot>},
    {"is_distinct_from", MemberKind::Method, comparison<Operator::IsDistinctFrom>},
    {"is_not_distinct_from", MemberKind::Method, comparison<Operator::IsNotDistinctFrom>},
    {"isnot_distinct_from", MemberKind::Method, comparison<Operator::IsNotDistinctFrom>},
    {"in_", MemberKind::Method, memberOf<Operator::In>},
    {"not_in", MemberKind::Method, memberOf<Operator::NotIn>},
    {"notin_", MemberKind::Method, memberOf<Operator::NotIn>},
    {"like", MemberKind::Method, like<Operator::Like>},
    {"not_like", MemberKind::Method, like<Operator::NotLike>},
    {"notlike", MemberKind::Method, like<Operator::NotLike>},
    {"ilike", MemberKind::Method, like<Operator::Ilike>},
    {"not_ilike", MemberKind::Method, like<Operator::NotIlike>},
    {"notilike", MemberKind::Method, like<Operator::NotIlike>},
    {"contains", MemberKind::Method, like<Operator::Contains>},
    {"icontains", MemberKind::Method, like<Operator::Icontains>},
    {"startswith", MemberKind::Method, like<Operator::StartsWith>},
    {"istartswith", MemberKind::Method, like<Operator::Istartswith>},
    {"endswith", MemberKind::Method, like<Operator::EndsWith>},
    {"iendswith", MemberKind::Method, like<Operator::Iendswith>},
    {"match", MemberKind::Method, comparison<Operator::Match>},
    {"regexp_match", MemberKind::Method, regexp<Operator::RegexpMatch>},
    {"regexp_replace", MemberKind::Method, regexp<Operator::RegexpReplace>},
    {"between", MemberKind::Method, between<Operator::Between>},
    {"op", MemberKind::Method, customOperator},
    {"bool_op", MemberKind::Method, booleanOperator},
    {"label", MemberKind::Method, label},
    {"cast", MemberKind::Method, cast},
    {"collate", MemberKind::Method, collate},
    {"desc", MemberKind::Method, modified<Operator::Descending>},
    {"asc", MemberKind::Method, modified<Operator::Ascending>},
    {"nulls_first", MemberKind::Method, modified<Operator::NullsFirst>},
    {"nullsfirst", MemberKind::Method, modified<Operator::NullsFirst>},
    {"nulls_last", MemberKind::Method, modified<Operator::NullsLast>},
    {"nullslast", MemberKind::Method, modified<Operator::NullsLast>},
    {"distinct", MemberKind::Method, modified<Operator::Distinct>},
    {"as_string", MemberKind::Method, jsonAs<sql::TypeKind::Unicode>},
    {"as_integer", MemberKind::Method, jsonAs<sql::TypeKind::Integer>},
    {"as_float", MemberKind::Method, jsonAs<sql::TypeKind::Float>},
    {"as_numeric", MemberKind::Method, jsonAs<sql::TypeKind::Numeric>},
    {"as_boolean", MemberKind::Method, jsonAs<sql::TypeKind::Boolean>},
    {"as_json", MemberKind::Method, jsonAs<sql::TypeKind::Json>},
    {"astext", MemberKind::Getter, asText},
    {"name", MemberKind::Getter, nameOf},
    {"key", MemberKind::Getter, keyOf},
    {"type", MemberKind::Getter, typeOfSelf},
    {"table", MemberKind::Getter, tableOfSelf},
};

} // namespace

std::span<const python::NativeMember> columnElementMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
