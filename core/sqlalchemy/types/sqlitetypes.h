// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

/// The names of sqlalchemy.dialects.sqlite that are types.
std::span<const python::NativeName> sqliteTypeNames();

} // namespace athanor::sqlalchemy
