// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/stack.h"

#include <QtGlobal>

#include <cstddef>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace athanor::python {

namespace {

constexpr std::size_t Reserve = 256 * 1024;

#ifdef Q_OS_LINUX

const char *findStackEnd()
{
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0)
        return nullptr;
    void *lowest = nullptr;
    std::size_t size = 0;
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
    return static_cast<const char *>(lowest) + (size > 2 * Reserve ? Reserve : size / 2);
}

#else

/// Half a megabyte is what the smallest default stack leaves.
const char *findStackEnd()
{
    return static_cast<const char *>(__builtin_frame_address(0)) - 512 * 1024;
}

#endif

} // namespace

const char *stackEnd()
{
    // Asking costs as much as a small script.
    thread_local const char *const end = findStackEnd();
    return end;
}

} // namespace athanor::python
