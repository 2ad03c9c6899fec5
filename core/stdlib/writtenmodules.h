// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::python {

/// The modules that are written in Python, one file of the folder source each.
std::span<const NativeModule> writtenModules();

} // namespace athanor::python
