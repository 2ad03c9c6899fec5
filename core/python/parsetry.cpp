// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/grammar.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

const Statement *Grammar::tryStatement()
{
    auto *node = make<Try>(take().begin);
    expectColon(ColonRule::Always);
    node->body = block(u"'try' statement"_s, node->begin);
    Collector<ExceptHandler> handlers(*this);
    while (kind() == TokenKind::Except) {
        bool isGroup = false;
        const Token &keyword = *m_at;
        const ExceptHandler *handler = exceptHandler(isGroup);
        if (handlers.size() > 0 && isGroup != node->isGroup)
            fail(SyntaxCode::Syntax, u"cannot have both 'except' and 'except*' on the same 'try'"_s,
                 keyword.begin, keyword.end);
        if (handlers.size() > 0 && !handlers.at(handlers.size() - 1)->type)
            misplaced(SyntaxCode::Placement, u"default 'except:' must be last"_s,
                      handlers.at(handlers.size() - 1)->begin, handlers.at(handlers.size() - 1)->end);
        node->isGroup = isGroup;
        handlers.add(handler);
    }
    node->handlers = handlers.list();
    if (!node->handlers.empty())
        node->orElse = elseBlock();
    if (kind() == TokenKind::Finally) {
        const std::uint32_t keyword = take().begin;
        expectColon(ColonRule::Always);
        node->finally = block(u"'finally' statement"_s, keyword);
    } else if (node->handlers.empty()) {
        failHere(SyntaxCode::Expected, u"expected 'except' or 'finally' block"_s);
    }
    const Block last = !node->finally.empty() ? node->finally : node->orElse;
    node->end = !last.empty()            ? last.back()->end
                : node->handlers.empty() ? node->begin
                                         : node->handlers.back()->end;
    return node;
}

const ExceptHandler *Grammar::exceptHandler(bool &isGroup)
{
    auto *handler = make<ExceptHandler>(take().begin);
    isGroup = accept(TokenKind::Star);
    if (isGroup && (kind() == TokenKind::Colon || kind() == TokenKind::Newline))
        failHere(SyntaxCode::Expected, u"expected one or more exception types"_s);
    if (kind() != TokenKind::Colon && kind() != TokenKind::Newline) {
        handler->type = expression();
        if (kind() == TokenKind::Comma) {
            take();
            const std::uint32_t end =
                kind() == TokenKind::Colon || failed() ? previousEnd() : starExpressions()->end;
            if (!failed())
                fail(SyntaxCode::Syntax, u"multiple exception types must be parenthesized"_s,
                     handler->type->begin, end);
        }
        if (accept(TokenKind::As))
            handler->name = identifier();
    }
    expectColon(ColonRule::BeforeLineEnd);
    handler->body = block(isGroup ? u"'except*' statement"_s : u"'except' statement"_s, handler->begin);
    handler->end = handler->body.empty() ? handler->begin : handler->body.back()->end;
    return handler;
}

} // namespace athanor::python
