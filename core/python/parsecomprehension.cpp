// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/parsecomprehension.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

bool Grammar::atComprehension() const
{
    return kind() == TokenKind::For || (kind() == TokenKind::Async && nextKind() == TokenKind::For);
}

/// In a generator `await` may stand anywhere, but that it is one shows only behind its element.
void Grammar::forgiveAwait(std::uint32_t begin)
{
    const bool isAwait =
        m_misplaced
        && text(Token{TokenKind::Name, 0, m_misplaced->begin, m_misplaced->end}).starts_with("await");
    if (isAwait && m_misplaced->begin >= begin)
        m_misplaced.reset();
}

NodeList<ComprehensionClause> Grammar::comprehensionClauses()
{
    Collector<ComprehensionClause> clauses(*this);
    while (atComprehension())
        clauses.add(comprehensionClause());
    return clauses.list();
}

const ComprehensionClause *Grammar::comprehensionClause()
{
    auto *clause = make<ComprehensionClause>(here());
    clause->isAsync = accept(TokenKind::Async);
    take();
    clause->target = starTargets();
    checkTarget(clause->target, TargetUse::For);
    if (!accept(TokenKind::In)) {
        failHere(SyntaxCode::Expected, u"'in' expected after for-loop variables"_s);
        return clause;
    }
    clause->iterable = disjunction();
    Collector<Expression> conditions(*this);
    while (accept(TokenKind::If))
        conditions.add(disjunction());
    clause->conditions = conditions.list();
    return closed(clause);
}

} // namespace athanor::python
