// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/expression.h"

#include <QString>

namespace athanor::python {

/// What Python's messages call an expression: "function call", "literal", "None".
QString describeExpression(const Expression &expression);

} // namespace athanor::python
