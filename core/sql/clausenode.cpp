// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/clausenode.h"

namespace athanor::sql {

bool operator==(const Clause &a, const Clause &b)
{
    return a.m_node == b.m_node || (a.m_node && b.m_node && *a.m_node == *b.m_node);
}

const Type &typeOf(const Clause &clause)
{
    static const Type none;
    return clause.isNull() || !clause.node().type ? none : *clause.node().type;
}

} // namespace athanor::sql
