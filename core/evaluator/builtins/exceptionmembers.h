// SPDX-License-Identifier: GPL-3.0-or-later
// The members of the builtin exceptions; what they are called and derive from is in exceptionclasses.cpp.
#pragma once

#include "core/evaluator/class.h"

namespace athanor::python {

Instance *allocateException(Heap &heap, ClassObject *type);

// exceptionmembers.cpp
extern const std::span<const NativeMember> baseExceptionMembers;
extern const std::span<const NativeMember> keyErrorMembers;
extern const std::span<const NativeMember> stopIterationMembers;
extern const std::span<const NativeMember> systemExitMembers;
/// ImportError, NameError and AttributeError take keywords for what they are about.
extern const std::span<const NativeMember> importErrorMembers;
extern const std::span<const NativeMember> nameErrorMembers;
extern const std::span<const NativeMember> attributeErrorMembers;
extern const std::span<const NativeMember> syntaxErrorMembers;
extern const std::span<const NativeMember> exceptionGroupMembers;

// oserror.cpp
extern const std::span<const NativeMember> osErrorMembers;

// unicodeerror.cpp
extern const std::span<const NativeMember> unicodeEncodeErrorMembers;
extern const std::span<const NativeMember> unicodeDecodeErrorMembers;

} // namespace athanor::python
