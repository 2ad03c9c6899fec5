// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::python {

/// typing, typing_extensions and collections.abc. Annotations mean nothing to an evaluation: every name can
/// be subscripted, joined with | and derived from, and does no more, except that isinstance() knows the
/// abstract classes.
std::span<const NativeModule> typingModules();

} // namespace athanor::python
