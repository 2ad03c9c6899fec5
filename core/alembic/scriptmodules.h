// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

namespace athanor::alembic {

/// All modules written in C++ that a migration script can import: the standard library's, sqlalchemy's and
/// alembic's. For Host::nativeModules(). (The builtins are every evaluator's own.)
std::span<const python::NativeModule> scriptModules();

} // namespace athanor::alembic
