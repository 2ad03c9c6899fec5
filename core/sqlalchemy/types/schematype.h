// SPDX-License-Identifier: GPL-3.0-or-later
// What types with something of their own in the database share: enums, domains, Booleans with a CHECK.
#pragma once

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

/// create(bind, checkfirst) and drop(bind, checkfirst): CREATE TYPE and DROP TYPE where the evaluation's
/// dialect has them. checkfirst has no effect without a connection.
extern const std::array<python::NativeMember, 2> schemaTypeMembers;

} // namespace athanor::sqlalchemy
