// SPDX-License-Identifier: GPL-3.0-or-later
// Iterators of the builtin containers.
#include "core/evaluator/builtiniterator.h"

#include "core/evaluator/dictionary.h"
#include "core/evaluator/evaluator.h"

namespace athanor::python {

namespace {

/// Lists are gone over by their index: they may grow meanwhile.
class ListIterator : public IteratorObject
{
public:
    explicit ListIterator(ListObject *list)
        : m_list(list)
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &) override
    {
        if (m_at >= m_list->items.size()) {
            m_at = static_cast<std::size_t>(-1);
            return std::nullopt;
        }
        return m_list->items[m_at++];
    }

private:
    ListObject *m_list;
    std::size_t m_at = 0;
};

class TupleIterator : public IteratorObject
{
public:
    explicit TupleIterator(TupleObject *tuple)
        : m_tuple(tuple)
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &) override
    {
        if (m_at >= m_tuple->items.size())
            return std::nullopt;
        return m_tuple->items[m_at++];
    }

private:
    TupleObject *m_tuple;
    std::size_t m_at = 0;
};

class TextIterator : public IteratorObject
{
public:
    explicit TextIterator(StringObject *text)
        : m_text(text)
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override
    {
        const std::string &utf8 = m_text->utf8;
        if (m_at >= utf8.size())
            return std::nullopt;
        const std::size_t begin = m_at++;
        while (m_at < utf8.size() && (utf8[m_at] & 0xC0) == 0x80)
            ++m_at;
        return evaluator.heap().string(std::string_view(utf8).substr(begin, m_at - begin));
    }

private:
    StringObject *m_text;
    std::size_t m_at = 0;
};

class BytesIterator : public IteratorObject
{
public:
    explicit BytesIterator(BytesObject *bytes)
        : m_bytes(bytes)
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &) override
    {
        if (m_at >= m_bytes->bytes.size())
            return std::nullopt;
        return Value(std::int64_t{static_cast<unsigned char>(m_bytes->bytes[m_at++])});
    }

private:
    BytesObject *m_bytes;
    std::size_t m_at = 0;
};

class RangeIterator : public IteratorObject
{
public:
    explicit RangeIterator(const RangeObject &range)
        : m_range(range.start, range.stop, range.step)
        , m_length(range.length())
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &) override
    {
        if (m_at >= m_length)
            return std::nullopt;
        return Value(m_range.at(m_at++));
    }

private:
    RangeObject m_range;
    std::int64_t m_length;
    std::int64_t m_at = 0;
};

class KeyIterator : public IteratorObject
{
public:
    explicit KeyIterator(const HashTable *table)
        : m_table(table)
        , m_size(table->size())
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override
    {
        if (m_table->size() != m_size)
            return evaluator.raise("RuntimeError", "dictionary changed size during iteration");
        const HashTable::Entry *entry = m_table->next(m_at);
        if (!entry)
            return std::nullopt;
        return entry->key;
    }

private:
    const HashTable *m_table;
    std::size_t m_at = 0;
    std::size_t m_size;
};

class SetIterator : public IteratorObject
{
public:
    explicit SetIterator(const HashTable *table)
        : m_table(table)
        , m_items(setItems(*table))
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override
    {
        if (m_table->size() != m_items.size())
            return evaluator.raise("RuntimeError", "Set changed size during iteration");
        if (m_at >= m_items.size())
            return std::nullopt;
        return m_items[m_at++];
    }

private:
    const HashTable *m_table;
    std::vector<Value> m_items;
    std::size_t m_at = 0;
};

} // namespace

IteratorObject *builtinIterator(Heap &heap, Value value)
{
    if (auto *list = value.as<ListObject>())
        return heap.make<ListIterator>(list);
    if (auto *tuple = value.as<TupleObject>())
        return heap.make<TupleIterator>(tuple);
    if (auto *dictionary = value.as<DictionaryObject>())
        return heap.make<KeyIterator>(&dictionary->table);
    if (auto *set = value.as<SetObject>())
        return heap.make<SetIterator>(&set->table);
    if (auto *frozen = value.as<FrozenSetObject>())
        return heap.make<SetIterator>(&frozen->table);
    if (auto *text = value.as<StringObject>())
        return heap.make<TextIterator>(text);
    if (auto *bytes = value.as<BytesObject>())
        return heap.make<BytesIterator>(bytes);
    if (const auto *range = value.as<RangeObject>())
        return heap.make<RangeIterator>(*range);
    return nullptr;
}

} // namespace athanor::python
