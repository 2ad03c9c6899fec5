// SPDX-License-Identifier: GPL-3.0-or-later
// The attributes that objects of the language have by themselves: __name__, __dict__, __mro__ …
#pragma once

#include "core/evaluator/evaluator.h"
#include "core/evaluator/function.h"

#include <optional>

namespace athanor::python {

std::optional<Value> instanceNames(Evaluator &evaluator, Instance &object, std::string_view name);
std::optional<Value> classNames(Evaluator &evaluator, ClassObject &type, std::string_view name);
std::optional<Value> functionNames(Evaluator &evaluator, FunctionObject &function, std::string_view name);
std::optional<Value> methodNames(BoundMethod &method, std::string_view name);
std::optional<Value> moduleNames(Evaluator &evaluator, ModuleObject &module, std::string_view name);
/// A copy of names as a dict.
Value dictionaryOf(Evaluator &evaluator, const Namespace &names);

} // namespace athanor::python
