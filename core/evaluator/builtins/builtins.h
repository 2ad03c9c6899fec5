// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <span>
#include <string>
#include <string_view>

namespace athanor::python {

/// The module "builtins": functions, classes and exceptions. Every evaluator has it, whatever its host says.
std::span<const NativeModule> builtinModules();

// What the evaluator asks of the builtin types beyond their methods.

/// format(value, specification) for values of the builtin kinds and exceptions; f-strings come here too.
Outcome<std::string> formatBuiltin(Evaluator &evaluator, Value value, std::string_view specification);
/// The % operator of str and bytes.
Evaluated percentFormat(Evaluator &evaluator, Value text, Value arguments);

} // namespace athanor::python
