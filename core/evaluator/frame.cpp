// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/frame.h"

namespace athanor::python {

Frame::Frame(Evaluator::Runtime &runtime, Scope &scope, ModuleObject *module_, const ParsedModule *source_)
    : caller(runtime.frame)
    , source(source_)
    , module(module_)
    , m_runtime(runtime)
    , m_evaluator(runtime.evaluator)
    , m_scope(&scope)
{
    runtime.frame = this;
}

Frame::~Frame()
{
    m_runtime.frame = caller;
}

} // namespace athanor::python
