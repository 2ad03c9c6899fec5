// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::python {

/// The modules of Python's standard library that migration scripts use, for a Host's nativeModules(). What
/// would touch files, the network or processes is there by name and refused when it is called.
std::span<const NativeModule> standardModules();

} // namespace athanor::python
