// SPDX-License-Identifier: GPL-3.0-or-later
// What the operators of expressions make: used by their methods and by the functions of the same names.
#pragma once

#include "core/sqlalchemy/expressionobject.h"

namespace athanor::sqlalchemy {

/// ==, <, IS …: None and booleans are constants there, and None turns == into IS.
python::Outcome<sql::Clause> compared(python::Evaluator &evaluator, sql::Operator op, const sql::Clause &left,
                                      python::Value right);
/// IN and NOT IN: a list, a SELECT, a bind.
python::Outcome<sql::Clause> inList(python::Evaluator &evaluator, sql::Operator op, const sql::Clause &left,
                                    python::Value list);
python::Outcome<sql::Clause> betweenBounds(python::Evaluator &evaluator, const sql::Clause &element,
                                           python::Value low, python::Value high, bool isSymmetric);
/// x[index]: items of JSON and arrays.
python::Outcome<sql::Clause> itemOf(python::Evaluator &evaluator, const sql::Clause &element,
                                    python::Value index);
/// A name, or none for one that is made up.
sql::Clause labelled(python::Evaluator &evaluator, const sql::Clause &element, python::Value name);
sql::Clause collated(const sql::Clause &element, const QString &collation);
/// What .op('…') gives: something to be called with the other side.
python::Value customOperatorValue(python::Evaluator &evaluator, const sql::Clause &left,
                                  const sql::Binary &binary, const Boxed<sql::Type> &type);

} // namespace athanor::sqlalchemy
