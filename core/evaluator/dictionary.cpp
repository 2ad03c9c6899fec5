// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"

#include "core/evaluator/evaluator.h"

namespace athanor::python {

namespace {

constexpr std::size_t IndexedFrom = 9;

bool isString(const Value &value, std::string_view text)
{
    const auto *string = value.as<StringObject>();
    return string && string->utf8 == text;
}

} // namespace

std::size_t stringHash(std::string_view utf8)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : utf8)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

void HashTable::index()
{
    std::size_t size = 32;
    while (size < m_entries.size() * 2)
        size *= 2;
    m_slots.assign(size, 0);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = m_entries[i].hash & (size - 1);
        while (m_slots[slot] != 0)
            slot = (slot + 1) & (size - 1);
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

template<typename Matches>
std::size_t HashTable::search(std::size_t hash, Matches matches) const
{
    if (m_slots.empty()) {
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].isLive && m_entries[i].hash == hash && matches(m_entries[i].key))
                return i;
        }
        return m_entries.size();
    }
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash & mask; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const std::size_t i = m_slots[slot] - 1;
        if (m_entries[i].isLive && m_entries[i].hash == hash && matches(m_entries[i].key))
            return i;
    }
    return m_entries.size();
}

Outcome<HashTable::Entry *> HashTable::lookup(Evaluator &evaluator, Value key, std::size_t hash)
{
    if (const auto *text = key.as<StringObject>()) {
        const std::size_t at = search(hash, [&](const Value &other) { return isString(other, text->utf8); });
        if (at < m_entries.size())
            return &m_entries[at];
    }
    // A key's == may be the script's own, and change this very table: go over a copy of the candidates.
    std::vector<Value> candidates;
    search(hash, [&](const Value &other) {
        candidates.push_back(other);
        return other.isSame(key);
    });
    for (const Value &candidate : candidates) {
        Outcome<bool> same = true;
        if (!candidate.isSame(key))
            same = evaluator.equal(candidate, key);
        if (!same)
            return std::unexpected(same.error());
        if (!*same)
            continue;
        const std::size_t at = search(hash, [&](const Value &other) { return other.isSame(candidate); });
        if (at < m_entries.size())
            return &m_entries[at];
    }
    return nullptr;
}

void HashTable::append(Value key, Value value, std::size_t hash)
{
    m_entries.push_back({key, value, hash, true});
    ++m_live;
    if (m_entries.size() < IndexedFrom)
        return;
    if (m_slots.size() < m_entries.size() * 2) {
        index();
        return;
    }
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0)
        slot = (slot + 1) & mask;
    m_slots[slot] = static_cast<std::uint32_t>(m_entries.size());
}

Outcome<Value *> HashTable::find(Evaluator &evaluator, Value key)
{
    const auto hash = evaluator.hash(key);
    if (!hash)
        return std::unexpected(hash.error());
    const auto entry = lookup(evaluator, key, *hash);
    if (!entry)
        return std::unexpected(entry.error());
    return *entry ? &(*entry)->value : nullptr;
}

Done HashTable::set(Evaluator &evaluator, Value key, Value value)
{
    const auto hash = evaluator.hash(key);
    if (!hash)
        return std::unexpected(hash.error());
    const auto entry = lookup(evaluator, key, *hash);
    if (!entry)
        return std::unexpected(entry.error());
    if (*entry) {
        (*entry)->value = value;
    } else {
        evaluator.heap().count(sizeof(Entry) + 2 * sizeof(std::uint32_t));
        append(key, value, *hash);
    }
    return {};
}

Outcome<std::optional<Value>> HashTable::remove(Evaluator &evaluator, Value key)
{
    const auto hash = evaluator.hash(key);
    if (!hash)
        return std::unexpected(hash.error());
    const auto entry = lookup(evaluator, key, *hash);
    if (!entry)
        return std::unexpected(entry.error());
    if (!*entry)
        return std::nullopt;
    const Value removed = (*entry)->value;
    (*entry)->isLive = false;
    (*entry)->key = Value();
    --m_live;
    if (m_entries.size() > 16 && m_live < m_entries.size() / 2) {
        std::erase_if(m_entries, [](const Entry &each) { return !each.isLive; });
        m_slots.clear();
        if (m_entries.size() >= IndexedFrom)
            index();
    }
    return removed;
}

const Value *HashTable::find(std::string_view key) const
{
    const std::size_t at = search(stringHash(key), [&](const Value &other) { return isString(other, key); });
    return at < m_entries.size() ? &m_entries[at].value : nullptr;
}

void HashTable::set(Heap &heap, std::string_view key, Value value)
{
    if (const Value *present = find(key))
        *const_cast<Value *>(present) = value;
    else
        append(heap.string(key), value, stringHash(key));
}

void HashTable::clear()
{
    *this = {};
}

const HashTable::Entry *HashTable::next(std::size_t &position) const
{
    while (position < m_entries.size()) {
        const Entry &entry = m_entries[position++];
        if (entry.isLive)
            return &entry;
    }
    return nullptr;
}

const HashTable::Entry *HashTable::last() const
{
    for (std::size_t i = m_entries.size(); i > 0; --i) {
        if (m_entries[i - 1].isLive)
            return &m_entries[i - 1];
    }
    return nullptr;
}

std::vector<Value> HashTable::keys() const
{
    std::vector<Value> result;
    result.reserve(m_live);
    for (std::size_t at = 0; const Entry *entry = next(at);)
        result.push_back(entry->key);
    return result;
}

} // namespace athanor::python
