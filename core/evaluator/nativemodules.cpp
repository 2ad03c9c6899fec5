// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/nativemodules.h"

#include "core/evaluator/builtins/builtins.h"

#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <utility>

namespace athanor::python {

NativeModules::NativeModules(std::span<const NativeModule> tables)
{
    for (const NativeModule &table : tables)
        add(table);
    for (const NativeModule &table : builtinModules())
        add(table);
}

void NativeModules::add(const NativeModule &table)
{
    for (std::size_t dot = table.name.find('.'); dot != std::string_view::npos;
         dot = table.name.find('.', dot + 1))
        m_modules[table.name.substr(0, dot)];
    Module &module = m_modules[table.name];
    for (const NativeName &name : table.names) {
        // The first table that has a name is the one that counts.
        if (module.names.emplace(name.name, &name).second)
            module.order.push_back(name.name);
    }
}

const NativeName *NativeModules::find(std::string_view module, std::string_view name) const
{
    const auto known = m_modules.find(module);
    if (known == m_modules.end())
        return nullptr;
    const auto found = known->second.names.find(name);
    return found == known->second.names.end() ? nullptr : found->second;
}

std::vector<std::string_view> NativeModules::names(std::string_view module) const
{
    const auto known = m_modules.find(module);
    return known == m_modules.end() ? std::vector<std::string_view>() : known->second.order;
}

const NativeModules *NativeModules::of(std::span<const NativeModule> tables)
{
    static std::shared_mutex mutex;
    static std::map<std::pair<const NativeModule *, std::size_t>, std::unique_ptr<NativeModules>> all;
    const std::pair key(tables.data(), tables.size());
    {
        const std::shared_lock lock(mutex);
        const auto found = all.find(key);
        if (found != all.end())
            return found->second.get();
    }
    const std::unique_lock lock(mutex);
    std::unique_ptr<NativeModules> &modules = all[key];
    if (!modules)
        modules = std::make_unique<NativeModules>(tables);
    return modules.get();
}

} // namespace athanor::python
