// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/frame.h"
#include "core/evaluator/nativemodules.h"

namespace athanor::python {

Done Frame::executeImport(const Import &node)
{
    for (const ImportedName *name : node.names) {
        at = name;
        const Evaluated found = m_runtime.importModule(name->name);
        if (!found)
            return std::unexpected(found.error());
        Evaluated value = found;
        std::string_view bound = name->alias;
        if (bound.empty()) {
            bound = name->name.substr(0, name->name.find('.'));
            value = m_runtime.importModule(bound);
        }
        if (!value)
            return std::unexpected(value.error());
        if (Done done = store(bound, *value); !done)
            return done;
    }
    return {};
}

/// The dotted name of what is imported from: leading dots count from the module's own package.
Outcome<std::string> Frame::absoluteName(const ImportFrom &node)
{
    if (node.level == 0)
        return std::string(node.module);
    std::string package = module->name;
    if (!m_runtime.packages.contains(package)) {
        const std::size_t dot = package.rfind('.');
        package = dot == std::string::npos ? std::string() : package.substr(0, dot);
    }
    if (package.empty())
        return m_evaluator.raise("ImportError", "attempted relative import with no known parent package");
    for (int i = 1; i < node.level; ++i) {
        const std::size_t dot = package.rfind('.');
        if (dot == std::string::npos)
            return m_evaluator.raise("ImportError", "attempted relative import beyond top-level package");
        package.resize(dot);
    }
    return node.module.empty() ? package : package + '.' + std::string(node.module);
}

Done Frame::importAll(Value from, std::string_view dottedName)
{
    if (auto *unknown = from.as<OpaqueObject>()) {
        m_runtime.opaqueStars[module] = unknown;
        return {};
    }
    auto *known = from.as<ModuleObject>();
    if (!known)
        return {};
    if (const auto star = m_runtime.opaqueStars.find(known); star != m_runtime.opaqueStars.end())
        m_runtime.opaqueStars[module] = star->second;
    std::vector<std::string> names;
    if (const Value *all = known->names.find("__all__")) {
        const Done done = m_evaluator.iterate(*all, [&](Value name) -> Done {
            if (const auto *text = name.as<StringObject>())
                names.push_back(text->utf8);
            return {};
        });
        if (!done)
            return done;
    } else {
        for (const std::string_view name : m_runtime.natives.names(known->name))
            names.emplace_back(name);
        for (const Namespace::Entry &entry : known->names.entries())
            names.push_back(entry.name);
        std::erase_if(names, [](const std::string &name) { return name.starts_with('_'); });
    }
    for (const std::string &name : names) {
        const Evaluated value = m_runtime.importedName(from, dottedName, name);
        if (!value)
            return std::unexpected(value.error());
        if (Done done = store(name, *value); !done)
            return done;
    }
    return {};
}

Done Frame::executeImportFrom(const ImportFrom &node)
{
    if (node.level == 0 && node.module == "__future__") {
        for (const ImportedName *name : node.names)
            stringAnnotations = stringAnnotations || name->name == "annotations";
        return {};
    }
    const auto dottedName = absoluteName(node);
    if (!dottedName)
        return std::unexpected(dottedName.error());
    const Evaluated from = m_runtime.importModule(*dottedName);
    if (!from)
        return std::unexpected(from.error());
    for (const ImportedName *name : node.names) {
        at = name;
        if (name->name == "*") {
            if (Done done = importAll(*from, *dottedName); !done)
                return done;
            continue;
        }
        const Evaluated value = m_runtime.importedName(*from, *dottedName, name->name);
        if (!value)
            return std::unexpected(value.error());
        if (Done done = store(name->alias.empty() ? name->name : name->alias, *value); !done)
            return done;
    }
    return {};
}

} // namespace athanor::python
