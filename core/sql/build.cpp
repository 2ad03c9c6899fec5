// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/build.h"

#include "core/sql/affinity.h"
#include "core/sql/grouping.h"

#include <array>

using namespace Qt::StringLiterals;

namespace athanor::sql {

Clause text(const QString &text)
{
    return makeClause(Text{text, {}});
}

Clause column(const Identifier &name, Boxed<Type> type)
{
    return makeClause(Column{.name = name}, std::move(type));
}

Clause column(const Clause &table, const TableColumn &column)
{
    return makeClause(
        Column{.name = column.name, .key = column.key, .table = table, .isPrimaryKey = column.isPrimaryKey},
        column.type);
}

Clause literalColumn(const QString &text, Boxed<Type> type)
{
    return makeClause(Column{.name = {text}, .isLiteral = true}, std::move(type));
}

Clause table(const Identifier &name, const QList<TableColumn> &columns, const Identifier &schema)
{
    return makeClause(Table{schema, name, columns, {}});
}

Boxed<Type> plainType(TypeKind kind)
{
    static const auto boxes = [] {
        std::array<Boxed<Type>, static_cast<std::size_t>(TypeKind::Custom) + 1> made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = Boxed<Type>(Type{.kind = static_cast<TypeKind>(i)});
        return made;
    }();
    return boxes[static_cast<std::size_t>(kind)];
}

Clause null()
{
    static const Clause clause = makeClause(Constant{ConstantKind::Null});
    return clause;
}

Clause trueClause()
{
    static const Clause clause = makeClause(Constant{ConstantKind::True}, plainType(TypeKind::Boolean));
    return clause;
}

Clause falseClause()
{
    static const Clause clause = makeClause(Constant{ConstantKind::False}, plainType(TypeKind::Boolean));
    return clause;
}

namespace {

struct TypeOfLiteral
{
    Boxed<Type> operator()(std::monostate) const { return {}; }
    Boxed<Type> operator()(bool) const { return plainType(TypeKind::Boolean); }
    Boxed<Type> operator()(qint64) const { return plainType(TypeKind::Integer); }
    Boxed<Type> operator()(double) const { return plainType(TypeKind::Float); }
    Boxed<Type> operator()(const QString &) const { return plainType(TypeKind::String); }
    Boxed<Type> operator()(const QByteArray &) const { return plainType(TypeKind::LargeBinary); }
    Boxed<Type> operator()(const Number &number) const
    {
        return plainType(number.isDecimal ? TypeKind::Numeric : TypeKind::Integer);
    }
    Boxed<Type> operator()(const Date &) const { return plainType(TypeKind::Date); }
    Boxed<Type> operator()(const Time &) const { return plainType(TypeKind::Time); }
    Boxed<Type> operator()(const DateTime &value) const
    {
        static const Boxed<Type> aware = Type{.kind = TypeKind::DateTime, .hasTimezone = true};
        return value.time.offset ? aware : plainType(TypeKind::DateTime);
    }
    Boxed<Type> operator()(const Interval &) const { return plainType(TypeKind::Interval); }
    Boxed<Type> operator()(const Uuid &) const { return plainType(TypeKind::Uuid); }
    Boxed<Type> operator()(const JsonText &) const { return {}; }
    Boxed<Type> operator()(const EnumMember &) const { return plainType(TypeKind::Enum); }
    Boxed<Type> operator()(const LiteralList &) const { return {}; }
    Boxed<Type> operator()(const PythonObject &) const { return {}; }
};

} // namespace

Boxed<Type> literalType(const Literal &value)
{
    return std::visit(TypeOfLiteral{}, value.value);
}

Clause literal(Literal value)
{
    Boxed<Type> type = literalType(value);
    return literal(std::move(value), std::move(type));
}

Clause literal(Literal value, Boxed<Type> type)
{
    return makeClause(Bind{.key = u"param"_s, .value = std::move(value), .isUnique = true}, std::move(type));
}

Clause cast(const Clause &element, Boxed<Type> type)
{
    return makeClause(Cast{element, false}, std::move(type));
}

namespace {

/// The operands of `op` where `clause` is itself `left op right`, so that chains stay flat.
QList<Clause> flattened(const Clause &clause, Operator op, const Boxed<Type> &type, bool &wasChain)
{
    const bool sameAffinity =
        affinityOf(typeKindOf(clause)) == affinityOf(type ? type->kind : TypeKind::Null);
    if (sameAffinity) {
        if (const auto *list = as<ClauseList>(clause); list && list->op == op && !list->isTuple) {
            wasChain = true;
            return list->items;
        }
        if (const auto *inner = as<Binary>(clause); inner && inner->op == op) {
            wasChain = true;
            return {inner->left, inner->right};
        }
    }
    return {clause};
}

} // namespace

Clause typedBinary(const Clause &left, const Clause &right, Binary operation, Boxed<Type> type)
{
    if (isAssociative(operation.op)) {
        bool isChain = false;
        QList<Clause> items = flattened(left, operation.op, type, isChain);
        items += flattened(right, operation.op, type, isChain);
        if (isChain) {
            for (Clause &item : items)
                item = grouped(item, operation.op);
            return makeClause(ClauseList{items, operation.op, false}, std::move(type));
        }
    }
    operation.left = grouped(left, operation.op, operation.customPrecedence);
    operation.right = grouped(right, operation.op, operation.customPrecedence);
    return makeClause(std::move(operation), std::move(type));
}

Clause binary(Operator op, const Clause &left, const Clause &right)
{
    if (isComparison(op))
        return typedBinary(left, right, {.op = op, .negation = negated(op)}, plainType(TypeKind::Boolean));
    const AdaptedOperator adaptedOp = adapted(op, left.node().type, right.node().type);
    return typedBinary(left, right, {.op = adaptedOp.op}, adaptedOp.type);
}

Clause unary(Operator op, const Clause &element)
{
    if (isOrderModifier(op))
        return makeClause(Unary{.element = grouped(element, op), .modifier = op});
    const Boxed<Type> type = op == Operator::Exists || op == Operator::Any || op == Operator::All
                                 ? plainType(TypeKind::Boolean)
                                 : element.node().type;
    return makeClause(Unary{.element = grouped(element, op), .op = op}, type);
}

} // namespace athanor::sql
