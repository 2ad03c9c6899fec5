// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"

#include <algorithm>
#include <optional>

namespace athanor::python {

namespace {

/// CPython's own table for a set (Objects/setobject.c): only where each hash comes to stand matters here.
class Placement
{
public:
    Placement() { m_slots.resize(8); }

    void add(Value item, std::uint64_t hash)
    {
        place(m_slots, {item, hash});
        ++m_used;
        const std::size_t mask = m_slots.size() - 1;
        if (m_used * 5 < mask * 3)
            return;
        const std::size_t wanted = m_used > 50'000 ? m_used * 2 : m_used * 4;
        std::size_t size = 8;
        while (size <= wanted)
            size *= 2;
        std::vector<std::optional<Item>> larger(size);
        for (const std::optional<Item> &slot : m_slots) {
            if (slot)
                place(larger, *slot);
        }
        m_slots = std::move(larger);
    }

    std::vector<Value> items() const
    {
        std::vector<Value> result;
        result.reserve(m_used);
        for (const std::optional<Item> &slot : m_slots) {
            if (slot)
                result.push_back(slot->value);
        }
        return result;
    }

private:
    struct Item
    {
        Value value;
        std::uint64_t hash = 0;
    };

    static void place(std::vector<std::optional<Item>> &slots, const Item &item)
    {
        constexpr std::size_t LinearProbes = 9;
        const std::size_t mask = slots.size() - 1;
        std::size_t at = item.hash & mask;
        std::uint64_t perturb = item.hash;
        for (;;) {
            const std::size_t last = at + LinearProbes <= mask ? at + LinearProbes : at;
            for (std::size_t slot = at; slot <= last; ++slot) {
                if (!slots[slot]) {
                    slots[slot] = item;
                    return;
                }
            }
            perturb >>= 5;
            at = (at * 5 + 1 + perturb) & mask;
        }
    }

    std::vector<std::optional<Item>> m_slots;
    std::size_t m_used = 0;
};

/// hash() of an int that is small enough to be its own.
std::optional<std::uint64_t> ownHash(Value value)
{
    constexpr std::int64_t Modulus = (std::int64_t{1} << 61) - 1;
    if (value.isBoolean())
        return value.boolean() ? 1 : 0;
    if (!value.isInteger() || value.integer() <= -Modulus || value.integer() >= Modulus)
        return std::nullopt;
    return static_cast<std::uint64_t>(value.integer() == -1 ? -2 : value.integer());
}

} // namespace

std::vector<Value> setItems(const HashTable &table)
{
    std::vector<Value> items = table.keys();
    if (!std::ranges::all_of(items, [](const Value &item) { return ownHash(item).has_value(); }))
        return items;
    Placement placement;
    for (const Value &item : items)
        placement.add(item, *ownHash(item));
    return placement.items();
}

} // namespace athanor::python
