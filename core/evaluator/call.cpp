// SPDX-License-Identifier: GPL-3.0-or-later
// Calling what can be called.
#include "core/evaluator/frame.h"
#include "core/evaluator/generator.h"

#include <algorithm>
#include <array>

namespace athanor::python {

namespace {

using Values = QVarLengthArray<Value, 8>;

Arguments withSelf(Values &buffer, Value self, const Arguments &arguments)
{
    buffer.append(self);
    buffer.append(arguments.positional.data(), static_cast<qsizetype>(arguments.positional.size()));
    return {std::span<const Value>(buffer.constData(), static_cast<std::size_t>(buffer.size())),
            arguments.keywords};
}

/// Calls inside each other, counted while one runs.
class DepthGuard
{
public:
    explicit DepthGuard(Evaluator::Runtime &runtime)
        : m_runtime(runtime)
    {
        ++runtime.depth;
    }
    ~DepthGuard() { --m_runtime.depth; }
    DepthGuard(const DepthGuard &) = delete;
    DepthGuard &operator=(const DepthGuard &) = delete;

private:
    Evaluator::Runtime &m_runtime;
};

/// A method of a native class goes by the C++ type of its first argument, which a script can choose where it
/// takes the method out of the class: str.upper(5).
Evaluated callNative(Evaluator &evaluator, const NativeFunction &function, const Arguments &arguments)
{
    if (!function.owner)
        return function.call(evaluator, arguments);
    if (arguments.positional.empty())
        return evaluator.raise("TypeError", "unbound method " + function.owner->name + '.' + function.name
                                                + "() needs an argument");
    const Value self = arguments.positional.front();
    if (evaluator.typeOf(self)->isSubclassOf(function.owner))
        return function.call(evaluator, arguments);
    if (const auto *opaque = self.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a call of " + function.owner->name + '.' + function.name);
    const std::string descriptor = "descriptor '" + function.name + '\'';
    const std::string wanted = '\'' + function.owner->name + "' object";
    const std::string given = '\'' + typeName(evaluator, self) + '\'';
    if (function.name.starts_with("__"))
        return evaluator.raise("TypeError",
                               descriptor + " requires a " + wanted + " but received a " + given);
    return evaluator.raise("TypeError",
                           descriptor + " for " + wanted + "s doesn't apply to a " + given + " object");
}

/// A name that nothing but a logger has: library.log, library.utils.logger, LOGGER.
bool isLogger(std::string_view name)
{
    static constexpr std::array<std::string_view, 6> Names = {"log",     "_log", "logger",
                                                              "_logger", "LOG",  "LOGGER"};
    return std::ranges::contains(Names, name.substr(name.rfind('.') + 1));
}

/// What a logger does has no part in a migration.
bool isLoggerCall(std::string_view what)
{
    static constexpr std::array<std::string_view, 10> Methods = {
        ".debug",     ".info",     ".warning", ".warn",    ".error",
        ".exception", ".critical", ".log",     ".success", ".trace"};
    static constexpr std::array<std::string_view, 6> Makers = {"getLogger(", "get_logger(", "loguru.",
                                                               "structlog.", "oslo_log.",   "logging."};
    const auto endsWith = [&](std::string_view method) { return what.ends_with(method); };
    const auto holds = [&](std::string_view maker) { return what.find(maker) != std::string_view::npos; };
    const bool isMethod = std::ranges::any_of(Methods, endsWith);
    return (isMethod && isLogger(what.substr(0, what.rfind('.'))))
           || (std::ranges::any_of(Makers, holds)
               && (isMethod || what.ends_with("ogger") || what.ends_with(".bind")));
}

} // namespace

Evaluated Evaluator::call(Value callee, std::initializer_list<Value> arguments)
{
    return call(callee, Arguments{std::span<const Value>(arguments.begin(), arguments.size()), {}});
}

Evaluated Evaluator::callMethod(Value object, std::string_view name, const Arguments &arguments)
{
    const Evaluated method = attribute(object, name);
    return method ? call(*method, arguments) : method;
}

Evaluated Evaluator::callEntry(Value callee, const Arguments &arguments)
{
    const Purpose before = std::exchange(m_runtime->purpose, Purpose::Running);
    const Evaluated result = call(callee, arguments);
    m_runtime->purpose = before;
    return result;
}

Evaluated Evaluator::call(Value callee, const Arguments &arguments)
{
    if (Done done = m_runtime->step(); !done)
        return std::unexpected(done.error());
    if (!callee.isObject())
        return raise("TypeError", '\'' + typeName(*this, callee) + "' object is not callable");
    switch (callee.object()->kind()) {
    case ObjectKind::Native:
        return callNative(*this, *static_cast<NativeFunction *>(callee.object()), arguments);
    case ObjectKind::Function:
        return m_runtime->callFunction(*static_cast<FunctionObject *>(callee.object()), arguments);
    case ObjectKind::BoundMethod: {
        const auto *method = static_cast<BoundMethod *>(callee.object());
        Values buffer;
        return call(method->function, withSelf(buffer, method->self, arguments));
    }
    case ObjectKind::Class: {
        const DepthGuard guard(*m_runtime);
        if (m_runtime->depth > m_runtime->limits.depth)
            return m_runtime->stopAtBound();
        return m_runtime->callClass(static_cast<ClassObject *>(callee.object()), arguments);
    }
    case ObjectKind::Property:
        return call(static_cast<PropertyObject *>(callee.object())->function, arguments);
    case ObjectKind::Opaque:
        return m_runtime->callOpaque(*static_cast<OpaqueObject *>(callee.object()));
    default:
        break;
    }
    const auto method = m_runtime->special(callee, "__call__");
    if (!method)
        return std::unexpected(method.error());
    if (!*method)
        return raise("TypeError", '\'' + typeName(*this, callee) + "' object is not callable");
    return call(**method, arguments);
}

Evaluated Evaluator::Runtime::callOpaque(OpaqueObject &callee)
{
    if (purpose == Purpose::Reading)
        return evaluator.opaque(callee.what + "()", callee.reason);
    if (isLoggerCall(callee.what))
        return evaluator.opaque(callee.what + "()", callee.reason);
    if (callee.what.ends_with("getLogger") || callee.what.ends_with("get_logger"))
        return evaluator.opaque(callee.what + "()", callee.reason);
    return evaluator.refuseOpaque(callee, "a call that may issue statements");
}

Evaluated Evaluator::Runtime::callFunction(const FunctionObject &function, const Arguments &arguments)
{
    const DepthGuard guard(*this);
    if (depth > limits.depth)
        return stopAtBound();
    if (!function.names)
        const_cast<FunctionObject &>(function).names = namesOf(function);
    const bool isKept = function.names->hasInnerScopes || function.names->isGenerator;
    std::optional<Scope> passing;
    Scope *scope = isKept ? newScope(ScopeKind::Function, function.closure)
                          : &passing.emplace(ScopeKind::Function, function.closure);
    scope->declared = function.names;
    scope->function = &function;
    if (Done done = bindParameters(function, arguments, *scope); !done)
        return std::unexpected(done.error());
    if (function.names->isGenerator)
        return heap.make<GeneratorObject>(function, scope);
    Frame body(*this, *scope, function.module, function.source);
    if (function.lambda)
        return body.evaluate(*function.lambda->body);
    const auto flow = body.execute(function.statement->body);
    if (!flow)
        return std::unexpected(flow.error());
    return body.returned;
}

Evaluated Evaluator::Runtime::callClass(ClassObject *type, const Arguments &arguments)
{
    if (type->metaclass) {
        const auto made = special(type, "__call__");
        if (!made)
            return std::unexpected(made.error());
        if (*made)
            return evaluator.call(**made, arguments);
    }
    if (type->native == &typeClass && arguments.positional.size() == 1)
        return evaluator.typeOf(arguments.positional[0]);
    return makeInstance(type, arguments);
}

Evaluated Evaluator::Runtime::makeInstance(ClassObject *type, const Arguments &arguments)
{
    const auto beyondObject = [&](std::string_view name) -> std::optional<Value> {
        const Value *found = type->find(name);
        const Value *plain = found ? evaluator.classOf(objectClass)->own(name) : nullptr;
        return found && !found->isSame(*plain) ? std::optional(*found) : std::nullopt;
    };
    const std::optional<Value> constructor = beyondObject("__new__");
    const std::optional<Value> initializer = beyondObject("__init__");
    if (!constructor && !initializer && !type->hasOpaqueBase
        && !(arguments.positional.empty() && arguments.keywords.empty()))
        return evaluator.raise("TypeError", type->name + "() takes no arguments");
    Value made;
    if (constructor) {
        const auto *property = constructor->as<PropertyObject>();
        Values buffer;
        const Evaluated result =
            evaluator.call(property ? property->function : *constructor, withSelf(buffer, type, arguments));
        if (!result)
            return result;
        made = *result;
        if (!initializer || !evaluator.typeOf(made)->isSubclassOf(type))
            return made;
    } else {
        made = evaluator.allocate(type);
    }
    if (!initializer)
        return made;
    Values buffer;
    const Evaluated result = evaluator.call(*initializer, withSelf(buffer, made, arguments));
    if (!result)
        return result;
    if (!result->isNone())
        return evaluator.raise("TypeError",
                               "__init__() should return None, not '" + typeName(evaluator, *result) + '\'');
    return made;
}

} // namespace athanor::python
