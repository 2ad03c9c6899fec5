// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

namespace athanor::python {

extern const NativeModule literalModule;   ///< ast: literal_eval()
extern const NativeModule characterModule; ///< unicodedata: normalize(), category()

} // namespace athanor::python
