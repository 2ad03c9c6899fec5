// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of the builtin exceptions.
#include "core/evaluator/builtins/exceptionmembers.h"
#include "core/evaluator/builtins/names.h"
#include "core/evaluator/exception.h"

namespace athanor::python {

namespace {

template<const NativeClass &...Bases>
constexpr const NativeClass *basesOf[] = {&Bases...};

template<const NativeClass &...Bases>
constexpr NativeClass derivedFrom(std::string_view name)
{
    return {.name = name, .module = "builtins", .bases = basesOf<Bases...>};
}

/// With members of its own.
template<const NativeClass &Base, const std::span<const NativeMember> &Members>
constexpr NativeClass extending(std::string_view name)
{
    return {.name = name, .module = "builtins", .bases = basesOf<Base>, .members = Members};
}

} // namespace

const NativeClass baseExceptionClass{.name = "BaseException",
                                     .module = "builtins",
                                     .members = baseExceptionMembers,
                                     .allocate = allocateException};
const NativeClass exceptionClass = derivedFrom<baseExceptionClass>("Exception");
const NativeClass generatorExitClass = derivedFrom<baseExceptionClass>("GeneratorExit");
const NativeClass keyboardInterruptClass = derivedFrom<baseExceptionClass>("KeyboardInterrupt");
const NativeClass systemExitClass = extending<baseExceptionClass, systemExitMembers>("SystemExit");
const NativeClass arithmeticErrorClass = derivedFrom<exceptionClass>("ArithmeticError");
static const NativeClass floatingPointErrorClass = derivedFrom<arithmeticErrorClass>("FloatingPointError");
const NativeClass overflowErrorClass = derivedFrom<arithmeticErrorClass>("OverflowError");
const NativeClass zeroDivisionErrorClass = derivedFrom<arithmeticErrorClass>("ZeroDivisionError");
const NativeClass assertionErrorClass = derivedFrom<exceptionClass>("AssertionError");
const NativeClass attributeErrorClass = extending<exceptionClass, attributeErrorMembers>("AttributeError");
static const NativeClass bufferErrorClass = derivedFrom<exceptionClass>("BufferError");
static const NativeClass endOfFileErrorClass = derivedFrom<exceptionClass>("EOFError");
const NativeClass importErrorClass = extending<exceptionClass, importErrorMembers>("ImportError");
const NativeClass moduleNotFoundErrorClass = derivedFrom<importErrorClass>("ModuleNotFoundError");
const NativeClass lookupErrorClass = derivedFrom<exceptionClass>("LookupError");
const NativeClass indexErrorClass = derivedFrom<lookupErrorClass>("IndexError");
const NativeClass keyErrorClass = extending<lookupErrorClass, keyErrorMembers>("KeyError");
static const NativeClass memoryErrorClass = derivedFrom<exceptionClass>("MemoryError");
const NativeClass nameErrorClass = extending<exceptionClass, nameErrorMembers>("NameError");
const NativeClass unboundLocalErrorClass = derivedFrom<nameErrorClass>("UnboundLocalError");
const NativeClass osErrorClass = extending<exceptionClass, osErrorMembers>("OSError");
static const NativeClass blockingIoErrorClass = derivedFrom<osErrorClass>("BlockingIOError");
static const NativeClass childProcessErrorClass = derivedFrom<osErrorClass>("ChildProcessError");
static const NativeClass connectionErrorClass = derivedFrom<osErrorClass>("ConnectionError");
static const NativeClass brokenPipeErrorClass = derivedFrom<connectionErrorClass>("BrokenPipeError");
static const NativeClass connectionAbortedErrorClass =
    derivedFrom<connectionErrorClass>("ConnectionAbortedError");
static const NativeClass connectionRefusedErrorClass =
    derivedFrom<connectionErrorClass>("ConnectionRefusedError");
static const NativeClass connectionResetErrorClass =
    derivedFrom<connectionErrorClass>("ConnectionResetError");
static const NativeClass fileExistsErrorClass = derivedFrom<osErrorClass>("FileExistsError");
const NativeClass fileNotFoundErrorClass = derivedFrom<osErrorClass>("FileNotFoundError");
static const NativeClass interruptedErrorClass = derivedFrom<osErrorClass>("InterruptedError");
static const NativeClass isADirectoryErrorClass = derivedFrom<osErrorClass>("IsADirectoryError");
static const NativeClass notADirectoryErrorClass = derivedFrom<osErrorClass>("NotADirectoryError");
static const NativeClass permissionErrorClass = derivedFrom<osErrorClass>("PermissionError");
static const NativeClass processLookupErrorClass = derivedFrom<osErrorClass>("ProcessLookupError");
static const NativeClass timeoutErrorClass = derivedFrom<osErrorClass>("TimeoutError");
static const NativeClass referenceErrorClass = derivedFrom<exceptionClass>("ReferenceError");
const NativeClass runtimeErrorClass = derivedFrom<exceptionClass>("RuntimeError");
const NativeClass notImplementedErrorClass = derivedFrom<runtimeErrorClass>("NotImplementedError");
static const NativeClass pythonFinalizationErrorClass =
    derivedFrom<runtimeErrorClass>("PythonFinalizationError");
const NativeClass recursionErrorClass = derivedFrom<runtimeErrorClass>("RecursionError");
static const NativeClass stopAsyncIterationClass = derivedFrom<exceptionClass>("StopAsyncIteration");
const NativeClass stopIterationClass = extending<exceptionClass, stopIterationMembers>("StopIteration");
const NativeClass syntaxErrorClass = extending<exceptionClass, syntaxErrorMembers>("SyntaxError");
static const NativeClass indentationErrorClass = derivedFrom<syntaxErrorClass>("IndentationError");
static const NativeClass tabErrorClass = derivedFrom<indentationErrorClass>("TabError");
static const NativeClass systemErrorClass = derivedFrom<exceptionClass>("SystemError");
const NativeClass typeErrorClass = derivedFrom<exceptionClass>("TypeError");
const NativeClass valueErrorClass = derivedFrom<exceptionClass>("ValueError");
const NativeClass unicodeErrorClass = derivedFrom<valueErrorClass>("UnicodeError");
const NativeClass unicodeDecodeErrorClass =
    extending<unicodeErrorClass, unicodeDecodeErrorMembers>("UnicodeDecodeError");
const NativeClass unicodeEncodeErrorClass =
    extending<unicodeErrorClass, unicodeEncodeErrorMembers>("UnicodeEncodeError");
static const NativeClass unicodeTranslateErrorClass = derivedFrom<unicodeErrorClass>("UnicodeTranslateError");
const NativeClass warningClass = derivedFrom<exceptionClass>("Warning");
static const NativeClass bytesWarningClass = derivedFrom<warningClass>("BytesWarning");
static const NativeClass deprecationWarningClass = derivedFrom<warningClass>("DeprecationWarning");
static const NativeClass encodingWarningClass = derivedFrom<warningClass>("EncodingWarning");
static const NativeClass futureWarningClass = derivedFrom<warningClass>("FutureWarning");
static const NativeClass importWarningClass = derivedFrom<warningClass>("ImportWarning");
static const NativeClass pendingDeprecationWarningClass =
    derivedFrom<warningClass>("PendingDeprecationWarning");
static const NativeClass resourceWarningClass = derivedFrom<warningClass>("ResourceWarning");
static const NativeClass runtimeWarningClass = derivedFrom<warningClass>("RuntimeWarning");
static const NativeClass syntaxWarningClass = derivedFrom<warningClass>("SyntaxWarning");
static const NativeClass unicodeWarningClass = derivedFrom<warningClass>("UnicodeWarning");
static const NativeClass userWarningClass = derivedFrom<warningClass>("UserWarning");
static const NativeClass baseExceptionGroupClass =
    extending<baseExceptionClass, exceptionGroupMembers>("BaseExceptionGroup");
static const NativeClass exceptionGroupClass =
    derivedFrom<baseExceptionGroupClass, exceptionClass>("ExceptionGroup");

static constexpr NativeName names[] = {
    {.name = "BaseException", .type = &baseExceptionClass},
    {.name = "Exception", .type = &exceptionClass},
    {.name = "GeneratorExit", .type = &generatorExitClass},
    {.name = "KeyboardInterrupt", .type = &keyboardInterruptClass},
    {.name = "SystemExit", .type = &systemExitClass},
    {.name = "ArithmeticError", .type = &arithmeticErrorClass},
    {.name = "FloatingPointError", .type = &floatingPointErrorClass},
    {.name = "OverflowError", .type = &overflowErrorClass},
    {.name = "ZeroDivisionError", .type = &zeroDivisionErrorClass},
    {.name = "AssertionError", .type = &assertionErrorClass},
    {.name = "AttributeError", .type = &attributeErrorClass},
    {.name = "BufferError", .type = &bufferErrorClass},
    {.name = "EOFError", .type = &endOfFileErrorClass},
    {.name = "ImportError", .type = &importErrorClass},
    {.name = "ModuleNotFoundError", .type = &moduleNotFoundErrorClass},
    {.name = "LookupError", .type = &lookupErrorClass},
    {.name = "IndexError", .type = &indexErrorClass},
    {.name = "KeyError", .type = &keyErrorClass},
    {.name = "MemoryError", .type = &memoryErrorClass},
    {.name = "NameError", .type = &nameErrorClass},
    {.name = "UnboundLocalError", .type = &unboundLocalErrorClass},
    {.name = "OSError", .type = &osErrorClass},
    {.name = "BlockingIOError", .type = &blockingIoErrorClass},
    {.name = "ChildProcessError", .type = &childProcessErrorClass},
    {.name = "ConnectionError", .type = &connectionErrorClass},
    {.name = "BrokenPipeError", .type = &brokenPipeErrorClass},
    {.name = "ConnectionAbortedError", .type = &connectionAbortedErrorClass},
    {.name = "ConnectionRefusedError", .type = &connectionRefusedErrorClass},
    {.name = "ConnectionResetError", .type = &connectionResetErrorClass},
    {.name = "FileExistsError", .type = &fileExistsErrorClass},
    {.name = "FileNotFoundError", .type = &fileNotFoundErrorClass},
    {.name = "InterruptedError", .type = &interruptedErrorClass},
    {.name = "IsADirectoryError", .type = &isADirectoryErrorClass},
    {.name = "NotADirectoryError", .type = &notADirectoryErrorClass},
    {.name = "PermissionError", .type = &permissionErrorClass},
    {.name = "ProcessLookupError", .type = &processLookupErrorClass},
    {.name = "TimeoutError", .type = &timeoutErrorClass},
    {.name = "ReferenceError", .type = &referenceErrorClass},
    {.name = "RuntimeError", .type = &runtimeErrorClass},
    {.name = "NotImplementedError", .type = &notImplementedErrorClass},
    {.name = "PythonFinalizationError", .type = &pythonFinalizationErrorClass},
    {.name = "RecursionError", .type = &recursionErrorClass},
    {.name = "StopAsyncIteration", .type = &stopAsyncIterationClass},
    {.name = "StopIteration", .type = &stopIterationClass},
    {.name = "SyntaxError", .type = &syntaxErrorClass},
    {.name = "IndentationError", .type = &indentationErrorClass},
    {.name = "TabError", .type = &tabErrorClass},
    {.name = "SystemError", .type = &systemErrorClass},
    {.name = "TypeError", .type = &typeErrorClass},
    {.name = "ValueError", .type = &valueErrorClass},
    {.name = "UnicodeError", .type = &unicodeErrorClass},
    {.name = "UnicodeDecodeError", .type = &unicodeDecodeErrorClass},
    {.name = "UnicodeEncodeError", .type = &unicodeEncodeErrorClass},
    {.name = "UnicodeTranslateError", .type = &unicodeTranslateErrorClass},
    {.name = "Warning", .type = &warningClass},
    {.name = "BytesWarning", .type = &bytesWarningClass},
    {.name = "DeprecationWarning", .type = &deprecationWarningClass},
    {.name = "EncodingWarning", .type = &encodingWarningClass},
    {.name = "FutureWarning", .type = &futureWarningClass},
    {.name = "ImportWarning", .type = &importWarningClass},
    {.name = "PendingDeprecationWarning", .type = &pendingDeprecationWarningClass},
    {.name = "ResourceWarning", .type = &resourceWarningClass},
    {.name = "RuntimeWarning", .type = &runtimeWarningClass},
    {.name = "SyntaxWarning", .type = &syntaxWarningClass},
    {.name = "UnicodeWarning", .type = &unicodeWarningClass},
    {.name = "UserWarning", .type = &userWarningClass},
    {.name = "BaseExceptionGroup", .type = &baseExceptionGroupClass},
    {.name = "ExceptionGroup", .type = &exceptionGroupClass},
    {.name = "EnvironmentError", .type = &osErrorClass},
    {.name = "IOError", .type = &osErrorClass},
};

std::span<const NativeName> builtinExceptions()
{
    return names;
}

} // namespace athanor::python
