// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/class.h"

#include <string>

namespace athanor::python {

/// A name of typing or collections.abc, or one with its parameters: "typing.Optional[int]".
class SpecialForm : public Instance
{
public:
    using Instance::Instance;

    std::string module;
    std::string name;
    std::vector<Value> parameters;
};

extern const NativeClass specialFormClass;

SpecialForm *makeForm(Evaluator &evaluator, std::string_view module, std::string_view name);

} // namespace athanor::python
