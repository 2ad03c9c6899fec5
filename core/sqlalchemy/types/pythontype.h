// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

/// type.python_type: the class of the language that values come as; NotImplementedError where SQLAlchemy
/// names none.
python::Evaluated pythonTypeOf(python::Evaluator &evaluator, const TypeObject &object);

} // namespace athanor::sqlalchemy
