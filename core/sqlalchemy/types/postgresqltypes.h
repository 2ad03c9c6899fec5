// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

extern const TypeClass postgresqlEnum;   // postgresqlnamed.cpp
extern const TypeClass postgresqlDomain; // postgresqlnamed.cpp
extern const TypeClass namedType;        // postgresqlnamed.cpp
extern const TypeClass postgresqlCitext;
extern const TypeClass postgresqlTsvector;

/// The names of sqlalchemy.dialects.postgresql that are types.
std::span<const python::NativeName> postgresqlTypeNames();

} // namespace athanor::sqlalchemy
