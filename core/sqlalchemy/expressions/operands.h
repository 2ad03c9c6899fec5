// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts hand over where SQLAlchemy wants an expression, and the objects that come back.
#pragma once

#include "core/sqlalchemy/expressionobject.h"
#include "core/sqlalchemy/expressions/exceptions.h"

#include <string>

namespace athanor::sqlalchemy {

/// A parameter's value as the type puts it into a statement.
python::Evaluated boundValue(python::Evaluator &evaluator, TypeObject &type, python::Value value);

/// The clause of an object; empty for what is a plain value.
python::Outcome<sql::Clause> clauseOrNone(python::Evaluator &evaluator, python::Value value);
/// A clause that has to be there: "SQL expression element expected, got 'x'."
python::Outcome<sql::Clause> expression(python::Evaluator &evaluator, python::Value value);
/// A clause, or a value as a bind called after `name`.
python::Outcome<sql::Clause> expressionOrBind(python::Evaluator &evaluator, python::Value value,
                                              const QString &name);
/// The other side of an operator: a clause, or a value as a bind of the type that `against` gives it.
python::Outcome<sql::Clause> operand(python::Evaluator &evaluator, python::Value value,
                                     const sql::Clause &against);
/// A condition for WHERE, ON, AND …: an expression, text(), True or False.
python::Outcome<sql::Clause> condition(python::Evaluator &evaluator, python::Value value);
/// A SELECT as a value; anything else as it is.
sql::Clause asScalar(const sql::Clause &clause);
/// A bind for a value that meets `column`: named after it, of its type.
python::Outcome<sql::Clause> boundTo(python::Evaluator &evaluator, python::Value value,
                                     const sql::TableColumn &column);
/// What ORDER BY, GROUP BY and DISTINCT take: expressions, and names of columns.
python::Outcome<sql::Clause> orderElement(python::Evaluator &evaluator, python::Value value);
/// The same for several, lists among them taken apart.
python::Outcome<QList<sql::Clause>> orderElements(python::Evaluator &evaluator,
                                                  std::span<const python::Value> values);
/// What SELECT's list takes: expressions, tables, literals True, False and None.
python::Outcome<sql::Clause> columnElement(python::Evaluator &evaluator, python::Value value);
/// LIMIT and OFFSET: a number as a bind, or an expression; none for None.
python::Outcome<sql::Clause> rowCount(python::Evaluator &evaluator, python::Value value);
/// Something to select from; a SELECT becomes a subquery.
python::Outcome<sql::Clause> fromElement(python::Evaluator &evaluator, python::Value value);

python::Value clauseValue(python::Evaluator &evaluator, sql::Clause clause);
QString textOf(python::Value string);
bool isString(python::Value value);
std::unexpected<python::Raised> argumentError(python::Evaluator &evaluator, const QString &message);
} // namespace athanor::sqlalchemy
