// SPDX-License-Identifier: GPL-3.0-or-later
// The exceptions every Python script can name. Their members ("__new__" keeps the arguments, "__init__",
// "__str__", "args", "with_traceback", "add_note" …) are defined in core/evaluator/builtins.
#pragma once

#include "core/base/sourcerange.h"
#include "core/evaluator/class.h"

#include <vector>

namespace athanor::python {

/// An instance of BaseException or a class derived from it: what their `allocate` makes.
class ExceptionObject : public Instance
{
public:
    using Instance::Instance;

    std::vector<Value> arguments; ///< args
    Value cause;                  ///< __cause__: raise … from cause
    Value context;                ///< __context__: the exception that was being handled
    bool suppressesContext = false;
    SourceRange raisedAt; ///< where it was first raised
};

extern const NativeClass baseExceptionClass;
extern const NativeClass exceptionClass;
extern const NativeClass arithmeticErrorClass;
extern const NativeClass assertionErrorClass;
extern const NativeClass attributeErrorClass;
extern const NativeClass fileNotFoundErrorClass;
extern const NativeClass generatorExitClass;
extern const NativeClass importErrorClass;
extern const NativeClass indexErrorClass;
extern const NativeClass keyErrorClass;
extern const NativeClass keyboardInterruptClass;
extern const NativeClass lookupErrorClass;
extern const NativeClass moduleNotFoundErrorClass;
extern const NativeClass nameErrorClass;
extern const NativeClass notImplementedErrorClass;
extern const NativeClass osErrorClass;
extern const NativeClass overflowErrorClass;
extern const NativeClass recursionErrorClass;
extern const NativeClass runtimeErrorClass;
extern const NativeClass stopIterationClass;
extern const NativeClass syntaxErrorClass;
extern const NativeClass systemExitClass;
extern const NativeClass typeErrorClass;
extern const NativeClass unboundLocalErrorClass;
extern const NativeClass unicodeDecodeErrorClass;
extern const NativeClass unicodeEncodeErrorClass;
extern const NativeClass unicodeErrorClass;
extern const NativeClass valueErrorClass;
extern const NativeClass warningClass;
extern const NativeClass zeroDivisionErrorClass;

} // namespace athanor::python
