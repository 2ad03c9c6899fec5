// SPDX-License-Identifier: GPL-3.0-or-later
// text('…') with its binds and columns, and bindparam().
#include "core/sql/build.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Done;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

namespace {

void setBind(sql::Text &text, const QString &name, const sql::Clause &bind)
{
    const auto known = std::ranges::find(text.binds, name, &sql::TextBind::name);
    if (known != text.binds.end())
        known->bind = bind;
    else
        text.binds += sql::TextBind{name, bind};
}

/// bindparams(bindparam('x', …), y=5).
Evaluated bindparams(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Text>(evaluator, arguments, [&](sql::Text &text) -> Done {
        for (const Value argument : behindSelf(arguments)) {
            const auto clause = expression(evaluator, argument);
            if (!clause)
                return std::unexpected(clause.error());
            const auto *bind = sql::as<sql::Bind>(*clause);
            if (!bind)
                return argumentError(evaluator, u"bindparams() takes bindparam() objects and keywords"_s);
            setBind(text, bind->key, *clause);
        }
        for (const python::NamedValue &named : arguments.keywords) {
            const QString name = QString::fromUtf8(named.name);
            const auto known = std::ranges::find(text.binds, name, &sql::TextBind::name);
            const Boxed<sql::Type> type =
                known != text.binds.end() ? known->bind.node().type : Boxed<sql::Type>();
            auto value = literalFrom(evaluator, named.value, type);
            if (!value)
                return std::unexpected(value.error());
            const Boxed<sql::Type> own = type ? type : sql::literalType(*value);
            sql::Bind bind{.key = name, .value = *std::move(value)};
            if (known != text.binds.end())
                bind.isExpanding = sql::as<sql::Bind>(known->bind)->isExpanding;
            setBind(text, name, sql::makeClause(std::move(bind), own));
        }
        return {};
    });
}

Evaluated columns(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    sql::TextSelect select{.text = *self};
    for (const Value argument : behindSelf(arguments)) {
        const auto column = expression(evaluator, argument);
        if (!column)
            return std::unexpected(column.error());
        select.columns += *column;
    }
    for (const python::NamedValue &named : arguments.keywords) {
        const auto type = boxedTypeFrom(evaluator, named.value, "columns()");
        if (!type)
            return std::unexpected(type.error());
        select.columns += sql::column({QString::fromUtf8(named.name)}, *type);
    }
    return clauseValue(evaluator, sql::makeClause(std::move(select)));
}

Evaluated itself(Evaluator &, const Arguments &arguments)
{
    return arguments.positional.empty() ? Value() : arguments.positional[0];
}

Evaluated textOfSelf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *text = sql::as<sql::Text>(*self);
    return Value(evaluator.heap().string(text ? text->text.toStdString() : std::string()));
}

template<sql::Operator op>
Evaluated combined(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto other =
        condition(evaluator, arguments.positional.size() > 1 ? arguments.positional[1] : Value());
    if (!other)
        return std::unexpected(other.error());
    return clauseValue(evaluator, op == sql::Operator::And ? sql::conjunction({*self, *other})
                                                           : sql::disjunction({*self, *other}));
}

Evaluated inParentheses(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, sql::makeClause(sql::Grouping{*self}));
}

constexpr python::NativeMember members[] = {
    {"bindparams", MemberKind::Method, bindparams},
    {"columns", MemberKind::Method, columns},
    {"execution_options", MemberKind::Method, itself},
    {"text", MemberKind::Getter, textOfSelf},
    {"self_group", MemberKind::Method, inParentheses},
    {"__and__", MemberKind::Method, combined<sql::Operator::And>},
    {"__or__", MemberKind::Method, combined<sql::Operator::Or>},
};

} // namespace

std::span<const python::NativeMember> textClauseMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
