// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

namespace athanor::sqlalchemy {

/// sqlalchemy.orm and sqlalchemy.ext.declarative: models, which make tables, and sessions, which have no
/// rows. Written in Python, in the folder libraries.
std::span<const python::NativeModule> ormModules();

} // namespace athanor::sqlalchemy
