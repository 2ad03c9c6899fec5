// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// a.b.c: the source itself when it is written without blanks.
std::string_view Grammar::dotted()
{
    const Token &first = *m_at;
    std::string_view name = identifier();
    if (kind() != TokenKind::Dot)
        return name;
    std::string joined(name);
    while (accept(TokenKind::Dot)) {
        joined += '.';
        joined += identifier();
    }
    if (failed())
        return {};
    const std::string_view written = m_source.text.substr(first.begin, previousEnd() - first.begin);
    return written == joined ? written : m_arena.copy(joined);
}

std::string_view Grammar::alias()
{
    if (!accept(TokenKind::As))
        return {};
    return identifier();
}

const ImportedName *Grammar::dottedName()
{
    auto *node = make<ImportedName>(here());
    node->name = dotted();
    node->alias = alias();
    return closed(node);
}

const Statement *Grammar::import()
{
    auto *node = make<Import>(take().begin);
    if (kind() == TokenKind::Newline)
        failHere(SyntaxCode::Expected, u"Expected one or more names after 'import'"_s);
    Collector<ImportedName> names(*this);
    do {
        names.add(dottedName());
    } while (accept(TokenKind::Comma));
    node->names = names.list();
    return closed(node);
}

const Statement *Grammar::importFrom()
{
    auto *node = make<ImportFrom>(take().begin);
    for (; kind() == TokenKind::Dot || kind() == TokenKind::Ellipsis; take())
        node->level += kind() == TokenKind::Dot ? 1 : 3;
    if (node->level == 0 || kind() == TokenKind::Name)
        node->module = dotted();
    expect(TokenKind::Import);
    node->names = importedNames();
    return closed(node);
}

/// After `import`: a star, or names with or without parentheses.
NodeList<ImportedName> Grammar::importedNames()
{
    Collector<ImportedName> names(*this);
    if (kind() == TokenKind::Star) {
        auto *all = make<ImportedName>(here());
        all->name = text(take());
        names.add(closed(all));
        if (m_scope.function != FunctionKind::None || m_scope.inClass)
            misplaced(SyntaxCode::Placement, u"import * only allowed at module level"_s, all->begin,
                      all->end);
        return names.list();
    }
    const bool parenthesized = accept(TokenKind::LeftParen);
    if (kind() == TokenKind::Newline) {
        failHere(SyntaxCode::Expected, u"Expected one or more names after 'import'"_s);
        return {};
    }
    for (;;) {
        auto *imported = make<ImportedName>(here());
        imported->name = identifier();
        imported->alias = alias();
        names.add(closed(imported));
        if (!accept(TokenKind::Comma))
            break;
        if (parenthesized && kind() == TokenKind::RightParen)
            break;
        if (!parenthesized && kind() == TokenKind::Newline)
            failHere(SyntaxCode::Syntax, u"trailing comma not allowed without surrounding parentheses"_s);
    }
    if (parenthesized)
        expect(TokenKind::RightParen);
    return names.list();
}

} // namespace athanor::python
