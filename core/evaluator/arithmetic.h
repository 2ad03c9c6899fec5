// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

namespace athanor::python {

/// Numbers with numbers: NotImplemented when one is none.
Evaluated numberBinary(Evaluator &evaluator, BinaryOperator op, Value left, Value right);
/// Texts, lists, tuples and sets: NotImplemented when they do not fit.
Evaluated sequenceBinary(Evaluator &evaluator, BinaryOperator op, Value left, Value right);
Evaluated setBinary(Evaluator &evaluator, BinaryOperator op, Value left, Value right);

} // namespace athanor::python
