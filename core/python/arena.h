// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>

namespace athanor::python {

/// Memory that is only given back as a whole. What lives in it has no destructor, so that a tree of any depth
/// goes away at once.
class Arena
{
public:
    explicit Arena(std::size_t firstBlock);
    ~Arena();
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    template<typename T>
    T *make()
    {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T), alignof(T))) T();
    }

    template<typename T>
    std::span<const T> copy(const T *first, std::size_t count)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        if (count == 0)
            return {};
        auto *target = static_cast<T *>(allocate(count * sizeof(T), alignof(T)));
        std::memcpy(static_cast<void *>(target), first, count * sizeof(T));
        return {target, count};
    }

    std::string_view copy(std::string_view text)
    {
        const auto bytes = copy(text.data(), text.size());
        return {bytes.data(), bytes.size()};
    }

    void *allocate(std::size_t size, std::size_t alignment)
    {
        const std::size_t start = (m_used + alignment - 1) & ~(alignment - 1);
        if (start + size > m_capacity)
            return allocateInNewBlock(size);
        m_used = start + size;
        return m_data + start;
    }

private:
    struct Block;

    void *allocateInNewBlock(std::size_t size);

    Block *m_block = nullptr;
    char *m_data = nullptr;
    std::size_t m_used = 0;
    std::size_t m_capacity = 0;
};

} // namespace athanor::python
