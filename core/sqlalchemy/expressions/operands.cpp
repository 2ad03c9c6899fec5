// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/operands.h"

#include "core/evaluator/dictionary.h"
#include "core/evaluator/exception.h"
#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Evaluator;
using python::Outcome;
using python::Value;

bool isString(Value value)
{
    return value.as<python::StringObject>() != nullptr;
}

QString textOf(Value string)
{
    const auto *text = string.as<python::StringObject>();
    return text ? QString::fromStdString(text->utf8) : QString();
}

Value clauseValue(Evaluator &evaluator, sql::Clause clause)
{
    return clauseObject(evaluator, std::move(clause));
}

std::unexpected<python::Raised> argumentError(Evaluator &evaluator, const QString &message)
{
    return evaluator.raise(argumentErrorClass, message.toStdString());
}

Outcome<sql::Clause> clauseOrNone(Evaluator &evaluator, Value value)
{
    const auto clause = clauseFrom(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    return *clause ? **clause : sql::Clause();
}

sql::Clause asScalar(const sql::Clause &clause)
{
    if (!sql::as<sql::Select>(clause) && !sql::as<sql::Compound>(clause) && !sql::as<sql::TextSelect>(clause))
        return clause;
    const auto columns = sql::exportedColumns(clause);
    return sql::makeClause(sql::ScalarSelect{clause},
                           columns.isEmpty() ? Boxed<sql::Type>() : columns.first().type);
}

Outcome<sql::Clause> expression(Evaluator &evaluator, Value value)
{
    auto clause = clauseOrNone(evaluator, value);
    if (!clause || !clause->isNull())
        return clause ? Outcome<sql::Clause>(asScalar(*clause)) : clause;
    if (value.isNone())
        return sql::null();
    const auto *opaque = value.as<python::OpaqueObject>();
    if (opaque)
        return evaluator.refuseOpaque(*opaque, "an expression");
    const auto text = evaluator.repr(value);
    if (!text)
        return std::unexpected(text.error());
    return argumentError(evaluator, "SQL expression element or literal value expected, got "_L1
                                        % QString::fromStdString(*text) % u'.');
}

namespace {

sql::Clause bindOf(sql::Literal value, const QString &key, Boxed<sql::Type> type)
{
    return sql::makeClause(
        sql::Bind{.key = key.isEmpty() ? u"param"_s : key, .value = std::move(value), .isUnique = true},
        std::move(type));
}

/// The type that a value gets beside an expression: the expression's own, where the value is of its kind.
Boxed<sql::Type> comparedType(const sql::Literal &value, const Boxed<sql::Type> &against)
{
    const Boxed<sql::Type> own = sql::literalType(value);
    const sql::TypeKind kind = against ? against->kind : sql::TypeKind::Null;
    const bool isApplications = against && !against->pythonName.isEmpty();
    if (!own || isApplications || kind == sql::TypeKind::Custom
        || sql::affinityOf(own->kind) == sql::affinityOf(kind))
        return against;
    const bool isText = std::holds_alternative<QString>(value.value);
    const sql::Affinity affinity = sql::affinityOf(kind);
    if (isText && (affinity == sql::Affinity::Binary || affinity == sql::Affinity::Uuid))
        return against;
    return own;
}

/// What an expression calls the binds beside it.
QString bindKey(const sql::Clause &against)
{
    if (const auto *column = sql::as<sql::Column>(against))
        return column->key.isEmpty() ? column->name.text : column->key;
    if (const auto *label = sql::as<sql::Label>(against); label && !label->isAnonymous)
        return label->name.text;
    if (const auto *function = sql::as<sql::Function>(against))
        return function->name.text;
    return {};
}

Outcome<sql::Clause> bindBeside(Evaluator &evaluator, Value value, const sql::Clause &against)
{
    Boxed<sql::Type> type = against.node().type;
    // Beside ANY and ALL of an array stand single elements.
    if (const auto *unary = sql::as<sql::Unary>(against);
        unary && (unary->op == sql::Operator::Any || unary->op == sql::Operator::All)) {
        type = unary->element.node().type;
        if (type && sql::isArray(type->kind))
            type = type->item;
    }
    auto literal = literalFrom(evaluator, value, type);
    if (!literal)
        return std::unexpected(literal.error());
    Boxed<sql::Type> compared = comparedType(*literal, type);
    return bindOf(*std::move(literal), bindKey(against), std::move(compared));
}

} // namespace

Outcome<sql::Clause> expressionOrBind(Evaluator &evaluator, Value value, const QString &name)
{
    auto clause = clauseOrNone(evaluator, value);
    if (!clause || !clause->isNull())
        return clause ? Outcome<sql::Clause>(asScalar(*clause)) : clause;
    if (value.isNone())
        return sql::null();
    auto literal = literalFrom(evaluator, value);
    if (!literal)
        return std::unexpected(literal.error());
    Boxed<sql::Type> type = sql::literalType(*literal);
    return bindOf(*std::move(literal), name, std::move(type));
}

Outcome<sql::Clause> operand(Evaluator &evaluator, Value value, const sql::Clause &against)
{
    auto clause = clauseOrNone(evaluator, value);
    if (!clause)
        return clause;
    if (clause->isNull())
        return bindBeside(evaluator, value, against);
    const sql::Clause scalar = asScalar(*clause);
    const auto *bind = sql::as<sql::Bind>(scalar);
    if (bind && !scalar.node().type && against.node().type)
        return sql::makeClause(sql::Bind(*bind), against.node().type);
    return scalar;
}

Outcome<sql::Clause> condition(Evaluator &evaluator, Value value)
{
    if (value.isBoolean())
        return value.boolean() ? sql::trueClause() : sql::falseClause();
    return expression(evaluator, value);
}

Outcome<sql::Clause> boundTo(Evaluator &evaluator, Value value, const sql::TableColumn &column)
{
    auto clause = clauseOrNone(evaluator, value);
    if (!clause || !clause->isNull())
        return clause ? Outcome<sql::Clause>(asScalar(*clause)) : clause;
    auto literal = literalFrom(evaluator, value, column.type);
    if (!literal)
        return std::unexpected(literal.error());
    return bindOf(*std::move(literal), column.scriptName(), column.type);
}

Outcome<sql::Clause> clauseOrLiteral(Evaluator &evaluator, Value value, const Boxed<sql::Type> &type)
{
    auto clause = clauseOrNone(evaluator, value);
    if (!clause || !clause->isNull())
        return clause;
    auto literal = literalFrom(evaluator, value, type);
    if (!literal)
        return std::unexpected(literal.error());
    Boxed<sql::Type> own = type ? type : sql::literalType(*literal);
    return bindOf(*std::move(literal), {}, std::move(own));
}

Outcome<sql::Clause> orderElement(Evaluator &evaluator, Value value)
{
    if (isString(value))
        return sql::makeClause(sql::LabelReference{textOf(value)});
    return expression(evaluator, value);
}

Outcome<QList<sql::Clause>> orderElements(Evaluator &evaluator, std::span<const Value> values)
{
    QList<sql::Clause> elements;
    for (const Value value : values) {
        if (value.as<python::ListObject>() || value.as<python::TupleObject>()) {
            const auto items = evaluator.items(value);
            if (!items)
                return std::unexpected(items.error());
            const auto inner = orderElements(evaluator, *items);
            if (!inner)
                return std::unexpected(inner.error());
            elements += *inner;
            continue;
        }
        const auto element = orderElement(evaluator, value);
        if (!element)
            return std::unexpected(element.error());
        if (sql::isFrom(*element))
            elements += sql::expandedColumns({*element});
        else
            elements += *element;
    }
    return elements;
}

Outcome<sql::Clause> columnElement(Evaluator &evaluator, Value value)
{
    if (value.isBoolean())
        return value.boolean() ? sql::trueClause() : sql::falseClause();
    if (value.isInteger() || value.isFloat()) {
        const auto text = evaluator.str(value);
        if (!text)
            return std::unexpected(text.error());
        return sql::literalColumn(QString::fromStdString(*text));
    }
    if (isString(value)) {
        const QString text = textOf(value);
        if (text == "*"_L1)
            return sql::literalColumn(text);
        return argumentError(
            evaluator,
            "Textual column expression %1 should be explicitly declared with text(%1), or use column(%1) for more specificity"_L1
                .toString()
                .arg(u'\'' % text % u'\''));
    }
    return expression(evaluator, value);
}

Outcome<sql::Clause> rowCount(Evaluator &evaluator, Value value)
{
    if (value.isNone())
        return sql::Clause();
    auto clause = clauseOrNone(evaluator, value);
    if (!clause || !clause->isNull())
        return clause;
    auto literal = literalFrom(evaluator, value);
    if (!literal)
        return std::unexpected(literal.error());
    return bindOf(*std::move(literal), {}, sql::plainType(sql::TypeKind::Integer));
}

Outcome<sql::Clause> fromElement(Evaluator &evaluator, Value value)
{
    auto clause = clauseOrNone(evaluator, value);
    if (!clause)
        return clause;
    if (clause->isNull())
        return argumentError(evaluator, u"FROM expression, such as a Table or alias() object expected."_s);
    const bool isSelect = sql::as<sql::Select>(*clause) || sql::as<sql::Compound>(*clause);
    if (!isSelect)
        return clause;
    return sql::makeClause(sql::Alias{.kind = sql::Alias::Kind::Subquery,
                                      .element = *clause,
                                      .name = {u"anon"_s},
                                      .isAnonymous = true,
                                      .identity = newIdentity(evaluator)});
}

} // namespace athanor::sqlalchemy
