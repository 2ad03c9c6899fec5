// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

namespace athanor::alembic {

/// The names of `alembic.op`.
std::span<const python::NativeName> opNames();
/// The names of `alembic.context`.
std::span<const python::NativeName> contextNames();

} // namespace athanor::alembic
