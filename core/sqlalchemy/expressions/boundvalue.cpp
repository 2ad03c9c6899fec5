// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/operands.h"

namespace athanor::sqlalchemy {

python::Evaluated boundValue(python::Evaluator &evaluator, TypeObject &type, python::Value value)
{
    return type.literalValue(evaluator, value);
}

} // namespace athanor::sqlalchemy
