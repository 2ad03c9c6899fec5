// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/scope.h"

#include <string_view>
#include <vector>

namespace athanor::python {

/// Walks a body's statements and expressions, but not into inner functions and classes. Expressions wait on
/// a list of their own, since they may be nested as deep as they are long.
class NameCollector
{
public:
    void parameters(const Parameters *parameters);
    void block(Block statements);
    void statement(const Statement &statement);
    void expression(const Expression *expression);

    ScopeNames names;
    std::vector<std::string_view> changed;

private:
    void bind(std::string_view name);
    void target(const Expression *target);
    void change(const Expression *object);
    void visit(const Expression &expression);
    void children(const Expression &node);
    void displayed(const Expression &node);
    void defaults(const Parameters &parameters);
    void comprehension(const Expression *element, NodeList<ComprehensionClause> clauses);
    void simple(const Statement &statement);
    void compound(const Statement &statement);
    void definition(const Statement &statement);
    void import(const Statement &statement);
    void pattern(const Pattern *pattern);
    void all(NodeList<Expression> expressions);

    std::vector<const Expression *> m_waiting;
    bool m_isWalking = false;
};

} // namespace athanor::python
