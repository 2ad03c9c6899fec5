// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"

namespace athanor::python {

/// A namespace as a dict that shows and changes it: globals(), vars(object). The namespace has to live as
/// long as the evaluator.
Value namespaceView(Evaluator &evaluator, Namespace &names);
/// A dict with what the namespace holds now.
Value namespaceCopy(Evaluator &evaluator, const Namespace &names);

} // namespace athanor::python
