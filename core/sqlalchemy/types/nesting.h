// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

/// How deep one type asks another: a script can make a type that is inside itself, and natives calling each
/// other are not counted among the evaluator's own calls.
class TypeNesting
{
public:
    explicit TypeNesting(python::Evaluator &evaluator)
        : m_evaluator(evaluator)
        , m_depth(evaluator.state<Depth>().value)
    {
        ++m_depth;
    }
    ~TypeNesting() { --m_depth; }
    TypeNesting(const TypeNesting &) = delete;
    TypeNesting &operator=(const TypeNesting &) = delete;

    /// A stop where there is no end to be seen.
    python::Done check() const
    {
        if (m_depth <= maximum)
            return {};
        return m_evaluator.refuse("a column type inside itself", "types that end");
    }

private:
    struct Depth
    {
        int value = 0;
    };
    static constexpr int maximum = 30;

    python::Evaluator &m_evaluator;
    int &m_depth;
};

} // namespace athanor::sqlalchemy
