// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of sqlalchemy that make clauses.
#pragma once

#include "core/sqlalchemy/expressionobject.h"

#include <span>

namespace athanor::sqlalchemy {

python::Evaluated makeTable(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Outcome<sql::TableColumn> tableColumn(python::Evaluator &evaluator, python::Value value);

// The names of `sqlalchemy`, `sqlalchemy.sql` and `sqlalchemy.sql.expression` that each file makes.
std::span<const python::NativeName> elementNames();   // elementfunctions.cpp
std::span<const python::NativeName> operatorNames();  // operatorfunctions.cpp
std::span<const python::NativeName> statementNames(); // statementfunctions.cpp

} // namespace athanor::sqlalchemy
