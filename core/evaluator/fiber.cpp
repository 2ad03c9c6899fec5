// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/fiber.h"

#include <cstdint>
#include <cstdlib>
#include <vector>

#include <sys/mman.h>
#include <ucontext.h>

#if defined(__SANITIZE_ADDRESS__)
#define ATHANOR_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ATHANOR_ADDRESS_SANITIZER
#endif
#endif

#ifdef ATHANOR_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

namespace athanor::python {

namespace {

constexpr std::size_t Reserve = 192 * 1024;

/// Only what is used of it takes memory.
char *newStack()
{
    void *memory = mmap(nullptr, Fiber::StackBytes, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (memory == MAP_FAILED)
        std::abort();
    return static_cast<char *>(memory);
}

/// Stacks are handed on from one fiber to the next of a thread.
class StackPool
{
public:
    ~StackPool()
    {
        for (char *stack : m_free)
            munmap(stack, Fiber::StackBytes);
    }
    char *take()
    {
        if (m_free.empty())
            return newStack();
        char *stack = m_free.back();
        m_free.pop_back();
        return stack;
    }
    void giveBack(char *stack)
    {
#ifdef ATHANOR_ADDRESS_SANITIZER
        __asan_unpoison_memory_region(stack, Fiber::StackBytes);
#endif
        if (m_free.size() < 8)
            m_free.push_back(stack);
        else
            munmap(stack, Fiber::StackBytes);
    }

private:
    std::vector<char *> m_free;
};

StackPool &pool()
{
    thread_local StackPool stacks;
    return stacks;
}

} // namespace

/// The two sides of a switch. The sanitizer has to be told which stack is which.
struct Fiber::Context
{
    ucontext_t inside = {};
    ucontext_t outside = {};
    char *stack = nullptr;
    const void *outsideStack = nullptr;
    std::size_t outsideBytes = 0;
    void *fake = nullptr;

    void switchIn()
    {
#ifdef ATHANOR_ADDRESS_SANITIZER
        void *own = nullptr;
        __sanitizer_start_switch_fiber(&own, stack, StackBytes);
#endif
        swapcontext(&outside, &inside);
#ifdef ATHANOR_ADDRESS_SANITIZER
        __sanitizer_finish_switch_fiber(own, nullptr, nullptr);
#endif
    }
    void arrive()
    {
#ifdef ATHANOR_ADDRESS_SANITIZER
        __sanitizer_finish_switch_fiber(fake, &outsideStack, &outsideBytes);
#endif
    }
    void switchOut()
    {
#ifdef ATHANOR_ADDRESS_SANITIZER
        __sanitizer_start_switch_fiber(&fake, outsideStack, outsideBytes);
#endif
        swapcontext(&inside, &outside);
        arrive();
    }
    void leave()
    {
#ifdef ATHANOR_ADDRESS_SANITIZER
        __sanitizer_start_switch_fiber(nullptr, outsideStack, outsideBytes);
#endif
        setcontext(&outside);
    }
};

Fiber::Fiber(std::function<void()> body)
    : m_body(std::move(body))
    , m_context(std::make_unique<Context>())
{
    m_context->stack = pool().take();
    getcontext(&m_context->inside);
    m_context->inside.uc_stack.ss_sp = m_context->stack;
    m_context->inside.uc_stack.ss_size = StackBytes;
    m_context->inside.uc_link = nullptr;
    const auto self = reinterpret_cast<std::uintptr_t>(this);
    makecontext(&m_context->inside, reinterpret_cast<void (*)()>(&Fiber::enter), 2,
                static_cast<unsigned>(self >> 32), static_cast<unsigned>(self));
}

Fiber::~Fiber()
{
    pool().giveBack(m_context->stack);
}

/// makecontext() hands over ints: a pointer comes in two halves.
void Fiber::enter(unsigned high, unsigned low)
{
    const auto self = (static_cast<std::uintptr_t>(high) << 32) | low;
    reinterpret_cast<Fiber *>(self)->run();
}

void Fiber::run()
{
    m_context->arrive();
    m_body();
    m_isDone = true;
    m_context->leave();
}

void Fiber::resume()
{
    m_context->switchIn();
}

void Fiber::suspend()
{
    m_context->switchOut();
}

const char *Fiber::stackEnd() const
{
    return m_context->stack + Reserve;
}

} // namespace athanor::python
