// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace athanor::python {

/// A host's native tables and the builtins, by name. Made once for each list of tables, as they are constant.
class NativeModules
{
public:
    explicit NativeModules(std::span<const NativeModule> tables);

    /// A name of a module; nullptr when no table of that module has it.
    const NativeName *find(std::string_view module, std::string_view name) const;
    /// Whether a table has this name, or one within it ("sqlalchemy.dialects" has tables below it).
    bool has(std::string_view module) const { return m_modules.contains(module); }
    std::vector<std::string_view> names(std::string_view module) const;

    /// Those of a host's tables; safe to call from any thread.
    static const NativeModules *of(std::span<const NativeModule> tables);

private:
    struct Module
    {
        std::vector<std::string_view> order;
        std::unordered_map<std::string_view, const NativeName *> names;
    };

    void add(const NativeModule &table);

    std::unordered_map<std::string_view, Module> m_modules;
};

} // namespace athanor::python
