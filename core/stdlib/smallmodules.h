// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::python {

/// sys, time, gc, locale, __future__, importlib and other modules of a few names.
std::span<const NativeModule> smallModules();

/// Modules of files, the network and processes: what they have is refused by name when it is called.
std::span<const NativeModule> refusedModules();

} // namespace athanor::python
