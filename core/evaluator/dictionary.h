// SPDX-License-Identifier: GPL-3.0-or-later
// dict, set and frozenset: one insertion-ordered hash table.
#pragma once

#include "core/evaluator/object.h"

#include <optional>
#include <vector>

namespace athanor::python {

/// Keys in the order in which they were first set, each with a value. Keys are compared as Python does: by
/// hash and ==, which may run methods of the script and fail.
class HashTable
{
public:
    struct Entry
    {
        Value key;
        Value value;
        std::size_t hash = 0;
        bool isLive = true;
    };

    std::size_t size() const { return m_live; }
    bool isEmpty() const { return m_live == 0; }

    /// nullptr when there is no such key; valid until the table is changed.
    Outcome<Value *> find(Evaluator &evaluator, Value key);
    Done set(Evaluator &evaluator, Value key, Value value);
    /// The value that was removed, if there was one.
    Outcome<std::optional<Value>> remove(Evaluator &evaluator, Value key);
    /// For keys that are strings; never fails.
    const Value *find(std::string_view key) const;
    void set(Heap &heap, std::string_view key, Value value);
    void clear();

    /// The entry at or after `position`, which is moved behind it; nullptr at the end:
    ///     for (std::size_t at = 0; const auto *entry = table.next(at);)
    const Entry *next(std::size_t &position) const;
    const Entry *last() const;
    std::vector<Value> keys() const;

private:
    template<typename Matches>
    std::size_t search(std::size_t hash, Matches matches) const;
    Outcome<Entry *> lookup(Evaluator &evaluator, Value key, std::size_t hash);
    void append(Value key, Value value, std::size_t hash);
    void index();

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_slots; ///< entry numbers from 1, open addressing; empty while there are few
    std::size_t m_live = 0;
};

/// The items in the order in which Python goes over a set of them: ints by their hash. Python's order of
/// texts differs from run to run; here it is the one in which they were added.
std::vector<Value> setItems(const HashTable &table);

/// hash() of a string: the same for equal strings, and for every run.
std::size_t stringHash(std::string_view utf8);

class DictionaryObject : public ObjectOf<ObjectKind::Dictionary>
{
public:
    HashTable table;
};

/// The values of its table are None.
class SetObject : public ObjectOf<ObjectKind::Set>
{
public:
    HashTable table;
};

class FrozenSetObject : public ObjectOf<ObjectKind::FrozenSet>
{
public:
    HashTable table; ///< never changed after it was made
};

} // namespace athanor::python
