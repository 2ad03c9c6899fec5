// SPDX-License-Identifier: GPL-3.0-or-later
// The directives of op.*, one function each with Alembic's signature (alembic.md chapter 5). Each makes its
// operations and hands them to the sink of the evaluation; the batch forms call them too, with the table
// added.
#pragma once

#include "core/alembic/scriptcontext.h"

namespace athanor::alembic {

using Directive = python::NativeCall;

// tabledirectives.cpp
python::Evaluated createTable(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated dropTable(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated renameTable(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated createTableComment(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated dropTableComment(python::Evaluator &evaluator, const python::Arguments &arguments);

// columndirectives.cpp
python::Evaluated addColumn(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated dropColumn(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated alterColumn(python::Evaluator &evaluator, const python::Arguments &arguments);

// constraintdirectives.cpp
python::Evaluated createPrimaryKey(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated createUniqueConstraint(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated createCheckConstraint(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated createForeignKey(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated createExcludeConstraint(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated dropConstraint(python::Evaluator &evaluator, const python::Arguments &arguments);

// indexdirectives.cpp
python::Evaluated createIndex(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated dropIndex(python::Evaluator &evaluator, const python::Arguments &arguments);

// statementdirectives.cpp
python::Evaluated execute(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated bulkInsert(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated finalName(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated inlineLiteral(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated runAsync(python::Evaluator &evaluator, const python::Arguments &arguments);
/// Records a str or a construct as the connection's execute() does: at once, whatever batch is open.
python::Done executeStatement(python::Evaluator &evaluator, python::Value statement);

// batch.cpp
python::Evaluated batchAlterTable(python::Evaluator &evaluator, const python::Arguments &arguments);

} // namespace athanor::alembic
