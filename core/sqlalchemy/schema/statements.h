// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

namespace athanor::sqlalchemy {

extern const python::NativeClass ddlElementClass;
/// What sqlalchemy.schema has besides schema items.
std::span<const python::NativeName> ddlStatementNames();
/// CreateEnumType and the others that PostgreSQL alone has.
std::span<const python::NativeName> typeStatementNames();

} // namespace athanor::sqlalchemy
