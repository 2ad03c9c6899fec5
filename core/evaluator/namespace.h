// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/value.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace athanor::python {

/// Names and their values in the order in which they were first set: a module's, a class's, an instance's or
/// a function's. Few names are looked through, many are hashed.
class Namespace
{
public:
    struct Entry
    {
        std::string name;
        Value value;
    };

    Value *find(std::string_view name);
    const Value *find(std::string_view name) const;
    void set(std::string_view name, Value value);
    /// False when there was no such name.
    bool remove(std::string_view name);
    const std::vector<Entry> &entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.empty(); }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
    };

    void index();

    std::vector<Entry> m_entries;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_index; ///< only from HashedFrom on
};

} // namespace athanor::python
