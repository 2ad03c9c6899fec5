// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/class.h"

#include <string_view>
#include <unordered_map>

namespace athanor::python {

/// The members of a native class by name. Made once for the whole program, as the tables are constant.
class NativeIndex
{
public:
    explicit NativeIndex(std::span<const NativeMember> members);

    const NativeMember *find(std::string_view name) const
    {
        const auto found = m_members.find(name);
        return found == m_members.end() ? nullptr : found->second;
    }

    /// That of a class; safe to call from any thread.
    static const NativeIndex *of(const NativeClass &type);

private:
    std::unordered_map<std::string_view, const NativeMember *> m_members;
};

} // namespace athanor::python
