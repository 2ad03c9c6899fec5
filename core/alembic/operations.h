// SPDX-License-Identifier: GPL-3.0-or-later
// alembic.operations.Operations: the directives as methods, and what projects add to them.
#pragma once

#include "core/alembic/scriptcontext.h"

namespace athanor::alembic {

extern const python::NativeClass operationsClass;
/// alembic.operations.MigrateOperation, which operations of a project derive from.
extern const python::NativeClass migrateOperationClass;

/// The Operations object behind `op`. One an evaluation.
python::Value operationsValue(python::Evaluator &evaluator);

python::Evaluated getBind(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated getContext(python::Evaluator &evaluator, const python::Arguments &arguments);

// Methods of Operations and BatchOperations: the object, or the class, comes first.
/// operations.invoke(operation): what implementation_for() has for its class.
python::Evaluated invoke(python::Evaluator &evaluator, const python::Arguments &arguments);
/// The decorator that gives a class's method a name in op.*.
python::Evaluated registerOperation(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated implementationFor(python::Evaluator &evaluator, const python::Arguments &arguments);

} // namespace athanor::alembic
