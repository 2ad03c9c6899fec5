// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/scriptcontext.h"

namespace athanor::alembic {

/// context.config: the ini as env.py and scripts ask for it. One an evaluation; what is set stays in it.
python::Value configValue(python::Evaluator &evaluator);
/// context.get_x_argument(as_dictionary=False).
python::Evaluated xArguments(python::Evaluator &evaluator, const python::Arguments &arguments);

extern const python::NativeClass configClass;

} // namespace athanor::alembic
