// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/grouping.h"

#include "core/sql/affinity.h"
#include "core/sql/build.h"

namespace athanor::sql {

namespace {

bool isBooleanTyped(const Clause &clause)
{
    return affinityOf(typeKindOf(clause)) == Affinity::Boolean;
}

Clause inParentheses(const Clause &element)
{
    return makeClause(Grouping{element}, element.node().type);
}

bool isPrecedent(Operator op, int customPrecedence, Operator against, int againstPrecedence)
{
    if (op == against && op != Operator::Custom && isNaturalSelfPrecedent(op))
        return false;
    const int own = op == Operator::Custom ? customPrecedence : precedence(op);
    if (against == Operator::None)
        return true;
    int other = against == Operator::Custom ? againstPrecedence : precedence(against);
    // Operators without a place in SQLAlchemy's table count as the lowest on the inside and as the highest on
    // the outside.
    if (other == -100)
        other = 100;
    return own <= other;
}

/// How one kind of node stands beside `against`.
class Grouper
{
public:
    Grouper(const Clause &element, Operator against, int againstPrecedence)
        : m_element(element)
        , m_against(against)
        , m_precedence(againstPrecedence)
    {
    }

    Clause operator()(const Text &) const
    {
        return m_against == Operator::In || m_against == Operator::NotIn ? inParentheses(m_element)
                                                                         : m_element;
    }
    Clause operator()(const Unary &unary) const
    {
        if (unary.op == Operator::IsTrue || unary.op == Operator::IsFalse)
            return m_element;
        if (unary.op == Operator::Any || unary.op == Operator::All)
            return groupIf(isPrecedent(unary.op, 0, m_against, m_precedence));
        return groupIf(unary.op != Operator::None
                       && isPrecedent(unary.op, unary.customPrecedence, m_against, m_precedence));
    }
    Clause operator()(const Binary &binary) const
    {
        const bool isTruth =
            isBoolean(binary.op) || (binary.op == Operator::Custom && binary.isCustomComparison);
        return groupIf(isPrecedent(binary.op, binary.customPrecedence, m_against, m_precedence)
                       || (m_against == Operator::Not && !isTruth));
    }
    Clause operator()(const ClauseList &list) const
    {
        if (list.isTuple || list.items.isEmpty())
            return m_element;
        return groupIf(isPrecedent(list.op, 0, m_against, m_precedence)
                       || (m_against == Operator::Not && !isBoolean(list.op)));
    }
    Clause operator()(const Grouping &) const { return m_element; }
    Clause operator()(const ScalarSelect &) const { return m_element; }
    Clause operator()(const FunctionFilter &) const
    {
        return groupIf(isPrecedent(Operator::Filter, 0, m_against, m_precedence));
    }
    Clause operator()(const TypeCoerce &coerce) const
    {
        const Clause inner = grouped(coerce.element, m_against, m_precedence);
        return inner == coerce.element ? m_element : makeClause(TypeCoerce{inner}, m_element.node().type);
    }
    Clause operator()(const Label &label) const
    {
        const Clause inner = grouped(label.element, m_against, m_precedence);
        if (inner == label.element)
            return m_element;
        Label copy = label;
        copy.element = inner;
        return makeClause(std::move(copy), m_element.node().type);
    }
    Clause operator()(const Function &function) const
    {
        // Item access binds more than a call: (f(x))[1].
        if (m_against == Operator::GetItem && isArray(typeKindOf(m_element)))
            return inParentheses(m_element);
        return plain(function);
    }
    Clause operator()(const Array &) const
    {
        return groupIf(m_against == Operator::Any || m_against == Operator::All
                       || m_against == Operator::GetItem);
    }
    Clause operator()(const Slice &) const { return m_element; }
    Clause operator()(const Select &select) const { return subquery(select); }
    Clause operator()(const Compound &compound) const { return subquery(compound); }
    Clause operator()(const TextSelect &select) const { return subquery(select); }
    Clause operator()(const Collation &) const { return m_element; }
    Clause operator()(const CustomText &) const { return m_element; }
    Clause operator()(const Join &) const { return m_element; }
    Clause operator()(const Table &) const { return m_element; }
    Clause operator()(const Alias &) const { return m_element; }
    Clause operator()(const Values &) const { return m_element; }
    Clause operator()(const Insert &) const { return m_element; }
    Clause operator()(const Update &) const { return m_element; }
    Clause operator()(const Delete &) const { return m_element; }
    /// Every other expression.
    template<typename T>
    Clause operator()(const T &node) const
    {
        return plain(node);
    }

private:
    Clause groupIf(bool isGrouped) const { return isGrouped ? inParentheses(m_element) : m_element; }

    template<typename T>
    Clause plain(const T &) const
    {
        const bool asCondition =
            m_against == Operator::And || m_against == Operator::Or || m_against == Operator::AsBoolean;
        if (asCondition && isBooleanTyped(m_element))
            return makeClause(Unary{.element = m_element, .op = Operator::IsTrue},
                              plainType(TypeKind::Boolean));
        if (m_against == Operator::Any || m_against == Operator::All)
            return inParentheses(m_element);
        return m_element;
    }

    template<typename T>
    Clause subquery(const T &) const
    {
        return inParentheses(m_element);
    }

    const Clause &m_element;
    Operator m_against;
    int m_precedence;
};

bool isConstant(const Clause &clause, ConstantKind kind)
{
    const auto *constant = as<Constant>(clause);
    return constant && constant->kind == kind;
}

struct Conditions
{
    QList<Clause> items;
    int count = 0; ///< none, one, or more than one
};

Conditions conditionsOf(Operator op, const QList<Clause> &conditions)
{
    const bool isAnd = op == Operator::And;
    const ConstantKind neutral = isAnd ? ConstantKind::True : ConstantKind::False;
    const ConstantKind decisive = isAnd ? ConstantKind::False : ConstantKind::True;
    Conditions result;
    Clause neutralClause;
    Operator against = Operator::AsBoolean;
    for (const Clause &condition : conditions) {
        if (isConstant(condition, neutral)) {
            neutralClause = condition;
            continue;
        }
        if (isConstant(condition, decisive)) {
            result.items = {condition};
            result.count = 1;
            break;
        }
        if (result.count > 0)
            against = op;
        result.count = result.count == 0 ? 1 : 2;
        result.items += condition;
    }
    if (result.items.isEmpty() && !neutralClause.isNull()) {
        result.items = {neutralClause};
        result.count = 1;
    }
    for (Clause &item : result.items)
        item = grouped(item, against);
    return result;
}

Clause booleanList(Operator op, const QList<Clause> &items)
{
    return makeClause(ClauseList{items, op, false}, plainType(TypeKind::Boolean));
}

QList<Clause> operands(const Clause &clause, Operator op)
{
    if (const auto *list = as<ClauseList>(clause); list && list->op == op && !list->isTuple)
        return list->items;
    if (const auto *inner = as<Binary>(clause); inner && inner->op == op)
        return {inner->left, inner->right};
    return {clause};
}

} // namespace

Clause grouped(const Clause &element, Operator against, int customPrecedence)
{
    if (element.isNull())
        return element;
    return std::visit(Grouper(element, against, customPrecedence), element.node().data);
}

Clause joined(Operator op, const QList<Clause> &conditions)
{
    const Conditions found = conditionsOf(op, conditions);
    if (found.count == 1)
        return found.items.first();
    QList<Clause> flat;
    for (const Clause &item : found.items)
        flat += operands(item, op);
    return booleanList(op, flat);
}

Clause whereClause(const QList<Clause> &conditions)
{
    const Conditions found = conditionsOf(Operator::And, conditions);
    if (found.count == 0)
        return {};
    return found.count == 1 ? found.items.first() : booleanList(Operator::And, found.items);
}

Clause conjunction(const QList<Clause> &conditions)
{
    return joined(Operator::And, conditions);
}

Clause disjunction(const QList<Clause> &conditions)
{
    return joined(Operator::Or, conditions);
}

namespace {

Clause notOf(const Clause &condition, Boxed<Type> type)
{
    return makeClause(Unary{.element = grouped(condition, Operator::Not), .op = Operator::Not},
                      std::move(type));
}

/// The other one of an expanding bind's two operators, so that an empty NOT IN is written as one.
Clause negatedBind(const Clause &clause, Operator from, Operator to)
{
    const auto *bind = as<Bind>(clause);
    if (!bind || bind->expandOperator != from)
        return clause;
    Bind copy = *bind;
    copy.expandOperator = to;
    return makeClause(std::move(copy), clause.node().type);
}

Clause negatedBinary(const Clause &condition, const Binary &binary)
{
    if (binary.negation == Operator::None)
        return negation(inParentheses(condition));
    Binary copy = binary;
    std::swap(copy.op, copy.negation);
    // The bounds of BETWEEN stand as they are.
    if (copy.op == Operator::Between || copy.op == Operator::NotBetween)
        return makeClause(std::move(copy), condition.node().type);
    copy.left = grouped(binary.left, copy.op);
    copy.right = grouped(negatedBind(binary.right, binary.op, copy.op), copy.op);
    return makeClause(std::move(copy), condition.node().type);
}

} // namespace

Clause negation(const Clause &condition)
{
    if (isConstant(condition, ConstantKind::True))
        return falseClause();
    if (isConstant(condition, ConstantKind::False))
        return trueClause();
    if (const auto *binary = as<Binary>(condition))
        return negatedBinary(condition, *binary);
    if (const auto *list = as<ClauseList>(condition); list && !list->isTuple)
        return notOf(condition, {});
    if (const auto *unary = as<Unary>(condition)) {
        if (unary->op == Operator::IsTrue || unary->op == Operator::IsFalse) {
            Unary copy = *unary;
            copy.op = negated(unary->op);
            return makeClause(std::move(copy), condition.node().type);
        }
        if (isBooleanTyped(condition))
            return notOf(condition, plainType(TypeKind::Boolean));
        return notOf(condition, {});
    }
    if (const auto *label = as<Label>(condition)) {
        Label copy = *label;
        copy.element = negation(label->element);
        return makeClause(std::move(copy), condition.node().type);
    }
    if (isBooleanTyped(condition))
        return makeClause(Unary{.element = condition, .op = Operator::IsFalse}, plainType(TypeKind::Boolean));
    return notOf(condition, {});
}

} // namespace athanor::sql
