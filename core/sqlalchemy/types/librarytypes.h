// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::sqlalchemy {

/// Modules of third parties with column types that scripts often use: sqlalchemy_utils, geoalchemy2,
/// pgvector, sqlmodel … What DDL depends on is written in Python, in the folder libraries.
std::span<const python::NativeModule> libraryModules();

} // namespace athanor::sqlalchemy
