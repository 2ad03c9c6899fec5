// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/namespace.h"

#include <algorithm>
#include <utility>

namespace athanor::python {

namespace {

constexpr std::size_t HashedFrom = 12;
constexpr std::size_t Usual = 8; ///< names: room for these is made at once

} // namespace

const Value *Namespace::find(std::string_view name) const
{
    if (m_index.empty()) {
        for (const Entry &entry : m_entries) {
            if (entry.name == name)
                return &entry.value;
        }
        return nullptr;
    }
    const auto found = m_index.find(name);
    return found == m_index.end() ? nullptr : &m_entries[found->second].value;
}

Value *Namespace::find(std::string_view name)
{
    return const_cast<Value *>(std::as_const(*this).find(name));
}

void Namespace::set(std::string_view name, Value value)
{
    if (Value *present = find(name)) {
        *present = value;
        return;
    }
    if (m_entries.empty())
        m_entries.reserve(Usual);
    m_entries.push_back({std::string(name), value});
    if (m_entries.size() == HashedFrom)
        index();
    else if (m_entries.size() > HashedFrom)
        m_index.emplace(m_entries.back().name, m_entries.size() - 1);
}

bool Namespace::remove(std::string_view name)
{
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    if (found == m_entries.end())
        return false;
    m_entries.erase(found);
    m_index.clear();
    if (m_entries.size() >= HashedFrom)
        index();
    return true;
}

void Namespace::index()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_index.emplace(m_entries[i].name, i);
}

} // namespace athanor::python
