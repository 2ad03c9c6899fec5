// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/class.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace athanor::python {

/// What the constant table of a native class says of it: the members by name, and the method resolution
/// order. Made once for the whole program.
class NativeIndex
{
public:
    explicit NativeIndex(const NativeClass &type);

    const NativeMember *find(std::string_view name) const
    {
        const auto found = m_members.find(name);
        return found == m_members.end() ? nullptr : found->second;
    }
    /// The class itself first, object last.
    const std::vector<const NativeClass *> &order() const { return m_order; }

    /// That of a class; safe to call from any thread.
    static const NativeIndex *of(const NativeClass &type);

private:
    std::unordered_map<std::string_view, const NativeMember *> m_members;
    std::vector<const NativeClass *> m_order;
};

} // namespace athanor::python
