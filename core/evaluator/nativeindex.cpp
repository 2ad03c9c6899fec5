// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/nativeindex.h"

#include <memory>
#include <mutex>
#include <shared_mutex>

namespace athanor::python {

NativeIndex::NativeIndex(std::span<const NativeMember> members)
{
    m_members.reserve(members.size());
    for (const NativeMember &member : members)
        m_members.emplace(member.name, &member);
}

const NativeIndex *NativeIndex::of(const NativeClass &type)
{
    static std::shared_mutex mutex;
    static std::unordered_map<const NativeClass *, std::unique_ptr<NativeIndex>> indexes;
    {
        const std::shared_lock lock(mutex);
        const auto found = indexes.find(&type);
        if (found != indexes.end())
            return found->second.get();
    }
    const std::unique_lock lock(mutex);
    std::unique_ptr<NativeIndex> &index = indexes[&type];
    if (!index)
        index = std::make_unique<NativeIndex>(type.members);
    return index.get();
}

} // namespace athanor::python
