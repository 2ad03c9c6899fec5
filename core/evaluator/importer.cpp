// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and reading modules: native ones, the project's, and those that are not known.
#include "core/evaluator/importer.h"

#include "core/evaluator/frame.h"
#include "core/evaluator/nativemodules.h"

#include <utility>

namespace athanor::python {

namespace {

Evaluated makeNative(Evaluator &evaluator, const NativeName &name)
{
    if (name.type)
        return evaluator.classOf(*name.type);
    if (name.call)
        return evaluator.heap().make<NativeFunction>(name.name, name.call);
    return name.make(evaluator);
}

std::optional<Evaluated> resolveNative(Evaluator &evaluator, const std::string &module, std::string_view name)
{
    Evaluator::Runtime &runtime = evaluator.runtime();
    if (const NativeName *found = runtime.natives.find(module, name))
        return makeNative(evaluator, *found);
    const std::string part = module + '.' + std::string(name);
    if (runtime.natives.has(part))
        return runtime.importModule(part);
    if (name.starts_with("__") || module == "builtins")
        return std::nullopt;
    return evaluator.opaque(part, part + " is not known to Athanor");
}

/// While a module is read: its own purpose, and no handled exception of others.
class ReadingGuard
{
public:
    explicit ReadingGuard(Evaluator::Runtime &runtime)
        : m_runtime(runtime)
        , m_purpose(std::exchange(runtime.purpose, Purpose::Reading))
        , m_handled(std::exchange(runtime.handled, Value()))
    {
        ++runtime.depth;
    }
    ~ReadingGuard()
    {
        m_runtime.purpose = m_purpose;
        m_runtime.handled = m_handled;
        --m_runtime.depth;
    }
    ReadingGuard(const ReadingGuard &) = delete;
    ReadingGuard &operator=(const ReadingGuard &) = delete;

private:
    Evaluator::Runtime &m_runtime;
    Purpose m_purpose;
    Value m_handled;
};

Evaluated readModule(Evaluator::Runtime &runtime, const std::string &name, const ModuleSource &source)
{
    runtime.parsed.push_back(source.parsed);
    const ParsedModule &parsed = *source.parsed;
    if (!parsed.module) {
        const QString reason = parsed.diagnostics.isEmpty() ? QString() : parsed.diagnostics.first().text();
        const Value unknown = runtime.evaluator.opaque(name, "it can't be read: " + reason.toStdString());
        runtime.modules[name] = unknown;
        return unknown;
    }
    auto *module = runtime.heap.make<ModuleObject>(name);
    runtime.modules[name] = module;
    runtime.sources[module] = &parsed;
    if (source.isPackage)
        runtime.packages.insert(name);
    const ReadingGuard guard(runtime);
    if (runtime.depth > runtime.limits.depth)
        return runtime.stopAtBound();
    Scope *scope = runtime.newScope(ScopeKind::Module, nullptr, &module->names);
    Frame body(runtime, *scope, module, &parsed);
    body.refusal = Refusal::MakesOpaque;
    const auto flow = body.execute(parsed.module->body);
    if (!flow) {
        runtime.modules.erase(name);
        return std::unexpected(flow.error());
    }
    return module;
}

/// The package that a found module lies in has to be a module, also where its own source is not there.
ModuleObject *packageOf(Evaluator::Runtime &runtime, const std::string &name)
{
    Value &package = runtime.modules[name];
    if (auto *module = package.as<ModuleObject>())
        return module;
    auto *made = runtime.heap.make<ModuleObject>(name);
    runtime.packages.insert(name);
    package = made;
    return made;
}

Evaluated findModule(Evaluator::Runtime &runtime, const std::string &name)
{
    if (runtime.natives.has(name)) {
        const Value module = nativeModule(runtime, name);
        runtime.modules[name] = module;
        return module;
    }
    if (const auto source = runtime.host.findModule(name); source && source->parsed)
        return readModule(runtime, name, *source);
    const std::string top = name.substr(0, name.find('.'));
    const Value unknown = runtime.evaluator.opaque(name, "module " + top + " is not part of the project");
    runtime.modules[name] = unknown;
    return unknown;
}

} // namespace

ModuleObject *nativeModule(Evaluator::Runtime &runtime, std::string_view name)
{
    auto *module = runtime.heap.make<ModuleObject>(std::string(name));
    module->resolve = [module](Evaluator &evaluator, std::string_view wanted) {
        return resolveNative(evaluator, module->name, wanted);
    };
    return module;
}

Outcome<std::optional<Value>> importPart(Evaluator::Runtime &runtime, const std::string &dottedName)
{
    if (!runtime.modules.contains(dottedName) && !runtime.natives.has(dottedName)
        && !runtime.host.findModule(dottedName))
        return std::nullopt;
    const Evaluated module = runtime.importModule(dottedName);
    if (!module)
        return std::unexpected(module.error());
    return *module;
}

Evaluated Evaluator::Runtime::importModule(std::string_view dottedName)
{
    const std::string name(dottedName);
    if (const auto known = modules.find(name); known != modules.end())
        return known->second;
    const std::size_t dot = name.rfind('.');
    Value package;
    if (dot != std::string::npos) {
        const Evaluated parent = importModule(dottedName.substr(0, dot));
        if (!parent)
            return parent;
        package = *parent;
        // Reading the package may have read this module too.
        if (const auto known = modules.find(name); known != modules.end())
            return known->second;
    }
    const Evaluated found = findModule(*this, name);
    if (!found || dot == std::string::npos)
        return found;
    const bool isKnown = found->as<ModuleObject>() != nullptr;
    if (isKnown && !package.as<ModuleObject>())
        package = packageOf(*this, name.substr(0, dot));
    if (auto *module = package.as<ModuleObject>();
        module && (isKnown || !module->names.find(name.substr(dot + 1))))
        module->names.set(name.substr(dot + 1), *found);
    return found;
}

Evaluated Evaluator::Runtime::importedName(Value module, std::string_view dottedName, std::string_view name)
{
    const auto found = evaluator.findAttribute(module, name);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return **found;
    const std::string whole = std::string(dottedName) + '.' + std::string(name);
    const auto part = importPart(*this, whole);
    if (!part)
        return std::unexpected(part.error());
    if (*part)
        return **part;
    return evaluator.opaque(whole, "module " + std::string(dottedName) + " has no name " + std::string(name));
}

Evaluated Evaluator::import(std::string_view dottedName)
{
    return m_runtime->importModule(dottedName);
}

Outcome<ModuleObject *> Evaluator::run(const ParsedModule &parsed, std::string_view name)
{
    if (!parsed.module) {
        const QString reason = parsed.diagnostics.isEmpty() ? QString() : parsed.diagnostics.first().message;
        return m_runtime->stop("ATH-EVAL-005", "the script can't be read: " + reason.toStdString(), {});
    }
    auto *module = heap().make<ModuleObject>(std::string(name));
    m_runtime->sources[module] = &parsed;
    Scope *scope = m_runtime->newScope(ScopeKind::Module, nullptr, &module->names);
    Frame body(*m_runtime, *scope, module, &parsed);
    const auto flow = body.execute(parsed.module->body);
    if (!flow)
        return std::unexpected(flow.error());
    return module;
}

} // namespace athanor::python
