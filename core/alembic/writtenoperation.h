// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/scriptcontext.h"

namespace athanor::alembic {

/// Adds an operation where the script waits for exceptions: raises at once what writing its statements would
/// raise later. What comes before the failing statement of an operation stays, as it would in Alembic.
python::Done addWritten(python::Evaluator &evaluator, ScriptContext &context, operation::Operation operation);

} // namespace athanor::alembic
