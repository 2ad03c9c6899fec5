// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

#include <map>

/// A host whose project is in memory: modules by their dotted names. Those that other modules lie in are
/// packages.
class MemoryHost : public athanor::python::Host
{
public:
    std::map<std::string, QByteArray> modules;
    std::span<const athanor::python::NativeModule> natives;

    std::span<const athanor::python::NativeModule> nativeModules() const override { return natives; }

    std::optional<athanor::python::ModuleSource> findModule(std::string_view name) override
    {
        const auto found = modules.find(std::string(name));
        if (found == modules.end())
            return std::nullopt;
        const auto after = modules.upper_bound(found->first + '.');
        const bool isPackage = after != modules.end() && after->first.starts_with(found->first + '.');
        const QString file = QString::fromStdString(found->first) + QStringLiteral(".py");
        auto parsed = std::make_shared<athanor::python::ParsedModule>(
            athanor::python::parseModule(found->second, file));
        return athanor::python::ModuleSource{std::move(parsed), isPackage};
    }
};
