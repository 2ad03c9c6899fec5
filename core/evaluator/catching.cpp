// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/catching.h"

#include "core/evaluator/frame.h"

namespace athanor::python {

bool isCatching(Evaluator &evaluator)
{
    for (const Frame *frame = evaluator.runtime().frame; frame; frame = frame->caller) {
        if (frame->isCatching())
            return true;
    }
    return false;
}

} // namespace athanor::python
