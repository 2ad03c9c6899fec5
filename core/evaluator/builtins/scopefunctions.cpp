// SPDX-License-Identifier: GPL-3.0-or-later
// Functions that look at the script that calls them.
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/functions.h"
#include "core/evaluator/builtins/namespaceview.h"
#include "core/evaluator/signature.h"

#include <format>
#include <set>

namespace athanor::python::functions {

namespace {

Done checkCount(Evaluator &evaluator, std::string_view name, const Arguments &arguments, CallShape shape)
{
    return checkCall(evaluator, name, shape, arguments.positional.size(), arguments);
}

void addNames(std::set<std::string> &result, const Namespace &names)
{
    for (const Namespace::Entry &entry : names.entries())
        result.insert(entry.name);
}

void addClassNames(std::set<std::string> &result, const ClassObject &type)
{
    for (const ClassObject *base : type.order) {
        addNames(result, base->attributes);
        if (base->native == nullptr)
            continue;
        for (const NativeMember &member : base->native->members)
            result.emplace(member.name);
    }
}

std::set<std::string> namesOf(Evaluator &evaluator, Value value)
{
    std::set<std::string> result;
    if (const auto *module = value.as<ModuleObject>()) {
        addNames(result, module->names);
        return result;
    }
    if (const auto *type = value.as<ClassObject>()) {
        addClassNames(result, *type);
        return result;
    }
    if (value.isObject() && value.object()->kind() == ObjectKind::Instance)
        addNames(result, static_cast<Instance *>(value.object())->attributes);
    addClassNames(result, *evaluator.typeOf(value));
    return result;
}

} // namespace

Evaluated dir(Evaluator &evaluator, const Arguments &arguments)
{
    const Done checked = checkCount(evaluator, "dir", arguments, {0, 1, CallWording::Expected});
    if (!checked)
        return std::unexpected(checked.error());
    std::set<std::string> names;
    if (arguments.positional.empty()) {
        if (const Namespace *current = evaluator.currentNames())
            addNames(names, *current);
    } else {
        const Value value = arguments.positional[0];
        if (const auto *opaque = value.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "the names it has");
        const auto special = callSpecialMethod(evaluator, value, "__dir__");
        if (!special)
            return std::unexpected(special.error());
        if (*special)
            return sorted(evaluator, {std::span<const Value>(&**special, 1), {}});
        names = namesOf(evaluator, value);
    }
    std::vector<Value> items;
    for (const std::string &name : names)
        items.push_back(newText(evaluator, name));
    return evaluator.heap().list(std::move(items));
}

Evaluated globals(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkCount(evaluator, "globals", arguments, {0, 0}); !done)
        return std::unexpected(done.error());
    ModuleObject *module = evaluator.currentModule();
    if (module == nullptr)
        return evaluator.refuse("globals() outside of a module", "a module whose names it shows");
    return namespaceView(evaluator, module->names);
}

Evaluated locals(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = checkCount(evaluator, "locals", arguments, {0, 0}); !done)
        return std::unexpected(done.error());
    ModuleObject *module = evaluator.currentModule();
    Namespace *names = evaluator.currentNames();
    if (names == nullptr)
        return evaluator.refuse("locals() outside of a script", "a script whose names it shows");
    if (module != nullptr && names == &module->names)
        return namespaceView(evaluator, *names);
    return namespaceCopy(evaluator, *names);
}

Evaluated vars(Evaluator &evaluator, const Arguments &arguments)
{
    const Done checked = checkCount(evaluator, "vars", arguments, {0, 1, CallWording::Expected});
    if (!checked)
        return std::unexpected(checked.error());
    if (arguments.positional.empty())
        return locals(evaluator, arguments);
    const Value value = arguments.positional[0];
    if (auto *module = value.as<ModuleObject>(); module != nullptr && !module->resolve)
        return namespaceView(evaluator, module->names);
    if (value.isObject() && value.object()->kind() == ObjectKind::Instance)
        return namespaceView(evaluator, static_cast<Instance *>(value.object())->attributes);
    const auto found = evaluator.findAttribute(value, "__dict__");
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return **found;
    return evaluator.raise("TypeError", "vars() argument must have __dict__ attribute");
}

/// What a script prints is no part of its SQL.
Evaluated print(Evaluator &evaluator, const Arguments &arguments)
{
    for (const NamedValue &keyword : arguments.keywords) {
        if (keyword.name != "sep" && keyword.name != "end" && keyword.name != "file"
            && keyword.name != "flush") {
            return evaluator.raise(
                "TypeError", std::format("print() got an unexpected keyword argument '{}'", keyword.name));
        }
    }
    return Value();
}

Evaluated importModule(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("__import__", "name, globals=, locals=, fromlist=, level=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto name = textArgument(evaluator, bound->value(0), "__import__", 1);
    if (!name)
        return std::unexpected(name.error());
    const auto level = indexArgument(evaluator, bound->value(4, Value(std::int64_t(0))));
    if (!level)
        return std::unexpected(level.error());
    if (*level != 0)
        return evaluator.refuse("__import__() with a level", "an import statement");
    const Evaluated module = evaluator.import((*name)->utf8);
    const Outcome<bool> takesNames = evaluator.truth(bound->value(3));
    if (!takesNames)
        return std::unexpected(takesNames.error());
    // Without names to take, the package at the front is what the call gives.
    const std::size_t dot = (*name)->utf8.find('.');
    if (!module || *takesNames || dot == std::string::npos)
        return module;
    return evaluator.import(std::string_view((*name)->utf8).substr(0, dot));
}

Evaluated exit(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return evaluator.raiseWith("SystemExit", {});
    return evaluator.raiseWith("SystemExit", {arguments.positional[0]});
}

} // namespace athanor::python::functions
