// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/nativeindex.h"

#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/mergeorders.h"

#include <memory>
#include <mutex>
#include <shared_mutex>

namespace athanor::python {

NativeIndex::NativeIndex(const NativeClass &type)
    : m_order{&type}
{
    m_members.reserve(type.members.size());
    for (const NativeMember &member : type.members)
        m_members.emplace(member.name, &member);
    std::vector<const NativeClass *> bases(type.bases.begin(), type.bases.end());
    if (bases.empty() && &type != &objectClass)
        bases.push_back(&objectClass);
    std::vector<std::vector<const NativeClass *>> sequences;
    sequences.reserve(bases.size() + 1);
    for (const NativeClass *base : bases)
        sequences.push_back(of(*base)->order());
    sequences.push_back(std::move(bases));
    mergeOrders(m_order, std::move(sequences));
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
    // Made outside the lock: it asks for those of the bases.
    auto made = std::make_unique<NativeIndex>(type);
    const std::unique_lock lock(mutex);
    return indexes.try_emplace(&type, std::move(made)).first->second.get();
}

} // namespace athanor::python
