// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

python::Outcome<sql::Type> arrayValue(python::Evaluator &evaluator, TypeObject &object);

} // namespace athanor::sqlalchemy
