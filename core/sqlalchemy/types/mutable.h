// SPDX-License-Identifier: GPL-3.0-or-later
// sqlalchemy.ext.mutable: types whose values tell of their changes, which DDL knows nothing of.
#pragma once

#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

std::span<const python::NativeName> mutableNames();

} // namespace athanor::sqlalchemy
