// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts read of a Column, and what they may set.
#pragma once

#include "core/sqlalchemy/schema/arguments.h"

namespace athanor::sqlalchemy {

/// autoincrement=: True, False, "auto", "ignore_fk".
python::Outcome<schema::Autoincrement> autoincrementFrom(python::Evaluator &evaluator, python::Value value);

python::Evaluated columnName(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnKey(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnType(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnTable(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnNullable(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnPrimaryKey(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnUnique(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnIndex(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnAutoincrement(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnComment(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnDoc(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnInfo(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnDefault(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnOnUpdate(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnServerDefault(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnServerOnUpdate(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnForeignKeys(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated columnConstraints(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated setColumnAttribute(python::Evaluator &evaluator, const python::Arguments &arguments);

} // namespace athanor::sqlalchemy
