// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/arena.h"

#include <algorithm>

namespace athanor::python {

struct alignas(std::max_align_t) Arena::Block
{
    Block *previous = nullptr;
};

Arena::Arena(std::size_t firstBlock)
    : m_capacity(0)
{
    m_used = 0;
    m_capacity = 0;
    allocateInNewBlock(firstBlock);
    m_used = 0;
}

Arena::~Arena()
{
    while (m_block) {
        Block *previous = m_block->previous;
        ::operator delete(m_block);
        m_block = previous;
    }
}

void *Arena::allocateInNewBlock(std::size_t size)
{
    const std::size_t capacity = std::max(size, m_capacity * 2);
    auto *memory = static_cast<char *>(::operator new(sizeof(Block) + capacity));
    m_block = new (memory) Block{m_block};
    m_data = memory + sizeof(Block);
    m_capacity = capacity;
    m_used = size;
    return m_data;
}

} // namespace athanor::python
