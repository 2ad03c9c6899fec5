// SPDX-License-Identifier: GPL-3.0-or-later
// table('t', column('x'), …) and what tables make: INSERT, UPDATE, DELETE.
#include "core/sql/build.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/constructors.h"
#include "core/sqlalchemy/expressions/dml.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

namespace {

/// The legacy arguments of table.insert(values) and the like: the values at once.
Evaluated withValues(Evaluator &evaluator, Value statement, const Arguments &arguments)
{
    const std::span<const Value> rest = behindSelf(arguments);
    if (rest.empty() && arguments.keywords.empty())
        return statement;
    return evaluator.callMethod(statement, "values", {.positional = rest});
}

Evaluated insert(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return withValues(evaluator, clauseValue(evaluator, sql::makeClause(sql::Insert{.table = *self})),
                      arguments);
}

Evaluated update(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, sql::makeClause(sql::Update{.table = *self}));
}

Evaluated remove(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return clauseValue(evaluator, sql::makeClause(sql::Delete{.table = *self}));
}

Evaluated schemaOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *table = sql::as<sql::Table>(*self);
    if (!table || table->schema.isEmpty())
        return Value();
    return Value(evaluator.heap().string(table->schema.text.toStdString()));
}

constexpr python::NativeMember members[] = {
    {"insert", MemberKind::Method, insert},
    {"update", MemberKind::Method, update},
    {"delete", MemberKind::Method, remove},
    {"schema", MemberKind::Getter, schemaOf},
};

} // namespace

python::Outcome<sql::TableColumn> tableColumn(Evaluator &evaluator, Value value)
{
    const auto clause = expression(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    const auto *column = sql::as<sql::Column>(*clause);
    if (!column)
        return argumentError(evaluator, u"column() or Column object expected"_s);
    return sql::TableColumn{.name = column->name, .key = column->key, .type = clause->node().type};
}

Evaluated makeTable(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return evaluator.raise("TypeError", "table() missing 1 required positional argument: 'name'");
    sql::Table table{.name = {textOf(arguments.positional[0])}, .identity = newIdentity(evaluator)};
    table.schema.text = textOf(keyword(arguments, "schema"));
    for (const Value argument : behindSelf(arguments)) {
        const auto column = tableColumn(evaluator, argument);
        if (!column)
            return std::unexpected(column.error());
        table.columns += *column;
    }
    return clauseValue(evaluator, sql::makeClause(std::move(table)));
}

std::span<const python::NativeMember> tableClauseMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
