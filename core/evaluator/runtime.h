// SPDX-License-Identifier: GPL-3.0-or-later
// The evaluator's inside: what its parts share.
#pragma once

#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/evaluator.h"
#include "core/evaluator/exception.h"
#include "core/evaluator/function.h"
#include "core/evaluator/scope.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace athanor::python {

class Frame;
class GeneratorObject;
class NativeModules;
class SliceObject;

/// What a call of an opaque value means.
enum class Purpose : std::uint8_t {
    Reading, ///< a module's top level: the result is opaque too
    Running, ///< upgrade(): it might issue statements, and is refused
};

class Evaluator::Runtime
{
public:
    Runtime(Evaluator &evaluator_, Host &host_, Limits limits_);
    ~Runtime();

    Evaluator &evaluator;
    Host &host;
    const Limits limits;
    const NativeModules &natives;
    Heap heap;
    std::uint64_t steps = 0;
    int depth = 0;
    Frame *frame = nullptr;         ///< the innermost body that runs
    const char *stackEnd = nullptr; ///< no evaluation goes below this address
    Value handled;                  ///< the exception that an except clause handles
    Purpose purpose = Purpose::Reading;
    Diagnostics notes;
    bool isEnding = false; ///< generators that were left are being unwound

    std::unordered_map<const NativeClass *, ClassObject *> classes;
    std::unordered_map<std::string, Value> modules; ///< imported ones, by their dotted names
    std::unordered_map<const ModuleObject *, OpaqueObject *> opaqueStars; ///< from unknown import *
    std::unordered_map<const ModuleObject *, const ParsedModule *> sources;
    std::unordered_set<std::string> packages;
    std::vector<std::shared_ptr<const ParsedModule>> parsed; ///< of the imported modules: trees have to stay
    std::vector<GeneratorObject *> generators;               ///< those with a stack
    std::vector<const Object *> printing;                    ///< containers whose repr() is being made
    ModuleObject *builtins = nullptr;

    /// Stops at a bound: steps, memory, the program's own stack.
    Done step()
    {
        ++steps;
        if (steps > limits.steps || heap.bytes() > limits.bytes
            || static_cast<const char *>(__builtin_frame_address(0)) < stackEnd) [[unlikely]]
            return stopAtBound();
        return {};
    }
    std::unexpected<Raised> stopAtBound();
    std::unexpected<Raised> stop(const char *code, std::string_view message, std::string_view hint);
    /// Stops where a result would have more than `bytes` bytes.
    Done reserve(std::uint64_t bytes);

    Scope *newScope(ScopeKind kind, Scope *parent, Namespace *names = nullptr);
    /// What a function's body does with names; found out once.
    const ScopeNames *namesOf(const FunctionObject &function);
    const ScopeNames *namesOf(const Class &statement);

    // attribute.cpp
    Outcome<std::optional<Value>> lookup(Value object, std::string_view name);
    Outcome<std::optional<Value>> instanceAttribute(Instance *object, std::string_view name);
    /// Without the class's own __getattribute__.
    Outcome<std::optional<Value>> plainAttribute(Instance *object, std::string_view name);
    Outcome<std::optional<Value>> classAttribute(ClassObject *type, std::string_view name);
    Outcome<std::optional<Value>> moduleAttribute(ModuleObject *module, std::string_view name);
    Outcome<std::optional<Value>> functionAttribute(FunctionObject *function, std::string_view name);
    Outcome<std::optional<Value>> superAttribute(SuperObject *object, std::string_view name);
    Evaluated bind(Value attribute, Value self, ClassObject *type);
    std::unexpected<Raised> noAttribute(Value object, std::string_view name);

    /// A special method of an object's class, bound to it; empty when the class has none.
    Outcome<std::optional<Value>> special(Value object, std::string_view name);
    /// Calls it, empty when there is none.
    Outcome<std::optional<Value>> callSpecial(Value object, std::string_view name,
                                              std::initializer_list<Value> arguments = {});
    bool isPlainObject(Value object) const; ///< neither an Instance nor a class nor opaque

    // call.cpp
    Evaluated callFunction(const FunctionObject &function, const Arguments &arguments);
    Evaluated callClass(ClassObject *type, const Arguments &arguments);
    Evaluated makeInstance(ClassObject *type, const Arguments &arguments);
    Evaluated callOpaque(OpaqueObject &callee);
    Done bindParameters(const FunctionObject &function, const Arguments &arguments, Scope &scope);

    // makeclass.cpp
    /// What a class statement does once its body has run.
    Evaluated makeClass(std::string_view name, std::vector<Value> bases, Namespace attributes,
                        std::span<const NamedValue> keywords, Scope *scope, ModuleObject *module);
    Evaluated finishClass(ClassObject *type, std::span<const NamedValue> keywords);

    // importer.cpp
    Evaluated importModule(std::string_view dottedName);
    Evaluated importedName(Value module, std::string_view dottedName, std::string_view name);

    // operators
    Evaluated builtinBinary(BinaryOperator op, Value left, Value right);
    Evaluated builtinCompare(ComparisonOperator op, Value left, Value right);
    Evaluated compareObjects(ComparisonOperator op, Value left, Value right);
    Evaluated builtinItem(Value object, Value index);
    Done setBuiltinItem(Value object, Value index, Value value);
    Done setListSlice(ListObject &list, const SliceObject &slice, Value value);
    Outcome<bool> identical(Value left, Value right);
    Outcome<std::size_t> objectHash(Value value);

private:
    std::vector<std::unique_ptr<Scope>> m_scopes;
    std::unordered_map<const void *, std::unique_ptr<ScopeNames>> m_scopeNames; ///< by function or class
};

/// The class of a name in the builtins module, for messages and raise().
ClassObject *builtinClass(Evaluator &evaluator, std::string_view name);

/// "str", "Column": what messages call a value's type.
std::string typeName(Evaluator &evaluator, Value value);

} // namespace athanor::python
