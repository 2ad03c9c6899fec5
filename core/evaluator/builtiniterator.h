// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/heap.h"
#include "core/evaluator/iteration.h"

namespace athanor::python {

/// An iterator over a value of a builtin type; nullptr when there is none.
IteratorObject *builtinIterator(Heap &heap, Value value);

} // namespace athanor::python
