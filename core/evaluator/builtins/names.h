// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the module "builtins".
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::python {

std::span<const NativeName> builtinExceptions();

// iterators.cpp
extern const NativeClass enumerateClass;
extern const NativeClass filterClass;
extern const NativeClass mapClass;
extern const NativeClass reversedClass;
extern const NativeClass zipClass;

} // namespace athanor::python
