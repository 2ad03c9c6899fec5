// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/scriptcontext.h"

namespace athanor::alembic {

/// op.get_context(): what a script may ask of the migration that it is part of. One an evaluation.
python::Value migrationContextValue(python::Evaluator &evaluator);
/// op.get_context().impl.
python::Value implValue(python::Evaluator &evaluator);
/// A context manager that does nothing: begin_transaction() offline, as far as scripts see.
python::Value nullContextValue(python::Evaluator &evaluator);

extern const python::NativeClass migrationContextClass;

} // namespace athanor::alembic
