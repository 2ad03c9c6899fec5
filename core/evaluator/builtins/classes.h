// SPDX-License-Identifier: GPL-3.0-or-later
// The builtin classes, as tables like all native ones. Values of the builtin kinds are no Instances: their
// "__new__" (a static method that is handed the class first) makes the plain value; where the class is one of
// a script that derives from it, the evaluator wraps that value in a ValueInstance, and methods of the
// builtin class find the plain value as `self` again.
#pragma once

#include "core/evaluator/class.h"

namespace athanor::python {

// Defined with the evaluator itself (core/evaluator).
extern const NativeClass objectClass;
extern const NativeClass typeClass;
extern const NativeClass unionTypeClass; ///< int | None
extern const NativeClass noneClass;
extern const NativeClass ellipsisClass;
extern const NativeClass notImplementedClass;
extern const NativeClass functionClass;
extern const NativeClass nativeFunctionClass;
extern const NativeClass methodClass;
extern const NativeClass moduleClass;
extern const NativeClass generatorClass;
extern const NativeClass iteratorClass; ///< of iterators that name no class of their own
extern const NativeClass propertyClass;
extern const NativeClass classMethodClass;
extern const NativeClass staticMethodClass;
extern const NativeClass superClass;
extern const NativeClass opaqueClass; ///< what type() says of an opaque value

// Defined in core/evaluator/builtins.
extern const NativeClass boolClass;
extern const NativeClass integerClass;
extern const NativeClass floatClass;
extern const NativeClass stringClass;
extern const NativeClass bytesClass;
extern const NativeClass listClass;
extern const NativeClass tupleClass;
extern const NativeClass dictionaryClass;
extern const NativeClass setClass;
extern const NativeClass frozenSetClass;
extern const NativeClass rangeClass;
extern const NativeClass sliceClass;

} // namespace athanor::python
