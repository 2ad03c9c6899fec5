// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace athanor::python {

/// A function with a stack of its own, which can be left in the middle and gone on with: what a generator
/// runs in. Belongs to the thread that made it.
class Fiber
{
public:
    explicit Fiber(std::function<void()> body);
    ~Fiber();
    Fiber(const Fiber &) = delete;
    Fiber &operator=(const Fiber &) = delete;

    /// Runs the function, until it suspends or returns.
    void resume();
    /// From inside: goes back to whoever called resume().
    void suspend();
    bool isDone() const { return m_isDone; }
    /// The address below which its stack should not grow.
    const char *stackEnd() const;

    static constexpr std::size_t StackBytes = 1024 * 1024;

private:
    struct Context;
    static void enter(unsigned high, unsigned low);
    void run();

    std::function<void()> m_body;
    std::unique_ptr<Context> m_context;
    bool m_isDone = false;
};

} // namespace athanor::python
