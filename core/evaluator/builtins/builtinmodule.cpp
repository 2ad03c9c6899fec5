// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the module "builtins".
#include "core/evaluator/builtins/builtins.h"
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/functions.h"
#include "core/evaluator/builtins/members.h"
#include "core/evaluator/builtins/names.h"

#include <format>

namespace athanor::python {

namespace {

namespace f = functions;

/// What would read files, ask the user or run other code.
template<FixedName Name, FixedName Needed>
Evaluated refused(Evaluator &evaluator, const Arguments &)
{
    return evaluator.refuse(std::format("{}()", Name.view()), Needed.view());
}

/// Types that the evaluator has no values of: scripts may ask whether something is one.
template<FixedName Name>
constexpr NativeMember unsupported[] = {
    {"__new__", MemberKind::StaticMethod, refused<Name, "a value of another type">}};

const NativeClass byteArrayClass{
    .name = "bytearray", .module = "builtins", .members = unsupported<"bytearray">};
const NativeClass complexClass{.name = "complex", .module = "builtins", .members = unsupported<"complex">};
const NativeClass memoryViewClass{
    .name = "memoryview", .module = "builtins", .members = unsupported<"memoryview">};

Evaluated ellipsis(Evaluator &)
{
    return Value::ellipsis();
}

Evaluated notImplemented(Evaluator &)
{
    return Value::notImplemented();
}

Evaluated debug(Evaluator &)
{
    return Value(true);
}

Evaluated moduleName(Evaluator &evaluator)
{
    return newText(evaluator, "builtins");
}

constexpr NativeName functionNames[] = {
    {.name = "__import__", .call = f::importModule},
    {.name = "abs", .call = f::abs},
    {.name = "all", .call = f::all},
    {.name = "any", .call = f::any},
    {.name = "ascii", .call = f::ascii},
    {.name = "bin", .call = f::bin},
    {.name = "breakpoint", .call = refused<"breakpoint", "a script without breakpoints">},
    {.name = "callable", .call = f::callable},
    {.name = "chr", .call = f::chr},
    {.name = "compile", .call = refused<"compile", "the code itself in its place">},
    {.name = "delattr", .call = f::delattr},
    {.name = "dir", .call = f::dir},
    {.name = "divmod", .call = f::divmod},
    {.name = "eval", .call = refused<"eval", "the expression itself in its place">},
    {.name = "exec", .call = refused<"exec", "the code itself in its place">},
    {.name = "exit", .call = f::exit},
    {.name = "format", .call = f::format},
    {.name = "getattr", .call = f::getattr},
    {.name = "globals", .call = f::globals},
    {.name = "hasattr", .call = f::hasattr},
    {.name = "hash", .call = f::hash},
    {.name = "hex", .call = f::hex},
    {.name = "id", .call = f::id},
    {.name = "input", .call = refused<"input", "an answer that does not come from a terminal">},
    {.name = "isinstance", .call = f::isinstance},
    {.name = "issubclass", .call = f::issubclass},
    {.name = "iter", .call = f::iter},
    {.name = "len", .call = f::len},
    {.name = "locals", .call = f::locals},
    {.name = "max", .call = f::max},
    {.name = "min", .call = f::min},
    {.name = "next", .call = f::next},
    {.name = "oct", .call = f::oct},
    {.name = "open", .call = refused<"open", "the file's content, which is not read while a script runs">},
    {.name = "ord", .call = f::ord},
    {.name = "pow", .call = f::pow},
    {.name = "print", .call = f::print},
    {.name = "quit", .call = f::exit},
    {.name = "repr", .call = f::repr},
    {.name = "round", .call = f::round},
    {.name = "setattr", .call = f::setattr},
    {.name = "sorted", .call = f::sorted},
    {.name = "sum", .call = f::sum},
    {.name = "vars", .call = f::vars},
};

constexpr NativeName classNames[] = {
    {.name = "bool", .type = &boolClass},
    {.name = "bytes", .type = &bytesClass},
    {.name = "classmethod", .type = &classMethodClass},
    {.name = "dict", .type = &dictionaryClass},
    {.name = "enumerate", .type = &enumerateClass},
    {.name = "filter", .type = &filterClass},
    {.name = "float", .type = &floatClass},
    {.name = "frozenset", .type = &frozenSetClass},
    {.name = "int", .type = &integerClass},
    {.name = "list", .type = &listClass},
    {.name = "map", .type = &mapClass},
    {.name = "object", .type = &objectClass},
    {.name = "property", .type = &propertyClass},
    {.name = "range", .type = &rangeClass},
    {.name = "reversed", .type = &reversedClass},
    {.name = "set", .type = &setClass},
    {.name = "slice", .type = &sliceClass},
    {.name = "staticmethod", .type = &staticMethodClass},
    {.name = "str", .type = &stringClass},
    {.name = "super", .type = &superClass},
    {.name = "tuple", .type = &tupleClass},
    {.name = "type", .type = &typeClass},
    {.name = "zip", .type = &zipClass},
    {.name = "bytearray", .type = &byteArrayClass},
    {.name = "complex", .type = &complexClass},
    {.name = "memoryview", .type = &memoryViewClass},
};

constexpr NativeName constantNames[] = {
    {.name = "Ellipsis", .make = ellipsis},
    {.name = "NotImplemented", .make = notImplemented},
    {.name = "__debug__", .make = debug},
    {.name = "__name__", .make = moduleName},
};

} // namespace

std::span<const NativeModule> builtinModules()
{
    static const NativeModule modules[] = {
        {"builtins", functionNames},
        {"builtins", classNames},
        {"builtins", builtinExceptions()},
        {"builtins", constantNames},
    };
    return modules;
}

} // namespace athanor::python
