// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/comparison.h"

#include "core/evaluator/dictionary.h"
#include "core/evaluator/generator.h"
#include "core/evaluator/iteration.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/operands.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Evaluator;
using python::Outcome;
using python::Value;
using sql::Operator;

namespace {

/// None, True and False as they stand in a comparison; none for everything else.
sql::Clause constantOf(Value value, const sql::Clause &clause)
{
    if (value.isNone())
        return sql::null();
    if (value.isBoolean())
        return value.boolean() ? sql::trueClause() : sql::falseClause();
    return sql::as<sql::Constant>(clause) ? clause : sql::Clause();
}

bool isCollection(const sql::Clause &clause)
{
    const auto *unary = sql::as<sql::Unary>(clause);
    return unary && (unary->op == Operator::Any || unary->op == Operator::All);
}

Outcome<sql::Clause> comparedToConstant(Evaluator &evaluator, Operator op, const sql::Clause &left,
                                        const sql::Clause &constant)
{
    const auto *node = sql::as<sql::Constant>(constant);
    const bool isNull = node && node->kind == sql::ConstantKind::Null;
    const bool isEquality = op == Operator::Equal || op == Operator::NotEqual;
    const bool isDistinct = op == Operator::IsDistinctFrom || op == Operator::IsNotDistinctFrom;
    if ((isEquality && !isNull) || isDistinct)
        return sql::binary(op, left, constant);
    if (op == Operator::Equal || op == Operator::Is)
        return sql::binary(Operator::Is, left, constant);
    if (op == Operator::NotEqual || op == Operator::IsNot)
        return sql::binary(Operator::IsNot, left, constant);
    return argumentError(evaluator, u"Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', "
                                    "'is_not_distinct_from()' operators can be used with None/True/False"_s);
}

} // namespace

Outcome<sql::Clause> compared(Evaluator &evaluator, Operator op, const sql::Clause &left, Value right)
{
    auto clause = clauseOrNone(evaluator, right);
    if (!clause)
        return clause;
    const sql::Clause constant = constantOf(right, *clause);
    if (!constant.isNull() && !isCollection(left))
        return comparedToConstant(evaluator, op, left, constant);
    const auto other = constant.isNull() ? operand(evaluator, right, left) : Outcome<sql::Clause>(constant);
    if (!other)
        return other;
    const Boxed<sql::Type> type = sql::plainType(sql::TypeKind::Boolean);
    // ANY and ALL stand on the right, and there is no opposite of their comparison.
    if (isCollection(left))
        return sql::typedBinary(*other, left, {.op = sql::mirrored(op)}, type);
    sql::Binary binary{.op = op, .negation = isCollection(*other) ? Operator::None : sql::negated(op)};
    return sql::typedBinary(left, *other, std::move(binary), type);
}

namespace {

bool isGenerator(Value value)
{
    return value.isObject() && value.object()->kind() == python::ObjectKind::Generator;
}

bool isList(Value value)
{
    return value.as<python::ListObject>() || value.as<python::TupleObject>() || value.as<python::SetObject>()
           || value.as<python::FrozenSetObject>() || value.as<python::DictionaryObject>()
           || value.as<python::RangeObject>() || isGenerator(value) || value.as<python::IteratorObject>();
}

Outcome<sql::Clause> listClause(Evaluator &evaluator, Operator op, const sql::Clause &left, Value list)
{
    const auto items = evaluator.items(list);
    if (!items)
        return std::unexpected(items.error());
    QList<sql::Clause> clauses;
    sql::LiteralList literals;
    bool hasExpressions = false;
    for (const Value item : *items) {
        const auto clause = clauseOrNone(evaluator, item);
        if (!clause)
            return clause;
        hasExpressions = hasExpressions || !clause->isNull();
    }
    Boxed<sql::Type> type = left.node().type;
    for (const Value item : *items) {
        auto each = operand(evaluator, item, left);
        if (!each)
            return each;
        if (!hasExpressions) {
            const auto *bind = sql::as<sql::Bind>(*each);
            if (literals.items.isEmpty())
                type = each->node().type;
            literals.items += bind ? bind->value : sql::Literal{};
        }
        clauses += *std::move(each);
    }
    if (hasExpressions)
        return sql::makeClause(
            sql::Grouping{sql::makeClause(sql::ClauseList{clauses, Operator::Comma, false})});
    const auto *column = sql::as<sql::Column>(left);
    const auto *function = sql::as<sql::Function>(left);
    const QString key = column ? (column->key.isEmpty() ? column->name.text : column->key)
                               : (function ? function->name.text : u"param"_s);
    return sql::makeClause(sql::Bind{.key = key,
                                     .value = {std::move(literals)},
                                     .isUnique = true,
                                     .isExpanding = true,
                                     .expandOperator = op},
                           type);
}

} // namespace

Outcome<sql::Clause> inList(Evaluator &evaluator, Operator op, const sql::Clause &left, Value list)
{
    auto right = clauseOrNone(evaluator, list);
    if (!right)
        return right;
    if (right->isNull() && isList(list))
        right = listClause(evaluator, op, left, list);
    else if (right->isNull()) {
        const auto text = evaluator.repr(list);
        return argumentError(
            evaluator, "IN expression list, SELECT construct, or bound parameter object expected, got "_L1
                           % QString::fromStdString(text ? *text : std::string()) % u'.');
    }
    if (!right)
        return right;
    sql::Clause target = asScalar(*right);
    if (const auto *bind = sql::as<sql::Bind>(target)) {
        sql::Bind copy = *bind;
        copy.isExpanding = true;
        copy.expandOperator = op;
        target = sql::makeClause(std::move(copy), target.node().type ? target.node().type : left.node().type);
    }
    if (sql::isFrom(target)) {
        sql::Select select{.columns = {target}};
        target = asScalar(sql::makeClause(std::move(select)));
    }
    return sql::typedBinary(left, target, {.op = op, .negation = sql::negated(op)},
                            sql::plainType(sql::TypeKind::Boolean));
}

Outcome<sql::Clause> betweenBounds(Evaluator &evaluator, const sql::Clause &element, Value low, Value high,
                                   bool isSymmetric)
{
    auto first = operand(evaluator, low, element);
    if (!first)
        return first;
    auto second = operand(evaluator, high, element);
    if (!second)
        return second;
    sql::Binary binary{.left = sql::grouped(element, Operator::Between),
                       .right = sql::makeClause(sql::ClauseList{{*first, *second}, Operator::And, false}),
                       .op = Operator::Between,
                       .negation = Operator::NotBetween};
    binary.isSymmetric = isSymmetric;
    return sql::makeClause(std::move(binary));
}

namespace {

sql::Clause integerBind(const sql::Clause &element, std::int64_t number)
{
    const auto *column = sql::as<sql::Column>(element);
    return sql::makeClause(sql::Bind{.key = column ? column->name.text : u"param"_s,
                                     .value = {qint64(number)},
                                     .isUnique = true},
                           sql::plainType(sql::TypeKind::Integer));
}

/// The path or key of a JSON item as each database writes it: '{a,b}' of PostgreSQL, '$."a"' of the others.
sql::Literal jsonIndex(Value index, bool isPostgreSql, const std::vector<Value> *path)
{
    if (isPostgreSql) {
        if (!path)
            return index.isInteger() ? sql::Literal{qint64(index.integer())} : sql::Literal{textOf(index)};
        QStringList parts;
        for (const Value part : *path)
            parts += part.isInteger() ? QString::number(part.integer()) : textOf(part);
        return sql::Literal{QString(u'{' % parts.join(", "_L1) % u'}')};
    }
    QString text = u"$"_s;
    const auto append = [&text](Value part) {
        text += part.isInteger() ? QString(u'[' % QString::number(part.integer()) % u']')
                                 : QString(".\""_L1 % textOf(part) % u'"');
    };
    if (path) {
        for (const Value part : *path)
            append(part);
    } else {
        append(index);
    }
    return sql::Literal{text};
}

Outcome<sql::Clause> jsonItem(Evaluator &evaluator, const sql::Clause &element, Value index)
{
    const bool isPostgreSql = [&] {
        const auto *slot = evaluator.state<TargetSlot>().target;
        return slot && (slot->dialect() == "postgresql"_L1 || slot->dialect() == "oracle"_L1);
    }();
    const auto *list = index.as<python::ListObject>();
    const auto *tuple = index.as<python::TupleObject>();
    const std::vector<Value> *path = list ? &list->items : tuple ? &tuple->items : nullptr;
    auto clause = clauseOrNone(evaluator, index);
    if (!clause)
        return clause;
    const Operator op = path ? Operator::JsonPathGetItem : Operator::JsonGetItem;
    if (clause->isNull()) {
        const auto *column = sql::as<sql::Column>(element);
        sql::Bind bind{.key = column ? column->name.text : u"param"_s,
                       .value = jsonIndex(index, isPostgreSql, path),
                       .isUnique = true};
        const bool isNumber = std::holds_alternative<qint64>(bind.value.value);
        clause = sql::makeClause(std::move(bind),
                                 sql::plainType(isNumber ? sql::TypeKind::Integer : sql::TypeKind::String));
    }
    return sql::typedBinary(element, *clause, {.op = op}, element.node().type);
}

Outcome<sql::Clause> arrayItem(Evaluator &evaluator, const sql::Clause &element, Value index)
{
    Boxed<sql::Type> type = element.node().type;
    if (const auto *slice = index.as<python::SliceObject>()) {
        sql::Slice bounds;
        for (const auto &[value, target] :
             {std::pair{slice->start, &bounds.start}, {slice->stop, &bounds.stop}}) {
            if (value.isInteger())
                *target = integerBind(element, value.integer());
        }
        return sql::typedBinary(element, sql::makeClause(std::move(bounds)), {.op = Operator::GetItem}, type);
    }
    if (type && type->dimensions <= 1)
        type = type->item;
    auto right = clauseOrNone(evaluator, index);
    if (!right)
        return right;
    if (right->isNull())
        right = integerBind(element, index.isInteger() ? index.integer() : 0);
    return sql::typedBinary(element, *right, {.op = Operator::GetItem}, type);
}

} // namespace

Outcome<sql::Clause> itemOf(Evaluator &evaluator, const sql::Clause &element, Value index)
{
    const sql::TypeKind kind = sql::typeKindOf(element);
    if (sql::isJson(kind))
        return jsonItem(evaluator, element, index);
    if (sql::isArray(kind))
        return arrayItem(evaluator, element, index);
    if (kind == sql::TypeKind::PgHstore) {
        const auto key =
            operand(evaluator, index, sql::literalColumn({}, sql::plainType(sql::TypeKind::Text)));
        if (!key)
            return key;
        sql::Binary binary{.op = Operator::Custom, .customText = u"->"_s, .customPrecedence = 15};
        return sql::typedBinary(element, *key, std::move(binary), sql::plainType(sql::TypeKind::Text));
    }
    return evaluator.raise("NotImplementedError", "Operator 'getitem' is not supported on this expression");
}

sql::Clause labelled(Evaluator &evaluator, const sql::Clause &element, Value name)
{
    sql::Label label{.element = sql::grouped(element, Operator::As)};
    if (const auto *inner = sql::as<sql::Label>(element))
        label.element = inner->element;
    if (name.isNone()) {
        label.name.text = sql::labelBase(element);
        label.isAnonymous = true;
        label.identity = newIdentity(evaluator);
    } else {
        label.name.text = textOf(name);
    }
    return sql::makeClause(std::move(label), element.node().type);
}

sql::Clause collated(const sql::Clause &element, const QString &collation)
{
    sql::Binary binary{.left = sql::grouped(element, Operator::Collate),
                       .right = sql::makeClause(sql::Collation{collation}),
                       .op = Operator::Collate};
    return sql::makeClause(std::move(binary), element.node().type);
}

Value customOperatorValue(Evaluator &evaluator, const sql::Clause &left, const sql::Binary &binary,
                          const Boxed<sql::Type> &type)
{
    return evaluator.heap().make<python::NativeFunction>(
        "op",
        [left, binary, type](Evaluator &inner, const python::Arguments &arguments) -> python::Evaluated {
            if (arguments.positional.empty())
                return inner.raise("TypeError", "op() needs the other side");
            auto right = operand(inner, arguments.positional[0], left);
            if (!right)
                return std::unexpected(right.error());
            const Boxed<sql::Type> result = type ? type
                                            : binary.isCustomComparison
                                                ? sql::plainType(sql::TypeKind::Boolean)
                                                : left.node().type;
            return clauseValue(inner, sql::typedBinary(left, *right, binary, result));
        });
}

} // namespace athanor::sqlalchemy
