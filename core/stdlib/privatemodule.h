// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

namespace athanor::python {

/// "_athanor": what the modules written in Python need of the evaluator.
extern const NativeModule privateModule;

} // namespace athanor::python
