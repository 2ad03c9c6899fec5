// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

namespace athanor::python {

/// An index into a sequence of `length` items; IndexError ("`what` out of range") or TypeError otherwise.
Outcome<std::size_t> place(Evaluator &evaluator, Value sequence, Value index, std::int64_t length,
                           std::string_view what);

} // namespace athanor::python
