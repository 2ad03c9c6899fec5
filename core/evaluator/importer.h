// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/runtime.h"

namespace athanor::python {

/// A module of the native tables, empty until its names are asked for.
ModuleObject *nativeModule(Evaluator::Runtime &runtime, std::string_view name);
/// The module "package.part" where it is native or of the project; empty when it is not known.
Outcome<std::optional<Value>> importPart(Evaluator::Runtime &runtime, const std::string &dottedName);

} // namespace athanor::python
