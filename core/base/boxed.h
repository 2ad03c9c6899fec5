// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace athanor {

/// A value on the heap that may be missing, shared between copies because it never changes, and compared by
/// what it holds: for values that contain their own kind.
template<typename T>
class Boxed
{
public:
    Boxed() = default;
    Boxed(T value)
        : m_value(std::make_shared<const T>(std::move(value)))
    {
    } // NOLINT: meant to convert

    explicit operator bool() const { return m_value != nullptr; }
    const T &operator*() const { return *m_value; }
    const T *operator->() const { return m_value.get(); }

    friend bool operator==(const Boxed &a, const Boxed &b)
    {
        return a.m_value == b.m_value || (a.m_value && b.m_value && *a.m_value == *b.m_value);
    }

private:
    std::shared_ptr<const T> m_value;
};

} // namespace athanor
