// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace athanor::sql {

struct ClauseNode; // clausenode.h

/// What SQLAlchemy calls a ClauseElement: an expression, something to select from, or a statement. An
/// immutable tree without any dialect's spelling; cheap to copy, compared by what it holds.
class Clause
{
public:
    Clause() = default; ///< none
    explicit Clause(std::shared_ptr<const ClauseNode> node)
        : m_node(std::move(node))
    {
    }

    bool isNull() const { return !m_node; }
    const ClauseNode &node() const { return *m_node; }

    friend bool operator==(const Clause &a, const Clause &b);

private:
    std::shared_ptr<const ClauseNode> m_node;
};

} // namespace athanor::sql
