// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/scriptcontext.h"

namespace athanor::alembic {

/// What op.get_bind() gives offline (alembic.md 4.54): executes into the script's statements, and has no rows
/// to give back. There is one an evaluation.
python::Value connectionValue(python::Evaluator &evaluator);

extern const python::NativeClass mockConnectionClass;

} // namespace athanor::alembic
