// SPDX-License-Identifier: GPL-3.0-or-later
// The exceptions of sqlalchemy.exc.
#pragma once

#include "core/evaluator/host.h"

#include <span>

namespace athanor::sqlalchemy {

extern const python::NativeClass sqlAlchemyErrorClass;
extern const python::NativeClass argumentErrorClass;
extern const python::NativeClass compileErrorClass;
extern const python::NativeClass invalidRequestErrorClass;
extern const python::NativeClass noForeignKeysErrorClass;

std::span<const python::NativeName> exceptionNames();

} // namespace athanor::sqlalchemy
