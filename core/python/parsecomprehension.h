// SPDX-License-Identifier: GPL-3.0-or-later
// The comprehension rule, a template over its node, for the files of the parser that use it.
#pragma once

#include "core/python/grammar.h"

namespace athanor::python {

/// From the first `for` to the closing bracket; `begin` is that of the opening one.
template<typename T>
const Expression *Grammar::comprehension(std::uint32_t begin, const Expression *element, TokenKind closing)
{
    if (element->kind == ExpressionKind::Starred)
        failAt(SyntaxCode::Syntax, QStringLiteral("iterable unpacking cannot be used in comprehension"),
               *element);
    auto *node = make<T>(begin);
    node->element = element;
    node->clauses = comprehensionClauses();
    if constexpr (T::Kind == ExpressionKind::Generator)
        forgiveAwait(begin);
    expectClosing(closing, nullptr);
    return closed(node);
}

} // namespace athanor::python
