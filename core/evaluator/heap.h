// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace athanor::python {

/// Owns every object of an evaluation and gives all of them back at its end: a script runs for milliseconds,
/// and cycles need no care this way. The evaluator stops a script that has made more than its limit.
class Heap
{
public:
    template<typename T, typename... A>
    T *make(A &&...arguments)
    {
        auto owned = std::make_unique<T>(std::forward<A>(arguments)...);
        T *object = owned.get();
        m_objects.push_back(std::move(owned));
        m_bytes += sizeof(T);
        return object;
    }

    StringObject *string(std::string_view utf8);
    TupleObject *tuple(std::vector<Value> items);
    ListObject *list(std::vector<Value> items);

    /// For what an object holds beside itself: a string's text, a list's items.
    void count(std::size_t bytes) { m_bytes += bytes; }
    std::size_t bytes() const { return m_bytes; }

private:
    std::vector<std::unique_ptr<Object>> m_objects;
    std::size_t m_bytes = 0;
};

} // namespace athanor::python
